import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { CASES_TABLE, CURRENT } from '@trade-matching/domain';
import { normaliseText } from '@trade-matching/matching';
import { canonicalHash } from './canonical-json.ts';
import type { CaseEvent, CaseKind } from './case-event.ts';
import { type CaseRecord, type CaseState, isOpen } from './case-record.ts';

/** One write of a transaction. */
export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Partitions of the open cases by due time: a listing is one query in each, and writes spread over them. */
export const OPEN_SHARDS = 4;

export const EVENT_PREFIX = 'EVENT#';

export const casePartition = (caseId: string) => `CASE#${caseId}`;
/** By its id alone: with the time in it, a command that is sent again a second later would be another event. */
export const eventKey = (eventId: string) => `${EVENT_PREFIX}${eventId}`;
export const openShard = (shard: number) => `OPEN#${shard}`;
export const assigneeKey = (assignee: string) => `ASSIGNEE#${assignee}`;
/** Every new break is one: spread as the open cases are. */
export const unassignedShard = (shard: number) => `UNASSIGNED#${shard}`;
export const stateKey = (state: CaseState, kind: CaseKind) => `${state}#${kind}`;
/** However the name is written. DynamoDB takes 2,048 bytes of an index's partition key. */
export const counterpartyKey = (name: string) => `COUNTERPARTY#${normaliseText(name).slice(0, 300)}`;

/** Attributes of CURRENT by which it is listed: of a case that is open. A resolved one is in no list. */
const LISTED = Object.values(CASES_TABLE.indexes).map(({ partitionKey }) => partitionKey);

function listing(record: CaseRecord): Readonly<Record<string, string>> {
  if (!isOpen(record)) return {};
  const { case_id, assignee, origin, state } = record;
  const { kind } = origin.subject;
  const { byDueTime, byAssignee, byCounterparty, byState } = CASES_TABLE.indexes;
  const shard = Number.parseInt(canonicalHash(case_id).slice(0, 8), 16) % OPEN_SHARDS;
  return {
    [byDueTime.partitionKey]: openShard(shard),
    [byAssignee.partitionKey]: assignee === undefined ? unassignedShard(shard) : assigneeKey(assignee),
    ...(state === 'OPEN' && kind !== 'TRADE' ? {} : { [byState.partitionKey]: stateKey(state, kind) }),
    ...(origin.counterparty === undefined
      ? {}
      : { [byCounterparty.partitionKey]: counterpartyKey(origin.counterparty) }),
  };
}

/** Whether a stored item is in the lists that its case belongs in: one that was written before an index was made is not. */
export function isListed(item: Readonly<Record<string, unknown>>): boolean {
  const wanted = listing(withoutKeys<CaseRecord>(item));
  return LISTED.every((name) => item[name] === wanted[name]);
}

/** Writes CURRENT as it is into the lists that it belongs in, unless somebody has written it since. */
export function listingPut(table: string, record: CaseRecord) {
  return {
    TableName: table,
    Item: currentItem(record),
    ConditionExpression: '#revision = :revision AND #head_hash = :head_hash',
    ExpressionAttributeNames: { '#revision': 'revision', '#head_hash': 'head_hash' },
    ExpressionAttributeValues: { ':revision': record.revision, ':head_hash': record.head_hash },
  };
}

function currentItem(record: CaseRecord) {
  return { ...record, ...listing(record), pk: casePartition(record.case_id), sk: CURRENT };
}

/** A stored item without the keys that only the table knows. */
export function withoutKeys<T>(item: Readonly<Record<string, unknown>>): T {
  const { pk: _pk, sk: _sk, ...content } = item;
  return Object.fromEntries(Object.entries(content).filter(([name]) => !(LISTED as string[]).includes(name))) as T;
}

/**
 * The writes by which an event becomes part of its case, for one transaction: the event, which must be new, and CURRENT,
 * which must be what it was decided on. Whatever else decided, the condition has four eyes of its own.
 *
 * @param before CURRENT as it was read; undefined of a new case
 * @param after what the event makes of it
 */
export function caseItems(
  table: string,
  before: CaseRecord | undefined,
  event: CaseEvent,
  after: CaseRecord,
): readonly TransactItem[] {
  const pk = casePartition(event.case_id);
  return [
    {
      Put: {
        TableName: table,
        Item: { ...event, pk, sk: eventKey(event.event_id) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    {
      Put: {
        TableName: table,
        Item: currentItem(after),
        ...conditionOn(before, event),
      },
    },
  ];
}

function conditionOn(before: CaseRecord | undefined, event: CaseEvent) {
  if (before === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' };
  const { names, values, clauses } = fourEyes(event);
  return {
    // Nobody has written since: the revision alone would do, were it not for a history that was written anew.
    ConditionExpression: ['#revision = :revision', '#head_hash = :head_hash', ...clauses].join(' AND '),
    ExpressionAttributeNames: { '#revision': 'revision', '#head_hash': 'head_hash', ...names },
    ExpressionAttributeValues: { ':revision': before.revision, ':head_hash': before.head_hash, ...values },
  };
}

interface Clauses {
  readonly clauses: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * - An approval: the stored proposal is the one that it names, somebody else's, and has not ended.
 * - An acceptance by one person: nothing critical differs.
 */
function fourEyes(event: CaseEvent): Clauses {
  switch (event.action) {
    case 'ACCEPTANCE_APPROVED':
      return {
        clauses: ['#proposal.#id = :proposal', '#proposal.#by <> :actor', '#proposal.#end > :at'],
        names: { '#proposal': 'proposal', '#id': 'id', '#by': 'by', '#end': 'expires_at' },
        values: { ':proposal': event.proposal, ':actor': event.actor, ':at': event.at },
      };
    case 'ACCEPTED':
      return {
        clauses: ['#facts.#critical = :false'],
        names: { '#facts': 'facts', '#critical': 'critical' },
        values: { ':false': false },
      };
    default:
      return { clauses: [] };
  }
}
