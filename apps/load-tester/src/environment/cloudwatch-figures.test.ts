import { metrics } from '@trade-matching/dashboards';
import { resourceNames } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { metricQueries, overWindow, wantedFigures } from './cloudwatch-figures.ts';

const wanted = wantedFigures(resourceNames('staging', '222222222222'));

test('every figure is of a metric that something emits, by minute, in queries that CloudWatch takes', () => {
  const queries = metricQueries(wanted);
  const known = new Set(metrics().map(({ namespace, name }) => `${namespace} ${name}`));
  for (const { Id = '', MetricStat } of queries) {
    expect(Id).toMatch(/^[a-z][a-zA-Z0-9_]*$/);
    expect(known).toContain(`${MetricStat?.Metric?.Namespace} ${MetricStat?.Metric?.MetricName}`);
    expect(MetricStat?.Period).toBe(60);
  }
  expect(new Set(queries.map(({ Id }) => Id)).size).toBe(queries.length);
  const queues = queries.flatMap(({ MetricStat }) => MetricStat?.Metric?.Dimensions ?? []).map(({ Value }) => Value);
  expect(queues).toEqual(expect.arrayContaining(['bank-documents-staging', 'counterparty-documents-staging']));
});

test('sums are summed over the window, of everything else the worst minute is shown, and nothing is nothing', () => {
  expect(overWindow('Sum', [3, 4])).toBe(7);
  expect(overWindow('SampleCount', [3, 4])).toBe(7);
  expect(overWindow('p95', [120, 80])).toBe(120);
  expect(overWindow('Maximum', [])).toBeNull();
});
