import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { CURRENT, cancellationOf } from '@trade-matching/domain';
import type { TransactItem } from './case-items.ts';
import {
  brokenAt,
  NO_PROFILES,
  type PlannedProfiles,
  type ProfileEvent,
  type ProfilesHead,
  ProfilesRefusedError,
  type ProfileVersion,
  planApproval,
  planProposal,
} from './profile-versions.ts';

const PARTITION = 'PROFILES';
const EVENT = 'EVENT#';
const VERSION = 'VERSION#';
const PROPOSAL = 'PROPOSAL#';
/** Sorted as they were made. */
const numbered = (prefix: string, number: number) => `${prefix}${String(number).padStart(8, '0')}`;

/** Others wrote at the same time; each attempt decides by what they wrote. */
const MAX_ATTEMPTS = 5;

/**
 * Matching profiles on the record, in the cases table: `PROFILES`/`CURRENT` says what is active, beside it each version and
 * each event. Every write is one transaction under CURRENT's revision, and nothing is ever deleted.
 */
export class ProfileStore {
  private readonly dynamodb: DynamoDBDocumentClient;
  private readonly table: string;

  constructor(dynamodb: DynamoDBDocumentClient, table: string) {
    this.dynamodb = dynamodb;
    this.table = table;
  }

  /** What is active; `active` is absent where nothing ever was. */
  async head(): Promise<ProfilesHead> {
    return (await this.get<ProfilesHead>(CURRENT)) ?? NO_PROFILES;
  }

  version(number: number): Promise<ProfileVersion | undefined> {
    return this.get(numbered(VERSION, number));
  }

  /** Every version, the first first. */
  versions(): Promise<ProfileVersion[]> {
    return this.all(VERSION);
  }

  events(): Promise<ProfileEvent[]> {
    return this.all(EVENT);
  }

  /** Where the history is not what was written; undefined where it is. */
  async brokenAt(): Promise<number | undefined> {
    const head = await this.head();
    return brokenAt(head, (await this.events()).slice(0, Math.max(head.revision, 1)));
  }

  /**
   * Proposes profiles. They take effect when another person approves them.
   *
   * @param proposalId sent again after a lost answer, it proposes once
   * @throws {ProfilesRefusedError}
   */
  async propose(
    json: string,
    actor: string,
    at: string,
    comment: string,
    proposalId?: string,
  ): Promise<ProfileVersion> {
    const version = await this.write((head) => planProposal(head, json, { actor, at, comment }), proposalId);
    if (version.json === json) return version;
    throw new ProfilesRefusedError('Other profiles were proposed under this id. Propose again.');
  }

  /**
   * Proposes what an earlier version said.
   *
   * @throws {ProfilesRefusedError}
   */
  restore(number: number, actor: string, at: string, comment: string, proposalId?: string): Promise<ProfileVersion> {
    return this.write(async (head) => {
      const { json } = await this.existing(number);
      return planProposal(head, json, { actor, at, comment }, number);
    }, proposalId);
  }

  /**
   * Approves a proposed version, which makes it the active one.
   *
   * @throws {ProfilesRefusedError}
   */
  approve(number: number, actor: string, at: string, comment: string): Promise<ProfileVersion> {
    return this.write(async (head) => planApproval(head, await this.existing(number), { actor, at, comment }));
  }

  private async existing(number: number): Promise<ProfileVersion> {
    const version = await this.version(number);
    if (!version) throw new ProfilesRefusedError(`There is no version ${number} of the profiles.`);
    return version;
  }

  private async write(
    plan: (head: ProfilesHead) => PlannedProfiles | Promise<PlannedProfiles>,
    proposalId?: string,
  ): Promise<ProfileVersion> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const before = await this.head();
      const made = proposalId === undefined ? undefined : await this.get<MadeVersion>(PROPOSAL + proposalId);
      if (made) return this.existing(made.version);
      const next = await plan(before);
      const items = profileItems(this.table, before, next);
      if (proposalId !== undefined) items.push(proposalItem(this.table, proposalId, next.version));
      if (await this.transact(items)) return next.version;
    }
    throw new ProfilesRefusedError('Somebody else wrote first. Look at the profiles again.');
  }

  private async transact(TransactItems: TransactItem[]): Promise<boolean> {
    try {
      await this.dynamodb.send(new TransactWriteCommand({ TransactItems }));
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      if (cancellationOf(error.CancellationReasons) !== 'conflict') throw error;
      return false;
    }
  }

  private async get<T>(sk: string): Promise<T | undefined> {
    const Key = { pk: PARTITION, sk };
    const { Item } = await this.dynamodb.send(new GetCommand({ TableName: this.table, Key, ConsistentRead: true }));
    return Item && plain<T>(Item);
  }

  private async all<T>(prefix: string): Promise<T[]> {
    const found: T[] = [];
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.dynamodb.send(
        new QueryCommand({
          TableName: this.table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': PARTITION, ':prefix': prefix },
          ConsistentRead: true,
          ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
        }),
      );
      found.push(...(page.Items ?? []).map((item) => plain<T>(item)));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return found;
  }
}

/** Which version came of a proposal that may be sent again. */
type MadeVersion = Pick<ProfileVersion, 'version'>;

function proposalItem(TableName: string, id: string, { version }: MadeVersion): TransactItem {
  const Item = { pk: PARTITION, sk: PROPOSAL + id, version };
  return { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
}

/**
 * The writes of one event, for one transaction: the event, which must be new; CURRENT, which must be what was read; and the
 * version. Whatever else decided, the condition of an approval has four eyes of its own.
 */
export function profileItems(
  table: string,
  before: ProfilesHead,
  { head, version, event }: PlannedProfiles,
): TransactItem[] {
  const put = (sk: string, content: object, condition: object): TransactItem => ({
    Put: { TableName: table, Item: { ...content, pk: PARTITION, sk }, ...condition } as NonNullable<
      TransactItem['Put']
    >,
  });
  const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
  const unchanged =
    before.revision === 0
      ? isNew
      : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': before.revision } };
  const bySecond = {
    ConditionExpression: 'attribute_exists(pk) AND proposed_by <> :actor AND attribute_not_exists(approved_by)',
    ExpressionAttributeValues: { ':actor': event.actor },
  };
  return [
    put(numbered(EVENT, event.sequence), event, isNew),
    put(CURRENT, head, unchanged),
    put(numbered(VERSION, version.version), version, event.action === 'PROPOSED' ? isNew : bySecond),
  ];
}

function plain<T>(item: Readonly<Record<string, unknown>>): T {
  const { pk: _pk, sk: _sk, ...content } = item;
  return content as T;
}
