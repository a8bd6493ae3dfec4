import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { createS3Client, createSqsClient } from '@trade-matching/aws-runtime';
import type { CaseEvent, CaseRecord } from '@trade-matching/cases';
import { CASES_TABLE, CURRENT, type LedgerRecord, MATCHED_PREFIX, type TradeMatch } from '@trade-matching/domain';
import type { PublishedNotification } from '@trade-matching/local-aws';
import { clientConfiguration, countMessages, type System, scanTable } from '@trade-matching/sandbox/system';
import type { StandingCase } from './case-invariants.ts';
import { listedLate } from './listed-late.ts';

/** An object as it stands. */
export interface StandingObject {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** All that can be seen from outside when the run is over: S3, DynamoDB, SQS and what was published. */
export interface Observation {
  readonly objects: ReadonlyMap<string, StandingObject>;
  readonly ledger: readonly LedgerRecord[];
  readonly trades: readonly Record<string, unknown>[];
  readonly matches: readonly Record<string, unknown>[];
  /** What trades say of the matches that they are or were in. */
  readonly histories: readonly TradeMatch[];
  /** By their ids. */
  readonly cases: ReadonlyMap<string, StandingCase>;
  /** Messages by queue, those in flight included. */
  readonly queues: ReadonlyMap<string, number>;
  readonly published: readonly PublishedNotification[];
  /** Items that lists do not show as the tables have them. */
  readonly listedLate: readonly string[];
}

/** Reads everything. */
export async function observe(system: System): Promise<Observation> {
  const { names, aws } = system;
  const client = clientConfiguration(aws);
  const s3 = createS3Client(client);
  const dynamodb = new DynamoDBClient(client);
  const sqs = createSqsClient(client);
  try {
    const trades = await scanTable(dynamodb, names.tradesTable);
    const current = (kind: string) =>
      trades.filter(({ pk, sk }) => sk === 'CURRENT' && String(pk).startsWith(`${kind}#`));
    return {
      objects: await readObjects(s3, names.documentsBucket),
      ledger: (await scanTable(dynamodb, names.documentsTable)) as unknown as LedgerRecord[],
      trades: current('TRADE'),
      matches: current('MATCH'),
      histories: trades.filter(({ sk }) => String(sk).startsWith(MATCHED_PREFIX)) as unknown as TradeMatch[],
      cases: standingCases(await scanTable(dynamodb, names.casesTable)),
      queues: await countMessages(sqs, system),
      published: [...aws.published],
      listedLate: await listedLate(system),
    };
  } finally {
    for (const each of [s3, dynamodb, sqs]) each.destroy();
  }
}

/** What only the table knows of a case: its keys, and by what it is listed. */
const KEYS: readonly string[] = ['pk', 'sk', ...Object.values(CASES_TABLE.indexes).map((index) => index.partitionKey)];

function standingCases(items: readonly Record<string, unknown>[]): Map<string, StandingCase> {
  const cases = new Map<string, { record: CaseRecord | undefined; events: CaseEvent[] }>();
  for (const item of items) {
    // Beside the cases stands what the sweep remembers.
    if (!String(item.pk).startsWith('CASE#')) continue;
    const content = Object.fromEntries(Object.entries(item).filter(([name]) => !KEYS.includes(name)));
    const id = String(content.case_id);
    const standing = cases.get(id) ?? { record: undefined, events: [] };
    cases.set(id, standing);
    if (item.sk === CURRENT) standing.record = content as unknown as CaseRecord;
    else standing.events.push(content as unknown as CaseEvent);
  }
  for (const { events } of cases.values()) events.sort((a, b) => a.sequence - b.sequence);
  return cases;
}

async function readObjects(s3: S3Client, Bucket: string): Promise<Map<string, StandingObject>> {
  const objects = new Map<string, StandingObject>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
    for (const { Key = '' } of Contents) {
      const { Body, Metadata = {} } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      objects.set(Key, { hash: createHash('sha256').update(bytes).digest('hex'), metadata: Metadata });
    }
  }
  return objects;
}
