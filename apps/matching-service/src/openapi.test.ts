import { Validator } from '@seriousme/openapi-schema-validator';
import type { ProcessRequest } from '@trade-matching/domain';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { exampleApp as serve, token } from '../test/example-app.ts';
import { aRequest } from '../test/example-request.ts';
import type { AppOptions } from './app.ts';
import { CODES_BY_STATUS, TRANSIENT } from './failures.ts';
import type { ProcessOutcome } from './process-document.ts';

interface Published {
  readonly paths: Record<
    string,
    Record<
      string,
      {
        requestBody?: { content: Content };
        responses: Record<string, { headers?: Record<string, { schema: object }>; content: Content }>;
      }
    >
  >;
}
type Content = Record<string, { schema: object }>;

const published = (await (await serve().request('/openapi.json')).json()) as Published;
const ajv = new Ajv2020({ strict: false });

/** Holds an answer to what is published of its path, method and status. */
async function expectAsPublished(path: string, method: string, response: Response) {
  const described = published.paths[path]?.[method]?.responses[response.status];
  expect(described, `${path} ${response.status} is not published`).toBeDefined();
  const fits = ajv.compile(described?.content['application/json']?.schema ?? { not: {} });
  const body = await response.json();
  expect(fits(body), `${JSON.stringify(body)}: ${ajv.errorsText(fits.errors)}`).toBe(true);
  const isRetried = described?.headers?.['Retry-After'] !== undefined;
  expect(response.headers.has('Retry-After')).toBe(isRetried);
  if (isRetried) expect(Number(response.headers.get('Retry-After'))).toBeGreaterThanOrEqual(1);
}

test('the published contract is OpenAPI 3.1', async () => {
  expect(await new Validator().validate(published as never)).toEqual({ valid: true });
  expect(published).toMatchObject({ openapi: '3.1.0' });
});

describe('every answer is as published', () => {
  const later = (code: 'TRY_LATER' | 'TOO_BUSY'): ProcessOutcome => ({
    kind: 'later',
    code,
    message: 'Later.',
    retryAfterSeconds: 2,
  });
  const matched: ProcessOutcome = {
    kind: 'processed',
    answer: {
      status: 'ALREADY_PROCESSED',
      trade_id: 't',
      document_hash: 'h',
      match: {
        status: 'MISMATCHED',
        match_id: 'm',
        counterpart_trade_id: 'c',
        differences: [{ field: 'notional', bank: '1', counterparty: '2', tolerance: 'exact', verdict: 'DIFFERENT' }],
        other_terms: [
          {
            key: 'break clause',
            label: 'Break Clause',
            bank: 'Mandatory',
            counterparty: 'Optional',
            verdict: 'DIFFERENT',
          },
          { key: 'floor', label: 'Floor', bank: '1.50 %', verdict: 'ONE_SIDED' },
        ],
      },
    },
  };
  const posts: readonly [number, Partial<AppOptions>, unknown?, string?][] = [
    [200, {}],
    [200, { process: async () => matched }],
    [400, {}, { ...aRequest, s3_key: undefined }],
    [401, {}, aRequest, 'Bearer wrong'],
    [409, { process: async () => later('TRY_LATER') }],
    [413, {}, { ...aRequest, event_time: 'x'.repeat(70_000) }],
    [422, { process: async () => ({ kind: 'refused', refusal: { reason: 'NO_TEXT', message: 'A scan.' } }) }],
    [429, { process: async () => later('TOO_BUSY') }],
    [503, { process: async () => Promise.reject(new Error('gone')) }],
    // An answer that would not be is none.
    [
      503,
      { process: async () => ({ kind: 'processed', answer: { status: 'PROCESSED' } }) as unknown as ProcessOutcome },
    ],
  ];

  test.each(posts)(
    'POST /process: %i (%#)',
    async (status, options, body = aRequest, authorization = `Bearer ${token}`) => {
      const response = await serve(options).request('/process', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: authorization },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(status);
      await expectAsPublished('/process', 'post', response);
    },
  );

  test('an unknown path answers 404 as published', async () => {
    const response = await serve().request('/nowhere');
    expect(response.status).toBe(404);
    await expectAsPublished('/process', 'post', response);
  });

  test.each([
    ['/health/live', undefined],
    ['/health/ready', undefined],
    ['/health/ready', 'no table'],
    ['/openapi.json', undefined],
  ])('GET %s', async (path, missing) => {
    await expectAsPublished(path, 'get', await serve({ ready: async () => missing }).request(path));
  });
});

test('a request that is accepted fits what is published, and one that lacks a name does not', () => {
  const fits = ajv.compile(published.paths['/process']?.post?.requestBody?.content['application/json']?.schema ?? {});
  expect(fits(aRequest), ajv.errorsText(fits.errors)).toBe(true);
  for (const name of ['s3_bucket', 's3_key', 'source_type', 'event_time', 'metadata', 'validation_info'] as const) {
    const { [name]: _left, ...lacking } = aRequest as ProcessRequest & Record<string, unknown>;
    expect(fits(lacking)).toBe(false);
  }
});

test('every status that an answer can have is published for POST /process', () => {
  const statuses = Object.keys(published.paths['/process']?.post?.responses ?? {}).map(Number);
  expect(new Set(statuses)).toEqual(new Set([200, ...CODES_BY_STATUS.keys()]));
  expect([...TRANSIENT].every((status) => statuses.includes(status))).toBe(true);
});
