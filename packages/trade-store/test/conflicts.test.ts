import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import {
  CURRENT,
  ENDED_PREFIX,
  type MatchRecord,
  matchPartition,
  type TradeRecord,
  tradePartition,
} from '@trade-matching/domain';
import { type EmbeddedAws, startEmbeddedAws } from '@trade-matching/local-aws';
import { documentClient, TradeStore } from '@trade-matching/trade-store';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const TableName = 'trades';
let aws: EmbeddedAws;
let dynamodb: DynamoDBClient;
let store: TradeStore;
/** What the next writes are answered with, before they have an effect. */
let planned: string[] = [];

beforeAll(async () => {
  aws = await startEmbeddedAws();
  const { endpoint, region } = aws;
  dynamodb = new DynamoDBClient({ endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  store = new TradeStore(documentClient(dynamodb), TableName);
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    }),
  );
  aws.addInterceptor(async (call, next) => {
    const isWrite = call.action === 'UpdateItem' || call.action === 'TransactWriteItems';
    const body = isWrite ? planned.shift() : undefined;
    if (body === undefined) return next();
    return { status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: Buffer.from(body) };
  });
});
afterAll(async () => {
  dynamodb.destroy();
  await aws.close();
});
beforeEach(() => {
  planned = [];
});

const cancelled = (...codes: readonly string[]) =>
  JSON.stringify({
    __type: 'TransactionCanceledException',
    Message: `Transaction cancelled [${codes.join(', ')}]`,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const CONFLICT = JSON.stringify({ __type: 'TransactionConflictException', message: 'planned' });

let last = 0;
function aTrade(): TradeRecord {
  const id = `t${++last}`;
  const at = '2026-11-29T10:00:00.000Z';
  return {
    ...{ trade_key: id, source: 'BANK', document_kind: 'NEW', s3_key: 'BANK/a.pdf', document_hash: id.padEnd(64, '0') },
    ...{ event_time: at, updated_at: at, version: 1, revision: 1, match_status: 'UNMATCHED' },
    ...{ trade: { product: 'FX_FORWARD', source_type: 'BANK', trade_id: id }, flags: [], inferred: {}, evidence: {} },
  } as unknown as TradeRecord;
}

test('a transaction that others cancelled is a conflict, after one call', async () => {
  planned = [cancelled('None', 'TransactionConflict'), cancelled('ConditionalCheckFailed')];
  expect(await store.writeVersion(aTrade(), undefined)).toBe('conflict');
  expect(await store.writeVersion(aTrade(), undefined)).toBe('conflict');
});

test('a throttled transaction is tried again, and then written', async () => {
  planned = [
    cancelled('ThrottlingError', 'None'),
    cancelled('ConditionalCheckFailed', 'ProvisionedThroughputExceeded'),
  ];
  const trade = aTrade();
  expect(await store.writeVersion(trade, undefined)).toBe('written');
  expect(planned).toEqual([]);
  expect(await store.trade(trade.trade_key)).toMatchObject({ trade_key: trade.trade_key });
});

test('a transaction that stays throttled is an error in the end, for the caller to come again', async () => {
  planned = Array.from({ length: 9 }, () => cancelled('ThrottlingError'));
  await expect(store.writeVersion(aTrade(), undefined)).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  expect(planned).toHaveLength(5);
});

test.each(['ValidationError', 'ItemCollectionSizeLimitExceeded', 'AccessDenied'])(
  'a transaction that is cancelled for %s is an error at once, whatever else cancelled it',
  async (code) => {
    planned = [cancelled('ConditionalCheckFailed', code)];
    await expect(store.writeVersion(aTrade(), undefined)).rejects.toThrow(code);
  },
);

test('a transaction that is cancelled without a reason is an error', async () => {
  planned = [JSON.stringify({ __type: 'TransactionCanceledException', Message: 'no reasons' })];
  await expect(store.writeVersion(aTrade(), undefined)).rejects.toThrow('no reasons');
});

test('a single write that meets a transaction comes again', async () => {
  const trade = aTrade();
  await store.writeVersion(trade, undefined);
  planned = [CONFLICT, CONFLICT];
  expect(await store.markAlone(trade, undefined, '2026-11-29T11:00:00.000Z')).toBe('written');
  expect(planned).toEqual([]);
});

test('the mark of a notification that was sent is cleared though the write meets a transaction: it is not sent again', async () => {
  const match = { match_id: 'm', updated_at: '2026-11-29T11:00:00.000Z', pending_notification: true } as MatchRecord;
  const Item = { pk: matchPartition('m'), sk: CURRENT, ...match };
  await documentClient(dynamodb).send(new PutCommand({ TableName, Item }));
  planned = [CONFLICT, CONFLICT];
  const notification = { at: '2026-11-29T11:00:01.000Z', event_type: 'TradeMatched' } as const;
  await store.markSentOfMatch(match, notification);
  const marked = await store.match('m');
  expect(marked?.pending_notification).toBeUndefined();
  expect(marked?.notification).toEqual(notification);
});

test('a match that ends takes what was sent of it into its history: whoever read it before that decides anew', async () => {
  const read = {
    ...{ match_id: 'n', bank_trade_key: 'b', counterparty_trade_key: 'c', updated_at: '2026-11-29T11:00:00.000Z' },
    ...{ status: 'MISMATCHED', differences: [], pending_notification: true },
  } as unknown as MatchRecord;
  const records = documentClient(dynamodb);
  await records.send(new PutCommand({ TableName, Item: { pk: matchPartition('n'), sk: CURRENT, ...read } }));
  for (const key of ['b', 'c'])
    await records.send(
      new PutCommand({ TableName, Item: { pk: tradePartition(key), sk: CURRENT, match_id: 'n', trade_key: key } }),
    );
  const notification = { at: '2026-11-29T11:00:01.000Z', event_type: 'TradeMismatched' } as const;
  await store.markSentOfMatch(read, notification);
  const until = '2026-11-29T12:00:00.000Z';
  expect(await store.endMatch(read, until)).toBe('conflict');
  const again = await store.match('n');
  expect(again && (await store.endMatch(again, until))).toBe('written');
  const { Item } = await records.send(
    new GetCommand({ TableName, Key: { pk: matchPartition('n'), sk: `${ENDED_PREFIX}${until}` } }),
  );
  expect(Item).toMatchObject({ status: 'MISMATCHED', notification });
  expect(Item).not.toHaveProperty('pending_notification');
});
