/** A number and its unit. */
export interface Quantity {
  readonly value: number;
  /** `ms`, `bytes`, `/s`, `calls`: what is printed behind the number. */
  readonly unit: string;
}

/** What a bench is held to, as one of design's targets. */
export interface Target {
  /** The figure itself, or its ratio to the baseline. */
  readonly of: 'ours' | 'ratio';
  readonly is: 'at most' | 'at least' | 'exactly';
  readonly value: number;
}

/** One row of the closing table. */
export interface Measurement {
  readonly what: string;
  readonly ours: Quantity;
  /** Measured in the same run, in turns, so that the ratio survives another machine. */
  readonly baseline?: Quantity & { readonly what: string };
  /** Ours to the baseline's; where it is a median of rounds it is not their quotient. */
  readonly ratio?: number;
  /** Absent where the row only shows how a cost grows. */
  readonly target?: Target;
  /** A count of calls, bytes or items: the same on every machine, so that a miss is a fault and never noise. */
  readonly exact?: true;
  /** Short of its target for a known reason, which the note says: shown as missed, and no failure of a tolerant run. */
  readonly knownShort?: true;
  /** What a reader must know to judge it. */
  readonly note?: string;
  /** Whatever else was measured; kept in the JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Ours to the baseline's; undefined where there is none. */
export function ratioOf({ ours, baseline, ratio }: Measurement): number | undefined {
  return ratio ?? (baseline && ours.value / baseline.value);
}

/**
 * Whether a measurement meets its target; undefined where it has none.
 *
 * @param slack how many times worse than its target a timing may be; counts have none
 */
export function isMet(measurement: Measurement, slack = 1): boolean | undefined {
  const { target, ours, exact } = measurement;
  if (target === undefined) return undefined;
  const value = target.of === 'ours' ? ours.value : ratioOf(measurement);
  if (value === undefined || Number.isNaN(value)) return false;
  const allowed = exact ? 1 : slack;
  switch (target.is) {
    case 'at most':
      return value <= target.value * allowed;
    case 'at least':
      return value >= target.value / allowed;
    case 'exactly':
      return value === target.value;
  }
}
