import { type EmitProcessorMetric, processorMetrics } from '@trade-matching/dashboards/metrics';

/** Publishes a metric of the catalogue (P10): another name, dimension or value does not compile. */
export type EmitMetric = EmitProcessorMetric;

export const createMetrics = processorMetrics;
