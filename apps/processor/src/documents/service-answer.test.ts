import { expect, test } from 'vitest';
import { readAnswer, serviceFailure } from './service-answer.ts';

const done = JSON.stringify({
  status: 'PROCESSED',
  trade_id: 't',
  document_hash: 'h',
  match: { status: 'UNMATCHED', differences: [] },
});
const error = (code: string) => JSON.stringify({ error: { code, message: 'm' } });

test('200 with the contract is done; with anything else it is not', () => {
  expect(readAnswer(200, null, done)).toMatchObject({ kind: 'done', answer: { trade_id: 't' } });
  expect(readAnswer(200, null, '<html>Welcome</html>')).toMatchObject({ kind: 'transient' });
});

test.each([408, 409, 425, 429, 500, 502, 503, 504])('%i is transient', (status) => {
  expect(readAnswer(status, null, error('X'))).toEqual({ kind: 'transient', errorType: `HTTP_${status}` });
});

test.each([301, 401, 403, 404, 405])('%i is the caller or the address', (status) => {
  expect(readAnswer(status, null, '')).toEqual({ kind: 'misdirected', errorType: `HTTP_${status}` });
});

test('any other 4xx is permanent, with the code in the body as reason', () => {
  expect(readAnswer(422, null, error('NO_TEXT'))).toEqual({
    kind: 'refused',
    refusal: { reason: 'NO_TEXT', message: 'm' },
  });
  expect(readAnswer(400, null, error('INVALID_REQUEST'))).toMatchObject({ refusal: { reason: 'SERVICE_REJECTED' } });
});

test.each([
  [400, '<html>400 Bad Request</html>'],
  [413, ''],
  [422, '{"message":"no such route"}'],
  [431, 'Request Header Fields Too Large'],
])('a %i that is not in the shape of the service is a proxy’s, and says nothing of the document', (status, body) => {
  expect(readAnswer(status, null, body)).toEqual({ kind: 'transient', errorType: 'UNREADABLE_ANSWER' });
});

test('Retry-After is seconds or a date', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  expect(readAnswer(429, '7', '', now)).toMatchObject({ retryAfterMs: 7000 });
  expect(readAnswer(503, 'Mon, 23 Nov 2026 10:00:30 GMT', '', now)).toMatchObject({ retryAfterMs: 30_000 });
  expect(readAnswer(503, 'soon', '', now)).not.toHaveProperty('retryAfterMs');
});

test.each([
  ['HTTP_503', 'HTTP_5XX'],
  ['HTTP_409', 'BUSY'],
  ['HTTP_429', 'BUSY'],
  ['HTTP_401', 'CALL_REFUSED'],
  ['HTTP_302', 'CALL_REFUSED'],
  ['TIMEOUT', 'TIMEOUT'],
  ['UNREADABLE_ANSWER', 'UNREADABLE_ANSWER'],
  ['ECONNRESET', 'CONNECTION_FAILED'],
  ['UND_ERR_SOCKET', 'CONNECTION_FAILED'],
])('%s counts as %s', (errorType, failure) => {
  expect(serviceFailure(errorType)).toBe(failure);
});
