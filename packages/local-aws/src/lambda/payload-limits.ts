import type { InvocationResult } from './execution-environment.ts';

// "Lambda quotas", Developer Guide: 6 MB for request and response of a synchronous invocation, which an event source mapping
// makes. The answer may have 100 bytes more, as the errors that Lambda writes say.
export const MAX_REQUEST_BYTES = 6 * 1024 * 1024;
export const MAX_RESPONSE_BYTES = MAX_REQUEST_BYTES + 100;

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '');

/** What Lambda answers to an event that is too large, before any function sees it; undefined where it is not. */
export function refusedEvent(event: unknown): InvocationResult | undefined {
  if (bytesOf(event) <= MAX_REQUEST_BYTES) return undefined;
  return {
    kind: 'failed',
    error: `RequestEntityTooLargeException: Request must be smaller than ${MAX_REQUEST_BYTES} bytes for the InvokeFunction operation`,
  };
}

/** An answer that is too large is a failure of the invocation, though the handler has done its work. */
export function withinResponse(result: InvocationResult): InvocationResult {
  if (result.kind !== 'done' || bytesOf(result.answer) <= MAX_RESPONSE_BYTES) return result;
  return {
    kind: 'failed',
    error: `Function.ResponseSizeTooLarge: Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`,
  };
}

/**
 * Records in their order, in as many batches as it takes for each to be an event that Lambda takes: a batch is invoked
 * with all its records "up to the payload limit for synchronous invocation" (BatchSize, CreateEventSourceMapping, API
 * Reference).
 */
export function batchesWithinPayload<R>(records: readonly R[]): R[][] {
  const batches: R[][] = [];
  let left = 0;
  for (const record of records) {
    const bytes = bytesOf(record) + ','.length;
    const batch = batches.at(-1);
    if (batch && bytes <= left) {
      batch.push(record);
      left -= bytes;
    } else {
      batches.push([record]);
      left = MAX_REQUEST_BYTES - bytesOf({ Records: [] }) - bytes;
    }
  }
  return batches;
}
