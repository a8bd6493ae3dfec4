import type { TradeRecord } from '@trade-matching/domain';
import { type IndexedTrade, indexedTrade, type TradeStore } from '@trade-matching/trade-store';

/** The trades that hang together with one, as far as that one's pair can depend on them. */
export interface TiedTrades {
  readonly trades: readonly TradeRecord[];
  /** There are more than {@link CROWD} by fingerprint: only closer ties were followed. */
  readonly crowded: boolean;
}

/** So many trades that look alike are for a person, whatever the others are. */
export const CROWD = 200;

/**
 * Follows ties from a trade to the other side's and on from those, until there are no more. An amended or cancelled trade
 * is also followed from what it was: whoever was tied to that may now be another's.
 */
export async function tiedTrades(store: TradeStore, seed: TradeRecord): Promise<TiedTrades> {
  const starts = isStanding(seed) ? [indexedTrade(seed)] : [];
  const earlier: IndexedTrade[] = [];
  if (seed.version > 1) for await (const version of store.versions(seed.trade_key)) earlier.push(indexedTrade(version));
  const all = await follow(store, starts, earlier, false);
  const crowded = all.size >= CROWD;
  const found = crowded ? await follow(store, starts, earlier, true) : all;
  const trades = new Map<string, TradeRecord>();
  let missing = [...found.keys()];
  while (missing.length > 0) {
    const read = await Promise.all(missing.map((key) => (key === seed.trade_key ? seed : store.trade(key))));
    const records = read.filter((record) => record !== undefined);
    for (const record of records) trades.set(record.trade_key, record);
    missing = await forcedTogether(store, records, trades, crowded);
  }
  return { trades: [...trades.values()].filter(isStanding), crowded };
}

/**
 * Keys of the trades that a person forced these together with, and of those that hang together with them: nothing else may
 * tie them to the seed, and they are others' no more.
 */
async function forcedTogether(
  store: TradeStore,
  records: readonly TradeRecord[],
  known: ReadonlyMap<string, TradeRecord>,
  crowded: boolean,
): Promise<string[]> {
  const keys = records.flatMap(({ pair_decisions }) => pair_decisions?.forced_with ?? []);
  const partners = await Promise.all(keys.filter((key) => !known.has(key)).map((key) => store.trade(key)));
  const standing = partners.filter((partner) => partner !== undefined).filter(isStanding);
  if (standing.length === 0) return [];
  const found = await follow(store, standing.map(indexedTrade), [], crowded);
  return [...found.keys()].filter((key) => !known.has(key));
}

function isStanding({ match_status }: TradeRecord): boolean {
  return match_status !== 'CANCELLED';
}

async function follow(
  store: TradeStore,
  starts: readonly IndexedTrade[],
  earlier: readonly IndexedTrade[],
  closely: boolean,
): Promise<ReadonlyMap<string, IndexedTrade>> {
  const found = new Map(starts.map((trade) => [trade.trade_key, trade]));
  let next: readonly IndexedTrade[] = [...starts, ...earlier];
  while (next.length > 0 && found.size < CROWD) {
    const tied = await Promise.all(next.map((trade) => store.tiedTo(trade, { closely, most: CROWD })));
    const fresh = new Map(tied.flat().map((trade) => [trade.trade_key, trade]));
    next = [...fresh.values()].filter(({ trade_key }) => !found.has(trade_key));
    for (const trade of next) found.set(trade.trade_key, trade);
  }
  return found;
}
