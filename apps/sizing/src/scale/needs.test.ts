import { readFileSync } from 'node:fs';
import { percentile } from '@trade-matching/benchmarks/statistics';
import { predicted, sandboxRuns } from '@trade-matching/capacity-model';
import { environments, readEnvironment } from '@trade-matching/infra';
import { describe, expect, test } from 'vitest';
import { capacityOf, needsOf, PODS, steady } from './needs.ts';
import { bindsAt, inOrder, QUOTAS } from './quotas.ts';
import { RATES } from './tables.ts';

describe('what a rate needs', () => {
  test.each(RATES)('the model of needs at %d documents a second, keeps up with it', (rate) => {
    const { latencies, busy, filedAt } = steady(rate, capacityOf(needsOf(rate)));
    // The window, and a second for everything else.
    expect(percentile(latencies, 0.95)).toBeLessThan(11);
    expect(Math.max(busy.invocations, busy.readers)).toBeLessThan(0.7);
    expect(Math.max(...filedAt.slice(-100)) - Math.max(60, 600 / rate)).toBeLessThan(12);
  });

  test('the model of needs fits an environment file', () => {
    const { concurrencyPerQueue, reservedConcurrency } = needsOf(1_000);
    const { production } = environments;
    const processor = { ...production.processor, concurrencyPerQueue, reservedConcurrency };
    expect(readEnvironment({ ...production, processor }).processor).toEqual(processor);
  });

  test("the model of needs takes production's pods from its manifests", () => {
    const overlay = new URL('../../../matching-service/deploy/overlays/production/kustomization.yaml', import.meta.url);
    const text = readFileSync(overlay, 'utf8');
    const replicas = (which: string) => Number(new RegExp(`${which}Replicas\\n\\s*value: (\\d+)`).exec(text)?.[1]);
    expect([replicas('min'), replicas('max')]).toEqual([PODS.fewest, PODS.most]);
  });
});

describe('the quotas', () => {
  test('the quotas bind in the order in which they are used up', () => {
    const at = inOrder().map(bindsAt);
    expect(at).toHaveLength(QUOTAS.length);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at.every((rate) => rate > 0 && Number.isFinite(rate))).toBe(true);
  });

  test('no quota binds at 10 documents a second, a new table at 100, fixed quotas at 1,000', () => {
    const over = (rate: number) => inOrder().filter((quota) => bindsAt(quota) < rate);
    expect(over(10)).toEqual([]);
    expect(over(100).map(({ name }) => name)).toEqual(['DynamoDB: a new table, trades']);
    expect(over(1_000).some(({ raise }) => raise.startsWith('nobody'))).toBe(true);
  });
});

describe('the model and the sandbox', () => {
  const runs = sandboxRuns();

  test('the model and the sandbox agree on what happened to the same arrivals', () => {
    expect(runs.length).toBeGreaterThanOrEqual(4);
    for (const run of runs) {
      const model = predicted(run);
      for (const figure of ['documentsPerSecond', 'p50', 'p95', 'seconds'] as const) {
        expect(model[figure] / run.measured[figure], `${run.name}: ${figure}`).toBeGreaterThan(0.8);
        expect(model[figure] / run.measured[figure], `${run.name}: ${figure}`).toBeLessThan(1.25);
      }
    }
  });
});
