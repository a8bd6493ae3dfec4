import { HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { type Account, recordsOfKey } from '@trade-matching/account';
import { type Command, readArguments, WrongUsageError } from '@trade-matching/command-line';
import { type LedgerRecord, OUTCOMES, outcomeKey } from '@trade-matching/domain';
import { ENVIRONMENT_HELP, ENVIRONMENT_OPTIONS, withAccount } from '../environment.ts';

export const documentCommand: Command = {
  name: 'document',
  summary: 'everything that happened to one document',
  help: `Tells the whole story of a document by the key that it was uploaded under: each content that the key has held, what happened
when, its trade and match, and where it stands now.

Usage
  npm run -s cli -- document KEY [--env ENVIRONMENT] [--json]

Options
${ENVIRONMENT_HELP}

Examples
  npm run -s cli -- document BANK/2026/11/23/swap.pdf
  npm run -s cli -- document 'BANK/a b.pdf' --env production --json

Exit code: 1 when nothing is known of the key.`,

  async run(args, { say }) {
    const { values, positionals } = readArguments({
      args: [...args],
      allowPositionals: true,
      options: ENVIRONMENT_OPTIONS,
    });
    const [key, ...others] = positionals;
    if (key === undefined || others.length > 0) throw new WrongUsageError('Which document? Give one key.');
    return withAccount(values.env, async (account) => {
      const [records, stands] = await Promise.all([recordsOfKey(account, key), whereItStands(account, key)]);
      if (values.json) say(JSON.stringify({ key, stands_under: stands, contents: records }));
      else say(story(key, records, stands));
      return records.length === 0 && stands.length === 0 ? 1 : 0;
    });
  },
};

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
      ...(record.duplicate_of ? [`  the same bytes as ${record.duplicate_of}`] : []),
      ...(record.result ? [`  trade      ${record.result.trade_id}, then ${record.result.match.status}`] : []),
      ...record.history.map(({ at, what, by, detail }) => `  ${at}  ${what.padEnd(12)} ${detail ?? ''}  (${by})`),
    ];
    return lines.join('\n');
  });
  return [key, `stands under ${stands.join(' and ') || 'no key now'}`, '', contents.join('\n\n')].join('\n');
}
