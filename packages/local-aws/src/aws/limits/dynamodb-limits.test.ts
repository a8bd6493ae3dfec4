import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedAws, startEmbeddedAws } from '../index.ts';

// What AWS answers: "Service, account, and table quotas" and the API reference, Amazon DynamoDB.
let aws: EmbeddedAws;
let dynamodb: DynamoDBClient;
const TableName = 'records';
const KB = 1024;

beforeAll(async () => {
  aws = await startEmbeddedAws();
  dynamodb = new DynamoDBClient({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk', 'day', 'at'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by_day',
          KeySchema: [
            { AttributeName: 'day', KeyType: 'HASH' },
            { AttributeName: 'at', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
});
afterAll(() => aws.close());

type Attributes = Record<string, AttributeValue>;
const s = (text: string): AttributeValue => ({ S: text });
const key = (pk: string, sk = 'x'): Attributes => ({ pk: s(pk), sk: s(sk) });
const put = (Item: Attributes) => dynamodb.send(new PutItemCommand({ TableName, Item }));
const transact = (items: readonly Attributes[]) =>
  dynamodb.send(new TransactWriteItemsCommand({ TransactItems: items.map((Item) => ({ Put: { TableName, Item } })) }));
const update = (Key: Attributes, UpdateExpression: string, values?: Attributes, ConditionExpression?: string) =>
  dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key,
      UpdateExpression,
      ...(values && { ExpressionAttributeValues: values }),
      ...(ConditionExpression && { ConditionExpression }),
    }),
  );
const invalid = (message: RegExp) => ({
  name: 'ValidationException',
  message: expect.stringMatching(message),
  $metadata: expect.objectContaining({ httpStatusCode: 400 }),
});
/** An item of so many bytes, names included. */
const sized = (pk: string, bytes: number): Attributes => ({
  ...key(pk),
  v: s('v'.repeat(bytes - Buffer.byteLength(`pk${pk}skxv`))),
});

test('an item holds 400 KB, names included, and no byte more', async () => {
  await put(sized('large', 400 * KB));
  await expect(put(sized('large', 400 * KB + 1))).rejects.toMatchObject(invalid(/Item size has exceeded the maximum/));
});

test('an update that makes an item larger than 400 KB is refused', async () => {
  await put(sized('grown', 400 * KB - 10));
  await expect(update(key('grown'), 'SET w = :w', { ':w': s('w'.repeat(20)) })).rejects.toMatchObject(
    invalid(/Item size to update has exceeded the maximum/),
  );
});

test('an update that makes an item too large cancels its transaction with a reason', async () => {
  await put(sized('cancelled', 400 * KB - 10));
  const grow = {
    Update: {
      TableName,
      Key: key('cancelled'),
      UpdateExpression: 'SET w = :w',
      ExpressionAttributeValues: { ':w': s('w'.repeat(20)) },
    },
  };
  await expect(dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [grow] }))).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [expect.objectContaining({ Code: 'ValidationError' })],
  });
});

test('a transaction has 100 items at most', async () => {
  const items = (count: number) => Array.from({ length: count }, (_, i) => key(`many ${i}`));
  await transact(items(100));
  await expect(transact(items(101))).rejects.toMatchObject(invalid(/less than or equal to 100/));
});

test('the items of a transaction have 4 MB at most', async () => {
  const items = (bytes: number) => Array.from({ length: 16 }, (_, i) => sized(`heavy ${i + 10}`, bytes));
  await transact(items(256 * KB));
  await expect(transact(items(256 * KB + 1))).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
});

test('a transaction has one operation on an item', async () => {
  await expect(transact([key('twice'), key('twice')])).rejects.toMatchObject(
    invalid(/cannot include multiple operations on one item/),
  );
});

test('a transaction with the token of an earlier one is done once, and with other items is refused', async () => {
  const once = (pk: string) =>
    dynamodb.send(
      new TransactWriteItemsCommand({
        ClientRequestToken: 'one-token',
        TransactItems: [{ Put: { TableName, Item: key(pk), ConditionExpression: 'attribute_not_exists(pk)' } }],
      }),
    );
  await once('once');
  await once('once');
  await expect(once('other')).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
});

test('a partition key has 2048 bytes at most, and a sort key 1024', async () => {
  await put(key('é'.repeat(1024), 's'.repeat(1024)));
  await expect(put(key(`${'é'.repeat(1024)}x`))).rejects.toMatchObject(invalid(/Size of hashkey has exceeded/));
  await expect(put(key('a', 's'.repeat(1025)))).rejects.toMatchObject(invalid(/size of all range keys has exceeded/));
  await expect(dynamodb.send(new GetItemCommand({ TableName, Key: key('p'.repeat(2049)) }))).rejects.toMatchObject(
    invalid(/Size of hashkey has exceeded/),
  );
  await expect(update(key('a', 's'.repeat(1025)), 'SET v = :v', { ':v': s('v') })).rejects.toMatchObject(
    invalid(/size of all range keys has exceeded/),
  );
  await expect(transact([key('p'.repeat(2049))])).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
});

test('the key of an index has the same limits', async () => {
  const listed = (day: string, at = 'x') => ({ ...key('listed'), day: s(day), at: s(at) });
  await put(listed('d'.repeat(2048), 'a'.repeat(1024)));
  await expect(put(listed('d'.repeat(2049)))).rejects.toMatchObject(invalid(/2048/));
  await expect(put(listed('d', 'a'.repeat(1025)))).rejects.toMatchObject(invalid(/1024/));
  const moved = {
    TableName,
    Key: key('listed'),
    UpdateExpression: 'SET v = if_not_exists(v, :d), #day = :d',
    ExpressionAttributeNames: { '#day': 'day' },
    ExpressionAttributeValues: { ':d': s('d'.repeat(2049)) },
  };
  const beyond = /secondary index key beyond allowed size limits/;
  await expect(dynamodb.send(new UpdateItemCommand(moved))).rejects.toMatchObject(invalid(beyond));
  const both = [{ Put: { TableName, Item: key('other') } }, { Update: moved }];
  await expect(dynamodb.send(new TransactWriteItemsCommand({ TransactItems: both }))).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [
      expect.objectContaining({ Code: 'None' }),
      { Code: 'ValidationError', Message: expect.stringMatching(beyond) },
    ],
  });
});

test('a key is never empty, of a table or of an index', async () => {
  await expect(put(key(''))).rejects.toMatchObject(invalid(/empty string value. Key: pk/));
  await expect(put(key('a', ''))).rejects.toMatchObject(invalid(/empty string value. Key: sk/));
  await expect(put({ ...key('a'), day: s(''), at: s('x') })).rejects.toMatchObject(invalid(/empty string value/));
  await expect(transact([key('')])).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
  await expect(dynamodb.send(new GetItemCommand({ TableName, Key: key('') }))).rejects.toMatchObject(
    invalid(/empty string value/),
  );
});

test('an expression has 4 KB at most', async () => {
  const text = (bytes: number) => {
    const start = Array.from({ length: 17 }, () => `attribute_not_exists(${'n'.repeat(200)})`).join(' AND ');
    return `${start} AND attribute_not_exists(${'m'.repeat(bytes - Buffer.byteLength(start) - 27)})`;
  };
  expect(text(4096)).toHaveLength(4096);
  await update(key('long'), 'SET v = :v', { ':v': s('v') }, text(4096));
  const refused = invalid(/Expression size has exceeded the maximum allowed size/);
  await expect(update(key('long'), 'SET v = :v', { ':v': s('v') }, text(4097))).rejects.toMatchObject(refused);
  const removed = Array.from({ length: 21 }, (_, i) => `${'r'.repeat(197)}${i}`).join(', ');
  await expect(update(key('long'), `REMOVE ${removed}`)).rejects.toMatchObject(refused);
  const query = (expressions: object) =>
    dynamodb.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': s('long') },
        ...expressions,
      }),
    );
  await expect(query({ FilterExpression: text(4097) })).rejects.toMatchObject(refused);
  await expect(query({ ProjectionExpression: removed })).rejects.toMatchObject(refused);
});

test('an expression has no name that is a reserved word, and no value that it does not use', async () => {
  await expect(update(key('a'), 'SET status = :v', { ':v': s('v') })).rejects.toMatchObject(
    invalid(/reserved keyword: status/),
  );
  await expect(update(key('a'), 'SET v = :v', { ':v': s('v'), ':w': s('w') })).rejects.toMatchObject(
    invalid(/unused in expressions: keys: \{:w\}/),
  );
});

test('a page of a query has 1 MB at most, before what a filter leaves out', async () => {
  for (let i = 0; i < 9; i++)
    await put({ ...key('paged', `${i}`), v: s('v'.repeat(128 * KB - 10)), even: s(`${i % 2}`) });
  const page = (expressions: object) =>
    dynamodb.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': s('paged'), ...('FilterExpression' in expressions && { ':e': s('0') }) },
        ...expressions,
      }),
    );
  const whole = await page({});
  expect(whole.LastEvaluatedKey).toBeDefined();
  expect(whole.Count).toBeLessThan(9);
  const filtered = await page({ FilterExpression: 'even = :e' });
  expect(filtered.LastEvaluatedKey).toEqual(whole.LastEvaluatedKey);
});

test('a batch writes 25 items at most, and each item once', async () => {
  const write = (items: readonly Attributes[]) =>
    dynamodb.send(
      new BatchWriteItemCommand({ RequestItems: { [TableName]: items.map((Item) => ({ PutRequest: { Item } })) } }),
    );
  await write(Array.from({ length: 25 }, (_, i) => key(`batch ${i}`)));
  await expect(write(Array.from({ length: 26 }, (_, i) => key(`batch ${i}`)))).rejects.toMatchObject(invalid(/25/));
  await expect(write([key('batch'), key('batch')])).rejects.toMatchObject(invalid(/contains duplicates/));
});

test('an index is not read consistently', async () => {
  await expect(
    dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: 'by_day',
        ConsistentRead: true,
        KeyConditionExpression: '#d = :d',
        ExpressionAttributeNames: { '#d': 'day' },
        ExpressionAttributeValues: { ':d': s('2026-11-23') },
      }),
    ),
  ).rejects.toMatchObject(invalid(/Consistent reads are not supported on global secondary indexes/));
});
