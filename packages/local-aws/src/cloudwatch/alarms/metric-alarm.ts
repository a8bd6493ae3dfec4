import { type MetricStore, periodsUntil } from '../metrics/metric-store.ts';
import type { MetricAlarm } from './alarm-definitions.ts';
import { evaluateMath, type TimeSeries } from './metric-math.ts';

export type AlarmState = 'OK' | 'ALARM';

/** Periods that CloudWatch looks at beyond those that it evaluates, for where some have no data. */
const EXTRA_PERIODS = 2;

/**
 * An alarm's state at an instant, over the periods that end there: its window slides. Source: "Alarm evaluation" and
 * "Configuring how CloudWatch alarms treat missing data", Amazon CloudWatch User Guide.
 *
 * @param now milliseconds since the epoch
 */
export function metricAlarmState(alarm: MetricAlarm, store: MetricStore, now: number): AlarmState {
  const { evaluationPeriods, datapointsToAlarm, threshold } = alarm;
  const values = alarmValues(alarm, store, now, evaluationPeriods + EXTRA_PERIODS);
  const present = values.filter((value) => value !== undefined);
  // With enough data points, the newest of them count, whatever is missing between. Missing ones are not breaching.
  const evaluated = present.length >= evaluationPeriods ? present : values;
  const breaching = evaluated.slice(-evaluationPeriods).filter((value) => value !== undefined && value > threshold);
  return breaching.length >= datapointsToAlarm ? 'ALARM' : 'OK';
}

/** What an alarm compares with its threshold, for so many periods until an instant, the oldest first. */
export function alarmValues(alarm: MetricAlarm, store: MetricStore, now: number, count: number): TimeSeries {
  const periods = periodsUntil(now, alarm.period, count);
  const lines = new Map<string, TimeSeries>();
  for (const line of alarm.lines) {
    const series =
      'metric' in line
        ? store.statistics(line.metric, line.metric.statistic, periods)
        : evaluateMath(line.expression, lines, count);
    lines.set(line.id, series);
  }
  return lines.get(alarm.returned) ?? [];
}
