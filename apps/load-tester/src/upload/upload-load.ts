import { setTimeout as sleep } from 'node:timers/promises';
import type { PlannedDocument } from '../load/planned-document.ts';
import { beginsAt, intendedTime, type LoadModel } from '../load/schedule.ts';
import { now, type RunRecord } from '../run-record.ts';
import type { PutDocument } from './put-document.ts';
import { SendingOrder } from './sending-order.ts';

export interface LoadToUpload {
  readonly documents: Iterator<PlannedDocument>;
  readonly model: LoadModel;
  readonly print: (document: PlannedDocument) => Uint8Array;
  readonly put: PutDocument;
  readonly record: RunRecord;
  /** Milliseconds after which nothing more is sent. */
  readonly durationMs: number;
  /** Milliseconds without progress, after which a duplicate waits no longer for its original. */
  readonly patienceMs: number;
  /** Nothing more is sent; what is under way is finished. */
  readonly stop: AbortSignal;
}

/** Milliseconds until it is asked again whether a duplicate may be sent. */
const ASK_AGAIN = 100;

/** Uploads until the documents or the time are over. Uploads that fail are recorded, never thrown. */
export async function uploadLoad(load: LoadToUpload): Promise<void> {
  const { record, model, patienceMs } = load;
  const mayFollow = ({ key }: PlannedDocument) =>
    record.documents.get(key)?.outcome !== undefined || Date.now() - record.lastProgressAt > patienceMs;
  const order = new SendingOrder(load.documents, mayFollow);
  const start = now();
  switch (model.kind) {
    case 'open':
      return uploadOpen(load, order, model, start);
    case 'closed':
      return uploadClosed(load, order, model, start);
  }
}

/** Each document at its time, whatever became of those before it. */
async function uploadOpen(
  load: LoadToUpload,
  order: SendingOrder,
  model: Extract<LoadModel, { kind: 'open' }>,
  start: number,
): Promise<void> {
  const { stop, durationMs } = load;
  const underWay = new Set<Promise<void>>();
  for (let number = 0; ; number++) {
    const due = intendedTime(number, model);
    if (due >= durationMs) break;
    // A timer may go off a moment early.
    while (now() < start + due && !stop.aborted) await pause(start + due - now(), stop);
    const next = await nextToSend(order, stop, start + durationMs);
    if (next === undefined) break;
    const upload: Promise<void> = uploadOne(load, next.document, next.waited ? now() : start + due).finally(() =>
      underWay.delete(upload),
    );
    underWay.add(upload);
  }
  await Promise.all(underWay);
}

/** So many at a time, each followed by the next: the system's pace is the load's. */
async function uploadClosed(
  load: LoadToUpload,
  order: SendingOrder,
  model: Extract<LoadModel, { kind: 'closed' }>,
  start: number,
): Promise<void> {
  const { stop, durationMs } = load;
  const uploader = async (number: number) => {
    await pause(beginsAt(number, model), stop);
    for (;;) {
      const next = await nextToSend(order, stop, start + durationMs);
      if (next === undefined) return;
      await uploadOne(load, next.document, now());
    }
  };
  await Promise.all(Array.from({ length: model.concurrency }, (_, number) => uploader(number)));
}

/** The next document, or undefined where the load is over. `waited`: it may be sent only now. */
async function nextToSend(order: SendingOrder, stop: AbortSignal, until: number) {
  for (let waited = false; !stop.aborted && now() < until; waited = true) {
    const next = order.next();
    if (next === 'end') return undefined;
    if (next !== 'wait') return { document: next, waited };
    await pause(ASK_AGAIN, stop);
  }
  return undefined;
}

async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  // An abort only ends the pause: whoever paused sees it.
  if (milliseconds > 0) await sleep(milliseconds, undefined, { signal: stop }).catch(() => {});
}

async function uploadOne({ print, put, record }: LoadToUpload, planned: PlannedDocument, intendedAt: number) {
  const document = record.started(planned, intendedAt);
  try {
    await put(planned.key, print(planned));
    record.uploaded(document);
  } catch (error) {
    record.uploadFailed(document, error instanceof Error ? error.name : String(error));
  }
}
