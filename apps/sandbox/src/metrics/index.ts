export { type CollectedMetrics, collectMetrics } from './collect-metrics.ts';
export { recordInvocation, recordThrottle } from './function-metrics.ts';
export { type MetricIdentity, MetricStore, type Period, periodsUntil } from './metric-store.ts';
