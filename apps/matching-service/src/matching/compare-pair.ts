import type {
  ComparedField,
  MatchReasons,
  MatchRecord,
  OtherTermDifference,
  PairingRule,
  TradeRecord,
} from '@trade-matching/domain';
import { chooseProfile, compareTrades, explainPair, type Profiles } from '@trade-matching/matching';
import { matchIdentity } from '@trade-matching/trade-store';

/** Characters of a literal that are kept: a value that is read from a sentence has the whole of it. */
const KEPT_OF_A_LITERAL = 200;

/** Compares a pair by its profile, and says of every field why. */
export function comparePair(
  bank: TradeRecord,
  counterparty: TradeRecord,
  rule: PairingRule,
  at: string,
  profiles: Profiles,
): { readonly match: MatchRecord; readonly reasons: MatchReasons } {
  const profile = chooseProfile([bank.trade, counterparty.trade], profiles);
  const result = compareTrades(bank, counterparty, { profile, pairedBy: rule });
  const match: MatchRecord = {
    match_id: matchIdentity(bank.trade_key, counterparty.trade_key),
    bank_trade_key: bank.trade_key,
    ...(bank.trade.trade_id === undefined ? {} : { bank_trade_id: bank.trade.trade_id }),
    bank_version: bank.version,
    bank_key: bank.s3_key,
    counterparty_trade_key: counterparty.trade_key,
    ...(counterparty.trade.trade_id === undefined ? {} : { counterparty_trade_id: counterparty.trade.trade_id }),
    counterparty_version: counterparty.version,
    counterparty_key: counterparty.s3_key,
    status: result.status,
    paired_by: rule,
    differences: result.differences,
    flags: result.flags,
    other_terms: result.other_terms.map(shortenedTerm),
    updated_at: at,
    pending_notification: true,
  };
  const fields = explainPair(bank, counterparty, result.differences, profile).map(shortened);
  return { match, reasons: { match_id: match.match_id, updated_at: at, fields } };
}

function shortened(field: ComparedField): ComparedField {
  const { bank_literal, counterparty_literal } = field;
  return {
    ...field,
    ...(bank_literal === undefined ? {} : { bank_literal: cut(bank_literal) }),
    ...(counterparty_literal === undefined ? {} : { counterparty_literal: cut(counterparty_literal) }),
  };
}

function shortenedTerm(term: OtherTermDifference): OtherTermDifference {
  const { bank, counterparty } = term;
  return {
    ...term,
    ...(bank === undefined ? {} : { bank: cut(bank) }),
    ...(counterparty === undefined ? {} : { counterparty: cut(counterparty) }),
  };
}

function cut(literal: string): string {
  return literal.length <= KEPT_OF_A_LITERAL ? literal : `${literal.slice(0, KEPT_OF_A_LITERAL)}…`;
}
