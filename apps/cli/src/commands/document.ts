import { HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { type Account, recordsOfKey } from '@trade-matching/account';
import { type Command, newCommand } from '@trade-matching/command-line';
import { type LedgerRecord, OUTCOMES, outcomeKey } from '@trade-matching/domain';
import { environmentOption, jsonLinesOption, withAccount } from '../environment.ts';
import { freshness } from '../option-values.ts';
import { publicJson } from '../output/public-json.ts';

export const documentCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'document',
    summary: 'the history of one document',
    description:
      'Shows a document by the key that it was uploaded under: each content that the key has held, its events, its trade and match, and where it is now.',
    examples: ['BANK/2026/11/23/swap.pdf', "'BANK/a b.pdf' --env production --json"],
    notes: 'What became of it in the last seconds may be missing. Exit code: 1 when the key is unknown.',
  })
    .argument('<key>', 'the key that it was uploaded under')
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action((key, { env, json }) =>
      withAccount(env, async (account) => {
        const [records, stands] = await Promise.all([recordsOfKey(account, key), whereItStands(account, key)]);
        if (json) say(publicJson({ key, stands_under: stands, contents: records }));
        else say(`${story(key, records, stands)}\n\n${freshness()}`);
        if (records.length === 0 && stands.length === 0) exitWith(1);
      }),
    );

async function whereItStands({ s3, names }: Account, key: string): Promise<string[]> {
  const candidates = [key, ...OUTCOMES.map((outcome) => outcomeKey(outcome, key))];
  const found = await Promise.all(
    candidates.map(async (Key) => {
      try {
        await s3.send(new HeadObjectCommand({ Bucket: names.documentsBucket, Key }));
        return [Key];
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return [];
        throw error;
      }
    }),
  );
  return found.flat();
}

function story(key: string, records: readonly LedgerRecord[], stands: readonly string[]): string {
  if (records.length === 0 && stands.length === 0) return `Nothing is known of ${key}.`;
  const contents = records.map((record) => {
    const lines = [
      `${record.status}${record.reason ? ` for ${record.reason}: ${record.message ?? ''}` : ''}`,
      `  SHA-256    ${record.hash ?? 'never read'}`,
      `  size       ${record.size} bytes, version ${record.version_id ?? 'none'}`,
      ...(record.outcome_key ? [`  filed as   ${record.outcome_key}`] : []),
      ...(record.duplicate_of ? [`  the same bytes as ${record.duplicate_of}`] : []),
      ...(record.result
        ? [`  trade      ${record.result.trade_key ?? record.result.trade_id}, then ${record.result.match.status}`]
        : []),
      ...record.history.map(({ at, what, by, detail }) => `  ${at}  ${what.padEnd(12)} ${detail ?? ''}  (${by})`),
    ];
    return lines.join('\n');
  });
  return [key, `stands under ${stands.join(' and ') || 'no key now'}`, '', contents.join('\n\n')].join('\n');
}
