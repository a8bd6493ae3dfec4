export { type AlarmDefinition, alarmDefinitions, type WatchedMetric } from './alarms/alarm-definitions.ts';
export { type AlarmEvent, AlarmWatch, type StandingAlarm } from './alarms/alarm-watch.ts';
export { alarmValues } from './alarms/metric-alarm.ts';
export {
  type ChartSeries,
  type ChartWidget,
  chartSeries,
  type DashboardWidget,
  dashboardDefinition,
} from './dashboard/dashboard-definition.ts';
export { type LogTable, runLogQuery } from './logs/log-query.ts';
export { LogStore } from './logs/log-store.ts';
export { type CollectedMetrics, collectMetrics } from './metrics/collect-metrics.ts';
export { recordInvocation, recordThrottle } from './metrics/function-metrics.ts';
export { type MetricIdentity, MetricStore, type Period, periodsUntil } from './metrics/metric-store.ts';
