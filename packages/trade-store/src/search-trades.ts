import { otherSide, SOURCES, type Source } from '@trade-matching/domain';
import { tieBetween } from '@trade-matching/matching';
import { type IndexedTrade, indexKeys, searchKeys } from './trade-identity.ts';
import type { TradesTable } from './trades-table.ts';

/** Trades of the other side that are tied to this one, each once: as `TradeStore.tiedTo` says. */
export async function tiedTo(
  table: TradesTable,
  trade: IndexedTrade,
  { closely, most }: { readonly closely: boolean; readonly most: number },
): Promise<IndexedTrade[]> {
  const keys = indexKeys(trade).filter((key) => !closely || !key.startsWith('FINGERPRINT#'));
  const theirs = `${otherSide(trade.source)}#`;
  const tied = new Map<string, IndexedTrade>();
  const search = async (key: string) => {
    for await (const found of table.query<IndexedTrade>(key, theirs)) {
      if (tieBetween(trade.keys, found.keys)) tied.set(found.trade_key, found);
      if (tied.size >= most) return;
    }
  };
  await Promise.all(keys.map(search));
  return [...tied.values()];
}

/** Keys of the trades that a person may mean by a text: one query for each key and side. */
export async function searchTrades(table: TradesTable, text: string): Promise<string[]> {
  const found = new Set<string>();
  const search = async (key: string, source: Source) => {
    for await (const { trade_key } of table.query<IndexedTrade>(key, `${source}#`)) found.add(trade_key);
  };
  await Promise.all(searchKeys(text).flatMap((key) => SOURCES.map((source) => search(key, source))));
  return [...found].sort();
}
