import type { DimensionName, DimensionValue } from './dimensions.ts';

/** Units of CloudWatch, as far as they are used. */
export type Unit = 'Count' | 'Milliseconds' | 'Seconds';

/** One metric, under its name in a namespace. */
export interface MetricDefinition {
  readonly unit: Unit;
  /** The sets that it is published with. `[]` is the plain metric: an alarm on it does not see data of the others. */
  readonly dimensions: readonly (readonly DimensionName[])[];
  /** For a person who has not seen it before. */
  readonly meaning: string;
}

export type MetricDefinitions = Readonly<Record<string, MetricDefinition>>;

/** Every dimension that a metric has in some set. */
export type DimensionsOf<M extends MetricDefinition> = M['dimensions'][number][number];

/** Values for exactly one of a metric's sets. */
export type OneSetOf<M extends MetricDefinition> = ValuesOfSet<M['dimensions'][number]>;

// Distributes over the sets; what a set lacks may not be given.
type ValuesOfSet<S> = S extends readonly DimensionName[]
  ? { readonly [D in S[number]]: DimensionValue<D> } & { readonly [D in Exclude<DimensionName, S[number]>]?: never }
  : never;
