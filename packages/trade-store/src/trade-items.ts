import {
  CURRENT,
  ENDED_PREFIX,
  listedTrades,
  type MatchEnd,
  type MatchRecord,
  matchPartition,
  statusDay,
  type TradeRecord,
  tradePartition,
  VERSION_PREFIX,
} from '@trade-matching/domain';
import { endBy, matchHistoryItems } from './match-history.ts';
import { documentKey, formerKeys, indexedTrade, indexKeys } from './trade-identity.ts';
import type { StoredDocument } from './trade-store.ts';
import type { TradesTable, TransactItem } from './trades-table.ts';

/** Makes a record its trade's current one: the record, its index items, and the end of the match that it had. */
export async function currentItems(
  table: TradesTable,
  record: TradeRecord,
  before: TradeRecord | undefined,
): Promise<TransactItem[]> {
  const { trade_key, source, match_status, updated_at } = record;
  const indexed = indexedTrade(record);
  const all = indexKeys(indexed);
  const keys = match_status === 'CANCELLED' ? [] : all;
  const stale = before ? indexKeys(indexedTrade(before)).filter((key) => !keys.includes(key)) : [];
  const match =
    before?.match_id === undefined ? undefined : await table.get<MatchRecord>(matchPartition(before.match_id), CURRENT);
  const sk = `${source}#${trade_key}`;
  return [
    table.put(tradePartition(trade_key), CURRENT, record, listedTrades(match_status), before?.revision ?? 'new'),
    ...keys.map((key) => table.put(key, sk, indexed)),
    ...stale.map((key) => table.delete(key, sk)),
    ...formerKeys([...new Set([...all, ...stale])].filter((key) => !keys.includes(key))).map((key) =>
      table.put(key, sk, indexed),
    ),
    ...(match ? endItems(table, match, updated_at, endBy(record), trade_key) : []),
  ];
}

/**
 * Ends a match, and keeps it in its history.
 *
 * @param rewritten the side that is being written in the same transaction: DynamoDB takes one write an item
 */
export function endItems(
  table: TradesTable,
  match: MatchRecord,
  at: string,
  ended_by: MatchEnd,
  rewritten?: string,
): TransactItem[] {
  const { match_id, bank_trade_key, counterparty_trade_key } = match;
  const left = [bank_trade_key, counterparty_trade_key].filter((id) => id !== rewritten);
  return [
    ...left.map((id) =>
      table.update(
        tradePartition(id),
        CURRENT,
        {
          ...{ match_status: 'UNMATCHED', updated_at: at, match_id: undefined, alleged: undefined },
          status_day: statusDay(listedTrades('UNMATCHED'), at),
        },
        { match_id },
      ),
    ),
    // What was sent of it meanwhile goes into its history.
    table.deleteAsRead(matchPartition(match_id), CURRENT, match),
    table.put(matchPartition(match_id), `${ENDED_PREFIX}${at}`, match),
    ...matchHistoryItems(table, match, { until: at, ended_by }),
  ];
}

/** A document in its trade's history, and the pointer from its bytes. */
export function historyItems(table: TradesTable, record: TradeRecord, expected?: 'new'): TransactItem[] {
  const { trade_key, source, document_hash, event_time } = record;
  const pointer: StoredDocument = { trade_key, event_time };
  return [
    table.put(tradePartition(trade_key), versionKey(record), record),
    table.put(documentKey(source, document_hash), 'TRADE', pointer, undefined, expected),
  ];
}

/** Where a document stands in its trade's history, by its upload. */
export function versionKey({ event_time, document_hash }: TradeRecord): string {
  return `${VERSION_PREFIX}${event_time}#${document_hash.slice(0, 12)}`;
}
