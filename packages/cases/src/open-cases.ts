import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { CASES_TABLE } from '@trade-matching/domain';
import { assigneeKey, counterpartyKey, OPEN_SHARDS, openShard, withoutKeys } from './case-items.ts';
import type { CaseRecord } from './case-record.ts';

/** Which open cases: all of them, one person's, or those with a counterparty, however its name is written. */
export type OpenCases = 'all' | { readonly assignee: string } | { readonly counterparty: string };

export interface OpenCasesPage {
  /** The first due first. */
  readonly cases: readonly CaseRecord[];
  /** For the next page; undefined where there is none. */
  readonly cursor?: string;
}

export interface PageOptions {
  /** ISO 8601: only cases that are due by then. */
  readonly dueBy?: string;
  /** 1 to {@link MAX_PAGE}. A page may be shorter and still have a next one. */
  readonly limit?: number;
  /** Of the page before, of the same question. */
  readonly cursor?: string;
}

/** A page is one query in each partition that it asks: so many cases fit into the 1 MB that DynamoDB reads. */
export const MAX_PAGE = 250;
const DEFAULT_PAGE = 50;

/** Not a cursor of this question. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

type Key = Readonly<Record<string, string>>;
type Item = Readonly<Record<string, unknown>>;
/** Where a partition goes on: at its start, after an item, or nowhere. */
type Position = 'start' | 'end' | Key;

/**
 * A page of open cases. Of all of them one query in each shard, merged; else one query. Never a scan.
 *
 * @throws {CursorError} for a cursor that is of another question, or none
 */
export async function openCases(
  dynamodb: DynamoDBDocumentClient,
  table: string,
  which: OpenCases,
  { dueBy, limit = DEFAULT_PAGE, cursor }: PageOptions = {},
): Promise<OpenCasesPage> {
  const { index, partitions } = partitionsOf(which);
  const positions = positionsOf(cursor, partitions.length, index.partitionKey);
  const size = Math.min(Math.max(1, limit), MAX_PAGE);
  const query = async (value: string, position: Position): Promise<readonly [items: Item[], isLast: boolean]> => {
    if (position === 'end') return [[], true];
    const page = await dynamodb.send(
      new QueryCommand({
        TableName: table,
        IndexName: index.name,
        KeyConditionExpression: dueBy === undefined ? '#key = :value' : '#key = :value AND #due <= :due',
        ExpressionAttributeNames: {
          '#key': index.partitionKey,
          ...(dueBy === undefined ? {} : { '#due': index.sortKey }),
        },
        ExpressionAttributeValues: { ':value': value, ...(dueBy === undefined ? {} : { ':due': dueBy }) },
        Limit: size,
        ...(position === 'start' ? {} : { ExclusiveStartKey: position }),
      }),
    );
    return [page.Items ?? [], page.LastEvaluatedKey === undefined];
  };
  const pages = await Promise.all(partitions.map((value, i) => query(value, positions[i] ?? 'start')));
  const merged = pages
    .flatMap(([items], shard) => items.map((item) => ({ item, shard })))
    .sort((a, b) => (String(a.item.due_at) < String(b.item.due_at) ? -1 : Number(a.item.due_at !== b.item.due_at)))
    .slice(0, size);
  const next = pages.map(([items, isLast], shard): Position => {
    const taken = merged.filter((each) => each.shard === shard);
    if (isLast && taken.length === items.length) return 'end';
    const last = taken.at(-1)?.item;
    return last === undefined ? (positions[shard] ?? 'start') : keyOf(last, index);
  });
  const cases = merged.map(({ item }) => withoutKeys<CaseRecord>(item));
  return next.every((each) => each === 'end') ? { cases } : { cases, cursor: encoded(next) };
}

/**
 * Every open case, shard after shard, each by due time: for whoever needs them all, and each once. One query a page, which
 * reads nothing twice. The index may lag.
 */
export async function* everyOpenCase(dynamodb: DynamoDBDocumentClient, table: string): AsyncGenerator<CaseRecord> {
  const { index, partitions } = partitionsOf('all');
  for (const value of partitions) {
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await dynamodb.send(
        new QueryCommand({
          TableName: table,
          IndexName: index.name,
          KeyConditionExpression: '#key = :value',
          ExpressionAttributeNames: { '#key': index.partitionKey },
          ExpressionAttributeValues: { ':value': value },
          ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
        }),
      );
      for (const item of page.Items ?? []) yield withoutKeys<CaseRecord>(item);
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
}

type Index = (typeof CASES_TABLE.indexes)[keyof typeof CASES_TABLE.indexes];

function partitionsOf(which: OpenCases): { index: Index; partitions: readonly string[] } {
  const { byDueTime, byAssignee, byCounterparty } = CASES_TABLE.indexes;
  if (which === 'all') {
    return { index: byDueTime, partitions: Array.from({ length: OPEN_SHARDS }, (_, shard) => openShard(shard)) };
  }
  return 'assignee' in which
    ? { index: byAssignee, partitions: [assigneeKey(which.assignee)] }
    : { index: byCounterparty, partitions: [counterpartyKey(which.counterparty)] };
}

function keyOf(item: Item, { partitionKey, sortKey }: Index): Key {
  const names = [CASES_TABLE.partitionKey, CASES_TABLE.sortKey, partitionKey, sortKey];
  return Object.fromEntries(names.map((name) => [name, String(item[name])]));
}

function encoded(positions: readonly Position[]): string {
  return Buffer.from(JSON.stringify(positions)).toString('base64url');
}

function positionsOf(cursor: string | undefined, count: number, partitionKey: string): readonly Position[] {
  if (cursor === undefined) return Array.from({ length: count }, () => 'start');
  let positions: unknown;
  try {
    positions = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw new CursorError('This is not the cursor of a page.', { cause });
  }
  const isPosition = (each: unknown) =>
    each === 'start' || each === 'end' || (typeof each === 'object' && each !== null && partitionKey in each);
  if (!Array.isArray(positions) || positions.length !== count || !positions.every(isPosition)) {
    throw new CursorError('This cursor is of another question. Ask for the first page again.');
  }
  return positions;
}
