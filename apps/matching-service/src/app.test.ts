import { describe, expect, test } from 'vitest';
import { exampleApp as app, token } from '../test/example-app.ts';
import { hash, aRequest as request } from '../test/example-request.ts';
import type { AppOptions } from './app.ts';
import type { ProcessOutcome } from './process-document.ts';

function serve(options: Partial<AppOptions> = {}) {
  const served = app(options);
  return async (body: unknown, headers: Record<string, string> = { Authorization: `Bearer ${token}` }) => {
    const response = await served.request('/process', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as { error?: { code: string; message: string } },
    };
  };
}

describe('POST /process', () => {
  test('POST /process answers 200 with the trade and its match', async () => {
    expect(await serve()(request)).toMatchObject({ status: 200, body: { trade_id: 't1', document_hash: hash } });
  });

  test.each([{}, { Authorization: 'Bearer wrong' }, { Authorization: token }])(
    'answers 401 to %j, before it looks at the body',
    async (headers) => {
      expect(await serve()('not JSON', headers as Record<string, string>)).toMatchObject({
        status: 401,
        body: { error: { code: 'UNAUTHORIZED' } },
      });
    },
  );

  test.each([
    ['not JSON', /body|object/i],
    [{ ...request, s3_key: undefined }, /s3_key/],
    [{ ...request, source_type: 'BROKER' }, /source_type/],
    [{ ...request, validation_info: { ...request.validation_info, doc_hash: 'x' } }, /validation_info\.doc_hash/],
    [{ ...request, s3_bucket: 'somebody-elses' }, /s3_bucket/],
    [{ ...request, event_time: 'yesterday' }, /event_time: must be an ISO 8601 date and time/],
  ])('answers 400 and names the field that does not fit (%#)', async (body, named) => {
    const answer = await serve()(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error?.message).toMatch(named);
  });

  test('POST /process answers 413 to a body that is no request', async () => {
    expect((await serve()({ ...request, event_time: 'x'.repeat(70_000) })).status).toBe(413);
  });

  test('looks at no body before it knows the caller', async () => {
    let read = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          read = true;
          controller.enqueue(Buffer.from('x'.repeat(1000)));
        },
      },
      { highWaterMark: 0 },
    );
    expect((await app().request('/process', { method: 'POST', body, duplex: 'half' } as RequestInit)).status).toBe(401);
    expect(read).toBe(false);
  });

  test('answers 413 to a body that does not say how long it is, and is too long', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.alloc(10_000, 0x20)) });
    const init = { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body, duplex: 'half' } as RequestInit;
    expect((await app().request('/process', init)).status).toBe(413);
  });

  test('answers 408 to a body that does not end', async () => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{')) });
    const init = { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body, duplex: 'half' } as RequestInit;
    const answer = await app({ bodyLimits: { maxBytes: 1000, timeoutMs: 20 } }).request('/process', init);
    expect([answer.status, answer.headers.get('Connection')]).toEqual([408, 'close']);
  });

  test.each(['s3_key', 'unique_identifier'])('answers 400 to half a surrogate pair in %s', async (field) => {
    const answer = await serve()(JSON.stringify({ ...request, [field]: 'BANK/x' }).replace('BANK/x', 'BANK/\\ud800'));
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(`^${field}: must be well-formed`) } },
    });
  });

  test('answers 400 to a body that is no UTF-8', async () => {
    const body = Buffer.from(JSON.stringify({ ...request, s3_key: 'BANK/~' })).map((byte) =>
      byte === 0x7e ? 0xff : byte,
    );
    const init = { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body };
    expect((await app().request('/process', init)).status).toBe(400);
  });

  test('an Idempotency-Key names the content that the body is about, or the request is refused', async () => {
    const ask = (key: string) => serve()(request, { Authorization: `Bearer ${token}`, 'Idempotency-Key': key });
    expect((await ask(`BANK#${hash}`)).status).toBe(200);
    expect(await ask(`COUNTERPARTY#${hash}`)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/^Idempotency-Key: must be BANK#/) } },
    });
  });

  test('POST /process answers 422 with the reason where the document is refused', async () => {
    const refused: ProcessOutcome = {
      kind: 'refused',
      refusal: { reason: 'ACTIVE_CONTENT', message: 'It runs JavaScript.' },
    };
    expect(await serve({ process: async () => refused })(request)).toMatchObject({
      status: 422,
      body: { error: { code: 'ACTIVE_CONTENT', message: 'It runs JavaScript.' } },
    });
  });

  test('POST /process answers 409 and says when to come again', async () => {
    const later: ProcessOutcome = { kind: 'later', code: 'TRY_LATER', message: 'Elsewhere.', retryAfterSeconds: 3 };
    const answer = await serve({ process: async () => later })(request);
    expect(answer.status).toBe(409);
    expect(answer.headers.get('Retry-After')).toBe('3');
  });

  test('answers 503 and when to call again where the reader got no processor', async () => {
    const later: ProcessOutcome = { kind: 'later', code: 'UNAVAILABLE', message: 'Starved.', retryAfterSeconds: 10 };
    const answer = await serve({ process: async () => later })(request);
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'UNAVAILABLE', message: 'Starved.' } } });
    expect(answer.headers.get('Retry-After')).toBe('10');
  });

  test('POST /process answers 503 where something breaks, says nothing of what, and logs it', async () => {
    const logged: string[] = [];
    const answer = await serve({
      process: async () => {
        throw new Error('the table is gone');
      },
      log: (_level, message) => logged.push(message),
    })(request);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('5');
    expect(JSON.stringify(answer.body)).not.toContain('table');
    expect(logged).toEqual(['the table is gone']);
  });
});

test('each answer about the call is counted by its code, the others by the time they took', async () => {
  const counted = async (body: unknown, options: Partial<AppOptions> = {}, headers?: Record<string, string>) => {
    const metrics: string[] = [];
    const emit: AppOptions['emit'] = (name, _value, dimensions?: object) => {
      metrics.push([name, ...Object.values(dimensions ?? {})].join(' '));
    };
    await serve({ emit, ...options })(body, headers);
    return metrics;
  };
  const later: ProcessOutcome = { kind: 'later', code: 'TRY_LATER', message: 'Elsewhere.', retryAfterSeconds: 3 };
  const breaks = async () => {
    throw new Error('the table is gone');
  };
  expect(await counted(request)).toEqual(['RequestTime']);
  expect(await counted(request, {}, {})).toEqual(['RequestErrors UNAUTHORIZED']);
  expect(await counted('not JSON')).toEqual(['RequestErrors INVALID_REQUEST']);
  expect(await counted({ ...request, event_time: 'x'.repeat(70_000) })).toEqual(['RequestErrors REQUEST_TOO_LARGE']);
  expect(await counted(request, { process: async () => later })).toEqual(['RequestTime', 'RequestErrors TRY_LATER']);
  expect(await counted(request, { process: breaks })).toEqual(['RequestErrors UNAVAILABLE']);
});

describe('health', () => {
  const health = (path: string, ready: AppOptions['ready']) => app({ ready }).request(path);

  test('the service is live without its tables, and ready only with them', async () => {
    const missing = async () => 'no table';
    expect((await health('/health/live', missing)).status).toBe(200);
    expect((await health('/health/ready', missing)).status).toBe(503);
    expect((await health('/health/ready', async () => undefined)).status).toBe(200);
  });
});
