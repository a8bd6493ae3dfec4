import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createS3Client } from '@trade-matching/aws-runtime';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { AwsCall } from '@trade-matching/local-aws';
import {
  changedStack,
  clientConfiguration,
  currentKeys,
  itemsOf,
  messagesIn,
  type System,
  sendTo,
  settingEvery,
  startSystem,
  untilQueuesAreEmpty,
  uploadUnseen,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

let system: System;
let s3: S3Client;
let isRefused = (_call: AwsCall) => false;
let publishedBefore = 0;
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow, settingEvery('visibility_timeout_seconds', 1)) });
  s3 = createS3Client(clientConfiguration(system.aws));
  system.aws.addInterceptor((call, next) => (isRefused(call) ? Promise.resolve(refused()) : next()));
});
afterAll(async () => {
  s3?.destroy();
  await system?.close();
});
afterEach(() => {
  isRefused = () => false;
  publishedBefore = system.aws.published.length;
});

/** What DynamoDB answers to a write that it will never take. */
const refused = () => ({
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(
    '{"__type":"com.amazon.coral.validate#ValidationException","message":"Item size has exceeded the limit"}',
  ),
});
const isLedgerWrite = ({ service, action, resource, caller = '' }: AwsCall) =>
  service === 'dynamodb' &&
  action !== 'Query' &&
  resource === system.names.documentsTable &&
  caller.startsWith(system.names.failuresFunction);
const told = () => system.aws.published.slice(publishedBefore).map(({ message }) => JSON.parse(message));
const deadLettersOf = () => messagesIn(system, system.names.failedProcessingDeadLetterQueue);

test('a poison message of 500 KB settles: its beginning is in the ledger, the whole of it in S3', async () => {
  const body = `{"hello":"${'x'.repeat(500_000)}"}`;
  await sendTo(system, system.names.documentDeadLetterQueue.BANK, body);
  await untilQueuesAreEmpty(system, 20_000);
  const [kept] = (await itemsOf(system, system.names.documentsTable)).filter(({ pk }) =>
    String(pk).startsWith('POISON#'),
  );
  expect(String(kept?.body).length).toBeLessThan(5_000);
  const [, , Bucket, ...key] = String(kept?.whole_body).split('/');
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: key.join('/') }));
  expect(await Body?.transformToString()).toBe(body);
  expect(told()).toMatchObject([{ event_type: 'DocumentDeadLettered', requires_manual_intervention: true }]);
});

test('a dead letter that the ledger never takes is filed without it, and told of', async () => {
  const key = 'BANK/never in the ledger.pdf';
  const event = await uploadUnseen(system, key, renderConfirmation(samplePair(60).bank, 'letter'));
  isRefused = isLedgerWrite;
  await sendTo(system, system.names.documentDeadLetterQueue.BANK, event);
  await untilQueuesAreEmpty(system, 60_000);
  expect((await currentKeys(system)).filter((each) => each.endsWith(key))).toEqual([`FAILED/${key}`]);
  expect(told()).toMatchObject([
    {
      event_type: 'DocumentDeadLettered',
      requires_manual_intervention: true,
      document: key,
      stands_under: `FAILED/${key}`,
      message: expect.stringContaining('ValidationException'),
    },
  ]);
  expect(await deadLettersOf()).toBe(0);
});

test('a dead letter that cannot be filed either stays where it is, and is told of', async () => {
  const key = 'BANK/never copied.pdf';
  const event = await uploadUnseen(system, key, renderConfirmation(samplePair(62).bank, 'letter'));
  isRefused = (call) => isLedgerWrite(call) || (call.action === 'CopyObject' && call.resource.endsWith(key));
  await sendTo(system, system.names.documentDeadLetterQueue.BANK, event);
  await untilQueuesAreEmpty(system, 60_000);
  expect((await currentKeys(system)).filter((each) => each.endsWith(key))).toEqual([key]);
  expect(told()).toMatchObject([{ document: key, stands_under: key, requires_manual_intervention: true }]);
});

test('an arrival whose metadata nobody can read is told of', async () => {
  const Key = 'FAILED/BANK/hand-made.pdf';
  await s3.send(
    new PutObjectCommand({
      Bucket: system.names.documentsBucket,
      Key,
      Body: 'x',
      Metadata: { 'original-key': '%E0%A4%A', reason: 'NO_TEXT' },
    }),
  );
  await untilQueuesAreEmpty(system, 20_000);
  expect(told()).toMatchObject([{ document: 'BANK/hand-made.pdf', stands_under: Key, reason: 'NO_TEXT' }]);
  expect(await deadLettersOf()).toBe(0);
});
