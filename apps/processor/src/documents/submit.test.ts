import type { ProcessRequest } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { type SubmitOptions, submit } from './submit.ts';

const request: ProcessRequest = {
  s3_bucket: 'documents',
  s3_key: 'BANK/a.pdf',
  source_type: 'BANK',
  event_time: '2026-11-23T10:00:00.000Z',
  unique_identifier: 'id-1',
  metadata: {
    source_path: 'BANK/a.pdf',
    filename: 'a.pdf',
    upload_timestamp: '2026-11-23T10:00:00.000Z',
    unique_identifier: 'id-1',
    etag: 'e',
    content_type: 'application/pdf',
    last_modified: '2026-11-23T10:00:00.000Z',
  },
  validation_info: { valid: true, file_size: 1, doc_hash: 'a'.repeat(64), last_modified: '2026-11-23T10:00:00.000Z' },
};

const done = () =>
  Response.json({
    status: 'PROCESSED',
    trade_id: 't',
    document_hash: 'h',
    match: { status: 'UNMATCHED', differences: [] },
  });

/** A service that gives these answers in turn. */
function service(...answers: (() => Response | Promise<Response>)[]) {
  const calls: { headers: Headers; signal: AbortSignal }[] = [];
  const failures: string[] = [];
  let forgotten = 0;
  const options = (change: Partial<SubmitOptions> = {}): SubmitOptions => ({
    endpoint: new URL('http://127.0.0.1/process'),
    token: {
      read: async () => 'token',
      forget: () => {
        forgotten += 1;
      },
    },
    maxRetries: 3,
    deadline: Date.now() + 60_000,
    onFailure: (type) => failures.push(type),
    random: () => 0,
    fetch: async (_url, init) => {
      const answer = answers[calls.length];
      calls.push({ headers: new Headers(init?.headers), signal: init?.signal as AbortSignal });
      if (!answer) throw new Error('one call too many');
      return answer();
    },
    ...change,
  });
  return { calls, failures, options, forgotten: () => forgotten };
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify({ error: { code: 'NO_TEXT', message: 'm' } }), { status: code, headers });

describe('posting a document', () => {
  test('posting a document carries the document id, the source, an idempotency key and the token', async () => {
    const { calls, options } = service(done);
    const answer = await submit(request, 'BANK#hash', options());
    expect(answer).toMatchObject({ kind: 'done' });
    expect(Object.fromEntries(calls[0]?.headers ?? [])).toMatchObject({
      'x-request-id': 'id-1',
      'x-source-type': 'BANK',
      'idempotency-key': 'BANK#hash',
      authorization: 'Bearer token',
    });
  });

  test('posting a document is tried again after transient trouble, and then done', async () => {
    const reset = () =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) }));
    const { calls, failures, options } = service(status(503), reset, done);
    expect((await submit(request, 'k', options())).kind).toBe('done');
    expect(calls).toHaveLength(3);
    expect(failures).toEqual(['HTTP_503', 'ECONNRESET']);
  });

  test('posting a document is returned to the queue after MAX_RETRIES tries more', async () => {
    const { calls, options } = service(status(503), status(503), status(503), status(503));
    expect(await submit(request, 'k', options())).toMatchObject({ kind: 'transient', errorType: 'HTTP_503' });
    expect(calls).toHaveLength(4);
  });

  test('posting a document is tried whatever time is left, also where it does not divide by the tries', async () => {
    for (const left of [60_001, 60_002, 60_003]) {
      const { options } = service(done);
      expect((await submit(request, 'k', options({ deadline: Date.now() + left }))).kind).toBe('done');
    }
  });

  test.each([
    [422, 'refused'],
    [401, 'misdirected'],
  ])('is tried once where the answer is %i', async (code, kind) => {
    const { calls, options } = service(status(code));
    expect((await submit(request, 'k', options())).kind).toBe(kind);
    expect(calls).toHaveLength(1);
  });

  test('posting a document asks for the token again after it was refused', async () => {
    const { options, forgotten } = service(status(401));
    await submit(request, 'k', options());
    expect(forgotten()).toBe(1);
  });

  test('posting a document does not wait past the time left, as a Retry-After may ask for', async () => {
    const { calls, options } = service(status(429, { 'Retry-After': '3600' }));
    expect((await submit(request, 'k', options())).kind).toBe('transient');
    expect(calls).toHaveLength(1);
  });

  test('posting a document is cut off where the service hangs', async () => {
    const { calls, failures, options } = service();
    const hangs: typeof fetch = (_url, init) =>
      new Promise((_, reject) => {
        calls.push({ headers: new Headers(), signal: init?.signal as AbortSignal });
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    const answer = await submit(request, 'k', options({ fetch: hangs, maxRetries: 0, deadline: Date.now() + 50 }));
    expect(answer).toEqual({ kind: 'transient', errorType: 'TIMEOUT' });
    expect(failures).toEqual(['TIMEOUT']);
  });
});
