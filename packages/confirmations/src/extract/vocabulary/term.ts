import type { TradeField } from '@trade-matching/domain';
import { remembering } from '../remembering.ts';
import type { ValueReader } from '../values/readers.ts';

/** Which leg's heading a plain label needs above it, so that `Payment Frequency` is the fixed leg's or the floating one's. */
export type Leg = 'fixed' | 'floating' | 'equity';

/** Labels, and how their value is read. */
export interface Term {
  /** One of the ways to write each: the rest follows from `canonicalLabel`. */
  readonly labels: readonly string[];
  readonly read: ValueReader;
  /** Its labels are values too, `Cash Settlement`: beside a value they are labels, but they make no line one. */
  readonly alsoValues?: true;
  /** Only below a heading, or in a column, of this leg. */
  readonly leg?: Leg;
  /** What a label that no list holds says in the canonical form: tried last, and only where the value can be read. */
  readonly pattern?: RegExp;
}

/** A pattern that a canonical label fits if it has the words of one and none of the other. */
export function words(has: string, hasNot = ''): RegExp {
  return new RegExp(`^${hasNot === '' ? '' : `(?!.*\\b(?:${hasNot})\\b)`}.*(?:${has})`);
}

/** Labels of one term, apart by bars. */
export function list(labels: string): string[] {
  return labels.split('|').map((label) => label.trim());
}

/** How a heading or the heading of a column names a leg. */
export const legOf: (heading: string) => Leg | undefined = remembering((heading) => {
  const plain = heading.toLowerCase();
  // `Fixed/Floating Swap` is a title.
  const [equity, floating, fixed] = [
    /\bequity\b|\btotal return\b|\breturn leg\b|\bperformance leg\b/.test(plain),
    /\bfloat|\bflt\b|\bfunding\b|\bvariable\b|\bfinancing\b|^interest leg$/.test(plain),
    /\bfix(?:ed)?\b/.test(plain),
  ];
  if (floating && fixed) return undefined;
  if (equity) return 'equity';
  if (floating) return 'floating';
  return fixed ? 'fixed' : undefined;
});

/** The leg that a field is of, where it is of one. */
export function legOfField(field: TradeField): Leg | undefined {
  if (field.startsWith('fixed_')) return 'fixed';
  if (/^floating_|^designated_maturity$|^spread_bps$|^reset_frequency$/.test(field)) return 'floating';
  return /^underlier$|^initial_price$|^equity_|^return_type$|^number_of_shares$/.test(field) ? 'equity' : undefined;
}

const LEG_WORDS = [
  '',
  'leg',
  'rate',
  'rate payer',
  'amount',
  'amount payer',
  'payer',
  'side',
  'rate leg',
  'interest',
  'amount detail',
  'price',
  'price payer',
];

/** `day count` under each way to write a leg: `fixed day count`, `fixed leg day count`, `day count fixed leg`. */
export function legLabels(leg: 'fixed' | 'floating', labels: readonly string[]): string[] {
  const prefixes = LEG_WORDS.map((word) => (word === '' ? leg : `${leg} ${word}`));
  return [
    ...prefixes.flatMap((prefix) => labels.map((label) => `${prefix} ${label}`)),
    ...[leg, `${leg} leg`, `${leg} rate`].flatMap((suffix) => labels.map((label) => `${label} ${suffix}`)),
  ];
}
