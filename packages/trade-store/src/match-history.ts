import {
  MATCHED_PREFIX,
  type MatchEnd,
  type MatchRecord,
  type TradeMatch,
  type TradeRecord,
  tradePartition,
} from '@trade-matching/domain';
import type { TradesTable, TransactItem } from './trades-table.ts';

/**
 * The items by which both trades of a match list it, for the transaction that makes or ends it. They are written whole each
 * time, so that one from before they were kept has them too, once it ends.
 *
 * @param ended absent of a match that is being made
 */
export function matchHistoryItems(
  table: TradesTable,
  match: MatchRecord,
  ended?: { readonly until: string; readonly ended_by: MatchEnd },
): TransactItem[] {
  const { match_id, updated_at: from, status, paired_by, differences, other_terms = [], basis } = match;
  const { bank_trade_key, bank_trade_id, counterparty_trade_key, counterparty_trade_id } = match;
  const different = differences.filter(({ verdict }) => verdict === 'DIFFERENT').map(({ field }) => field);
  const side = (trade_key: string, other_trade_key: string, other_reference: string | undefined) => {
    const content: TradeMatch = {
      ...{ match_id, trade_key, other_trade_key, status, paired_by, from },
      fields: [...different, ...other_terms.map(({ key }) => key)],
      ...(other_reference === undefined ? {} : { other_reference }),
      ...(basis === undefined ? {} : { basis }),
      ...ended,
    };
    return table.put(tradePartition(trade_key), `${MATCHED_PREFIX}${from}#${match_id}`, content);
  };
  return [
    side(bank_trade_key, counterparty_trade_key, counterparty_trade_id),
    side(counterparty_trade_key, bank_trade_key, bank_trade_id),
  ];
}

/** How a document that becomes the current one ends its trade's match. */
export function endBy({ match_status, source, document_hash }: TradeRecord): MatchEnd {
  return { cause: match_status === 'CANCELLED' ? 'CANCELLED' : 'AMENDED', source, document_hash };
}
