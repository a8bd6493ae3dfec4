import { describe, expect, test } from 'vitest';
import { hash, processed, aRequest as request } from '../test/example-request.ts';
import { type AppOptions, createApp } from './app.ts';
import type { ProcessOutcome } from './process-document.ts';

const token = 'a token of enough length';
function serve(options: Partial<AppOptions> = {}) {
  const app = createApp({
    accept: async (authorization) => authorization === `Bearer ${token}`,
    documentsBucket: 'documents',
    process: async () => processed,
    ready: async () => undefined,
    log: () => {},
    emit: () => {},
    ...options,
  });
  return async (body: unknown, headers: Record<string, string> = { Authorization: `Bearer ${token}` }) => {
    const response = await app.request('/process', {
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
  const health = (path: string, ready: AppOptions['ready']) =>
    createApp({
      accept: async (authorization) => authorization === `Bearer ${token}`,
      documentsBucket: 'b',
      process: async () => processed,
      ready,
      log: () => {},
      emit: () => {},
    }).request(path);

  test('the service is live without its tables, and ready only with them', async () => {
    const missing = async () => 'no table';
    expect((await health('/health/live', missing)).status).toBe(200);
    expect((await health('/health/ready', missing)).status).toBe(503);
    expect((await health('/health/ready', async () => undefined)).status).toBe(200);
  });
});
