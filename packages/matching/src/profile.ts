import { FIELD_KINDS, type TradeField } from '@trade-matching/domain';

/** How far two values of a field may be apart and still agree (M4). */
export type Tolerance =
  | { readonly kind: 'exact' }
  | { readonly kind: 'absolute'; readonly units: string }
  /** Of the bank's value. */
  | { readonly kind: 'percent'; readonly percent: string }
  /** For fields in percent: 1 basis point is 0.01. */
  | { readonly kind: 'basis-points'; readonly basisPoints: string }
  | { readonly kind: 'days'; readonly days: number }
  /** Spelling variants of a name, only where an identifier agrees. */
  | { readonly kind: 'name-variant'; readonly identifier: readonly TradeField[] };

/**
 * What a difference means: `critical` and `economic` terms make a mismatch, `administrative` ones a review,
 * `informational` ones are never compared.
 */
export type Weight = 'critical' | 'economic' | 'administrative' | 'informational';

export interface FieldRule {
  readonly weight: Weight;
  readonly tolerance: Tolerance;
}

export type MatchingProfile = { readonly [F in TradeField]: FieldRule };

const EXACT: Tolerance = { kind: 'exact' };

const INFORMATIONAL: ReadonlySet<TradeField> = new Set<TradeField>([
  'trade_id',
  'other_reference',
  'uti',
  'bank_bic',
  'counterparty_bic',
  'confirmation_date',
  'termination_date_literal',
  'tenor',
  'lookback',
  'rate_cutoff',
  'payment_currency',
]);

const ADMINISTRATIVE: ReadonlySet<TradeField> = new Set<TradeField>([
  'calculation_agent',
  'governing_law',
  'master_agreement',
  'master_agreement_date',
  'business_centers',
  'csa',
]);

const ECONOMIC: ReadonlySet<TradeField> = new Set<TradeField>([
  'bank_name',
  'counterparty_name',
  'reset_frequency',
  'compounding_method',
  'business_day_convention',
  'settlement_type',
  'settlement_currency',
  'fixed_first_payment_date',
  'floating_first_payment_date',
  'unit_of_measure',
]);

function ruleOf(field: TradeField): FieldRule {
  const weight = INFORMATIONAL.has(field)
    ? 'informational'
    : ADMINISTRATIVE.has(field)
      ? 'administrative'
      : ECONOMIC.has(field)
        ? 'economic'
        : 'critical';
  return { weight, tolerance: toleranceOf(field) };
}

function toleranceOf(field: TradeField): Tolerance {
  if (field === 'trade_date') return { kind: 'days', days: 1 };
  if (field === 'fixed_rate') return { kind: 'basis-points', basisPoints: '1' };
  if (field === 'bank_name') return { kind: 'name-variant', identifier: ['bank_lei'] };
  if (field === 'counterparty_name') return { kind: 'name-variant', identifier: ['counterparty_lei'] };
  if (field === 'reference_entity') return { kind: 'name-variant', identifier: ['reference_obligation'] };
  return FIELD_KINDS[field] === 'amount' ? { kind: 'percent', percent: '0.01' } : EXACT;
}

/** The tolerances that hold where no product or counterparty says otherwise. */
export const DEFAULT_PROFILE: MatchingProfile = Object.fromEntries(
  (Object.keys(FIELD_KINDS) as TradeField[]).map((field) => [field, ruleOf(field)]),
) as MatchingProfile;

/** A tolerance in words, as a difference shows it. */
export function describeTolerance(tolerance: Tolerance): string {
  switch (tolerance.kind) {
    case 'exact':
      return 'exact';
    case 'absolute':
      return `${tolerance.units} absolute`;
    case 'percent':
      return `${tolerance.percent} %`;
    case 'basis-points':
      return `${tolerance.basisPoints} bp`;
    case 'days':
      return `${tolerance.days} calendar day${tolerance.days === 1 ? '' : 's'}`;
    case 'name-variant':
      return 'name variant with the same identifier';
  }
}
