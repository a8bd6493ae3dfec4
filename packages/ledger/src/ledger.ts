import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import {
  boundAnswer,
  cancellationOf,
  contentKey,
  cutBytes,
  duplicateKey,
  earlierKey,
  LEDGER_CONTENT,
  type LedgerEvent,
  type LedgerRecord,
  type LedgerStatus,
  LONGEST,
  type Outcome,
  type ProcessAnswer,
  type Refusal,
  statusDay,
} from '@trade-matching/domain';
import { type Claim, type ClaimedDocument, type ClaimResult, readRefusedClaim } from './claim.ts';
import { attemptGrowth, type Growth, MAX_EVENTS } from './history.ts';
import { updateExpression } from './update-expression.ts';

/** How a claimed document ended. */
export interface Settlement {
  readonly status: Extract<LedgerStatus, 'PROCESSED' | 'FAILED' | 'QUARANTINED'>;
  readonly outcome: Outcome;
  readonly outcomeKey: string;
  readonly refusal?: Refusal;
  readonly result?: ProcessAnswer;
}

/** The lease has ended and somebody else has taken over: nothing may be written or moved any more. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

/** Others change the same record all the while: the message comes again. */
export class LedgerContentionError extends Error {
  override readonly name = 'LedgerContentionError';
}

const CLAIM_ROUNDS = 4;
/** Of a transaction that another one met: it is over in a moment. */
const CONFLICT_WAITS_MS = [20, 60, 180] as const;

/**
 * The ledger of documents: what has happened to each content, and who is working on it. The state machine stands in
 * `claim.ts`; here are its conditional writes. Each can be repeated by the SDK after an answer was lost: a write finds
 * its own owner and knows that it has happened.
 */
export class Ledger {
  private readonly dynamodb: DynamoDBClient;
  private readonly table: string;
  /** Who writes: the function's name, for the history. */
  private readonly by: string;
  private readonly now: () => Date;

  constructor(dynamodb: DynamoDBClient, table: string, by: string, now: () => Date = () => new Date()) {
    this.dynamodb = dynamodb;
    this.table = table;
    this.by = by;
    this.now = now;
  }

  /**
   * Claims a content: one write where it is new.
   *
   * @param owner unique to this attempt
   * @param leaseMs how long nobody else may work on it: at least until this invocation has certainly ended
   * @throws {LedgerContentionError} where others changed the record in every round
   */
  async claim(document: ClaimedDocument, owner: string, leaseMs: number): Promise<ClaimResult> {
    const pk = partitionOf(document);
    for (let round = 0; round < CLAIM_ROUNDS; round++) {
      const now = this.now();
      const lease = { owner, until: new Date(now.getTime() + leaseMs).toISOString() };
      const standing = await this.updateOrRead(this.firstClaim(pk, document, lease, now.toISOString()));
      if (standing === 'written' || standing.lease_owner === owner) {
        return { kind: 'claimed', claim: { pk, owner, attempts: 1 } };
      }
      const meaning = readRefusedClaim(standing, document, now.toISOString());
      if (meaning.kind !== 'take-over') return meaning;
      if (await this.takeOver(pk, document, lease, now.toISOString(), standing)) {
        const refusedAs = refusedBefore(standing, document);
        const claim = { pk, owner, attempts: standing.attempts + 1, ...(refusedAs === undefined ? {} : { refusedAs }) };
        return { kind: 'claimed', claim };
      }
    }
    throw new LedgerContentionError(`The claim of ${document.key} met other writers ${CLAIM_ROUNDS} times.`);
  }

  /**
   * Writes the outcome and ends the lease.
   *
   * @throws {LeaseLostError} where the claim has been taken over
   */
  async settle(claim: Claim, { status, outcome, outcomeKey, refusal, result }: Settlement): Promise<void> {
    const at = this.now().toISOString();
    const written = await this.updateOrRead({
      TableName: this.table,
      Key: marshall({ pk: claim.pk, sk: LEDGER_CONTENT }),
      ...updateExpression({
        attributes: {
          status,
          status_day: statusDay(status, at),
          updated_at: at,
          outcome,
          outcome_key: outcomeKey,
          reason: refusal?.reason,
          message: refusal && cutBytes(refusal.message, LONGEST.message),
          result: result && boundAnswer(result),
          lease_until: undefined,
        },
        assignments: ['history = list_append(history, :events)'],
        condition: 'lease_owner = :owner',
        values: { ':events': [this.event(at, status, refusal?.reason)], ':owner': claim.owner },
      }),
    });
    if (written !== 'written') throw new LeaseLostError('The lease has ended and somebody else has taken over.');
  }

  /** What the ledger knows of a claimed content. */
  async record({ pk }: Claim): Promise<LedgerRecord | undefined> {
    const Key = marshall({ pk, sk: LEDGER_CONTENT });
    const { Item } = await this.dynamodb.send(new GetItemCommand({ TableName: this.table, Key, ConsistentRead: true }));
    return Item && (unmarshall(Item) as LedgerRecord);
  }

  /** Ends the lease before its time, so that the next delivery need not wait for it. */
  async release(claim: Claim, why: string): Promise<void> {
    const at = this.now().toISOString();
    await this.updateOrRead({
      TableName: this.table,
      Key: marshall({ pk: claim.pk, sk: LEDGER_CONTENT }),
      ...updateExpression({
        attributes: { lease_until: at, updated_at: at },
        assignments: ['history = list_append(history, :events)'],
        condition: 'lease_owner = :owner AND attribute_exists(lease_until)',
        values: { ':owner': claim.owner, ':events': [this.event(at, 'HANDED_BACK', why)] },
      }),
    });
  }

  /** Records a key that held bytes which were processed under another. Can be repeated. */
  async recordDuplicate(document: ClaimedDocument, original: LedgerRecord, outcomeKey: string): Promise<void> {
    const at = this.now().toISOString();
    const write = (growth: Growth, condition: string, values: Readonly<Record<string, unknown>>) =>
      this.updateOrRead({
        TableName: this.table,
        Key: marshall({ pk: original.pk, sk: duplicateKey(document.key) }),
        ...updateExpression({
          attributes: {
            ...documentAttributes(document, 'DUPLICATE', at),
            outcome: 'PROCESSED',
            outcome_key: outcomeKey,
            duplicate_of: original.key,
            result: original.result,
          },
          assignments: growth.assignments,
          condition,
          values: { ...growth.values, ...values },
        }),
      });
    const event = this.event(at, 'DUPLICATE', original.key);
    const hasRoom = 'attribute_not_exists(history) OR size(history) < :most';
    const standing = await write(attemptGrowth(event), hasRoom, { ':most': MAX_EVENTS });
    if (standing !== 'written') await write(attemptGrowth(event, standing.history), '', {});
  }

  /**
   * Records that settled bytes were filed under another key than {@link settle} said, since newer ones of the same key had
   * been filed before. Can be repeated.
   */
  async recordFiled(document: KnownContent, outcomeKey: string, isDuplicate: boolean): Promise<void> {
    const sk = isDuplicate ? duplicateKey(document.key) : LEDGER_CONTENT;
    try {
      await this.update({
        TableName: this.table,
        Key: marshall({ pk: partitionOf(document), sk }),
        ...updateExpression({
          attributes: { key: document.key, outcome_key: outcomeKey },
          condition: '#key = :key AND attribute_exists(outcome)',
        }),
      });
    } catch (error) {
      // Claimed again since, under another key; or settled without the ledger, which knows nothing of it.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  private firstClaim(pk: string, document: ClaimedDocument, lease: Lease, at: string): UpdateItemCommandInput {
    const growth = attemptGrowth(this.event(at, 'CLAIMED', document.key));
    return this.claimUpdate(pk, document, lease, at, 'attribute_not_exists(pk)', growth);
  }

  /**
   * Takes over a record whose lease has ended, or whose content was refused and is uploaded again. Where that was
   * under another key, what is known of that key is kept beside it.
   */
  private async takeOver(
    pk: string,
    document: ClaimedDocument,
    lease: Lease,
    at: string,
    standing: LedgerRecord,
  ): Promise<boolean> {
    // Nobody else has taken over, settled or returned to the queue since: each of them writes one of the two.
    const condition = 'lease_owner = :was_owner AND updated_at = :was_updated';
    const { assignments, values } = attemptGrowth(this.event(at, 'CLAIMED', document.key), standing.history);
    const was = { ':was_owner': standing.lease_owner, ':was_updated': standing.updated_at };
    const growth = { assignments, values: { ...values, ...was } };
    const update = this.claimUpdate(pk, document, lease, at, condition, growth, refusedBefore(standing, document));
    if (standing.status === 'IN_PROGRESS' || standing.key === document.key) {
      const found = await this.updateOrRead(update);
      return found === 'written' || found.lease_owner === lease.owner;
    }
    const earlier = marshall({ ...standing, sk: earlierKey(standing.key) }, { removeUndefinedValues: true });
    const transaction = new TransactWriteItemsCommand({
      TransactItems: [{ Put: { TableName: this.table, Item: earlier } }, { Update: update }],
    });
    for (const wait of [...CONFLICT_WAITS_MS, undefined]) {
      try {
        await this.dynamodb.send(transaction);
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const cancellation = cancellationOf(error.CancellationReasons);
        if (cancellation === 'conflict') return false;
        if (cancellation === 'refused' || wait === undefined) throw error;
        await sleep(wait * (0.5 + Math.random()));
      }
    }
    return false;
  }

  private claimUpdate(
    pk: string,
    document: ClaimedDocument,
    lease: Lease,
    at: string,
    condition: string,
    { assignments, values }: Growth,
    refusedAs?: string,
  ) {
    return {
      TableName: this.table,
      Key: marshall({ pk, sk: LEDGER_CONTENT }),
      ...updateExpression({
        attributes: {
          ...documentAttributes(document, 'IN_PROGRESS', at),
          lease_owner: lease.owner,
          lease_until: lease.until,
          outcome: undefined,
          outcome_key: undefined,
          refused_as: refusedAs,
          reason: undefined,
          message: undefined,
        },
        assignments,
        condition,
        values,
      }),
    } satisfies UpdateItemCommandInput;
  }

  private async updateOrRead(input: UpdateItemCommandInput): Promise<'written' | LedgerRecord> {
    try {
      await this.update({ ...input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });
      return 'written';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      if (!error.Item) throw new LedgerContentionError('The record went away while it was being changed.');
      return unmarshall(error.Item) as LedgerRecord;
    }
  }

  /** Meets a transaction on the same item where it must, and comes again: nothing was written (UpdateItem, API reference). */
  private async update(input: UpdateItemCommandInput): Promise<void> {
    for (const wait of CONFLICT_WAITS_MS) {
      try {
        await this.dynamodb.send(new UpdateItemCommand(input));
        return;
      } catch (error) {
        if (!(error instanceof TransactionConflictException)) throw error;
      }
      await sleep(wait * (0.5 + Math.random()));
    }
    await this.dynamodb.send(new UpdateItemCommand(input));
  }

  private event(at: string, what: string, detail?: string): LedgerEvent {
    return { at, what, by: this.by, ...(detail === undefined ? {} : { detail: cutBytes(detail, LONGEST.message) }) };
  }
}

interface Lease {
  readonly owner: string;
  /** ISO 8601. */
  readonly until: string;
}

function documentAttributes(document: ClaimedDocument, status: LedgerStatus, at: string): Record<string, unknown> {
  return {
    status,
    status_day: statusDay(status, at),
    updated_at: at,
    key: document.key,
    source: document.source,
    size: document.size,
    hash: document.hash,
    version_id: document.versionId,
    etag: document.etag,
    sequencer: document.sequencer,
  };
}

/** What says which record a content has. */
type KnownContent = Pick<ClaimedDocument, 'source' | 'hash' | 'key' | 'versionId' | 'etag'>;

/** Bytes that are not read have a record of their version. */
function partitionOf({ source, hash, key, versionId, etag }: KnownContent): string {
  if (hash !== undefined) return contentKey(source, hash);
  const version = createHash('sha256')
    .update(`${key}\n${versionId ?? etag}`)
    .digest('hex');
  return contentKey(source, `unread-${version}`);
}

/** Where a content that is claimed again under its key stands as refused; undefined of one that never was. */
function refusedBefore(standing: LedgerRecord, document: ClaimedDocument): string | undefined {
  if (standing.key !== document.key) return undefined;
  return standing.status === 'IN_PROGRESS' ? standing.refused_as : standing.outcome_key;
}
