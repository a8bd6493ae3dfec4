import { expect, test } from 'vitest';
import { succeededMessages } from './batch-answer.ts';

const ids = ['a', 'b'];
const answered = (answer: unknown) => succeededMessages({ kind: 'done', answer }, ids, true);

test.each([
  ['an empty answer is complete success', null, ids],
  ['no failures is complete success', { batchItemFailures: [] }, ids],
  ['a null list is complete success', { batchItemFailures: null }, ids],
  ['what is named has failed', { batchItemFailures: [{ itemIdentifier: 'b' }] }, ['a']],
  ['a name that is not of the batch fails all', { batchItemFailures: [{ itemIdentifier: 'z' }] }, []],
  ['an empty name fails all', { batchItemFailures: [{ itemIdentifier: '' }] }, []],
  ['a name under another attribute fails all', { batchItemFailures: [{ id: 'a' }] }, []],
])('%s', (_what, answer, succeeded) => {
  expect(answered(answer)).toEqual(succeeded);
});

test('an exception fails all', () => {
  expect(succeededMessages({ kind: 'failed', error: 'thrown' }, ids, true)).toEqual([]);
});

test('a mapping without partial responses does not read the answer', () => {
  expect(
    succeededMessages({ kind: 'done', answer: { batchItemFailures: [{ itemIdentifier: 'a' }] } }, ids, false),
  ).toEqual(ids);
});
