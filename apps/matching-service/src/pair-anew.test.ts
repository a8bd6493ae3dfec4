import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { exampleApp as app, token } from '../test/example-app.ts';
import type { AppOptions } from './app.ts';
import type { PairAnewOutcome } from './pair-anew.ts';

const trade_keys = ['a'.repeat(24)];

const published = (await (await app().request('/openapi.json')).json()) as {
  paths: Record<string, { post?: { responses: Record<number, { content: Record<string, { schema: object }> }> } }>;
};
const ajv = new Ajv2020({ strict: false });

const outcome = (value: PairAnewOutcome): Partial<AppOptions> => ({ pairAnew: async () => value });
const later = { kind: 'later', code: 'TRY_LATER', message: 'Others write.', retryAfterSeconds: 1 } as const;
const refused = { kind: 'refused', refusal: { reason: 'INTERNAL_ERROR', message: 'Too large.' } } as const;

test.each<[number, Partial<AppOptions>, unknown?, string?]>([
  [200, {}],
  [400, {}, { trade_keys: [] }],
  [400, {}, { trade_keys: ['../x'] }],
  [400, {}, { trade_keys: Array(21).fill(trade_keys[0]) }],
  [401, {}, 'not JSON', 'Bearer wrong'],
  [404, outcome({ kind: 'no-such-trade', message: 'There is no trade.' })],
  [409, outcome(later)],
  [413, {}, { trade_keys: ['x'.repeat(70_000)] }],
  [422, outcome(refused)],
  [503, { pairAnew: async () => Promise.reject(new Error('gone')) }],
])('POST /pair-anew answers %i as published (%#)', async (status, options, body = { trade_keys }, as = undefined) => {
  const response = await app(options).request('/pair-anew', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: as ?? `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(status);
  expect(response.headers.has('Retry-After')).toBe([409, 503].includes(status));
  const schema = published.paths['/pair-anew']?.post?.responses[status]?.content['application/json']?.schema;
  const fits = ajv.compile(schema ?? { not: {} });
  const answer = await response.json();
  expect(fits(answer), `${JSON.stringify(answer)}: ${ajv.errorsText(fits.errors)}`).toBe(true);
});

test('the contract with /pair-anew is OpenAPI 3.1', async () => {
  expect(await new Validator().validate(published as never)).toEqual({ valid: true });
});
