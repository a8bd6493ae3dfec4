import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { exampleApp as app, token } from '../test/example-app.ts';
import type { AppOptions } from './app.ts';
import type { PageWordsOutcome } from './page-words.ts';

const published = (await (await app().request('/openapi.json')).json()) as {
  paths: Record<string, { post?: { responses: Record<number, { content: Record<string, { schema: object }> }> } }>;
};
const ajv = new Ajv2020({ strict: false });

const outcome = (value: PageWordsOutcome): Partial<AppOptions> => ({ pageWords: async () => value });
const later = { kind: 'later', code: 'TOO_BUSY', message: '4 scans are waiting.', retryAfterSeconds: 15 } as const;
const refusal = { reason: 'NO_TEXT', message: 'Scans are not read here.' } as const;
const request = { s3_key: 'PROCESSED/BANK/a.pdf', document_hash: 'ab'.repeat(32), page: 1 };

test.each<[number, Partial<AppOptions>, unknown?, string?]>([
  [200, {}],
  [200, outcome({ kind: 'read', answer: { kind: 'text' } })],
  [200, outcome({ kind: 'read', answer: { kind: 'refused', refusal } })],
  [400, {}, { ...request, s3_key: 'QUARANTINE/BANK/a.pdf' }],
  [400, {}, { ...request, page: 0 }],
  [400, {}, { ...request, page: 1.5 }],
  [401, {}, request, 'Bearer wrong'],
  [404, outcome({ kind: 'no-such-document', message: 'There is no object.' })],
  [429, outcome(later)],
  [503, { pageWords: async () => Promise.reject(new Error('gone')) }],
])('POST /page-words answers %i as published (%#)', async (status, options, body = request, as = undefined) => {
  const response = await app(options).request('/page-words', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: as ?? `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(status);
  expect(response.headers.get('Retry-After')).toBe(status === 429 ? '15' : status === 503 ? '5' : null);
  const schema = published.paths['/page-words']?.post?.responses[status]?.content['application/json']?.schema;
  const fits = ajv.compile(schema ?? { not: {} });
  const answer = await response.json();
  expect(fits(answer), `${JSON.stringify(answer)}: ${ajv.errorsText(fits.errors)}`).toBe(true);
});
