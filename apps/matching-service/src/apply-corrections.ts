import { setTimeout as sleep } from 'node:timers/promises';
import { correctTrade } from '@trade-matching/confirmations';
import type { Flag, TradeRecord } from '@trade-matching/domain';
import type { TradeStore } from '@trade-matching/trade-store';
import type { CaseWrites } from './cases/case-writes.ts';
import { ContentionError } from './matching/match-trade.ts';

const MAX_ATTEMPTS = 8;

/**
 * Reads what people corrected of a trade's current document since it was last read. The trade stands alone then, as after
 * another document, and is paired and compared anew by whoever calls.
 *
 * @throws {ContentionError} where others were writing the trade all the while
 */
export async function applyCorrections(
  store: TradeStore,
  cases: CaseWrites,
  tradeKey: string,
  now: () => string,
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const before = await store.trade(tradeKey);
    const { corrections = [], corrections_applied = 0 } = before ?? {};
    if (!before || corrections.length === corrections_applied) return;
    const next = correctedRecord(before, now());
    if ((await store.writeCorrected(next, before, await cases.ofVersion(next, before))) === 'written') return;
    await sleep(Math.random() * 20 * (attempt + 1));
  }
  throw new ContentionError(tradeKey, MAX_ATTEMPTS);
}

function correctedRecord(before: TradeRecord, updated_at: string): TradeRecord {
  const { corrections = [], corrections_applied = 0 } = before;
  const { match_id: _match, ambiguous_by: _rule, ...rest } = before;
  return {
    ...rest,
    ...correctTrade(before, corrections.slice(corrections_applied)),
    ...{ corrections_applied: corrections.length, revision: before.revision + 1, updated_at },
    ...(before.match_status === 'CANCELLED' ? {} : { match_status: 'UNMATCHED' as const }),
  };
}

/** Says of the corrections of the document before that they do not hold for this one. */
export function endedCorrections(before: TradeRecord | undefined): Flag[] {
  const last = new Map((before?.corrections ?? []).map((each) => [each.field, each]));
  return [...last.values()].map(({ field, literal, by }) => ({
    code: 'CORRECTION_ENDED',
    severity: 'warning',
    message: `${by} had corrected ${field} by “${literal}” in the document before; that does not hold for this one`,
  }));
}
