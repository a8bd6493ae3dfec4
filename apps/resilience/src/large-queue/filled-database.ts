import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { marshall } from '@aws-sdk/util-dynamodb';
import { CASES_TABLE, TRADES_TABLE } from '@trade-matching/domain';
import { dynamoDbBinary, startDynamoDbProcess } from '@trade-matching/local-aws';
import type { System } from '@trade-matching/sandbox/system';

type Item = Readonly<Record<string, unknown>>;
type Keys = { readonly partitionKey: string; readonly sortKey: string };
type Table = Keys & { readonly indexes: Readonly<Record<string, Keys & { readonly name: string }>> };

export interface Filled {
  close(): Promise<void>;
}

/**
 * Has a system's cases and trades tables read from a database that holds these items: imported, which takes seconds where
 * writing them call by call takes minutes.
 */
export async function fillTables(
  { aws, names }: System,
  cases: Iterable<Item>,
  trades: Iterable<Item>,
): Promise<Filled> {
  const folder = mkdtempSync(path.join(tmpdir(), 'large-queue-'));
  const tables: readonly (readonly [name: string, table: Table, items: Iterable<Item>])[] = [
    [names.casesTable, CASES_TABLE, cases],
    [names.tradesTable, TRADES_TABLE, trades],
  ];
  for (const [name, , items] of tables) {
    const data = path.join(folder, 'source', name, 'data');
    mkdirSync(data, { recursive: true });
    const lines = Array.from(items, (item) =>
      JSON.stringify({ Item: marshall(item, { removeUndefinedValues: true }) }),
    );
    writeFileSync(path.join(data, 'items.json.gz'), gzipSync(`${lines.join('\n')}\n`, { level: 1 }));
  }
  const schema = path.join(folder, 'schema.json');
  writeFileSync(schema, JSON.stringify(tables.map(([name, table]) => definitionOf(name, table))));
  const database = path.join(folder, 'tables.db');
  const files = ['--source', path.join(folder, 'source'), '--schema', schema, '--output', database];
  await promisify(execFile)(dynamoDbBinary(), ['import', ...files]);
  const { url, close } = await startDynamoDbProcess(database);
  const held = new Set(tables.map(([name]) => name));
  const remove = aws.addInterceptor(async (call, next) => {
    if (call.service !== 'dynamodb' || !namesOf(call.body).some((name) => held.has(name))) return next();
    // Without those by which a client speaks to its server: the host, the length, the connection.
    const named = Object.entries(call.headers).filter(([name]) =>
      /^(?:authorization$|content-type$|x-amz-)/.test(name),
    );
    const headers = Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
    const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(call.body) });
    const body = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: { 'content-type': answer.headers.get('content-type') ?? '' }, body };
  });
  return {
    close: async () => {
      remove();
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tables that a call names: one, those of a batch, or those of a transaction. */
function namesOf(body: Buffer): string[] {
  const request = JSON.parse(body.toString('utf8')) as {
    readonly TableName?: string;
    readonly RequestItems?: object;
    readonly TransactItems?: readonly Readonly<Record<string, { readonly TableName: string }>>[];
  };
  const inTransaction = (request.TransactItems ?? []).flatMap((each) => Object.values(each));
  return [
    ...(request.TableName === undefined ? [] : [request.TableName]),
    ...Object.keys(request.RequestItems ?? {}),
    ...inTransaction.map(({ TableName }) => TableName),
  ];
}

/** As DescribeTable gives it. */
function definitionOf(TableName: string, table: Table) {
  const indexes = Object.values(table.indexes);
  const keys = ({ partitionKey, sortKey }: Keys) => [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];
  const attributes = new Set([table, ...indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]));
  return {
    Table: {
      ...{ TableName, TableStatus: 'ACTIVE', BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } },
      KeySchema: keys(table),
      AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        ...{ IndexName: index.name, IndexStatus: 'ACTIVE', KeySchema: keys(index) },
        Projection: { ProjectionType: 'ALL' },
      })),
    },
  };
}
