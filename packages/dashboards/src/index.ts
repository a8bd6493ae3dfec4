export {
  type Alarm,
  type AlarmMath,
  type AlarmSeverity,
  alarmMath,
  type Condition,
  type MathLine,
  type Page,
  type Silence,
  seriesOf,
} from './alarms/alarm.ts';
export { alarmName, alarms } from './alarms/alarms.ts';
export { pages } from './alarms/pages.ts';
export { BURN_RATES, THRESHOLDS, type Thresholds } from './alarms/thresholds.ts';
export {
  CATALOGUE,
  type Emitter,
  type Metric,
  type MetricName,
  metrics,
  type Namespace,
  type Series,
  type Statistic,
  series,
} from './catalogue.ts';
export { type CloudWatchWidget, COLUMNS, type DashboardBody, dashboardBody } from './dashboard/render.ts';
export { dashboardRows } from './dashboard/rows.ts';
export type { Row, Threshold, Widget } from './dashboard/widget.ts';
export { EXCLUDED_METRICS } from './excluded-metrics.ts';
export { LOG_QUERIES, type LogQuery, type LogQueryId, logQueries, logQuery } from './log-queries.ts';
export {
  AWS_DIMENSIONS,
  CASE_METRICS,
  caseMetrics,
  DESK_METRICS,
  DIMENSION_VALUES,
  type DimensionName,
  type DimensionsOf,
  type DimensionValue,
  deskMetrics,
  type Emit,
  type EmitCaseMetric,
  type EmitDeskMetric,
  type EmitProcessorMetric,
  type EmitServiceMetric,
  FALLBACK_RESULTS,
  type MetricDefinition,
  type MetricDefinitions,
  type OneSetOf,
  type OwnDimension,
  PROCESSOR_METRICS,
  processorMetrics,
  REQUEST_ERRORS,
  type RequestError,
  SERVICE_FAILURES,
  SERVICE_METRICS,
  type ServiceFailure,
  SIGN_IN_REFUSALS,
  type SignInRefusal,
  serviceMetrics,
  type Unit,
} from './metrics/index.ts';
export type { MonitoredEnvironment } from './monitored-environment.ts';
export { anchorsOf, runbookLink } from './runbook.ts';
