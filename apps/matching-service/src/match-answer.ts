import type { ProcessAnswer } from '@trade-matching/domain';
import type { MatchedTrade } from './matching/match-trade.ts';

/** Where a trade is, as answers say it. */
export function matchAnswer({ record, match }: MatchedTrade): ProcessAnswer['match'] {
  if (!match) return { status: record.match_status, differences: [] };
  const { status, match_id, differences, other_terms = [] } = match;
  const [key, reference] =
    record.source === 'BANK'
      ? [match.counterparty_trade_key, match.counterparty_trade_id]
      : [match.bank_trade_key, match.bank_trade_id];
  return {
    ...{ status, match_id, counterpart_trade_id: reference ?? key, counterpart_trade_key: key },
    ...{ differences: [...differences], other_terms: [...other_terms] },
  };
}
