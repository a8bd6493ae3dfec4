import { CreateTopicCommand, type MessageAttributeValue, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedAws, startEmbeddedAws } from '../index.ts';

// What AWS answers: Publish in the API reference and "Amazon SNS message attributes" in the developer guide.
const MAX_BYTES = 256 * 1024;
let aws: EmbeddedAws;
let sns: SNSClient;
let TopicArn = '';

beforeAll(async () => {
  aws = await startEmbeddedAws();
  sns = new SNSClient({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  ({ TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'limits' })));
});
afterAll(() => aws.close());

const text = (StringValue: string): MessageAttributeValue => ({ DataType: 'String', StringValue });
const publish = (message: {
  Subject?: string;
  Message?: string;
  MessageStructure?: 'json';
  MessageAttributes?: Record<string, MessageAttributeValue>;
}) => sns.send(new PublishCommand({ TopicArn, Message: 'm', ...message }));
const refused = (name: string) => ({ name, $metadata: expect.objectContaining({ httpStatusCode: 400 }) });

test('a message has 256 KB at most, its attributes included', async () => {
  await publish({ Message: 'm'.repeat(MAX_BYTES) });
  await expect(publish({ Message: 'm'.repeat(MAX_BYTES + 1) })).rejects.toMatchObject(
    refused('InvalidParameterException'),
  );
  await expect(
    publish({ Message: 'm'.repeat(MAX_BYTES), MessageAttributes: { name: text('value') } }),
  ).rejects.toMatchObject(refused('InvalidParameterException'));
});

test('a message is not empty', async () => {
  await expect(publish({ Message: '' })).rejects.toMatchObject(refused('InvalidParameterException'));
});

test('a subject has under 100 characters of printable ASCII, and begins with none that is blank', async () => {
  await publish({ Subject: 's'.repeat(99) });
  for (const Subject of ['s'.repeat(100), 'a\nb', 'a\tb', 'Générale', ' blank', ''])
    await expect(publish({ Subject }), JSON.stringify(Subject)).rejects.toMatchObject({
      ...refused('InvalidParameterException'),
      message: expect.stringContaining('Subject'),
    });
});

test.each<[string, Record<string, MessageAttributeValue>]>([
  ['a reserved name', { 'AWS.name': text('v') }],
  ['a name that begins with a period', { '.name': text('v') }],
  ['a name with two periods in a row', { 'a..b': text('v') }],
  ['a name with a blank', { 'a b': text('v') }],
  ['a name of over 256 characters', { ['n'.repeat(257)]: text('v') }],
  ['an empty value', { name: text('') }],
  ['an unknown type', { name: { DataType: 'Text', StringValue: 'v' } }],
])('an attribute with %s is refused', async (_what, MessageAttributes) => {
  await expect(publish({ MessageAttributes })).rejects.toMatchObject(refused('InvalidParameterValueException'));
});

test('a message by protocol is JSON with a default, and goes to each protocol as it says', async () => {
  const byProtocol = (Message: string) => publish({ Message, MessageStructure: 'json' });
  for (const wrong of ['no JSON', '[]', '{}', '{"email":"e"}', '{"default":1}'])
    await expect(byProtocol(wrong), wrong).rejects.toMatchObject(refused('InvalidParameterException'));
  await expect(byProtocol(JSON.stringify({ default: 'd', email: 'e'.repeat(MAX_BYTES) }))).rejects.toMatchObject(
    refused('InvalidParameterException'),
  );
  await byProtocol('{"default":"d","email":"e"}');
  expect(aws.published.at(-1)).toMatchObject({ message: 'd', email: 'e' });
  await byProtocol('{"default":"d"}');
  expect(aws.published.at(-1)).toMatchObject({ message: 'd', email: 'd' });
});

test('what was refused is not published', async () => {
  const before = aws.published.length;
  await expect(publish({ Subject: 'a\nb' })).rejects.toThrow();
  expect(aws.published).toHaveLength(before);
});
