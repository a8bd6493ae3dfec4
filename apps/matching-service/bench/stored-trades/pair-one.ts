import type { Source, TradeRecord } from '@trade-matching/domain';
import { matchTrade } from '../../src/matching/match-trade.ts';
import type { FilledStore } from './filled-store.ts';

/** What pairing one trade with the stored ones took. */
export interface Pairing {
  /** Finding, deciding, comparing and writing the match: on processors, and by the clock. */
  readonly processor: number;
  readonly clock: number;
  readonly itemsRead: number;
}

/**
 * Stores both sides of a trade, then pairs the one that came second, as the service does.
 *
 * @throws where it was not matched: then this has measured something else
 */
export async function pairOne(filled: FilledStore, { BANK, COUNTERPARTY }: Both): Promise<Pairing> {
  const { store, itemsRead, processorTime } = filled;
  for (const record of [BANK, COUNTERPARTY]) await store.writeVersion(record, undefined);
  const [readBefore, processorBefore, started] = [itemsRead(), processorTime(), performance.now()];
  const matched = await matchTrade(store, COUNTERPARTY.trade_key, () => new Date().toISOString());
  const [clock, processor] = [performance.now() - started, processorTime() - processorBefore];
  const status = matched?.match?.status;
  if (status !== 'MATCHED') throw new Error(`A trade was not matched, but ${status ?? 'unmatched'}.`);
  return { processor, clock, itemsRead: itemsRead() - readBefore };
}

type Both = Readonly<Record<Source, TradeRecord>>;

/** Numbers that no earlier run has stored. */
export function freshNumbers(): () => number {
  let next = 10_000_000 + Math.floor(Math.random() * 1_000_000_000);
  return () => next++;
}
