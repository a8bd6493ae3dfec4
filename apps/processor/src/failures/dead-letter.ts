import type { LedgerRecord } from '@trade-matching/domain';
import type { Ledger } from '@trade-matching/ledger';
import type { ClaimedInput, Verdict } from '../documents/process-document.ts';

/**
 * A document whose message was received five times without success (F1). It goes to FAILED with its last error; the
 * notification is that of its arrival there, so that people hear of it once.
 */
export async function giveUp(ledger: Ledger, { claim }: ClaimedInput): Promise<Verdict> {
  const record = await ledger.record(claim);
  return {
    kind: 'refused',
    refusal: { reason: 'DEAD_LETTER', message: `Given up after its last try: ${lastError(record)}` },
  };
}

/** Why the last try before this one did not come to an end. */
function lastError(record: LedgerRecord | undefined): string {
  const tries = (record?.history ?? []).slice(0, -1);
  const last = tries.at(-1);
  if (last === undefined) return 'the document could not be claimed, see the log of the processor';
  if (last.what === 'HANDED_BACK') return last.detail ?? 'no error was kept';
  return 'the function ended in the middle of it, by a crash or its timeout';
}
