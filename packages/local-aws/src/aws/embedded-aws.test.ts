import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  ListObjectsV2Command,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateTopicCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { copySource, readS3Message } from '@trade-matching/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConnectionReset, type EmbeddedAws, startEmbeddedAws } from './index.ts';

let aws: EmbeddedAws;
let s3: S3Client;
let sqs: SQSClient;
const Bucket = 'documents';

beforeAll(async () => {
  aws = await startEmbeddedAws();
  const client = {
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  s3 = new S3Client({ ...client, maxAttempts: 1 });
  sqs = new SQSClient(client);
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
});
afterAll(() => aws.close());

const put = (Key: string, Body: string | Buffer) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/pdf', Metadata: { a: 'b' } }));
const get = async (Key: string, VersionId?: string) => {
  const { Body, ...rest } = await s3.send(new GetObjectCommand({ Bucket, Key, ...(VersionId ? { VersionId } : {}) }));
  return { text: await Body?.transformToString(), ...rest };
};

test('every version of an object can be read, and a delete leaves them behind a marker', async () => {
  const first = await put('versions.pdf', 'one');
  await put('versions.pdf', 'two');
  expect((await get('versions.pdf')).text).toBe('two');
  expect(await get('versions.pdf', first.VersionId)).toMatchObject({
    text: 'one',
    Metadata: { a: 'b' },
    ContentType: 'application/pdf',
  });
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'versions.pdf' }));
  await expect(get('versions.pdf')).rejects.toThrow('does not exist');
  expect((await get('versions.pdf', first.VersionId)).text).toBe('one');
});

test('a conditional delete spares an object that has been replaced', async () => {
  const { ETag } = await put('conditional.pdf', 'one');
  await put('conditional.pdf', 'two');
  const remove = (IfMatch: string | undefined) =>
    s3.send(new DeleteObjectCommand({ Bucket, Key: 'conditional.pdf', ...(IfMatch ? { IfMatch } : {}) }));
  await expect(remove(ETag)).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
  expect((await get('conditional.pdf')).text).toBe('two');
  await remove((await get('conditional.pdf')).ETag);
  await expect(get('conditional.pdf')).rejects.toThrow('does not exist');
});

test('a conditional copy does not replace what is there', async () => {
  await put('copied.pdf', 'new');
  const copy = (condition: { IfNoneMatch?: string; IfMatch?: string | undefined }) =>
    s3.send(
      new CopyObjectCommand({ Bucket, Key: 'target.pdf', CopySource: copySource(Bucket, 'copied.pdf'), ...condition }),
    );
  const { CopyObjectResult } = await copy({ IfNoneMatch: '*' });
  await expect(copy({ IfNoneMatch: '*' })).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
  await expect(copy({ IfMatch: '"other"' })).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
  await copy({ IfMatch: CopyObjectResult?.ETag });
});

test.each([
  'BANK/a b+c%25.pdf',
  'BANK/Générale.pdf',
  'BANK/Ge\u0301ne\u0301rale.pdf',
  'BANK/確認書.pdf',
  'BANK/📄.pdf',
  'BANK//x/../y.pdf',
  `BANK/${'k'.repeat(1015)}.pdf`,
])('the key %s is kept exactly, copied by version, and listed', async (Key) => {
  const { VersionId } = await put(Key, 'content');
  await put(Key, 'newer');
  const moved = `PROCESSED/${Key}`.slice(0, 1024);
  await s3.send(
    new CopyObjectCommand({
      Bucket,
      Key: moved,
      CopySource: copySource(Bucket, Key, VersionId),
      MetadataDirective: 'REPLACE',
      Metadata: { reason: 'x' },
      ContentType: 'text/plain',
    }),
  );
  expect(await get(moved)).toMatchObject({ text: 'content', Metadata: { reason: 'x' }, ContentType: 'text/plain' });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key }));
  expect(Contents.map((object) => object.Key)).toEqual([Key]);
});

test('a queue gets a test event, then what its filter lets through', async () => {
  await sqs.send(new CreateQueueCommand({ QueueName: 'bank' }));
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket,
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            QueueArn: 'arn:aws:sqs:us-east-1:000000000000:bank',
            Events: ['s3:ObjectCreated:*'],
            Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'TOLD/' }] } },
          },
        ],
      },
    }),
  );
  await put('UNTOLD/x.pdf', 'no');
  const { VersionId } = await put('TOLD/a b.pdf', 'yes');
  const QueueUrl = `${aws.endpoint}/000000000000/bank`;
  const bodies: string[] = [];
  while (bodies.length < 2) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1, MaxNumberOfMessages: 10 }),
    );
    for (const { Body = '', ReceiptHandle } of Messages) {
      bodies.push(Body);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
  expect(bodies.map((body) => readS3Message(body))).toEqual([
    { kind: 'test-event' },
    { kind: 'objects', objects: [expect.objectContaining({ key: 'TOLD/a b.pdf', versionId: VersionId, size: 3 })] },
  ]);
});

test('a body of 51 MB is taken', async () => {
  await put('large.pdf', Buffer.alloc(51 * 1024 * 1024, 0x20));
  expect((await get('large.pdf')).ContentLength).toBe(51 * 1024 * 1024);
});

test('what S3 cannot do here is an error that names it', async () => {
  await expect(s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'large.pdf' }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 501 },
  });
});

test('tables take transactions, topics keep what was published, and an interceptor sees and breaks calls', async () => {
  const client = {
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const dynamodb = new DynamoDBClient(client);
  await dynamodb.send(
    new CreateTableCommand({
      TableName: 'table',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    }),
  );
  await dynamodb.send(
    new TransactWriteItemsCommand({
      TransactItems: [{ Put: { TableName: 'table', Item: { pk: { S: 'a' }, v: { N: '1' } } } }],
    }),
  );
  expect((await dynamodb.send(new GetItemCommand({ TableName: 'table', Key: { pk: { S: 'a' } } }))).Item).toEqual({
    pk: { S: 'a' },
    v: { N: '1' },
  });

  const sns = new SNSClient(client);
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'topic' }));
  const seen: string[] = [];
  const remove = aws.addInterceptor(async (call, next) => {
    seen.push(`${call.service}:${call.action} by ${call.caller}`);
    const answer = await next();
    if (call.action === 'Publish' && seen.length === 2) throw new ConnectionReset();
    return answer;
  });
  const publish = () =>
    sns.send(
      new PublishCommand({
        TopicArn,
        Subject: 's',
        Message: 'm',
        MessageAttributes: { error: { DataType: 'String', StringValue: 'true' } },
      }),
    );
  await publish();
  await expect(publish()).rejects.toThrow();
  remove();
  expect(seen).toEqual(['sns:Publish by test', 'sns:Publish by test']);
  expect(aws.published).toEqual(
    [1, 2].map(() => ({ topicArn: TopicArn, subject: 's', message: 'm', email: 'm', attributes: { error: 'true' } })),
  );
});
