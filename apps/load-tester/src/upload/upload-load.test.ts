import { expect, test } from 'vitest';
import type { PlannedDocument } from '../load/planned-document.ts';
import { intendedTime, type LoadModel } from '../load/schedule.ts';
import { RunRecord } from '../run-record.ts';
import { uploadLoad } from './upload-load.ts';

const plan = (count: number): PlannedDocument[] =>
  Array.from({ length: count }, (_, i) => ({
    key: `BANK/${i}.pdf`,
    source: 'BANK',
    content: { kind: 'confirmation', pair: { number: i, status: 'MATCHED' }, alone: true },
  }));

/** Uploads to a system that answers nothing until `answer` is called. */
function uploadToStalled(model: LoadModel, count: number) {
  const record = new RunRecord();
  const stop = new AbortController();
  const { promise, resolve: answer } = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const done = uploadLoad({
    documents: plan(count).values(),
    model,
    print: () => new Uint8Array(),
    put: async () => {
      if (record.documents.size === count) started.resolve();
      await promise;
    },
    record,
    durationMs: Number.POSITIVE_INFINITY,
    patienceMs: 1_000,
    stop: stop.signal,
  });
  return { record, stop, answer, allStarted: started.promise, done };
}

test('an open load is sent at its times although nothing is answered, and latencies count from those times', async () => {
  const model: LoadModel = { kind: 'open', rate: 200, rampSeconds: 0 };
  const { record, answer, allStarted, done } = uploadToStalled(model, 20);
  await allStarted;
  expect(record.counted.uploaded).toBe(0);
  answer();
  await done;
  const documents = [...record.documents.values()];
  const first = documents[0]?.intendedAt ?? 0;
  for (const [number, { intendedAt, startedAt, uploadedAt = 0 }] of documents.entries()) {
    expect(intendedAt - first).toBeCloseTo(intendedTime(number, model), 3);
    expect(startedAt).toBeGreaterThanOrEqual(intendedAt);
    expect(uploadedAt).toBeGreaterThanOrEqual(startedAt);
  }
  // The first one waited for all the others to be sent: that is in its latency.
  expect(record.uploads.summary().max).toBeGreaterThanOrEqual(intendedTime(19, model) * 0.99);
});

test('a closed load has no more uploads at a time than its concurrency', async () => {
  const { record, answer, done } = uploadToStalled({ kind: 'closed', concurrency: 3, rampSeconds: 0 }, 20);
  await new Promise(setImmediate);
  expect(record.documents.size).toBe(3);
  answer();
  await done;
  expect(record.counted.uploaded).toBe(20);
});

test('when it is stopped nothing more is sent, and what is under way is finished', async () => {
  const { record, stop, answer, done } = uploadToStalled({ kind: 'closed', concurrency: 2, rampSeconds: 0 }, 20);
  await new Promise(setImmediate);
  stop.abort();
  answer();
  await done;
  expect(record.counted.uploaded).toBe(2);
});

test('an upload that fails is recorded by its kind, and the load goes on', async () => {
  const record = new RunRecord();
  await uploadLoad({
    documents: plan(4).values(),
    model: { kind: 'closed', concurrency: 1, rampSeconds: 0 },
    print: () => new Uint8Array(),
    put: async (key) => {
      if (key === 'BANK/1.pdf') throw Object.assign(new Error('no'), { name: 'SlowDown' });
    },
    record,
    durationMs: Number.POSITIVE_INFINITY,
    patienceMs: 1_000,
    stop: new AbortController().signal,
  });
  expect(record.counted).toMatchObject({ uploaded: 3, uploadsFailed: 1 });
  expect(Object.fromEntries(record.errors)).toEqual({ 'upload: SlowDown': 1 });
});
