import { expect, test } from 'vitest';
import { Latencies } from './latencies.ts';

test('percentiles are exact to three digits, from microseconds to hours', () => {
  const latencies = new Latencies();
  for (let i = 1; i <= 1000; i++) latencies.record(i / 10);
  latencies.record(7_200_000);
  const { count, p50, p95, max, mean } = latencies.summary();
  expect(count).toBe(1001);
  expect(p50).toBeCloseTo(50.1, 1);
  expect(Math.abs(p95 - 95.1)).toBeLessThan(0.1);
  expect(Math.abs(max / 7_200_000 - 1)).toBeLessThan(0.001);
  expect(mean).toBeGreaterThan(7_000);
});

test('a clock that is behind gives no negative latency, and nothing measured gives nothing', () => {
  const latencies = new Latencies();
  expect(latencies.summary()).toMatchObject({ count: 0, p95: 0, max: 0 });
  latencies.record(-3);
  expect(latencies.summary()).toMatchObject({ count: 1, max: 0 });
});

test('a distribution rises, and ends with the largest', () => {
  const latencies = new Latencies();
  for (let i = 1; i <= 5000; i++) latencies.record(i);
  const points = latencies.distribution();
  expect(points.every(({ milliseconds }, i) => i === 0 || milliseconds >= (points[i - 1]?.milliseconds ?? 0))).toBe(
    true,
  );
  expect(points.at(-1)?.milliseconds).toBeGreaterThanOrEqual(4995);
});
