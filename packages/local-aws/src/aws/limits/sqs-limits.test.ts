import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulatedClock } from '../../clock/index.ts';
import { type EmbeddedAws, startEmbeddedAws } from '../index.ts';

// What AWS answers: "Amazon SQS message quotas" and the API reference, Amazon SQS.
const clock = simulatedClock(1);
const MIB = 1024 * 1024;
let aws: EmbeddedAws;
let sqs: SQSClient;
let QueueUrl = '';

beforeAll(async () => {
  aws = await startEmbeddedAws({ clock });
  sqs = new SQSClient({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  ({ QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'limits' })));
});
afterAll(() => aws.close());

const send = (MessageBody: string, MessageAttributes?: Record<string, MessageAttributeValue>) =>
  sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, ...(MessageAttributes && { MessageAttributes }) }));
const text = (StringValue: string): MessageAttributeValue => ({ DataType: 'String', StringValue });
const refused = (name: string) => ({
  name: expect.stringContaining(name),
  $metadata: expect.objectContaining({ httpStatusCode: 400 }),
});
async function receive() {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
  return Messages[0]?.ReceiptHandle ?? '';
}

test('a message has 1 MiB at most, its attributes included', async () => {
  await send('m'.repeat(MIB));
  await expect(send('m'.repeat(MIB + 1))).rejects.toMatchObject(refused('InvalidParameterValue'));
  await expect(send('m'.repeat(MIB), { name: text('value') })).rejects.toMatchObject(refused('InvalidParameterValue'));
});

test('a message is not empty, and has characters of XML only', async () => {
  await expect(send('')).rejects.toMatchObject(refused('MissingParameter'));
  for (const character of ['\u0000', '\u000b', '\ufffe'])
    await expect(send(`a${character}b`)).rejects.toMatchObject(refused('InvalidMessageContents'));
  await send('tab\tnewline\nreturn\ré');
});

test('a batch has ten entries at most, distinct ids of 80 characters at most, and 1 MiB in all', async () => {
  const batch = (entries: readonly { Id: string; MessageBody: string }[]) =>
    sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [...entries] }));
  const some = (count: number) => Array.from({ length: count }, (_, i) => ({ Id: `m${i}`, MessageBody: 'm' }));
  await batch(some(10));
  await expect(batch(some(11))).rejects.toMatchObject(refused('TooManyEntriesInBatchRequest'));
  await expect(batch([])).rejects.toMatchObject(refused('EmptyBatchRequest'));
  await expect(batch([...some(1), ...some(1)])).rejects.toMatchObject(refused('BatchEntryIdsNotDistinct'));
  await batch([{ Id: 'i'.repeat(80), MessageBody: 'm' }]);
  await expect(batch([{ Id: 'i'.repeat(81), MessageBody: 'm' }])).rejects.toMatchObject(refused('InvalidBatchEntryId'));
  await expect(batch([{ Id: 'a.b', MessageBody: 'm' }])).rejects.toMatchObject(refused('InvalidBatchEntryId'));
  const halves = ['a', 'b'].map((Id) => ({ Id, MessageBody: 'm'.repeat(MIB / 2 + 1) }));
  await expect(batch(halves)).rejects.toMatchObject(refused('BatchRequestTooLong'));
});

test('messages are deleted ten at a time, under distinct ids', async () => {
  const remove = (ids: readonly string[]) =>
    sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: ids.map((Id) => ({ Id, ReceiptHandle: crypto.randomUUID() })),
      }),
    );
  const eleven = Array.from({ length: 11 }, (_, i) => `${i}`);
  await expect(remove(eleven)).rejects.toMatchObject(refused('TooManyEntriesInBatchRequest'));
  await expect(remove(['1', '1'])).rejects.toMatchObject(refused('BatchEntryIdsNotDistinct'));
  await expect(remove([])).rejects.toMatchObject(refused('EmptyBatchRequest'));
  await expect(remove(['i'.repeat(81)])).rejects.toMatchObject(refused('InvalidBatchEntryId'));
});

test('a message has ten attributes at most, each with a name, a type and a value', async () => {
  const some = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, text('v')]));
  await send('m', some(10));
  const wrong: Record<string, MessageAttributeValue>[] = [
    some(11),
    { 'AWS.name': text('v') },
    { 'amazon.name': text('v') },
    { '.name': text('v') },
    { 'a..b': text('v') },
    { 'a b': text('v') },
    { ['n'.repeat(257)]: text('v') },
    { name: text('') },
    { name: { DataType: 'Text', StringValue: 'v' } },
  ];
  for (const attributes of wrong)
    await expect(send('m', attributes), JSON.stringify(attributes)).rejects.toMatchObject(
      refused('InvalidParameterValue'),
    );
});

test('a message is delayed by 15 minutes at most', async () => {
  const delayed = (DelaySeconds: number) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'm', DelaySeconds }));
  await delayed(900);
  await expect(delayed(901)).rejects.toMatchObject(refused('InvalidParameterValue'));
});

test('a receive asks for ten messages at most, and waits for 20 seconds at most', async () => {
  const ask = (options: { MaxNumberOfMessages?: number; WaitTimeSeconds?: number; VisibilityTimeout?: number }) =>
    sqs.send(new ReceiveMessageCommand({ QueueUrl, ...options }));
  for (const options of [
    { MaxNumberOfMessages: 11 },
    { MaxNumberOfMessages: 0 },
    { WaitTimeSeconds: 21 },
    { VisibilityTimeout: 43_201 },
  ])
    await expect(ask(options)).rejects.toMatchObject(refused('InvalidParameterValue'));
});

test('a message is hidden for 12 hours at most, counted from its receive', async () => {
  await send('hidden');
  const ReceiptHandle = await receive();
  const hide = (VisibilityTimeout: number) =>
    sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
  await expect(hide(43_201)).rejects.toMatchObject(refused('InvalidParameterValue'));
  await hide(43_100);
  clock.skip(3_600_000);
  await expect(hide(43_100)).rejects.toMatchObject({
    ...refused('InvalidParameterValue'),
    message: expect.stringContaining('beyond the limit [43200 seconds]'),
  });
  await hide(39_500);
});

test('a receipt handle that no receive has given is refused, one that is used up is not', async () => {
  await send('deleted');
  const handle = await receive();
  const remove = (ReceiptHandle: string) => sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  await remove(handle);
  await remove(handle);
  await expect(remove('no handle')).rejects.toMatchObject(refused('ReceiptHandleIsInvalid'));
  const hide = (ReceiptHandle: string) =>
    sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 1 }));
  await expect(hide('no handle')).rejects.toMatchObject(refused('ReceiptHandleIsInvalid'));
  await expect(hide(handle)).rejects.toMatchObject(refused('MessageNotInflight'));
});
