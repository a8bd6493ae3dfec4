import type { ConfirmationReader } from '@trade-matching/confirmations';
import { ScannedDocumentError } from '@trade-matching/confirmations';
import type { EmitServiceMetric } from '@trade-matching/dashboards/metrics';
import type { Extraction, PageWords } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { createConcurrencyLimiter } from './concurrency-limiter.ts';
import { createScanLane, ScanLaneFullError } from './scan-lane.ts';

const READ: Extraction = { outcome: 'refused', refusal: { reason: 'NO_TEXT', message: 'Nothing can be read.' } };

function laneOf(limits: { readonly maxConcurrent: number; readonly maxWaiting: number }) {
  const emitted: string[] = [];
  const finish: (() => void)[] = [];
  const reader = {
    read: () => new Promise<Extraction>((resolve) => finish.push(() => resolve(READ))),
    close: async () => {},
  } as unknown as ConfirmationReader;
  const lane = createScanLane({
    reader,
    limiter: createConcurrencyLimiter({ ...limits, what: 'scans' }),
    emit: ((name: string, value: number) =>
      emitted.push(`${name} ${name === 'ScanTime' ? '' : value}`.trim())) as EmitServiceMetric,
  });
  return { lane, emitted, finish, read: () => lane.read(new Uint8Array(), 'BANK') };
}

test('a scan more than may wait is turned away at once, with when to come again, and counted', async () => {
  const { read, emitted, finish } = laneOf({ maxConcurrent: 1, maxWaiting: 1 });
  const [first, second] = [read(), read()];
  const third = await read().catch((error: unknown) => error);
  expect(third).toBeInstanceOf(ScanLaneFullError);
  expect(third).toHaveProperty('message', '1 scans are waiting to be read.');
  expect(third).toHaveProperty('retryAfterSeconds', 15);
  expect(emitted).toEqual(['ScansDeferred 1']);
  finish[0]?.();
  expect(await first).toEqual(READ);
  await new Promise(setImmediate);
  finish[1]?.();
  expect(await second).toEqual(READ);
  expect(emitted).toEqual([
    'ScansDeferred 1',
    ...['ScansRead 1', 'ScansDeferred 0', 'ScanTime', 'ScansRead 1', 'ScansDeferred 0', 'ScanTime'],
  ]);
});

test('what fails in the reader is no full lane', async () => {
  const error = new ScannedDocumentError(1);
  const reader = { read: async () => Promise.reject(error), close: async () => {} } as unknown as ConfirmationReader;
  const limiter = createConcurrencyLimiter({ maxConcurrent: 1, maxWaiting: 0 });
  const lane = createScanLane({ reader, limiter, emit: () => {} });
  await expect(lane.read(new Uint8Array(), 'BANK')).rejects.toBe(error);
});

test('words of a page are read in the same queue, and turned away as scans are', async () => {
  const words: PageWords = { kind: 'text' };
  const reader = { words: async () => words, close: async () => {} } as unknown as ConfirmationReader;
  const emitted: string[] = [];
  const emit = ((name: string) => emitted.push(name)) as EmitServiceMetric;
  const limiter = createConcurrencyLimiter({ maxConcurrent: 1, maxWaiting: 0, what: 'scans' });
  const lane = createScanLane({ reader, limiter, emit });
  expect(await lane.words(new Uint8Array(), 1)).toBe(words);
  let finish = () => {};
  const busy = limiter.run(() => new Promise<void>((resolve) => (finish = resolve)));
  await expect(lane.words(new Uint8Array(), 1)).rejects.toBeInstanceOf(ScanLaneFullError);
  finish();
  await busy;
  // A page that somebody points at is no scan that was read.
  expect(emitted).toEqual(['ScansDeferred']);
});
