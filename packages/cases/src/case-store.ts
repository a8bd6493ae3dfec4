import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { CURRENT, cancellationOf, cutText, WRITE_BACK_OFF_MS } from '@trade-matching/domain';
import { ACTIONS_OF, type CaseCommand, MAX_COMMENT, SYSTEM_ACTOR } from './case-command.ts';
import type { BreakFacts, BreakOrigin, CaseEvent, CaseSubject } from './case-event.ts';
import { caseIdentity } from './case-identity.ts';
import {
  caseItems,
  casePartition,
  EVENT_PREFIX,
  eventKey,
  listingPut,
  type TransactItem,
  withoutKeys,
} from './case-items.ts';
import type { CaseRecord } from './case-record.ts';
import { type ChainVerdict, chainEvent, verifyChain } from './chain.ts';
import { type CaseRefusal, decide } from './decide.ts';
import { applyEvent } from './fold.ts';
import { everyOpenCase, type OpenCases, type OpenCasesPage, openCases, type PageOptions } from './open-cases.ts';

export interface CaseWritten {
  readonly kind: 'written';
  readonly event: CaseEvent;
}

/** A command that became an event, with the writes that must be in one transaction. */
export interface PlannedEvent {
  readonly kind: 'planned';
  readonly event: CaseEvent;
  readonly record: CaseRecord;
  readonly items: readonly TransactItem[];
}

/**
 * The cases table: `CASE#id`/`CURRENT`, and `CASE#id`/`EVENT#id` for each event. Every write is one transaction of an
 * event and CURRENT. Nothing is ever deleted, and no event is written over.
 */
export class CaseStore {
  private readonly dynamodb: DynamoDBDocumentClient;
  private readonly table: string;

  constructor(dynamodb: DynamoDBDocumentClient, table: string) {
    this.dynamodb = dynamodb;
    this.table = table;
  }

  case(caseId: string): Promise<CaseRecord | undefined> {
    return this.get(caseId, CURRENT);
  }

  /** The events of a case in their order. */
  async events(caseId: string): Promise<CaseEvent[]> {
    const events: CaseEvent[] = [];
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.dynamodb.send(
        new QueryCommand({
          TableName: this.table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': casePartition(caseId), ':prefix': EVENT_PREFIX },
          ConsistentRead: true,
          ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
        }),
      );
      events.push(...(page.Items ?? []).map((item) => withoutKeys<CaseEvent>(item)));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return events.sort((a, b) => a.sequence - b.sequence);
  }

  /** Whether a case's history is what was written; undefined where there is no case. */
  async verify(caseId: string): Promise<ChainVerdict | undefined> {
    // CURRENT first: an event that comes between is one too many, and read again, not one that is missing.
    const record = await this.case(caseId);
    if (!record) return undefined;
    const events = await this.events(caseId);
    return verifyChain(events.slice(0, Math.max(record.revision, 1)), record);
  }

  /** A page of open cases, the first due first. */
  open(which: OpenCases, options?: PageOptions): Promise<OpenCasesPage> {
    return openCases(this.dynamodb, this.table, which, options);
  }

  /**
   * Every open case, in no order over all: each page is one query. One that is not listed was written before an index was
   * made: {@link list} makes up for it.
   */
  everyOpen(): ReturnType<typeof everyOpenCase> {
    return everyOpenCase(this.dynamodb, this.table);
  }

  /**
   * Writes a case as it is into the indexes that it belongs in. No event: what is listed where follows from the case. One
   * that somebody has written since is listed by that.
   */
  async list(record: CaseRecord): Promise<void> {
    try {
      await this.dynamodb.send(new PutCommand(listingPut(this.table, record)));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /**
   * Does a command, or says why not. The same command again, by its event id, answers with the event that it became:
   * whoever lost the answer asks again. Somebody else who was first is a refusal, `case_changed`.
   */
  async act(command: CaseCommand): Promise<CaseWritten | CaseRefusal> {
    const planned = await this.plan(command);
    if (planned.kind !== 'planned') return planned;
    if (await this.transact(planned.items)) return { kind: 'written', event: planned.event };
    const repeated = await this.repeated(command);
    if (repeated) return repeated;
    const message = 'Somebody else wrote first. Look at the case again.';
    return { kind: 'refused', code: 'case_changed', message };
  }

  /** The writes of a command, for a transaction that writes something else as well; or what was written before. */
  async plan(command: CaseCommand): Promise<PlannedEvent | CaseWritten | CaseRefusal> {
    const [repeated, before] = await Promise.all([this.repeated(command), this.case(command.case_id)]);
    if (repeated) return repeated;
    const decided = decide(before, command);
    if (decided.kind === 'refused') return decided;
    const event = chainEvent(decided.event, before);
    const record = applyEvent(before, event);
    return { kind: 'planned', event, record, items: caseItems(this.table, before, event, record) };
  }

  /**
   * The writes by which a case learns where its subject stands now, for the transaction that writes that: it is opened, or
   * changed, or nothing is to be written.
   *
   * @param told what is to be told, of the case as it is, and why; undefined for nothing. Without `origin` no case is opened
   */
  async observe(
    subject: CaseSubject,
    at: string,
    told: (
      current: CaseRecord | undefined,
    ) =>
      | { readonly origin?: Omit<BreakOrigin, 'subject'>; readonly facts: BreakFacts; readonly why?: string }
      | undefined,
  ): Promise<readonly TransactItem[]> {
    const case_id = caseIdentity(subject);
    const before = await this.case(case_id);
    const next = told(before);
    if (!next) return [];
    const { origin, facts, why: comment } = next;
    const said = comment === undefined ? {} : { comment: cutText(comment, MAX_COMMENT) };
    const common = { case_id, event_id: randomUUID(), at, actor: SYSTEM_ACTOR, ...said };
    if (before) return this.itemsOf(before, { ...common, command: 'change', facts });
    return origin ? this.itemsOf(before, { ...common, command: 'open', origin: { ...origin, subject }, facts }) : [];
  }

  private itemsOf(before: CaseRecord | undefined, command: CaseCommand): readonly TransactItem[] {
    const decided = decide(before, command);
    if (decided.kind === 'refused') return [];
    const event = chainEvent(decided.event, before);
    return caseItems(this.table, before, event, applyEvent(before, event));
  }

  private async repeated(command: CaseCommand): Promise<CaseWritten | CaseRefusal | undefined> {
    const event = await this.get<CaseEvent>(command.case_id, eventKey(command.event_id));
    if (!event) return undefined;
    const isSame = event.actor === command.actor && ACTIONS_OF[command.command].includes(event.action);
    if (isSame) return { kind: 'written', event };
    const message = `The event id ${command.event_id} is another event's. Give this one its own.`;
    return { kind: 'refused', code: 'event_id_taken', message };
  }

  private async get<T>(caseId: string, sk: string): Promise<T | undefined> {
    const { Item } = await this.dynamodb.send(
      new GetCommand({ TableName: this.table, Key: { pk: casePartition(caseId), sk }, ConsistentRead: true }),
    );
    return Item && withoutKeys<T>(Item);
  }

  /** Writes all or none; false where others wrote first. Throttled, it is tried again after a moment. */
  private async transact(items: readonly TransactItem[]): Promise<boolean> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.dynamodb.send(new TransactWriteCommand({ TransactItems: [...items] }));
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const cancellation = cancellationOf(error.CancellationReasons);
        if (cancellation === 'conflict') return false;
        const wait = WRITE_BACK_OFF_MS[attempt];
        if (cancellation === 'refused' || wait === undefined) throw error;
        await sleep(wait * (0.5 + Math.random()));
      }
    }
  }
}
