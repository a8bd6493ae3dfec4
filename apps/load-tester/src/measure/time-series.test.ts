import { expect, test } from 'vitest';
import type { SentDocument } from '../run-record.ts';
import { timeSeries } from './time-series.ts';

const START = 1_000_000;
const document = (intended: number, outcome?: number): SentDocument => ({
  planned: {
    key: `${intended}`,
    source: 'BANK',
    content: { kind: 'confirmation', pair: { number: 0, status: 'MATCHED' }, alone: true },
  },
  intendedAt: START + intended,
  startedAt: START + intended,
  uploadedAt: START + intended + 100,
  notified: 0,
  ...(outcome === undefined
    ? {}
    : { outcome: { status: 'PROCESSED', at: START + outcome, ledgerKey: { pk: '', sk: '' } } }),
});

test('what happened lies in the second in which it happened, and every document is counted once', () => {
  const documents = [document(0, 1_500), document(950, 2_100), document(2_000), document(2_500, 3_000)];
  const { binSeconds, bins } = timeSeries(documents, [], START, START + 3_000);
  expect(binSeconds).toBe(1);
  expect(bins.map(({ intended, uploaded, outcomes }) => [intended, uploaded, outcomes])).toEqual([
    [2, 1, 0],
    [0, 1, 1],
    [2, 2, 2],
  ]);
  expect(bins.map(({ p50, p95 }) => [p50, p95])).toEqual([
    [null, null],
    [1_500, 1_500],
    [500, 1_150],
  ]);
});

test('a long run has bins that a chart can show', () => {
  const { binSeconds, bins } = timeSeries([document(0, 3_600_000)], [], START, START + 3_600_000);
  expect(binSeconds).toBe(60);
  expect(bins).toHaveLength(60);
});

test('a queue is as deep as it was at most, and unknown where nobody asked', () => {
  const sample = (at: number, depth: number) => ({ at: START + at, depths: { bank: depth } });
  const { bins } = timeSeries([document(0)], [sample(100, 3), sample(800, 7), sample(2_100, 2)], START, START + 3_000);
  expect(bins.map(({ queues }) => queues.bank)).toEqual([7, null, 2]);
});
