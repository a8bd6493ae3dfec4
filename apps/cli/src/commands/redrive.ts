import {
  type Account,
  type FailedDocument,
  failedDocumentOf,
  failedDocuments,
  redriveDocument,
} from '@trade-matching/account';
import { type Command, newCommand, StoppedError, WrongUsageError } from '@trade-matching/command-line';
import { environmentOption, jsonLinesOption, withAccount } from '../environment.ts';
import { reasonOption } from '../option-values.ts';

export const redriveCommand: Command = ({ say, progress, stop }, exitWith) =>
  newCommand({
    name: 'redrive',
    summary: 'put failed documents back under their original key, to be processed again',
    description:
      'Puts documents under FAILED or QUARANTINE back under their original key, where they are processed as of their first upload: what was uploaded since then is not undone. Fix the cause first. Safe to repeat: a document that was put back is not found again, and a newer upload is never replaced.',
    examples: [
      'BANK/2026/11/23/swap.pdf',
      '--reason DEAD_LETTER --dry-run --env production',
      '--prefix COUNTERPARTY/2026/11/ --reason NO_TEXT --json',
    ],
    notes:
      'Exit code: 0 when each was put back or there was none, 1 when a key has no failed document or a newer upload is in its place.',
  })
    .argument('[key...]', 'original keys of failed documents')
    .addOption(reasonOption('those that failed for this reason'))
    .option('--prefix <prefix>', 'those whose original key starts with this, such as BANK/2026/11/23/')
    .option('--dry-run', 'list them and change nothing', false)
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action(async (keys, { reason, prefix, dryRun, env, json }) => {
      if (keys.length > 0 === (reason !== undefined || prefix !== undefined)) {
        throw new WrongUsageError('Which documents? Give their keys, or --reason, --prefix or both.');
      }
      await withAccount(env, async (account) => {
        let [done, problems] = [0, 0];
        const tell = (key: string, result: string, why: string) => {
          say(
            json
              ? JSON.stringify({ key, result, ...(why ? { reason: why } : {}) })
              : `${result.padEnd(12)} ${key}${why ? `   ${why}` : ''}`,
          );
        };
        for await (const chosen of selected(account, keys, { reason, prefix })) {
          if (stop.aborted) throw new StoppedError(`Stopped: ${done} were put back; the others were left in place.`);
          if (chosen.kind === 'not-found') {
            problems += 1;
            tell(chosen.key, 'not found', 'no document under FAILED or QUARANTINE has this original key');
            continue;
          }
          const result = dryRun ? 'would redrive' : await redriveDocument(account, chosen.document);
          if (result === 'occupied') problems += 1;
          else done += 1;
          tell(chosen.document.originalKey, result, chosen.document.reason);
          progress(`${done} put back`);
        }
        if (!json)
          say(`${done} ${dryRun ? 'would be' : 'were'} put back${problems > 0 ? `, ${problems} were not` : ''}.`);
        if (problems > 0) exitWith(1);
      });
    });

type Chosen =
  | { readonly kind: 'found'; readonly document: FailedDocument }
  | { readonly kind: 'not-found'; readonly key: string };

async function* selected(
  account: Account,
  keys: readonly string[],
  { reason, prefix }: { reason: string | undefined; prefix: string | undefined },
): AsyncGenerator<Chosen> {
  if (keys.length === 0) {
    for await (const document of failedDocuments(account, prefix ?? '')) {
      if (reason === undefined || document.reason === reason) yield { kind: 'found', document };
    }
    return;
  }
  for (const key of keys) {
    const documents = await failedDocumentOf(account, key);
    if (documents.length === 0) yield { kind: 'not-found', key };
    for (const document of documents) yield { kind: 'found', document };
  }
}
