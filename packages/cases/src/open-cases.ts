import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { CASES_TABLE } from '@trade-matching/domain';
import { CASE_KINDS } from './case-event.ts';
import {
  assigneeKey,
  counterpartyKey,
  isListed,
  OPEN_SHARDS,
  openShard,
  stateKey,
  unassignedShard,
  withoutKeys,
} from './case-items.ts';
import { CASE_STATES, type CaseRecord, type CaseState, isOpen } from './case-record.ts';

/**
 * Which open cases: all of them, nobody's, trades without a pair, those in a state, one person's, or those with a
 * counterparty, however its name is written. Each is read from an index that has no others, and has a write a moment late:
 * a case that was decided just now may still be listed, as it was. Whoever decides reads the case itself.
 */
export type OpenCases =
  | 'all'
  | 'unassigned'
  | 'alleged'
  | { readonly state: 'PROPOSED' | 'WAITING' }
  | { readonly assignee: string }
  | { readonly counterparty: string };

export interface OpenCasesPage {
  /** The first due first. */
  readonly cases: readonly CaseRecord[];
  /** For the next page; undefined where there is none. */
  readonly cursor?: string;
  /** How many were looked at. */
  readonly lookedAt: number;
}

export interface PageOptions {
  /** ISO 8601: only cases that are due by then. */
  readonly dueBy?: string;
  /** 1 to {@link MAX_PAGE}. A page may be shorter and still have a next one. */
  readonly limit?: number;
  /** Of the page before, of the same question. */
  readonly cursor?: string;
  /**
   * Each shard is asked for its share of the limit, where every one would be asked for all of it: so much less is read.
   * The page ends where the first of them would have to be asked again, and the limit may be one for all partitions.
   */
  readonly shared?: boolean;
  /** Only those: left out where they are stored, so that few are sent of many that are looked at. */
  readonly only?: OnlyCases;
}

/** Of open cases those in a state, of nobody, or about a trade alone. */
export type OnlyCases =
  | { readonly state: CaseState }
  | { readonly assignee: 'nobody' }
  | { readonly subject: CaseRecord['origin']['subject']['kind'] };

/** A page is one query in each partition that it asks: so many cases fit into the 1 MB that DynamoDB reads. */
export const MAX_PAGE = 250;
/** Up to this the limit of a shared page. */
export const MAX_SHARED_PAGE = MAX_PAGE * OPEN_SHARDS;
/** Of a partition, where most are left out: half a megabyte. */
const MAX_FILTERED = 500;
/** Of a partition's even share, what is asked of it: they are never quite even. */
const SHARE = 1.25;
const DEFAULT_PAGE = 50;

/** Not a cursor of this question. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

type Key = Readonly<Record<string, string>>;
type Item = Readonly<Record<string, unknown>>;
/** What one partition answered. */
interface Asked {
  readonly items: readonly Item[];
  /** After which it goes on. */
  readonly goesOn?: Item | undefined;
  readonly lookedAt: number;
}
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
  { dueBy, limit = DEFAULT_PAGE, cursor, shared = false, only }: PageOptions = {},
): Promise<OpenCasesPage> {
  const { index, partitions, isEven } = partitionsOf(which);
  const positions = positionsOf(cursor, partitions, index.partitionKey);
  const size = Math.min(Math.max(1, limit), shared ? MAX_SHARED_PAGE : MAX_PAGE);
  const share = shared && isEven ? Math.ceil((SHARE * size) / partitions.length) : size;
  const filter = only && filterOf(only);
  const query = async (value: string, position: Position): Promise<Asked> => {
    if (position === 'end') return { items: [], lookedAt: 0 };
    const page = await dynamodb.send(
      new QueryCommand({
        TableName: table,
        IndexName: index.name,
        KeyConditionExpression: dueBy === undefined ? '#key = :value' : '#key = :value AND #due <= :due',
        ...(filter && { FilterExpression: filter.expression }),
        ExpressionAttributeNames: {
          '#key': index.partitionKey,
          ...(dueBy === undefined ? {} : { '#due': index.sortKey }),
          ...filter?.names,
        },
        ExpressionAttributeValues: {
          ':value': value,
          ...(dueBy === undefined ? {} : { ':due': dueBy }),
          ...filter?.values,
        },
        // Of those that are looked at.
        Limit: filter ? MAX_FILTERED : Math.min(share, size, MAX_PAGE),
        ...(position === 'start' ? {} : { ExclusiveStartKey: position }),
      }),
    );
    return { items: page.Items ?? [], goesOn: page.LastEvaluatedKey, lookedAt: page.ScannedCount ?? 0 };
  };
  const pages = await Promise.all(partitions.map((value, i) => query(value, positions[i] ?? 'start')));
  // Beyond it, a partition that goes on may have a case that is due before those of the others.
  const known = pages.flatMap(({ goesOn }) => (goesOn ? [String(goesOn[index.sortKey])] : [])).sort()[0];
  const merged = pages
    .flatMap(({ items }, shard) => items.map((item) => ({ item, shard })))
    .filter(({ item }) => known === undefined || String(item[index.sortKey]) <= known)
    .sort((a, b) => (String(a.item.due_at) < String(b.item.due_at) ? -1 : Number(a.item.due_at !== b.item.due_at)))
    .slice(0, size);
  const next = pages.map(({ items, goesOn }, shard): Position => {
    const taken = merged.filter((each) => each.shard === shard);
    if (taken.length === items.length) return goesOn ? (goesOn as Key) : 'end';
    const last = taken.at(-1)?.item;
    return last === undefined ? (positions[shard] ?? 'start') : keyOf(last, index);
  });
  const cases = merged.map(({ item }) => withoutKeys<CaseRecord>(item));
  const lookedAt = pages.reduce((sum, page) => sum + page.lookedAt, 0);
  return next.every((each) => each === 'end') ? { cases, lookedAt } : { cases, lookedAt, cursor: encoded(next) };
}

/**
 * Every open case, shard after shard, each by due time: for whoever needs them all, and each once. One query a page, which
 * reads nothing twice. The index may lag.
 */
export async function* everyOpenCase(
  dynamodb: DynamoDBDocumentClient,
  table: string,
): AsyncGenerator<{ readonly record: CaseRecord; readonly isListed: boolean }> {
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
      for (const item of page.Items ?? []) yield { record: withoutKeys<CaseRecord>(item), isListed: isListed(item) };
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
}

function filterOf(only: OnlyCases) {
  if ('state' in only)
    return { expression: '#state = :state', names: { '#state': 'state' }, values: { ':state': only.state } };
  if ('assignee' in only) return { expression: 'attribute_not_exists(assignee)', names: {}, values: {} };
  const names = { '#subject': 'subject', '#kind': 'kind' };
  return { expression: 'origin.#subject.#kind = :kind', names, values: { ':kind': only.subject } };
}

type Index = (typeof CASES_TABLE.indexes)[keyof typeof CASES_TABLE.indexes];

/** `isEven`: cases are spread over the partitions, and each has about as many that are due by a time. */
function partitionsOf(which: OpenCases): { index: Index; partitions: readonly string[]; isEven?: boolean } {
  const { byDueTime, byAssignee, byCounterparty, byState } = CASES_TABLE.indexes;
  const shards = Array.from({ length: OPEN_SHARDS }, (_, shard) => shard);
  if (which === 'all') return { index: byDueTime, partitions: shards.map(openShard), isEven: true };
  if (which === 'unassigned') return { index: byAssignee, partitions: shards.map(unassignedShard), isEven: true };
  if (which === 'alleged') {
    const states = CASE_STATES.filter((state) => isOpen({ state }));
    return { index: byState, partitions: states.map((state) => stateKey(state, 'TRADE')) };
  }
  if ('state' in which) return { index: byState, partitions: CASE_KINDS.map((kind) => stateKey(which.state, kind)) };
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

function positionsOf(
  cursor: string | undefined,
  partitions: readonly string[],
  partitionKey: string,
): readonly Position[] {
  if (cursor === undefined) return partitions.map(() => 'start');
  let positions: unknown;
  try {
    positions = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw new CursorError('This is not the cursor of a page.', { cause });
  }
  const isPosition = (each: unknown, at: number) =>
    each === 'start' ||
    each === 'end' ||
    (typeof each === 'object' && each !== null && (each as Key)[partitionKey] === partitions[at]);
  if (!Array.isArray(positions) || positions.length !== partitions.length || !positions.every(isPosition)) {
    throw new CursorError('This cursor is of another question. Ask for the first page again.');
  }
  return positions;
}
