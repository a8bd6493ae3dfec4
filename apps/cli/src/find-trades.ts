import { type Account, findTrades } from '@trade-matching/account';
import { printable, WrongUsageError } from '@trade-matching/command-line';
import type { Source, TradeRecord } from '@trade-matching/domain';

/** For the help of every command that takes one. */
export const TRADE_IDS = 'its key, its match, either side’s reference, its UTI, or a document’s key or SHA-256';

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
