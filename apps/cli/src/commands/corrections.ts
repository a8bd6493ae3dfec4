import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { documentOf, tradesOfDay } from '@trade-matching/account';
import { type Command, newCommand, printable } from '@trade-matching/command-line';
import { MATCH_STATUSES, type TradeRecord } from '@trade-matching/domain';
import { environmentOption, withAccount } from '../environment.ts';
import { lastDays, sinceOption } from '../option-values.ts';

const exportCommand: Command = ({ say, progress }, exitWith) =>
  newCommand({
    name: 'export',
    summary: 'the corrected documents as a set that "npm run evaluate" reads',
    description:
      'Writes the documents that people corrected, with what is true of each, into a folder: the reading of the next version is held to it. Confirmations are confidential: the folder is, too.',
    examples: ['corrected/ --since 30d', 'corrected/ --since 90d --env production'],
    notes: 'Exit code: 1 when a document could not be found; the others are written.',
  })
    .argument('<folder>', 'where they go; it is made')
    .addOption(sinceOption('trades that changed in these days'))
    .addOption(environmentOption())
    .action((folder, { since, env }) =>
      withAccount(env, async (account) => {
        await mkdir(folder, { recursive: true });
        const documents: object[] = [];
        for (const day of lastDays(since)) {
          for (const status of MATCH_STATUSES) {
            for await (const record of tradesOfDay(account, status, day)) {
              if ((record.corrections_applied ?? 0) === 0) continue;
              const bytes = await documentOf(account, record);
              if (!bytes) {
                say(`There is no document ${printable(record.s3_key)} any more.`);
                exitWith(1);
                continue;
              }
              const name = `${record.document_hash}.pdf`;
              await writeFile(path.join(folder, name), bytes);
              documents.push(truthOf(record, name));
              progress(`${documents.length} documents.`);
            }
          }
        }
        await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify({ documents }, undefined, 2)}\n`);
        say(
          `${documents.length} corrected document${documents.length === 1 ? '' : 's'}. Try them: npm run evaluate -- ${folder}`,
        );
      }),
    );

/** The whole trade: what was read and stands, and what a person corrected. */
function truthOf({ source, trade, corrections = [] }: TradeRecord, name: string): object {
  const { product, source_type: _source, ...fields } = trade;
  return {
    ...{ path: name, side: source, kind: product, expectation: 'accept', truth: { product, ...fields } },
    corrections: corrections.map(({ field, literal, page, box }) => ({
      field,
      literal,
      page,
      ...(box ? { box } : {}),
    })),
  };
}

export const correctionsCommand: Command = (terminal, exitWith) =>
  newCommand({
    name: 'corrections',
    summary: 'what people corrected, as a set of documents for the evaluation',
    description: 'Corrected documents: each shows what reading has yet to learn.',
    examples: ['export corrected/ --since 30d'],
  }).addCommand(exportCommand(terminal, exitWith));
