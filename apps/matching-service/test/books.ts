import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CaseStore } from '@trade-matching/cases';
import { samplePair } from '@trade-matching/confirmation-samples';
import {
  CASES_TABLE,
  type DocumentKind,
  type ExtractedTrade,
  type Flag,
  type ProcessRequest,
  type Trade,
  type TradeRecord,
} from '@trade-matching/domain';
import { type AwsCall, type EmbeddedAws, startEmbeddedAws } from '@trade-matching/local-aws';
import { BUILT_IN_PROFILES } from '@trade-matching/matching';
import { documentClient, type PairDecision, TradeStore } from '@trade-matching/trade-store';
import { caseWrites } from '../src/cases/case-writes.ts';
import { matchTrade } from '../src/matching/match-trade.ts';
import { storeDocument } from '../src/store-document.ts';

const START = Date.parse('2026-11-23T08:00:00Z');

/** An embedded AWS in which each test opens a book of its own. */
export interface Books {
  readonly aws: EmbeddedAws;
  /** Every call so far. */
  readonly calls: AwsCall[];
  open(): Promise<Book>;
  close(): Promise<void>;
}

export type Book = Awaited<ReturnType<typeof openBook>>;

export async function startBooks(): Promise<Books> {
  const aws = await startEmbeddedAws();
  const { endpoint, region } = aws;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const dynamodb = new DynamoDBClient({ endpoint, region, credentials, maxAttempts: 1 });
  const calls: AwsCall[] = [];
  aws.addInterceptor((call, next) => {
    calls.push(call);
    return next();
  });
  let books = 0;
  const close = async () => {
    dynamodb.destroy();
    await aws.close();
  };
  return { aws, calls, open: () => openBook(dynamodb, ++books), close };
}

/** A pair of tables, with what the service and people do to them. */
async function openBook(dynamodb: DynamoDBClient, number: number) {
  const [tradesTable, casesTable] = [`trades-${number}`, `cases-${number}`];
  await createTable(dynamodb, tradesTable, []);
  await createTable(dynamodb, casesTable, Object.values(CASES_TABLE.indexes));
  const records = documentClient(dynamodb);
  const store = new TradeStore(records, tradesTable);
  const cases = new CaseStore(records, casesTable);
  const writes = caseWrites(cases, BUILT_IN_PROFILES);
  let seconds = 0;
  const now = () => new Date(START + ++seconds * 1_000).toISOString();
  const match = (key: string) => matchTrade(store, key, now, { cases: writes });
  const existing = async (key: string): Promise<TradeRecord> => {
    const record = await store.trade(key);
    if (!record) throw new Error(`no trade ${key}`);
    return record;
  };
  /** As the service does with a document that was read; a minute is that of its upload. */
  const arrive = async (
    trade: Trade,
    minute: number,
    document_kind: DocumentKind = 'NEW',
    flags: readonly Flag[] = [],
  ): Promise<string> => {
    const extracted: ExtractedTrade = {
      ...{ document_kind, trade, flags, inferred: {}, evidence: {}, other_terms: [] },
      accounting: { lines: 1, accounted: 1 },
    };
    const key = await storeDocument(store, requestOf(trade, minute), extracted, now, writes);
    await match(key);
    return key;
  };
  const decide = async (decision: PairDecision, ours: string, theirs: string) => {
    const written = await store.decidePair(decision, await existing(ours), await existing(theirs));
    for (const key of [ours, theirs]) await match(key);
    return written;
  };
  /** `MATCHED decision with B`, or the status of one that stands alone. */
  const standing = async (key: string): Promise<string> => {
    const { match_id, match_status, trade_key } = await existing(key);
    if (match_id === undefined) return match_status;
    const found = await store.match(match_id);
    const other = [found?.bank_trade_key, found?.counterparty_trade_key].find((each) => each !== trade_key) ?? '';
    return `${match_status} ${found?.paired_by} with ${(await existing(other)).trade.trade_id}`;
  };
  return { tradesTable, casesTable, store, cases, existing, arrive, match, decide, standing, now };
}

async function createTable(
  dynamodb: DynamoDBClient,
  TableName: string,
  indexes: readonly { readonly name: string; readonly partitionKey: string; readonly sortKey: string }[],
): Promise<void> {
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  const names = new Set(['pk', 'sk', ...indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])]);
  await dynamodb.send(
    new CreateTableCommand({
      ...{ TableName, BillingMode: 'PAY_PER_REQUEST', KeySchema: keys('pk', 'sk') },
      AttributeDefinitions: [...names].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      ...(indexes.length === 0
        ? {}
        : {
            GlobalSecondaryIndexes: indexes.map(({ name, partitionKey, sortKey }) => ({
              ...{ IndexName: name, KeySchema: keys(partitionKey, sortKey) },
              Projection: { ProjectionType: 'ALL' as const },
            })),
          }),
    }),
  );
}

function requestOf(trade: Trade, minute: number): ProcessRequest {
  const event_time = new Date(START + minute * 60_000).toISOString();
  const name = `${trade.trade_id ?? 'none'}-${minute}`;
  return {
    ...{
      s3_bucket: 'documents',
      s3_key: `${trade.source_type}/${name}.pdf`,
      source_type: trade.source_type,
      event_time,
    },
    validation_info: { valid: true, file_size: 9, doc_hash: name.padEnd(64, '0'), last_modified: event_time },
  } as unknown as ProcessRequest;
}

export const without = (trade: Trade, ...fields: (keyof Trade)[]): Trade =>
  Object.fromEntries(
    Object.entries(trade).filter(([name]) => !fields.includes(name as keyof Trade)),
  ) as unknown as Trade;

const { bank, counterparty } = samplePair(3);

/** Ours and theirs, of which neither names the other's reference and each has a fingerprint of its own. */
export const ours: Trade = { ...without(bank, 'other_reference', 'uti'), trade_id: 'OURS-1' };
export const theirs: Trade = {
  ...without(counterparty, 'other_reference', 'uti'),
  ...{ trade_id: 'THEIRS-1', effective_date: '2031-01-06', settlement_date: '2031-01-06' },
};
/** Theirs, and another that names ours: by the rules it is ours' pair. */
export const tied: Trade = { ...without(counterparty, 'uti'), trade_id: 'THEIRS-2', other_reference: 'OURS-1' };
