import {
  CreateTableCommand,
  DynamoDBClient,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedAws, startEmbeddedAws } from '../aws/index.ts';
import { awsFaults } from './aws-faults.ts';

let aws: EmbeddedAws;
let dynamodb: DynamoDBClient;
let s3: S3Client;
const TableName = 'table';
const Bucket = 'documents';

beforeAll(async () => {
  aws = await startEmbeddedAws();
  const client = {
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  dynamodb = new DynamoDBClient(client);
  s3 = new S3Client(client);
  await s3.send(new CreateBucketCommand({ Bucket }));
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    }),
  );
  aws.addInterceptor(
    awsFaults({
      rate: 1,
      // Of all kinds, the one whose share of the weights holds 0.61: throttling, or a conflict.
      choice: (what) => (what === 'aws kind' ? 0.61 : 0),
      concerns: () => true,
      conflicts: true,
      crash: () => {},
      onFault: () => {},
    }),
  );
});
afterAll(() => aws.close());

test('a conditional write of an object may meet another: 409', async () => {
  const put = (condition: object) => s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'b', ...condition }));
  await expect(put({ IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'ConditionalRequestConflict',
    $metadata: { httpStatusCode: 409 },
  });
  await expect(put({})).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
});

test('a write of an item may meet a transaction', async () => {
  const Key = { pk: { S: 'a' } };
  await expect(dynamodb.send(new UpdateItemCommand({ TableName, Key }))).rejects.toMatchObject({
    name: 'TransactionConflictException',
  });
  const items = [{ Delete: { TableName, Key } }];
  await expect(dynamodb.send(new TransactWriteItemsCommand({ TransactItems: items }))).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  });
});
