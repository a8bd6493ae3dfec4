import { describe, expect, test } from 'vitest';
import { MetricStore } from '../metrics/metric-store.ts';
import { type AlarmDefinition, alarmDefinitions } from './alarm-definitions.ts';
import { AlarmWatch } from './alarm-watch.ts';

const MINUTE = 60_000;
const START = 1_700_000_000_000;

/** As Terraform has it: failures of a thing, more than 5 in each of so many periods of five minutes. */
const onFailures = (thing: string, periods = 2) => ({
  alarm_name: thing,
  alarm_description: 'Do something.',
  comparison_operator: 'GreaterThanThreshold',
  treat_missing_data: 'notBreaching',
  evaluation_periods: periods,
  datapoints_to_alarm: periods,
  threshold: 5,
  tags: { Severity: 'critical' },
  namespace: 'Test',
  metric_name: 'Failures',
  dimensions: { Thing: thing },
  period: 300,
  statistic: 'Sum',
});

/** A page on a thing's alarm, silent while another's is on, for 5 minutes before and 30 after. */
const pageOn = (thing: string, suppressor?: string) => ({
  alarm_name: `page-${thing}`,
  alarm_description: 'Do something.',
  alarm_rule: `ALARM("${thing}")`,
  alarm_actions: ['arn:topic'],
  ...(suppressor
    ? { actions_suppressor: { alarm: `page-${suppressor}`, wait_period: 300, extension_period: 1800 } }
    : {}),
});

function definitions(metric: object[], composite: object[] = []): AlarmDefinition[] {
  const resources = (type: string, list: object[]) =>
    list.map((each, i) => [`${type}.a${i}`, each as Record<string, unknown>] as const);
  return alarmDefinitions(
    new Map([
      ...resources('aws_cloudwatch_composite_alarm', composite),
      ...resources('aws_cloudwatch_metric_alarm', metric),
    ]),
  );
}

/** @param failures of a thing in the minutes of the run; what happened, by minute */
function watch(
  all: AlarmDefinition[],
  minutes: number,
  failures: Record<string, (minute: number) => number | undefined>,
) {
  const store = new MetricStore();
  const watching = new AlarmWatch(all, START);
  for (let minute = 0; minute < minutes; minute++) {
    const at = START + minute * MINUTE;
    for (const [Thing, count] of Object.entries(failures)) {
      const value = count(minute);
      if (value !== undefined)
        store.record({ namespace: 'Test', name: 'Failures', dimensions: { Thing }, unit: 'Count', at, value });
    }
    watching.evaluate(store, at + MINUTE);
  }
  return watching.events.map(({ name, at, what }) => `${(at - START) / MINUTE} ${name} ${what}`);
}

const between = (from: number, to: number, count: number) => (minute: number) =>
  minute >= from && minute < to ? count : 0;

describe('an alarm on a metric', () => {
  const [service] = definitions([onFailures('service')]);
  if (!service) throw new Error('No alarm was read.');

  test('an alarm on a metric is on when every period of its window is over the threshold, and off when one is not', () => {
    // 6 in the first five minutes, and in those after them: the window slides minute by minute.
    expect(watch([service], 40, { service: between(0, 20, 2) })).toEqual(['8 service ALARM', '23 service OK']);
  });

  test('an alarm on a metric is not on for one bad period, nor at its threshold', () => {
    expect(watch([service], 40, { service: between(3, 4, 100) })).toEqual([]);
    expect(watch([service], 40, { service: between(0, 20, 1) })).toEqual([]);
  });

  test('an alarm on a metric is never on where there is no data', () => {
    expect(watch([service], 40, {})).toEqual([]);
  });

  test('an alarm on a metric takes older data points where newer ones are missing, as CloudWatch does', () => {
    const bursts = (minute: number) => (minute === 4 || minute === 14 ? 10 : undefined);
    expect(watch([service], 40, { service: bursts })).toEqual(['15 service ALARM', '25 service OK']);
  });
});

describe('a page', () => {
  const all = definitions(
    [onFailures('service', 1), onFailures('documents', 1)],
    [pageOn('documents', 'service'), pageOn('service')],
  );

  test('a page notifies at once where nothing may explain it', () => {
    expect(watch(all, 30, { service: between(0, 10, 10) })).toEqual([
      '1 service ALARM',
      '1 page-service ALARM',
      '1 page-service NOTIFIED',
      '15 service OK',
      '15 page-service OK',
    ]);
  });

  test('a page waits for its cause, then notifies', () => {
    expect(watch(all, 30, { documents: between(0, 10, 10) }).filter((event) => event.includes('NOTIFIED'))).toEqual([
      '6 page-documents NOTIFIED',
    ]);
  });

  test('a page is silent where its cause comes while it waits, while that is on, and for a time after', () => {
    const events = (documentsEnd: number) =>
      watch(all, 90, { documents: between(0, documentsEnd, 10), service: between(3, 20, 10) }).filter((event) =>
        /page-documents|page-service NOTIFIED/.test(event),
      );
    // Its cause is over at 25; its effects at 35, or not within the 30 minutes after.
    expect(events(30)).toEqual(['1 page-documents ALARM', '4 page-service NOTIFIED', '35 page-documents OK']);
    expect(events(70)).toContain('54 page-documents NOTIFIED');
  });

  test('a page of an alarm that there is not is an error', () => {
    expect(() => new AlarmWatch(definitions([], [pageOn('nothing')]), START)).toThrow('page-nothing');
  });
});

test.each([
  ['comparison_operator', 'LessThanThreshold'],
  ['treat_missing_data', 'breaching'],
  ['evaluate_low_sample_count_percentiles', 'ignore'],
])('%s that is %s is refused: it would not be evaluated as it is', (name, value) => {
  expect(() => definitions([{ ...onFailures('service'), [name]: value }])).toThrow(name);
});
