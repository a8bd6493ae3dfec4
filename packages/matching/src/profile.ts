import { FIELD_KINDS, type FieldKind, type Product, TRADE_FIELDS, type TradeField } from '@trade-matching/domain';
import { normaliseText } from './normalise-text.ts';

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
 * What a difference means: `critical` and `economic` terms make a mismatch, and a review where one side alone states
 * them; `administrative` ones make a review; `informational` ones are never compared.
 */
export const WEIGHTS = ['critical', 'economic', 'administrative', 'informational'] as const;

export type Weight = (typeof WEIGHTS)[number];

/** What becomes of a critical or economic term that one side alone states (R2). */
export const ONE_SIDED = ['review', 'accept'] as const;

export type OneSided = (typeof ONE_SIDED)[number];

/**
 * `required`: a product's terms are all to be stated. `as-stated`: a desk confirms by summary; what a document leaves out
 * is no reason for a review (R3).
 */
export const COMPLETENESS = ['required', 'as-stated'] as const;

export type Completeness = (typeof COMPLETENESS)[number];

/**
 * Of a document that was read from pictures (R12). `review`: a person looks at it. `accept`: it may match, where two engines
 * read every critical value alike; a value on which they differ is for review whatever a profile says.
 */
export const SCANS = ['review', 'accept'] as const;

export type Scans = (typeof SCANS)[number];

export interface FieldRule {
  readonly weight: Weight;
  readonly tolerance: Tolerance;
  readonly one_sided: OneSided;
}

/** By what one pair is compared. */
export interface MatchingProfile {
  /** The layers that it is made of, the strongest first: `default`, or `Northgate LLC over FX_FORWARD over default`. */
  readonly name: string;
  readonly fields: { readonly [F in TradeField]: FieldRule };
  readonly completeness: Completeness;
  readonly scans: Scans;
  /** Labels of other terms that are not compared, normalised. */
  readonly ignoredTerms: ReadonlySet<string>;
}

/** What a layer says of some fields; a field's own rule goes over its kind's. */
export interface ProfileLayer {
  readonly kinds?: { readonly [K in FieldKind]?: Partial<FieldRule> };
  readonly fields?: { readonly [F in TradeField]?: Partial<FieldRule> };
  readonly completeness?: Completeness;
  /** Labels of terms without a field that are not to be compared, as documents print them. All layers' count. */
  readonly ignore_other_terms?: readonly string[];
}

/** What holds with one counterparty, known by any of these. */
export interface CounterpartyLayer extends ProfileLayer {
  readonly lei?: string;
  readonly bic?: string;
  readonly name?: string;
  /** Only here: how well a scan can be read is known of who sends it. */
  readonly scans?: Scans;
}

/** Profiles as data: a counterparty's layer over a product's over the default (M4). */
export interface Profiles {
  readonly default: ProfileLayer;
  readonly products: { readonly [P in Product]?: ProfileLayer };
  readonly counterparties: readonly CounterpartyLayer[];
}

const STRICTEST: FieldRule = { weight: 'critical', tolerance: { kind: 'exact' }, one_sided: 'review' };

/** Lays profiles over one another: the later goes over the earlier, field by field and property by property. */
export function layerProfile(
  layers: readonly (ProfileLayer & Pick<CounterpartyLayer, 'scans'>)[],
  name = 'default',
): MatchingProfile {
  const ruleOf = (field: TradeField): FieldRule => {
    const rules = layers.flatMap(({ kinds, fields }) => [kinds?.[FIELD_KINDS[field]], fields?.[field]]);
    return Object.assign({}, STRICTEST, ...rules);
  };
  const ignored = layers.flatMap(({ ignore_other_terms = [] }) => ignore_other_terms);
  return {
    name,
    fields: Object.fromEntries(TRADE_FIELDS.map((field) => [field, ruleOf(field)])) as MatchingProfile['fields'],
    completeness: layers.findLast(({ completeness }) => completeness !== undefined)?.completeness ?? 'required',
    scans: layers.findLast(({ scans }) => scans !== undefined)?.scans ?? 'review',
    ignoredTerms: new Set(ignored.map((label) => normaliseText(label))),
  };
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
