import { percentile } from '@trade-matching/benchmarks/statistics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentTime, invocationSeconds, unloadedSeconds } from './document-time.ts';
import { poissonArrivals } from './random.ts';
import { type Capacity, simulate } from './simulate.ts';

const capacity: Capacity = {
  batchSize: 5,
  batchingWindow: 10,
  concurrencyPerQueue: 5,
  pollers: 5,
  readers: 6,
  time: documentTime(),
  variation: 0.3,
};

const anyCapacity = fc.record({
  batchSize: fc.integer({ min: 1, max: 10 }),
  batchingWindow: fc.integer({ min: 0, max: 20 }),
  concurrencyPerQueue: fc.integer({ min: 2, max: 12 }),
  pollers: fc.integer({ min: 1, max: 6 }),
  readers: fc.integer({ min: 1, max: 8 }),
  time: fc.record({
    before: fc.double({ min: 0.01, max: 1, noNaN: true }),
    after: fc.double({ min: 0.01, max: 1, noNaN: true }),
    service: fc.double({ min: 0.01, max: 1, noNaN: true }),
    read: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
  }),
  variation: fc.double({ min: 0, max: 1, noNaN: true }),
});
const anyArrivals = fc
  .record({ perSecond: fc.integer({ min: 1, max: 60 }), seconds: fc.integer({ min: 1, max: 20 }), seed: fc.nat() })
  .map(({ perSecond, seconds, seed }) => poissonArrivals(perSecond, seconds, seed));

describe('the simulation', () => {
  test('the simulation of nothing is nothing', () => {
    expect(simulate([], capacity)).toMatchObject({
      latencies: [],
      backlog: { most: 0, mean: 0 },
      busy: { readers: 0 },
    });
  });

  test('the simulation brings every document to its outcome, within the limits that it is given', () => {
    fc.assert(
      fc.property(anyArrivals, anyCapacity, (arrivals, limits) => {
        const { latencies, mostInvocations, batches, busy } = simulate(arrivals, limits);
        expect(latencies.every((latency) => latency > 0)).toBe(true);
        expect(latencies).toHaveLength(arrivals.length);
        expect(mostInvocations).toBeLessThanOrEqual(limits.concurrencyPerQueue);
        expect(batches.largest).toBeLessThanOrEqual(limits.batchSize);
        expect(batches.count * limits.batchSize).toBeGreaterThanOrEqual(arrivals.length);
        expect(Math.max(busy.invocations, busy.readers)).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  test('the simulation without variation, no document is faster than its way, and alone it takes that and the window', () => {
    fc.assert(
      fc.property(anyArrivals, anyCapacity, (arrivals, limits) => {
        const fixed = { ...limits, variation: 0 };
        const { latencies } = simulate(arrivals, fixed);
        const least = unloadedSeconds(limits.time);
        expect(Math.min(...latencies, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(least - 1e-9);
        const window = limits.batchSize === 1 ? 0 : limits.batchingWindow;
        expect(simulate([0], fixed).latencies[0]).toBeCloseTo(window + least);
      }),
      { numRuns: 200 },
    );
  });

  test("the simulation keeps Little's law: what waits on average is the rate times the mean wait", () => {
    const arrivals = poissonArrivals(170, 60, 3);
    const result = simulate(arrivals, capacity);
    const last = Math.max(...result.filedAt);
    const inside = { area: 0, now: 0, since: 0 };
    const changes = [...arrivals.map((at) => [at, 1] as const), ...result.filedAt.map((at) => [at, -1] as const)];
    for (const [at, by] of changes.sort((a, b) => a[0] - b[0])) {
      inside.area += inside.now * (at - inside.since);
      inside.since = at;
      inside.now += by;
    }
    expect(inside.area / last).toBeCloseTo((arrivals.length / last) * mean(result.latencies), 6);
    expect(result.backlog.mean).toBeGreaterThan(0);
  });

  test("the simulation waits for readers as Erlang's formula says where nothing else limits", () => {
    const [perSecond, read, readers] = [20, 0.2, 6];
    const only: Capacity = {
      batchSize: 1,
      batchingWindow: 0,
      concurrencyPerQueue: 10_000,
      pollers: 10_000,
      readers,
      time: { before: 0, after: 0, service: 0, read },
      variation: 1,
    };
    const waits = [2, 3, 4, 5].map((seed) => {
      const { latencies } = simulate(poissonArrivals(perSecond, 1_500, seed), only, seed);
      return mean(latencies) - read;
    });
    expect(mean(waits) / erlangWait(perSecond, read, readers)).toBeGreaterThan(0.9);
    expect(mean(waits) / erlangWait(perSecond, read, readers)).toBeLessThan(1.1);
  });

  test('the simulation at full batches, an invocation takes what the formula says', () => {
    // All at once, and readers for all: every batch is full and nothing waits for a reader.
    const arrivals = new Array(20_000).fill(0);
    const result = simulate(arrivals, { ...capacity, readers: 1_000 });
    const last = Math.max(...result.filedAt);
    const each = (result.busy.invocations * 10 * last) / result.batches.count;
    // Its way is in three parts, each with a share that varies: together they vary less than one part would.
    expect(each).toBeLessThan(invocationSeconds(capacity.time, 5));
    expect(each).toBeGreaterThan(0.8 * invocationSeconds(capacity.time, 5));
  });

  test('the simulation falls behind where more comes than it can take, and takes what it can', () => {
    const sustainable = (2 * capacity.concurrencyPerQueue * capacity.batchSize) / invocationSeconds(capacity.time, 5);
    const arrivals = poissonArrivals(3 * sustainable, 30, 9);
    // Without a window, which the last, partial batch would wait for.
    const result = simulate(arrivals, { ...capacity, readers: 1_000, batchingWindow: 0 });
    const rate = arrivals.length / Math.max(...result.filedAt);
    expect(rate / sustainable).toBeGreaterThan(0.95);
    expect(rate / sustainable).toBeLessThan(1.25);
    expect(result.busy.invocations).toBeGreaterThan(0.95);
    expect(percentile(result.latencies, 0.95)).toBeGreaterThan(30);
  });

  test('the simulation has the window decide where little comes, and not where much comes', () => {
    expect(percentile(simulate(poissonArrivals(0.5, 2_000, 1), capacity).latencies, 0.5)).toBeGreaterThan(9);
    expect(percentile(simulate(poissonArrivals(100, 60, 1), capacity).latencies, 0.95)).toBeLessThan(1);
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean wait of an M/M/c queue. Source: Erlang's C formula. */
function erlangWait(perSecond: number, service: number, servers: number): number {
  const load = perSecond * service;
  let [term, sum] = [1, 1];
  for (let n = 1; n < servers; n++) {
    term *= load / n;
    sum += term;
  }
  const last = (term * load) / servers / (1 - load / servers);
  return ((last / (sum + last)) * service) / (servers - load);
}
