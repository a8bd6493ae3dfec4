import { expect, test } from 'vitest';
import { type ReferenceSource, resolveReferences } from './references.ts';

const source: ReferenceSource = {
  variable: (name) => (name === 'token' ? 'secret' : undefined),
  attribute: async (address, attribute) =>
    address === 'aws_sqs_queue.a-b_1' && attribute === 'arn' ? 'arn:q' : undefined,
};
const resolve = (value: unknown) => resolveReferences(value, source, 'here');

test('references are resolved at any depth, alone and inside a text', async () => {
  expect(
    await resolve({ a: ['${aws_sqs_queue.a-b_1.arn}'], b: { c: 'x ${var.token}/${aws_sqs_queue.a-b_1.arn}' }, d: 5 }),
  ).toEqual({ a: ['arn:q'], b: { c: 'x secret/arn:q' }, d: 5 });
});

test.each([
  ['${aws_sqs_queue.other.arn}', 'nothing here has the value'],
  ['${var.unknown}', 'nothing here has the value'],
  ['${jsonencode({})}', 'plain references only'],
  ['${upper(var.token)}', 'plain references only'],
  ['${data.aws_caller_identity.me.account_id}', 'plain references only'],
])('%s is an error that says where', async (text, message) => {
  await expect(resolve({ attribute: text })).rejects.toThrow(message);
  await expect(resolve(text)).rejects.toThrow('here');
});
