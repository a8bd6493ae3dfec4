import {
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulatedClock } from '../../clock/index.ts';
import { type EmbeddedAws, startEmbeddedAws } from '../index.ts';

const clock = simulatedClock(1);
const TableName = 'records';
const LAG = 100_000;
let lag = LAG;
let aws: EmbeddedAws;
let dynamodb: DynamoDBClient;

beforeAll(async () => {
  aws = await startEmbeddedAws({ clock, indexLag: () => lag });
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
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: ['pk', 'day'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by_day',
          KeySchema: [{ AttributeName: 'day', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
});
afterAll(() => aws.close());

const item = (pk: string, day: string, state = 'new') => ({ pk: { S: pk }, day: { S: day }, state: { S: state } });
const put = (...args: Parameters<typeof item>) => dynamodb.send(new PutItemCommand({ TableName, Item: item(...args) }));
/** The states of the items of a day, as the index has them. */
async function listed(day: string): Promise<(string | undefined)[]> {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName,
      IndexName: 'by_day',
      KeyConditionExpression: '#d = :d',
      ExpressionAttributeNames: { '#d': 'day' },
      ExpressionAttributeValues: { ':d': { S: day } },
    }),
  );
  return Items.map(({ state }) => state?.S);
}
const setState = (pk: string, state: string) =>
  dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key: { pk: { S: pk } },
      UpdateExpression: 'SET #s = :s',
      ExpressionAttributeNames: { '#s': 'state' },
      ExpressionAttributeValues: { ':s': { S: state } },
    }),
  );

test('an item is listed once its lag has passed, and read by its key at once', async () => {
  await put('a', 'monday');
  expect((await dynamodb.send(new GetItemCommand({ TableName, Key: { pk: { S: 'a' } } }))).Item?.state?.S).toBe('new');
  expect(await listed('monday')).toEqual([]);
  clock.skip(LAG);
  expect(await listed('monday')).toEqual(['new']);
});

test('an item that was changed is listed as it was, until the lag of the change has passed', async () => {
  await put('b', 'tuesday');
  clock.skip(LAG);
  await setState('b', 'changed');
  expect(await listed('tuesday')).toEqual(['new']);
  clock.skip(LAG);
  expect(await listed('tuesday')).toEqual(['changed']);
});

test('an item that has moved to another partition of the index stands in the former one until then', async () => {
  await put('c', 'wednesday');
  clock.skip(LAG);
  await put('c', 'thursday');
  expect([await listed('wednesday'), await listed('thursday')]).toEqual([['new'], []]);
  clock.skip(LAG);
  expect([await listed('wednesday'), await listed('thursday')]).toEqual([[], ['new']]);
});

test('an item that was deleted is listed until then', async () => {
  await put('d', 'friday');
  clock.skip(LAG);
  await dynamodb.send(new DeleteItemCommand({ TableName, Key: { pk: { S: 'd' } } }));
  expect(await listed('friday')).toEqual(['new']);
  clock.skip(LAG);
  expect(await listed('friday')).toEqual([]);
});

test('the writes of a transaction are listed after their lag', async () => {
  await dynamodb.send(
    new TransactWriteItemsCommand({
      TransactItems: ['e', 'f'].map((pk) => ({ Put: { TableName, Item: item(pk, 'saturday') } })),
    }),
  );
  expect(await listed('saturday')).toEqual([]);
  clock.skip(LAG);
  expect(await listed('saturday')).toEqual(['new', 'new']);
});

test('a write with a shorter lag than the one before does not overtake it', async () => {
  await put('g', 'sunday', 'first');
  lag = 0;
  await setState('g', 'second');
  expect(await listed('sunday')).toEqual([]);
  clock.skip(LAG);
  expect(await listed('sunday')).toEqual(['second']);
  lag = LAG;
});

test('a write that was refused is never listed', async () => {
  const refused = new PutItemCommand({
    TableName,
    Item: item('h', 'refused'),
    ConditionExpression: 'attribute_exists(pk)',
  });
  await expect(dynamodb.send(refused)).rejects.toThrow();
  clock.skip(LAG);
  expect(await listed('refused')).toEqual([]);
});

test('a consistent read of an index is refused as without a lag', async () => {
  const query = new QueryCommand({
    TableName,
    IndexName: 'by_day',
    ConsistentRead: true,
    KeyConditionExpression: '#d = :d',
    ExpressionAttributeNames: { '#d': 'day' },
    ExpressionAttributeValues: { ':d': { S: 'monday' } },
  });
  await expect(dynamodb.send(query)).rejects.toMatchObject({ name: 'ValidationException' });
});
