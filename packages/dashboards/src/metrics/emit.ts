import { METRIC_NAMESPACES } from '@trade-matching/domain';
import { CASE_METRICS } from './case-metrics.ts';
import { DESK_METRICS } from './desk-metrics.ts';
import type { DimensionValue } from './dimensions.ts';
import type { DimensionsOf, MetricDefinitions } from './metric.ts';
import { PROCESSOR_METRICS } from './processor-metrics.ts';
import { SERVICE_METRICS } from './service-metrics.ts';

/** Publishes one value. What the catalogue does not have, a name, a dimension or its value, does not compile. */
export type Emit<C extends MetricDefinitions> = <N extends keyof C & string>(
  name: N,
  value: number,
  ...dimensions: [DimensionsOf<C[N]>] extends [never]
    ? []
    : [dimensions: { readonly [D in DimensionsOf<C[N]>]: DimensionValue<D> }]
) => void;

export type EmitProcessorMetric = Emit<typeof PROCESSOR_METRICS>;
export type EmitServiceMetric = Emit<typeof SERVICE_METRICS>;
export type EmitCaseMetric = Emit<typeof CASE_METRICS>;
export type EmitDeskMetric = Emit<typeof DESK_METRICS>;

type Write = (line: string) => void;

export const processorMetrics = (write: Write, now?: () => number): EmitProcessorMetric =>
  emitter(METRIC_NAMESPACES.processor, PROCESSOR_METRICS, write, now);

export const serviceMetrics = (write: Write, now?: () => number): EmitServiceMetric =>
  emitter(METRIC_NAMESPACES.matchingService, SERVICE_METRICS, write, now);

export const caseMetrics = (write: Write, now?: () => number): EmitCaseMetric =>
  emitter(METRIC_NAMESPACES.cases, CASE_METRICS, write, now);

export const deskMetrics = (write: Write, now?: () => number): EmitDeskMetric =>
  emitter(METRIC_NAMESPACES.desk, DESK_METRICS, write, now);

/**
 * Emits metrics as log lines in CloudWatch's embedded metric format, with no call to CloudWatch: one line is published
 * with each of the metric's sets of dimensions.
 */
function emitter<C extends MetricDefinitions>(
  namespace: string,
  definitions: C,
  write: Write,
  now: () => number = Date.now,
): Emit<C> {
  return (name, value, ...[dimensions]) => {
    const { unit, dimensions: sets } = definitions[name] as C[typeof name];
    write(
      JSON.stringify({
        _aws: {
          Timestamp: now(),
          CloudWatchMetrics: [{ Namespace: namespace, Dimensions: sets, Metrics: [{ Name: name, Unit: unit }] }],
        },
        ...dimensions,
        [name]: value,
      }),
    );
  };
}
