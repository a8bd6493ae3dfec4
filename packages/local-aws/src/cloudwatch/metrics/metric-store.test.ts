import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MetricStore, periodsUntil } from './metric-store.ts';
import { statisticOf } from './statistics.ts';

const depth = { namespace: 'AWS/SQS', name: 'Depth', dimensions: { QueueName: 'q' } };
const store = (...points: [at: number, value: number][]) => {
  const made = new MetricStore();
  for (const [at, value] of points) made.record({ ...depth, unit: 'Count', at, value });
  return made;
};

test.each([
  ['Sum', 12],
  ['Average', 3],
  ['Minimum', 1],
  ['Maximum', 6],
  ['SampleCount', 4],
  ['p50', 2],
  ['p75', 3],
  ['p99', 6],
])('%s of 6, 1, 3, 2 is %d', (statistic, expected) => {
  expect(statisticOf([6, 1, 3, 2], statistic)).toBe(expected);
});

test('of nothing there is no statistic, and one that CloudWatch does not have is an error', () => {
  expect(statisticOf([], 'Sum')).toBeUndefined();
  expect(() => statisticOf([1], 'Median')).toThrow('Median');
});

test('a percentile is a value of which so many per cent are at most it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer({ min: 1, max: 99 }), (values, percent) => {
      const found = statisticOf(values, `p${percent}`) ?? Number.NaN;
      const share = (of: number) => (100 * values.filter((value) => value <= of).length) / values.length;
      expect(values).toContain(found);
      expect(share(found)).toBeGreaterThanOrEqual(percent);
    }),
  );
});

test('a period has its start and not its end, and one without data has no value', () => {
  const periods = periodsUntil(400_000, 100, 4);
  expect(store([100_000, 1], [199_999, 2], [200_000, 4]).statistics(depth, 'Sum', periods)).toEqual([
    undefined,
    3,
    4,
    undefined,
  ]);
});

test('points that come late stand in the order of their times', () => {
  const periods = periodsUntil(400_000, 100, 4);
  expect(store([300_000, 3], [100_000, 1], [200_000, 2]).statistics(depth, 'Sum', periods)).toEqual([
    undefined,
    1,
    2,
    3,
  ]);
});

test('other dimensions are another metric, in whatever order they are named', () => {
  const made = store([1, 1]);
  expect(made.statistics({ ...depth, dimensions: {} }, 'Sum', [{ from: 0, to: 9 }])).toEqual([undefined]);
  made.record({ ...depth, dimensions: { A: '1', B: '2' }, unit: 'Count', at: 1, value: 5 });
  expect(made.statistics({ ...depth, dimensions: { B: '2', A: '1' } }, 'Sum', [{ from: 0, to: 9 }])).toEqual([5]);
  expect(made.metrics()).toHaveLength(2);
});
