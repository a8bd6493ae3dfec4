import { isSource, OUTCOMES, SOURCES, type TradeRecord } from '@trade-matching/domain';
import { identityReference, isPrintedAlike } from '@trade-matching/matching';
import { TradeStore } from '@trade-matching/trade-store';
import type { Account } from './connect.ts';
import { recordsOfKey } from './ledger-records.ts';
import { matchHistory } from './trade-records.ts';

/** The longest key of S3: nothing that names a trade is longer. */
const MAX_CHARACTERS = 1_024;

/**
 * The trades that a text may mean, the likeliest alone: a trade's key or its match's, a document's SHA-256 or key, a
 * reference or a UTI. Of a reference, those whose own it is go before those that only mention it, and the same characters
 * before others.
 */
export async function findTrades(account: Account, text: string): Promise<TradeRecord[]> {
  if (text.length > MAX_CHARACTERS) return [];
  const store = new TradeStore(account.records, account.names.tradesTable);
  for (const find of [byId, byHash, byDocumentKey, byReference]) {
    const keys = await find(account, store, text);
    const found = await Promise.all([...new Set(keys)].map((key) => store.trade(key)));
    const trades = found.filter((trade) => trade !== undefined);
    if (trades.length > 0) return find === byReference ? likeliest(trades, text) : trades;
  }
  return [];
}

type Find = (account: Account, store: TradeStore, text: string) => Promise<readonly string[]>;

const byId: Find = async (account, _store, text) => {
  if (!/^[\da-f]{24}$/.test(text)) return [];
  const { current, ended } = await matchHistory(account, text);
  const match = current ?? ended[0];
  return match ? [match.bank_trade_key, match.counterparty_trade_key] : [text];
};

const byHash: Find = async (_account, store, text) => {
  if (!/^[\da-f]{64}$/i.test(text)) return [];
  const found = await Promise.all(SOURCES.map((source) => store.document(source, text.toLowerCase())));
  return found.flatMap((document) => document?.trade_key ?? []);
};

/** An incoming key, or where the document is filed. */
const byDocumentKey: Find = async (account, store, text) => {
  const outcome = OUTCOMES.find((each) => text.startsWith(`${each}/`));
  const key = outcome === undefined ? text : text.slice(outcome.length + 1);
  if (!isSource(key.split('/')[0] ?? '')) return [];
  const records = await recordsOfKey(account, key);
  const found = await Promise.all(
    records.map(({ source, hash }) => (isSource(source) && hash ? store.document(source, hash) : undefined)),
  );
  return found.flatMap((document) => document?.trade_key ?? []);
};

const byReference: Find = (_account, store, text) => store.searched(text);

function likeliest(trades: readonly TradeRecord[], text: string): TradeRecord[] {
  const printed = trades.filter(({ trade }) => trade.trade_id !== undefined && isPrintedAlike(trade.trade_id, text));
  if (printed.length > 0) return printed;
  const own = trades.filter(
    ({ trade }) => trade.trade_id !== undefined && identityReference(trade.trade_id) === identityReference(text),
  );
  return own.length > 0 ? own : [...trades];
}
