import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { CaseStore, casePartition } from '@trade-matching/cases';
import { caseMetrics } from '@trade-matching/dashboards/metrics';
import {
  CASES_TABLE,
  CURRENT,
  type Notification,
  type Product,
  TRADES_TABLE,
  type TradeRecord,
} from '@trade-matching/domain';
import { type EmbeddedAws, startEmbeddedAws } from '@trade-matching/local-aws';
import { documentClient, TradeStore } from '@trade-matching/trade-store';
import { runSweep, type SweepResult } from '../src/sweep/run-sweep.ts';

export const HOUR = 3_600_000;

/** An embedded AWS in which each test has tables and a clock of its own. */
export interface SweepBooks {
  readonly aws: EmbeddedAws;
  open(start: string): Promise<SweepBook>;
  close(): Promise<void>;
}

export type SweepBook = Awaited<ReturnType<typeof openBook>>;

export async function startSweepBooks(): Promise<SweepBooks> {
  const aws = await startEmbeddedAws();
  const { endpoint, region } = aws;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const dynamodb = new DynamoDBClient({ endpoint, region, credentials, maxAttempts: 1 });
  let books = 0;
  return {
    aws,
    open: (start) => openBook(dynamodb, ++books, start),
    close: async () => {
      dynamodb.destroy();
      await aws.close();
    },
  };
}

async function openBook(client: DynamoDBClient, number: number, start: string) {
  const [tradesTable, casesTable] = [`trades-${number}`, `cases-${number}`];
  await createTable(client, tradesTable, TRADES_TABLE);
  await createTable(client, casesTable, CASES_TABLE);
  const dynamodb = documentClient(client);
  const [store, cases] = [new TradeStore(dynamodb, tradesTable), new CaseStore(dynamodb, casesTable)];
  const clock = { at: Date.parse(start) };
  const told: Notification[] = [];
  const metrics = new Map<string, number>();
  const emit = caseMetrics((line) => {
    const { _aws, ...values } = JSON.parse(line);
    for (const [name, value] of Object.entries(values)) metrics.set(name, Number(value));
  });
  const tell = async (notification: Notification): Promise<void> => void told.push(notification);
  const sweep = (publish = tell): Promise<SweepResult> =>
    runSweep(
      { dynamodb, casesTable, store, cases, emit, publish, now: () => clock.at },
      // An invocation's time.
      clock.at + 120_000,
    );
  const everyOpen = async () => {
    const records = [];
    for await (const { record } of cases.everyOpen()) records.push(record);
    return records;
  };
  /** The case as it was stored before there were indexes of what waits, of trades without a pair, and of what is nobody's. */
  const forgetListing = (id: string) =>
    dynamodb.send(
      new UpdateCommand({
        ...{ TableName: casesTable, Key: { pk: casePartition(id), sk: CURRENT } },
        UpdateExpression: 'REMOVE #state, #assignee',
        ExpressionAttributeNames: {
          '#state': CASES_TABLE.indexes.byState.partitionKey,
          '#assignee': CASES_TABLE.indexes.byAssignee.partitionKey,
        },
      }),
    );
  return {
    store,
    cases,
    clock,
    told,
    metrics,
    sweep,
    everyOpen,
    forgetListing,
    now: () => new Date(clock.at).toISOString(),
  };
}

/** A trade that stands alone since this time. */
export function aTradeAlone(key: string, at: string, product: Product, business_centers: string): TradeRecord {
  return {
    ...{ trade_key: key, source: 'BANK', document_kind: 'NEW', s3_key: `BANK/${key}.pdf` },
    ...{ document_hash: key.padEnd(64, '0'), event_time: at, updated_at: at, version: 1, revision: 1 },
    ...{ match_status: 'UNMATCHED', flags: [], inferred: {}, evidence: {}, other_terms: [] },
    accounting: { lines: 1, accounted: 1 },
    trade: {
      ...{ source_type: 'BANK', product, trade_id: `REF-${key}`, counterparty_name: 'Northgate Bank' },
      ...{ currency: 'USD', notional: '10000000.00', trade_date: '2026-11-20', business_centers },
    },
  } as unknown as TradeRecord;
}

type Keys = { readonly partitionKey: string; readonly sortKey: string };

async function createTable(
  dynamodb: DynamoDBClient,
  TableName: string,
  shape: Keys & { readonly indexes: Readonly<Record<string, Keys & { readonly name: string }>> },
): Promise<void> {
  const keys = ({ partitionKey, sortKey }: Keys) => [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
  const indexes = Object.values(shape.indexes);
  const names = new Set([shape, ...indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]));
  await dynamodb.send(
    new CreateTableCommand({
      ...{ TableName, BillingMode: 'PAY_PER_REQUEST', KeySchema: keys(shape) },
      AttributeDefinitions: [...names].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        ...{ IndexName: index.name, KeySchema: keys(index), Projection: { ProjectionType: 'ALL' as const } },
      })),
    }),
  );
}
