import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedAws, startEmbeddedAws } from '../aws/index.ts';
import { realClock } from '../clock/index.ts';
import { FunctionRunner } from './function-runner.ts';
import { QueuePoller } from './queue-poller.ts';

const MIB = 1024 * 1024;
const MAX_REQUEST = 6 * MIB;
const folder = mkdtempSync(path.join(tmpdir(), 'payload-'));
const lines: string[] = [];
let aws: EmbeddedAws;
let sqs: SQSClient;
let runner: FunctionRunner;

/** Answers with as many bytes as it is asked for; says how many records of a queue it has got. */
const HANDLER = `export const handler = async (event) => {
  if (event.Records) console.log('records ' + event.Records.length);
  return event.answer === undefined ? { batchItemFailures: [] } : 'a'.repeat(event.answer - 2);
};`;

beforeAll(async () => {
  writeFileSync(path.join(folder, 'index.mjs'), HANDLER);
  aws = await startEmbeddedAws();
  sqs = new SQSClient({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  runner = new FunctionRunner({
    definition: {
      name: 'f',
      archive: '',
      handler: 'index.handler',
      timeout: 30,
      memory: 512,
      environment: {},
      reservedConcurrency: 1,
    },
    folder,
    region: aws.region,
    account: aws.accountId,
    endpointEnvironment: aws.environment,
    log: (line) => lines.push(line),
    clock: realClock,
    onInvocation: () => {},
  });
});
afterAll(async () => {
  await runner.close();
  sqs.destroy();
  await aws.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an event has 6 MB at most', async () => {
  const event = (bytes: number) => ({ pad: 'p'.repeat(bytes - Buffer.byteLength('{"pad":""}')) });
  expect(await runner.invoke(event(MAX_REQUEST))).toMatchObject({ kind: 'done' });
  expect(await runner.invoke(event(MAX_REQUEST + 1))).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('RequestEntityTooLargeException'),
  });
});

test('an answer has 6 MB and 100 bytes at most, or the invocation has failed', async () => {
  expect(await runner.invoke({ answer: MAX_REQUEST + 100 })).toMatchObject({ kind: 'done' });
  expect(await runner.invoke({ answer: MAX_REQUEST + 101 })).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('Function.ResponseSizeTooLarge'),
  });
});

test('a batch of a queue that is larger than an event comes in more than one', async () => {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'large' }));
  for (let i = 0; i < 10; i++) await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'm'.repeat(MIB) }));
  const poller = new QueuePoller({
    sqs,
    mapping: {
      functionName: 'f',
      queueArn: 'arn:aws:sqs:us-east-1:000000000000:large',
      queueUrl: QueueUrl,
      batchSize: 10,
      batchingWindow: 0,
      reportsBatchItemFailures: true,
      maximumConcurrency: 2,
    },
    runner,
    region: aws.region,
    log: (line) => lines.push(line),
    onThrottled: () => {},
  });
  const left = async () => {
    const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] });
    const { Attributes = {} } = await sqs.send(asked);
    return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name]), 0);
  };
  await expect.poll(left, { timeout: 20_000 }).toBe(0);
  await poller.close();
  const records = lines.filter((line) => line.startsWith('records '));
  expect(records).toEqual(['records 5', 'records 5']);
});
