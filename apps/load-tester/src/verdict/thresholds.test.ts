import { expect, test } from 'vitest';
import { judgeThresholds } from './thresholds.ts';

const measured = { lost: 0, doubled: 0, wrong: 0, p95Ms: 4_200, outcomes: 100, outcomesPerSecond: 12.34 };
const broken = (limits: Parameters<typeof judgeThresholds>[0], change: Partial<typeof measured> = {}) =>
  judgeThresholds(limits, { ...measured, ...change })
    .filter(({ met }) => !met)
    .map(({ option, actual }) => `${option}: ${actual}`);

test('limits at what was measured are met', () => {
  expect(broken({ maxLost: 0, maxP95Ms: 4_200, minRate: 12.34 })).toEqual([]);
});

test('each limit that is broken is named with what was measured', () => {
  expect(broken({ maxLost: 0, maxP95Ms: 4_000, minRate: 13 })).toEqual([
    '--max-p95: p95 4.20 s',
    '--min-rate: 12.3 documents/s',
  ]);
});

test('what is doubled or wrong counts like what is lost', () => {
  expect(broken({ maxLost: 2 }, { lost: 1, doubled: 1 })).toEqual([]);
  expect(broken({ maxLost: 2 }, { lost: 1, doubled: 1, wrong: 1 })).toEqual(['--max-lost: 1 lost, 1 doubled, 1 wrong']);
});

test('where nothing had an outcome, no latency is good enough', () => {
  expect(broken({ maxLost: 0, maxP95Ms: 1_000 }, { outcomes: 0, p95Ms: 0 })).toEqual([
    '--max-p95: no document had an outcome',
  ]);
});
