export { CASE_METRICS } from './case-metrics.ts';
export { DESK_METRICS } from './desk-metrics.ts';
export {
  AWS_DIMENSIONS,
  DIMENSION_VALUES,
  type DimensionName,
  type DimensionValue,
  FALLBACK_RESULTS,
  type OwnDimension,
  REQUEST_ERRORS,
  type RequestError,
  SERVICE_FAILURES,
  type ServiceFailure,
  SIGN_IN_REFUSALS,
  type SignInRefusal,
} from './dimensions.ts';
export {
  caseMetrics,
  deskMetrics,
  type Emit,
  type EmitCaseMetric,
  type EmitDeskMetric,
  type EmitProcessorMetric,
  type EmitServiceMetric,
  processorMetrics,
  serviceMetrics,
} from './emit.ts';
export type { DimensionsOf, MetricDefinition, MetricDefinitions, OneSetOf, Unit } from './metric.ts';
export { PROCESSOR_METRICS } from './processor-metrics.ts';
export { SERVICE_METRICS } from './service-metrics.ts';
