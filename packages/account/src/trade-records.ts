import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import {
  CURRENT,
  ENDED_PREFIX,
  listedMatches,
  listedTrades,
  MATCHED_PREFIX,
  type MatchReasons,
  type MatchRecord,
  type MatchStatus,
  matchPartition,
  reasonsKey,
  statusDay,
  TRADES_TABLE,
  type TradeMatch,
  type TradeRecord,
  tradePartition,
  VERSION_PREFIX,
} from '@trade-matching/domain';
import type { Account } from './connect.ts';
import { queryTable } from './query-table.ts';

/** A trade with every document that it has had, the latest upload first. */
export interface TradeHistory {
  readonly current: TradeRecord;
  readonly versions: readonly TradeRecord[];
  /** Every match that it is or was in, the latest first. */
  readonly matches: readonly TradeMatch[];
}

/** A match with why it is what it is, and the times that it stood before. */
export interface MatchHistory {
  readonly current: MatchRecord | undefined;
  readonly reasons: MatchReasons | undefined;
  readonly ended: readonly MatchRecord[];
}

type Stored<T> = T & { readonly sk: string };

/** The trades that came to a status on a day, the latest first. */
export function tradesOfDay(account: Account, status: MatchStatus, day: string): AsyncGenerator<TradeRecord> {
  const { name: index, partitionKey } = TRADES_TABLE.indexes.byStatusDay;
  const value = statusDay(listedTrades(status), day);
  return queryTable(account, { table: account.names.tradesTable, index, partitionKey, value });
}

/** The pairs that came to a status on a day and are pairs still, the latest first. */
export function matchesOfDay(account: Account, status: MatchStatus, day: string): AsyncGenerator<MatchRecord> {
  const { name: index, partitionKey } = TRADES_TABLE.indexes.byStatusDay;
  const value = statusDay(listedMatches(status), day);
  return queryTable(account, { table: account.names.tradesTable, index, partitionKey, value });
}

/** Keys of one BatchGetItem; an answer has up to 16 MB, and what is left out is asked for again (API reference). */
const KEYS_A_CALL = 100;

/** Trades by their keys; those that do not exist are left out. */
export async function tradesByKey(account: Account, keys: readonly string[]): Promise<Map<string, TradeRecord>> {
  const { records, names } = account;
  const trades = new Map<string, TradeRecord>();
  let left: Record<string, unknown>[] = [...new Set(keys)].map((key) => ({ pk: tradePartition(key), sk: CURRENT }));
  while (left.length > 0) {
    const Keys = left.slice(0, KEYS_A_CALL);
    const answer = await records.send(new BatchGetCommand({ RequestItems: { [names.tradesTable]: { Keys } } }));
    for (const item of answer.Responses?.[names.tradesTable] ?? []) {
      const trade = item as TradeRecord;
      trades.set(trade.trade_key, trade);
    }
    left = [...left.slice(KEYS_A_CALL), ...(answer.UnprocessedKeys?.[names.tradesTable]?.Keys ?? [])];
  }
  return trades;
}

export async function tradeHistory(account: Account, tradeKey: string): Promise<TradeHistory | undefined> {
  const items = await partition<TradeRecord | TradeMatch>(account, tradePartition(tradeKey));
  const records = items.filter((item): item is Stored<TradeRecord> => !item.sk.startsWith(MATCHED_PREFIX));
  const current = records.find(({ sk }) => sk === CURRENT);
  if (!current) return undefined;
  const matches = items.filter((item): item is Stored<TradeMatch> => item.sk.startsWith(MATCHED_PREFIX));
  const versions = records.filter(({ sk }) => sk.startsWith(VERSION_PREFIX));
  return { current, versions, matches: matches.map(withoutKeys) };
}

export async function matchHistory(account: Account, matchId: string): Promise<MatchHistory> {
  const items = await partition<MatchRecord | MatchReasons>(account, matchPartition(matchId));
  const matches = items.filter((item): item is Stored<MatchRecord> => 'status' in item);
  const current = matches.find(({ sk }) => sk === CURRENT);
  const latest = current ?? matches[0];
  return {
    current,
    reasons: items.find(
      (item): item is Stored<MatchReasons> => latest !== undefined && item.sk === reasonsKey(latest.updated_at),
    ),
    ended: matches.filter(({ sk }) => sk.startsWith(ENDED_PREFIX)),
  };
}

/** Keys are the table's own. */
function withoutKeys(item: Stored<TradeMatch>): TradeMatch {
  const { pk: _pk, sk: _sk, ...content } = item as Stored<TradeMatch> & { readonly pk: string };
  return content;
}

async function partition<T>(account: Account, value: string): Promise<Stored<T>[]> {
  const items: Stored<T>[] = [];
  const query = { table: account.names.tradesTable, partitionKey: TRADES_TABLE.partitionKey, value };
  for await (const item of queryTable<Stored<T>>(account, query)) items.push(item);
  return items;
}
