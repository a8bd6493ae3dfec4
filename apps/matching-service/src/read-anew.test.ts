import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { exampleApp as app, token } from '../test/example-app.ts';
import type { AppOptions } from './app.ts';
import type { ReadAnewOutcome } from './read-anew.ts';

const published = (await (await app().request('/openapi.json')).json()) as {
  paths: Record<string, { post?: { responses: Record<number, { content: Record<string, { schema: object }> }> } }>;
};
const ajv = new Ajv2020({ strict: false });

const outcome = (value: ReadAnewOutcome): Partial<AppOptions> => ({ readAnew: async () => value });
const later = { kind: 'later', code: 'TOO_BUSY', message: 'Others wait.', retryAfterSeconds: 5 } as const;
const request = { s3_key: 'FAILED/BANK/a.pdf', source_type: 'BANK', document_hash: 'ab'.repeat(32) };

test.each<[number, Partial<AppOptions>, unknown?, string?]>([
  [200, {}],
  [200, {}, { ...request, wording: { key: 'quux yield', field: 'fixed_rate', product: 'INTEREST_RATE_SWAP' } }],
  [200, outcome({ kind: 'read', answer: { refusal: { reason: 'NO_TEXT', message: 'A scan.' } } })],
  [400, {}, { ...request, s3_key: 'QUARANTINE/BANK/a.pdf' }],
  [400, {}, { ...request, s3_key: 'BANK/a.pdf' }],
  [400, {}, { ...request, document_hash: 'x' }],
  [400, {}, { ...request, wording: { key: 'quux yield', field: 'colour', product: 'INTEREST_RATE_SWAP' } }],
  [401, {}, 'not JSON', 'Bearer wrong'],
  [404, outcome({ kind: 'no-such-document', message: 'There is no object.' })],
  [413, {}, { ...request, s3_key: 'x'.repeat(70_000) }],
  [429, outcome(later)],
  [503, { readAnew: async () => Promise.reject(new Error('gone')) }],
])('POST /read-anew answers %i as published (%#)', async (status, options, body = request, as = undefined) => {
  const response = await app(options).request('/read-anew', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: as ?? `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(status);
  expect(response.headers.has('Retry-After')).toBe([429, 503].includes(status));
  const schema = published.paths['/read-anew']?.post?.responses[status]?.content['application/json']?.schema;
  const fits = ajv.compile(schema ?? { not: {} });
  const answer = await response.json();
  expect(fits(answer), `${JSON.stringify(answer)}: ${ajv.errorsText(fits.errors)}`).toBe(true);
});
