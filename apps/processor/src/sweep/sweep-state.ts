import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';

/** A case whose breach is being recorded: kept before it is, so that whoever comes after a crash tells of it. */
export interface Breaching {
  readonly case_id: string;
  readonly due_at: string;
}

/** What one run leaves to the next. */
export interface SweepProgress {
  /** ISO date: of every day before it, no unmatched trade is left to become a case. */
  readonly unmatched_from?: string;
  /** ISO date of the last digest. */
  readonly digest_day?: string;
  readonly breaching?: readonly Breaching[];
  /** Messages about `breaching` that were begun: kept before each. */
  readonly breaching_told?: number;
  /** The alleged trade that was told of last, if it is not known that it was. */
  readonly telling?: Telling;
}

/** Kept before a trade is told of. */
export interface Telling {
  /** The trade as it stands alone: `KEY since TIME`. */
  readonly of: string;
  /** Messages about it that were begun. */
  readonly begun: number;
}

/**
 * Messages about one thing. The second is for a run that died between sending the first and keeping that it did: it may be
 * the same again, and says so. A third would be the same again for sure, or the runs die for another cause.
 */
export const MAX_MESSAGES = 2;

interface Stored extends SweepProgress {
  readonly lease_owner?: string;
  /** ISO 8601. */
  readonly lease_until?: string;
}

/** The lease of this run had ended, and another run has begun. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';

  constructor() {
    super('Another run of the sweep has taken the lease, since this one went on past its end.');
  }
}

const KEY = { pk: 'SWEEP', sk: 'STATE' } as const;

/**
 * The sweep's one item, in the cases table. It is a lease as well, so that of two runs at once one does nothing; a run that
 * died holds it until its invocation would have ended. What a run writes is safe without it: it is there so that nobody is
 * told twice.
 */
export class SweepState {
  private readonly dynamodb: DynamoDBDocumentClient;
  private readonly table: string;
  private readonly owner: string;
  private stored: Stored;

  private constructor(dynamodb: DynamoDBDocumentClient, table: string, owner: string, stored: Stored) {
    this.dynamodb = dynamodb;
    this.table = table;
    this.owner = owner;
    this.stored = stored;
  }

  /**
   * @param now milliseconds since the epoch
   * @param until when the invocation ends, likewise
   * @returns undefined while another run has the lease
   */
  static async take(
    dynamodb: DynamoDBDocumentClient,
    table: string,
    now: number,
    until: number,
  ): Promise<SweepState | undefined> {
    const { Item } = await dynamodb.send(new GetCommand({ TableName: table, Key: KEY, ConsistentRead: true }));
    const before = Item as Stored | undefined;
    if (before?.lease_until !== undefined && before.lease_until > new Date(now).toISOString()) return undefined;
    const owner = randomUUID();
    const state = new SweepState(dynamodb, table, owner, before ?? {});
    const taken = await state.put(
      { ...before, lease_owner: owner, lease_until: new Date(until).toISOString() },
      before,
    );
    return taken ? state : undefined;
  }

  get progress(): SweepProgress {
    return this.stored;
  }

  /** @throws {LeaseLostError} */
  async save(progress: SweepProgress): Promise<void> {
    const next = { ...this.stored, ...progress };
    if (!(await this.put(next, { lease_owner: this.owner }))) throw new LeaseLostError();
    this.stored = next;
  }

  /** Keeps progress with what is saved next, at the latest when the lease is released: a write that fails loses none of it. */
  remember(progress: SweepProgress): void {
    this.stored = { ...this.stored, ...progress };
  }

  /** Lets the next run begin. Whoever has lost the lease has none to give. */
  async release(): Promise<void> {
    const { lease_owner: _owner, lease_until: _until, ...progress } = this.stored;
    await this.put(progress, { lease_owner: this.owner });
  }

  private async put(next: Stored, before: Stored | undefined): Promise<boolean> {
    const owned = before?.lease_owner;
    const condition =
      owned === undefined
        ? { ConditionExpression: 'attribute_not_exists(lease_owner)' }
        : { ConditionExpression: 'lease_owner = :owner', ExpressionAttributeValues: { ':owner': owned } };
    try {
      await this.dynamodb.send(new PutCommand({ TableName: this.table, Item: { ...KEY, ...next }, ...condition }));
      this.stored = next;
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
