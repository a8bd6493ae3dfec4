import type { ValueReader } from '../readers.ts';

/** Which leg's heading a plain label needs above it, so that `Payment Frequency` is the fixed leg's or the floating one's. */
export type Leg = 'fixed' | 'floating' | 'equity';

/** Labels, and how their value is read. */
export interface Term {
  /** As {@link normaliseLabel} writes them. */
  readonly labels: readonly string[];
  readonly read: ValueReader;
  /** Only below a heading, or in a column, of this leg. */
  readonly leg?: Leg;
}

/** How a heading or the heading of a column names a leg. */
export function legOf(heading: string): Leg | undefined {
  const plain = heading.toLowerCase();
  if (/equity/.test(plain)) return 'equity';
  if (/float|flt/.test(plain)) return 'floating';
  return /fixed/.test(plain) ? 'fixed' : undefined;
}

/** `day count` under each way to write a leg: `fixed day count`, `fixed leg day count`, `fixed rate day count`. */
export function legLabels(leg: 'fixed' | 'floating', labels: readonly string[]): string[] {
  const prefixes =
    leg === 'fixed'
      ? ['fixed', 'fix', 'fixed leg', 'fixed rate', 'fixed rate payer', 'fixed amount']
      : ['floating', 'float', 'flt', 'floating leg', 'floating rate', 'floating rate payer', 'floating amount'];
  return prefixes.flatMap((prefix) => labels.map((label) => `${prefix} ${label}`));
}
