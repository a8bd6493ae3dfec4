import {
  type Difference,
  type Flag,
  type MatchResult,
  type MatchStatus,
  type PairingRule,
  TRADE_FIELDS,
  type Trade,
  type TradeField,
} from '@trade-matching/domain';
import { DEFAULT_PROFILE } from './built-in-profiles.ts';
import { compareField } from './compare-field.ts';
import { describeTolerance, type MatchingProfile, type Weight } from './profile.ts';

/** One side of a pair: its trade and what its document was flagged for. */
export interface Side {
  readonly trade: Trade;
  readonly flags: readonly Flag[];
}

/**
 * Compares a pair field by field. A critical or economic term out of tolerance is a mismatch whatever else agrees (M5):
 * there is no score that could outvote it. A critical term that only one side states is flagged as a warning; any other
 * that only one side states is not compared. The status is the same whichever side is given first.
 */
export function compareTrades(
  bank: Side,
  counterparty: Side,
  { profile = DEFAULT_PROFILE, pairedBy }: { profile?: MatchingProfile; pairedBy?: PairingRule } = {},
): MatchResult {
  const weighed: { weight: Weight; difference: Difference }[] = [];
  const oneSided: Flag[] = [];
  if (bank.trade.product !== counterparty.trade.product) {
    weighed.push({ weight: 'critical', difference: productDifference(bank.trade, counterparty.trade) });
  }
  for (const field of TRADE_FIELDS) {
    const { weight, tolerance } = profile[field];
    const [ours, theirs] = [bank.trade[field], counterparty.trade[field]];
    if (weight === 'informational' || (ours === undefined && theirs === undefined)) continue;
    if (ours === undefined || theirs === undefined) {
      if (weight === 'critical') oneSided.push(oneSidedFlag(field, ours, theirs));
      continue;
    }
    const { verdict, delta } = compareField(field, bank.trade, counterparty.trade, tolerance);
    if (verdict === 'EQUAL') continue;
    weighed.push({
      weight,
      difference: {
        field,
        bank: ours,
        counterparty: theirs,
        tolerance: describeTolerance(tolerance),
        verdict,
        ...(delta === undefined ? {} : { delta }),
      },
    });
  }
  weighed.push(...literalDifferences(bank.trade, counterparty.trade));
  const flags = [...bank.flags, ...counterparty.flags, ...oneSided];
  return {
    status: statusOf(weighed, flags),
    ...(pairedBy === undefined ? {} : { paired_by: pairedBy }),
    differences: weighed.map(({ difference }) => difference),
    flags,
  };
}

function statusOf(weighed: readonly { weight: Weight; difference: Difference }[], flags: readonly Flag[]): MatchStatus {
  const different = weighed.filter(({ difference }) => difference.verdict === 'DIFFERENT');
  if (different.some(({ weight }) => weight === 'critical' || weight === 'economic')) return 'MISMATCHED';
  if (different.length > 0 || flags.some(({ severity }) => severity === 'review')) return 'REVIEW';
  return weighed.length > 0 ? 'MATCHED_WITHIN_TOLERANCE' : 'MATCHED';
}

function oneSidedFlag(field: TradeField, ours: string | undefined, theirs: string | undefined): Flag {
  const side = theirs === undefined ? 'bank' : 'counterparty';
  return {
    code: 'ONE_SIDED_TERM',
    // What only one side prints is no disagreement: shared terms decide, and people are told of the rest.
    severity: 'warning',
    field,
    message: `only the ${side} states ${field}: ${ours ?? theirs}`,
  };
}

function productDifference(bank: Trade, counterparty: Trade): Difference {
  return {
    field: 'product',
    bank: bank.product,
    counterparty: counterparty.product,
    tolerance: 'exact',
    verdict: 'DIFFERENT',
  };
}

// A maturity that its own document contradicts is shown as it is printed; the flag sends it to review, not this.
function literalDifferences(bank: Trade, counterparty: Trade): { weight: Weight; difference: Difference }[] {
  const ours = bank.termination_date_literal ?? bank.termination_date;
  const theirs = counterparty.termination_date_literal ?? counterparty.termination_date;
  const printed = bank.termination_date_literal ?? counterparty.termination_date_literal;
  if (printed === undefined || ours === undefined || theirs === undefined || ours === theirs) return [];
  const difference: Difference = {
    field: 'termination_date_literal',
    bank: ours,
    counterparty: theirs,
    tolerance: 'exact',
    verdict: 'DIFFERENT',
  };
  return [{ weight: 'administrative', difference }];
}
