import {
  type Account,
  type FailedDocument,
  failedDocumentOf,
  failedDocuments,
  redriveDocument,
} from '@trade-matching/account';
import { type Command, readArguments, StoppedError, WrongUsageError } from '@trade-matching/command-line';
import { isReason, REASONS } from '@trade-matching/domain';
import { ENVIRONMENT_HELP, ENVIRONMENT_OPTIONS, withAccount } from '../environment.ts';

export const redriveCommand: Command = {
  name: 'redrive',
  summary: 'put failed documents back under their original key, to be processed again',
  help: `Puts documents that stand under FAILED or QUARANTINE back under their original key, where they are processed like a new
upload. Mend the cause first. Safe to repeat: what was put back is not found again, and a newer upload is never replaced.

Usage
  npm run -s cli -- redrive KEY… | --reason REASON | --prefix PREFIX [--dry-run] [--env ENVIRONMENT] [--json]

Options
  --reason REASON     those that failed for this reason: ${REASONS.slice(0, 5).join(', ')}, …
  --prefix PREFIX     those whose original key begins so: BANK/2026/11/23/
  --dry-run           only say which they are
${ENVIRONMENT_HELP}

Examples
  npm run -s cli -- redrive BANK/2026/11/23/swap.pdf
  npm run -s cli -- redrive --reason DEAD_LETTER --dry-run --env production
  npm run -s cli -- redrive --prefix COUNTERPARTY/2026/11/ --reason NO_TEXT --json

Exit code: 0 when each was put back or there was none, 1 when a key has no failed document or something newer stands there.`,

  async run(args, { say, progress, stop }) {
    const { values, positionals } = readArguments({
      args: [...args],
      allowPositionals: true,
      options: {
        ...ENVIRONMENT_OPTIONS,
        reason: { type: 'string' },
        prefix: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const { reason, prefix, json } = values;
    if (reason !== undefined && !isReason(reason)) {
      throw new WrongUsageError(`There is no reason "${reason}". There are: ${REASONS.join(', ')}.`);
    }
    if (positionals.length > 0 === (reason !== undefined || prefix !== undefined)) {
      throw new WrongUsageError('Which documents? Give their keys, or --reason, --prefix or both.');
    }
    return withAccount(values.env, async (account) => {
      let [done, problems] = [0, 0];
      const tell = (key: string, result: string, why: string) => {
        say(
          json
            ? JSON.stringify({ key, result, ...(why ? { reason: why } : {}) })
            : `${result.padEnd(12)} ${key}${why ? `   ${why}` : ''}`,
        );
      };
      for await (const chosen of selected(account, positionals, { reason, prefix })) {
        if (stop.aborted) throw new StoppedError(`Stopped: ${done} were put back; the rest stands where it stood.`);
        if (chosen.kind === 'not-found') {
          problems += 1;
          tell(chosen.key, 'not found', 'nothing stands under FAILED or QUARANTINE with this original key');
          continue;
        }
        const result = values['dry-run'] ? 'would redrive' : await redriveDocument(account, chosen.document);
        if (result === 'occupied') problems += 1;
        else done += 1;
        tell(chosen.document.originalKey, result, chosen.document.reason);
        progress(`${done} put back`);
      }
      if (!json)
        say(
          `${done} ${values['dry-run'] ? 'would be' : 'were'} put back${problems > 0 ? `, ${problems} were not` : ''}.`,
        );
      return problems > 0 ? 1 : 0;
    });
  },
};

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
