import { expect, test } from 'vitest';
import { awsFailure } from './aws-failure.ts';

const answer = (name: string, httpStatusCode: number, more: object = {}) =>
  Object.assign(new Error('planned'), { name, $metadata: { httpStatusCode }, ...more });

test.each([
  ['ValidationException', 400, 'content'],
  ['InvalidParameter', 400, 'content'],
  ['AccessDeniedException', 400, 'configuration'],
  ['ResourceNotFoundException', 400, 'configuration'],
  ['AuthorizationError', 403, 'configuration'],
  ['ProvisionedThroughputExceededException', 400, 'transient'],
  ['TransactionConflictException', 400, 'transient'],
  ['InternalServerError', 500, 'transient'],
  ['SlowDown', 503, 'transient'],
  ['ExpiredTokenException', 400, 'transient'],
] as const)('%s (%i) is %s', (name, status, expected) => {
  expect(awsFailure(answer(name, status))).toBe(expected);
});

test('a transaction that is cancelled for a value is content, for another writer transient', () => {
  const cancelled = (Code: string) => answer('TransactionCanceledException', 400, { CancellationReasons: [{ Code }] });
  expect(awsFailure(cancelled('ValidationError'))).toBe('content');
  expect(awsFailure(cancelled('TransactionConflict'))).toBe('transient');
});

test('a lost connection is no answer of AWS', () => {
  expect(awsFailure(new Error('ECONNRESET'))).toBeUndefined();
});
