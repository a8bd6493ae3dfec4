import { FIELD_KINDS, type FieldKind, type Product, TRADE_FIELDS, type TradeField } from '@trade-matching/domain';

/** How far two values of a field may be apart and still agree (M4). */
export type Tolerance =
  | { readonly kind: 'exact' }
  | { readonly kind: 'absolute'; readonly units: string }
  /** Of the smaller of the two values, so that neither side is the measure of the other. */
  | { readonly kind: 'percent'; readonly percent: string }
  /** For rates in percent, where 1 basis point is 0.01, and for spreads, where it is 1. */
  | { readonly kind: 'basis-points'; readonly basisPoints: string }
  /** Calendar days. */
  | { readonly kind: 'days'; readonly days: number }
  /** Spelling variants of a name, only where one of these identifiers is on both sides and agrees. */
  | { readonly kind: 'name-variant'; readonly identifier: readonly TradeField[] };

/**
 * What a difference means: `critical` and `economic` terms make a mismatch, `administrative` ones a review,
 * `informational` ones are never compared. A critical term that one side alone states makes a review.
 */
export const WEIGHTS = ['critical', 'economic', 'administrative', 'informational'] as const;

export type Weight = (typeof WEIGHTS)[number];

export interface FieldRule {
  readonly weight: Weight;
  readonly tolerance: Tolerance;
}

/** The rule of every field, as one pair is compared by it. */
export type MatchingProfile = { readonly [F in TradeField]: FieldRule };

/** What a layer says of some fields; a field's own rule goes over its kind's. */
export interface ProfileLayer {
  readonly kinds?: { readonly [K in FieldKind]?: Partial<FieldRule> };
  readonly fields?: { readonly [F in TradeField]?: Partial<FieldRule> };
}

/** What holds with one counterparty, known by any of these. */
export interface CounterpartyLayer extends ProfileLayer {
  readonly lei?: string;
  readonly bic?: string;
  readonly name?: string;
}

/** Profiles as data: a counterparty's layer over a product's over the default (M4). */
export interface Profiles {
  readonly default: ProfileLayer;
  readonly products: { readonly [P in Product]?: ProfileLayer };
  readonly counterparties: readonly CounterpartyLayer[];
}

const CRITICAL_AND_EXACT: FieldRule = { weight: 'critical', tolerance: { kind: 'exact' } };

/** Lays profiles over one another: the later goes over the earlier, field by field and property by property. */
export function layerProfile(layers: readonly ProfileLayer[]): MatchingProfile {
  const ruleOf = (field: TradeField): FieldRule => {
    const rules = layers.flatMap(({ kinds, fields }) => [kinds?.[FIELD_KINDS[field]], fields?.[field]]);
    return Object.assign({}, CRITICAL_AND_EXACT, ...rules);
  };
  return Object.fromEntries(TRADE_FIELDS.map((field) => [field, ruleOf(field)])) as MatchingProfile;
}

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
