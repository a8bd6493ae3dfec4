import { type Account, matchHistory, recordsOfKey } from '@trade-matching/account';
import { printable, WrongUsageError } from '@trade-matching/command-line';
import { isSource, OUTCOMES, SOURCES, type Source, type TradeRecord } from '@trade-matching/domain';
import { identityReference, isPrintedAlike } from '@trade-matching/matching';
import { TradeStore } from '@trade-matching/trade-store';

/** For the help of every command that takes one. */
export const TRADE_IDS = 'its key, its match, either side’s reference, its UTI, or a document’s key or SHA-256';

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

/**
 * The one trade that a text means; undefined of none. Both sides of one match are one: the bank's, or that of `source`.
 *
 * @throws {WrongUsageError} where it means several, with each of them
 */
export async function findTrade(account: Account, text: string, source?: Source): Promise<TradeRecord | undefined> {
  const all = await findTrades(account, text);
  const trades = source === undefined ? all : all.filter((trade) => trade.source === source);
  const [first, ...others] = trades;
  const isOneMatch = first?.match_id !== undefined && others.every(({ match_id }) => match_id === first.match_id);
  if (others.length === 0 || isOneMatch) return trades.find((trade) => trade.source === 'BANK') ?? first;
  throw ambiguous(text, trades.map(candidateText));
}

/** Lists what a text may mean, for a person to choose from. */
export function ambiguous(text: string, candidates: readonly string[]): WrongUsageError {
  return new WrongUsageError(
    `${printable(text)} may be any of these ${candidates.length}. Give the first word of a line:\n${candidates.map((each) => `  ${each}`).join('\n')}`,
  );
}

function candidateText({ trade_key, source, trade, match_status }: TradeRecord): string {
  const { product, trade_id = 'without a reference', counterparty_name = '' } = trade;
  return printable([trade_key, source, product, trade_id, match_status, counterparty_name].join('  ').trim());
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
