export { type AlarmDefinition, alarmDefinitions, type WatchedMetric } from './alarm-definitions.ts';
export { type AlarmEvent, AlarmWatch, type StandingAlarm } from './alarm-watch.ts';
export { alarmValues } from './metric-alarm.ts';
