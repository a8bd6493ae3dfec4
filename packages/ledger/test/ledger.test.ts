import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { DOCUMENTS_TABLE } from '@trade-matching/domain';
import { type Claim, type ClaimedDocument, LeaseLostError, Ledger, type Settlement } from '@trade-matching/ledger';
import { type EmbeddedAws, startEmbeddedAws } from '@trade-matching/local-aws';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

let aws: EmbeddedAws;
let dynamodb: DynamoDBClient;
const TableName = 'ledger';

beforeAll(async () => {
  aws = await startEmbeddedAws();
  const { endpoint, region } = aws;
  dynamodb = new DynamoDBClient({ endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  const { partitionKey, sortKey } = DOCUMENTS_TABLE;
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [partitionKey, sortKey].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
    }),
  );
});
afterAll(async () => {
  dynamodb?.destroy();
  await aws?.close();
});

const LEASE_MS = 1_000;
const WORKERS = [0, 1] as const;

/** What two workers and the clock may do, in any order. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('claim' as const), worker: fc.constantFrom(...WORKERS) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      worker: fc.constantFrom(...WORKERS),
      status: fc.constantFrom('PROCESSED' as const, 'FAILED' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const), worker: fc.constantFrom(...WORKERS) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), worker: fc.constantFrom(...WORKERS) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(100, 600, LEASE_MS) }) },
  // The same bytes uploaded again: a redrive.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('upload again' as const) }) },
);

const settlement = (status: 'PROCESSED' | 'FAILED'): Settlement => ({
  status,
  outcome: status,
  outcomeKey: `${status}/BANK/a.pdf`,
});

test('whatever two workers, crashes and the clock do, one holds the lease at a time and a processed content stays so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      let clock = Date.parse('2026-11-23T10:00:00Z');
      let sequence = 1;
      const hash = randomUUID();
      const document = (): ClaimedDocument => ({
        source: 'BANK',
        key: 'BANK/a.pdf',
        versionId: `v${sequence}`,
        etag: 'e',
        sequencer: String(sequence).padStart(8, '0'),
        size: 1,
        hash,
      });
      const ledgers = WORKERS.map(
        (worker) => new Ledger(dynamodb, TableName, `worker ${worker}`, () => new Date(clock)),
      );
      const held: (Claim | undefined)[] = [undefined, undefined];
      let lease: { worker: number; until: number } | undefined;
      let [processed, attempts] = [false, 0];

      for (const each of steps) {
        switch (each.kind) {
          case 'wait':
            clock += each.ms;
            break;
          case 'upload again':
            sequence += 1;
            break;
          case 'crash':
            held[each.worker] = undefined;
            break;
          case 'claim': {
            const result = await ledgers[each.worker]?.claim(document(), randomUUID(), LEASE_MS);
            if (result?.kind === 'claimed') {
              // Nobody else's lease is in force, and what was processed is not claimed again.
              expect(lease === undefined || lease.until <= clock).toBe(true);
              expect(processed).toBe(false);
              expect(result.claim.attempts).toBeGreaterThan(attempts);
              attempts = result.claim.attempts;
              held[each.worker] = result.claim;
              lease = { worker: each.worker, until: clock + LEASE_MS };
            } else if (result?.kind === 'held') {
              expect(lease?.until).toBe(Date.parse(result.until));
              expect(lease?.until).toBeGreaterThan(clock);
            } else {
              expect(lease).toBeUndefined();
            }
            break;
          }
          case 'release': {
            const claim = held[each.worker];
            if (!claim) break;
            await ledgers[each.worker]?.release(claim, 'returned to the queue');
            if (lease?.worker === each.worker && !processed) lease.until = Math.min(lease.until, clock);
            held[each.worker] = undefined;
            break;
          }
          case 'settle': {
            const claim = held[each.worker];
            if (!claim) break;
            const settled = await ledgers[each.worker]?.settle(claim, settlement(each.status)).then(
              () => true,
              (error: unknown) => {
                expect(error).toBeInstanceOf(LeaseLostError);
                return false;
              },
            );
            // Who was taken over cannot settle; who was not can, also after the lease's end.
            expect(settled).toBe(lease?.worker === each.worker);
            held[each.worker] = undefined;
            if (!settled) break;
            if (each.status === 'PROCESSED') processed = true;
            lease = undefined;
          }
        }
      }

      // However it went, the next upload after the last lease comes to an end.
      clock += LEASE_MS;
      sequence += 1;
      const last = await ledgers[0]?.claim(document(), randomUUID(), LEASE_MS);
      expect(last?.kind).toBe(processed ? 'settled' : 'claimed');
    }),
    { numRuns: 150 },
  );
}, 180_000);

/** S3's longest key: with a prefix before it, it is longer than a sort key may be. */
const LONGEST_KEY = `BANK/${'k'.repeat(1015)}.pdf`;
const documentOf = (key: string, hash: string): ClaimedDocument => ({
  source: 'BANK',
  key,
  versionId: 'v',
  etag: 'e',
  sequencer: '1',
  size: 1,
  hash,
});
const claimed = async (ledger: Ledger, document: ClaimedDocument): Promise<Claim> => {
  const result = await ledger.claim(document, randomUUID(), LEASE_MS);
  if (result.kind !== 'claimed') throw new Error(`not claimed: ${result.kind}`);
  return result.claim;
};
const itemsOf = async (pk: string) => {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
    }),
  );
  return Items.map(({ key, status }) => [key?.S, status?.S]);
};

test('a duplicate under a key of 1,024 bytes is recorded', async () => {
  const ledger = new Ledger(dynamodb, TableName, 'worker', () => new Date());
  const hash = randomUUID();
  const claim = await claimed(ledger, documentOf('BANK/a.pdf', hash));
  await ledger.settle(claim, settlement('PROCESSED'));
  const original = await ledger.record(claim);
  if (!original) throw new Error('no record');
  await ledger.recordDuplicate(documentOf(LONGEST_KEY, hash), original, 'PROCESSED/k');
  await ledger.recordDuplicate(documentOf(`${LONGEST_KEY.slice(0, -1)}g`, hash), original, 'PROCESSED/l');
  expect(await itemsOf(claim.pk)).toEqual([
    ['BANK/a.pdf', 'PROCESSED'],
    [expect.stringMatching(/pd[fg]$/), 'DUPLICATE'],
    [expect.stringMatching(/pd[fg]$/), 'DUPLICATE'],
  ]);
});

test('what was refused under a key of 1,024 bytes is kept where its bytes come under another', async () => {
  const ledger = new Ledger(dynamodb, TableName, 'worker', () => new Date());
  const hash = randomUUID();
  const claim = await claimed(ledger, documentOf(LONGEST_KEY, hash));
  await ledger.settle(claim, settlement('FAILED'));
  await claimed(ledger, { ...documentOf('BANK/b.pdf', hash), versionId: 'w', sequencer: '2' });
  expect(await itemsOf(claim.pk)).toEqual([
    ['BANK/b.pdf', 'IN_PROGRESS'],
    [LONGEST_KEY, 'FAILED'],
  ]);
});

test('a claim, a settlement and a duplicate that meet a transaction on their item are written all the same', async () => {
  let conflicts = 0;
  aws.addInterceptor(async (call, next) => {
    if (call.action !== 'UpdateItem' || conflicts === 0) return next();
    conflicts -= 1;
    const body = Buffer.from('{"__type":"TransactionConflictException","message":"planned"}');
    return { status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' }, body };
  });
  const ledger = new Ledger(dynamodb, TableName, 'worker', () => new Date());
  const hash = randomUUID();
  conflicts = 2;
  const claim = await claimed(ledger, documentOf('BANK/a.pdf', hash));
  conflicts = 2;
  await ledger.settle(claim, settlement('PROCESSED'));
  conflicts = 2;
  const original = await ledger.record(claim);
  if (!original) throw new Error('no record');
  await ledger.recordDuplicate(documentOf('BANK/b.pdf', hash), original, 'PROCESSED/BANK/b.pdf');
  expect(conflicts).toBe(0);
  expect(await itemsOf(claim.pk)).toEqual([
    ['BANK/a.pdf', 'PROCESSED'],
    ['BANK/b.pdf', 'DUPLICATE'],
  ]);
});

/** Lets so many transactions be cancelled for a reason of their first item, then none. */
function cancelTransactions(code: string, times: number): () => number {
  let left = times;
  aws.addInterceptor(async (call, next) => {
    if (call.action !== 'TransactWriteItems' || left === 0) return next();
    left -= 1;
    const CancellationReasons = [{ Code: code, Message: 'planned' }, { Code: 'None' }];
    const text = JSON.stringify({ __type: 'TransactionCanceledException', message: 'planned', CancellationReasons });
    return { status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: Buffer.from(text) };
  });
  return () => left;
}

const takenOver = async (ledger: Ledger) => {
  const hash = randomUUID();
  const refused = await claimed(ledger, documentOf('BANK/a.pdf', hash));
  await ledger.settle(refused, settlement('FAILED'));
  return { pk: refused.pk, again: { ...documentOf('BANK/b.pdf', hash), versionId: 'w', sequencer: '2' } };
};

test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
  'what was refused is claimed under another key although its transaction is cancelled twice: %s',
  async (code) => {
    const ledger = new Ledger(dynamodb, TableName, 'worker', () => new Date());
    const { pk, again } = await takenOver(ledger);
    const left = cancelTransactions(code, 2);
    await claimed(ledger, again);
    expect(left()).toBe(0);
    expect(await itemsOf(pk)).toEqual([
      ['BANK/b.pdf', 'IN_PROGRESS'],
      ['BANK/a.pdf', 'FAILED'],
    ]);
  },
);

test('a transaction that DynamoDB never takes is not tried again', async () => {
  const ledger = new Ledger(dynamodb, TableName, 'worker', () => new Date());
  const { pk, again } = await takenOver(ledger);
  const left = cancelTransactions('ValidationError', 2);
  await expect(ledger.claim(again, randomUUID(), LEASE_MS)).rejects.toThrow('planned');
  expect(left()).toBe(1);
  expect(await itemsOf(pk)).toEqual([['BANK/a.pdf', 'FAILED']]);
  await expect(ledger.claim(again, randomUUID(), LEASE_MS)).rejects.toThrow('planned');
});

const historyOf = async (pk: string, sk: string) => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: true }),
  );
  return { events: Item?.history?.L ?? [], attempts: Number(Item?.attempts?.N) };
};

test('a content that is refused 120 times can still be claimed: its record keeps the first and the newest events', async () => {
  const ledger = new Ledger(dynamodb, TableName, 'worker', () => new Date());
  const hash = randomUUID();
  const why = 'e'.repeat(2_000);
  const upload = (sequence: number) => ({
    ...documentOf(LONGEST_KEY, hash),
    versionId: `v${sequence}`,
    sequencer: String(sequence).padStart(8, '0'),
  });
  let pk = '';
  for (let sequence = 1; sequence <= 60; sequence++) {
    const first = await claimed(ledger, upload(sequence));
    await ledger.release(first, why);
    const claim = await claimed(ledger, upload(sequence));
    await ledger.settle(claim, settlement('FAILED'));
    pk = claim.pk;
  }
  const { events, attempts } = await historyOf(pk, 'CONTENT');
  expect(attempts).toBe(120);
  expect(events.length).toBeLessThan(110);
  expect(events.at(-1)?.M?.what?.S).toBe('FAILED');
});

test('a duplicate that comes 150 times keeps its newest events', async () => {
  const ledger = new Ledger(dynamodb, TableName, 'worker', () => new Date());
  const hash = randomUUID();
  const claim = await claimed(ledger, documentOf('BANK/a.pdf', hash));
  await ledger.settle(claim, settlement('PROCESSED'));
  const original = await ledger.record(claim);
  if (!original) throw new Error('no record');
  for (let i = 0; i < 150; i++) await ledger.recordDuplicate(documentOf('BANK/c.pdf', hash), original, 'PROCESSED/c');
  const { events, attempts } = await historyOf(claim.pk, 'DUPLICATE#BANK/c.pdf');
  expect(attempts).toBe(150);
  expect(events.length).toBe(100);
});

test("a service's answer and a refusal of any length are settled", async () => {
  const ledger = new Ledger(dynamodb, TableName, 'worker', () => new Date());
  const claim = await claimed(ledger, documentOf('BANK/a.pdf', randomUUID()));
  const long = 'x'.repeat(300_000);
  const difference = { field: 'notional', bank: long, counterparty: long, tolerance: 'exact', verdict: 'DIFFERENT' };
  await ledger.settle(claim, {
    ...settlement('PROCESSED'),
    refusal: { reason: 'INTERNAL_ERROR', message: long },
    result: {
      status: 'PROCESSED',
      trade_id: long,
      document_hash: 'h',
      match: { status: 'MISMATCHED', differences: [difference as never] },
    },
  });
  expect(await ledger.record(claim)).toMatchObject({
    status: 'PROCESSED',
    result: { match: { status: 'MISMATCHED' } },
  });
});
