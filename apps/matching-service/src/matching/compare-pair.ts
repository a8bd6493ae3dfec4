import {
  boundFlags,
  cutText,
  leftOutFlag,
  type MatchedDocument,
  type MatchReasons,
  type MatchRecord,
  type PairingRule,
  summaryOf,
  type TradeRecord,
} from '@trade-matching/domain';
import {
  chooseProfile,
  compareTrades,
  explainPair,
  MATCHING_VERSION,
  type Profiles,
  profileIdentity,
} from '@trade-matching/matching';
import { matchIdentity } from '@trade-matching/trade-store';

/**
 * Characters of a value or a literal that a match keeps: a value that is read from a sentence has the whole of it. Two documents
 * of the greatest size make a match, and its reasons, that fit into an item of 400 KB each.
 */
const KEPT_OF_A_VALUE = 200;
const MAX_FLAGS = 100;
const MAX_OTHER_TERMS = 60;

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
  const left = result.other_terms.length - MAX_OTHER_TERMS;
  const leftOut =
    left > 0 ? [leftOutFlag(`${left} more terms without a field on which the documents do not agree`)] : [];
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
    about: shortened(summaryOf(bank.trade, counterparty.trade)),
    status: result.status,
    paired_by: rule,
    differences: result.differences.map(shortened),
    flags: boundFlags([...leftOut, ...result.flags], MAX_FLAGS),
    other_terms: result.other_terms.slice(0, MAX_OTHER_TERMS).map(shortened),
    basis: {
      profile: profileIdentity([bank.trade, counterparty.trade], profiles),
      matching_version: MATCHING_VERSION,
      bank: documentOf(bank),
      counterparty: documentOf(counterparty),
    },
    updated_at: at,
    pending_notification: true,
  };
  const fields = explainPair(bank, counterparty, result.differences, profile).map(shortened);
  return { match, reasons: { match_id: match.match_id, updated_at: at, fields } };
}

function documentOf({ document_hash, s3_key, s3_version_id, version, read_by }: TradeRecord): MatchedDocument {
  return {
    ...{ document_hash, s3_key, version },
    ...(s3_version_id === undefined ? {} : { s3_version_id }),
    ...(read_by === undefined ? {} : { read_by }),
  };
}

/** Every text of it cut to a readable length. */
function shortened<T extends object>(each: T): T {
  return Object.fromEntries(
    Object.entries(each).map(([name, text]) => [
      name,
      typeof text === 'string' ? cutText(text, KEPT_OF_A_VALUE + 1) : text,
    ]),
  ) as T;
}
