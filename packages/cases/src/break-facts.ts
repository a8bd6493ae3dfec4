import type { MatchRecord, MatchStatus, Trade, TradeRecord } from '@trade-matching/domain';
import type { MatchingProfile } from '@trade-matching/matching';
import { centresOf } from './business-calendar.ts';
import { canonicalHash } from './canonical-json.ts';
import type { BreakFacts, BreakOrigin, DifferingValue } from './case-event.ts';
import { differencesHash } from './differences-hash.ts';

/** Names of fields and other terms that a case keeps: more are on the match. */
const MAX_FIELDS = 50;

/** Of those that differ, how many a case keeps with their values: what a row of a queue has room for. */
const MAX_VALUES = 3;
const LONGEST_VALUE = 40;

/** Statuses of which somebody has to know: each is a case at once. An alleged trade becomes one after a grace time. */
export function isBreak(status: MatchStatus): boolean {
  return status === 'MISMATCHED' || status === 'REVIEW' || status === 'CANCELLED';
}

/** A pair as a case knows it. */
export function pairOrigin(bank: TradeRecord, counterparty: TradeRecord): Omit<BreakOrigin, 'subject'> {
  return {
    ...termsOf(bank.trade, counterparty.trade),
    ...reference('bank_reference', bank.trade),
    ...reference('counterparty_reference', counterparty.trade),
    bank_trade_key: bank.trade_key,
    counterparty_trade_key: counterparty.trade_key,
  };
}

/** A trade without a pair as a case knows it. */
export function tradeOrigin({ source, trade, trade_key }: TradeRecord): Omit<BreakOrigin, 'subject'> {
  return {
    ...termsOf(trade, trade),
    ...(source === 'BANK'
      ? { ...reference('bank_reference', trade), bank_trade_key: trade_key }
      : { ...reference('counterparty_reference', trade), counterparty_trade_key: trade_key }),
  };
}

/**
 * Where a pair stands. Accepting takes a second person where a critical term differs, and where the match is for review: that
 * overrides its status (W4).
 */
export function pairFacts(
  match: MatchRecord,
  bank: TradeRecord,
  counterparty: TradeRecord,
  { fields }: MatchingProfile,
): BreakFacts {
  const { status, differences, flags, other_terms = [] } = match;
  const different = differences.filter(({ verdict }) => verdict === 'DIFFERENT').map(({ field }) => field);
  const flagged = flags.filter(({ severity }) => severity === 'review').flatMap(({ field }) => field ?? []);
  const isCritical = different.some((field) => field === 'product' || fields[field].weight === 'critical');
  return {
    status,
    seen: {
      bank_hash: bank.document_hash,
      counterparty_hash: counterparty.document_hash,
      differences_hash: differencesHash({ status, differences, flags, other_terms }),
    },
    fields: named([...different, ...flagged, ...other_terms.map(({ key }) => key)]),
    ...valuesOf(differences),
    critical: isCritical || status === 'REVIEW',
    severity: isCritical ? 'critical' : status === 'MISMATCHED' || status === 'REVIEW' ? 'major' : 'minor',
  };
}

/** Where a trade without a pair stands. */
export function tradeFacts(record: TradeRecord, status: MatchStatus, ambiguousBy?: string): BreakFacts {
  const { source, document_hash, flags } = record;
  const marks = flags.filter(({ severity }) => severity === 'review').map(({ code, field }) => ({ code, field }));
  return {
    status,
    seen: {
      [source === 'BANK' ? 'bank_hash' : 'counterparty_hash']: document_hash,
      differences_hash: canonicalHash({ status, ambiguous_by: ambiguousBy, marks }),
    },
    fields: named(marks.flatMap(({ field }) => field ?? [])),
    critical: false,
    severity: status === 'CANCELLED' ? 'minor' : 'major',
  };
}

function valuesOf(differences: MatchRecord['differences']): { readonly values?: readonly DifferingValue[] } {
  const values = differences
    .filter(({ verdict }) => verdict === 'DIFFERENT')
    .slice(0, MAX_VALUES)
    .map(({ field, bank, counterparty }) => ({
      field,
      ...(bank === undefined ? {} : { bank: cut(bank) }),
      ...(counterparty === undefined ? {} : { counterparty: cut(counterparty) }),
    }));
  return values.length === 0 ? {} : { values };
}

const cut = (value: string): string => (value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value);

function termsOf(trade: Trade, other: Trade) {
  const { product, currency, notional, business_centers } = trade;
  const counterparty = trade.counterparty_name ?? other.counterparty_name;
  return {
    product,
    ...(counterparty === undefined ? {} : { counterparty }),
    ...(notional === undefined ? {} : { amount: notional }),
    ...(currency === undefined ? {} : { currency }),
    centres: centresOf(business_centers ?? other.business_centers, [currency, trade.currency_2]),
  };
}

function reference<N extends string>(name: N, { trade_id }: Trade): { readonly [K in N]?: string } {
  return (trade_id === undefined ? {} : { [name]: trade_id }) as { readonly [K in N]?: string };
}

function named(fields: readonly string[]): string[] {
  return [...new Set(fields)].sort().slice(0, MAX_FIELDS);
}
