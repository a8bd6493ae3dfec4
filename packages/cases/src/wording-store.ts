import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { type AcceptedWording, cancellationOf, MAX_WORDINGS, type Wording } from '@trade-matching/domain';
import type { TransactItem } from './case-items.ts';

const PARTITION = 'WORDINGS';
const CURRENT = 'CURRENT';
const WORDING = 'WORDING#';
const MAX_ATTEMPTS = 5;

/** Why nothing was written; the message is for a person. */
export class WordingRefusedError extends Error {
  override readonly name = 'WordingRefusedError';
}

/** Those in force, in one item: whoever reads documents asks for nothing else. */
export interface WordingsHead {
  readonly revision: number;
  readonly accepted: readonly AcceptedWording[];
}

export type WordingDecision = Pick<NonNullable<Wording['decided']>, 'what' | 'by' | 'at' | 'comment'>;

/**
 * Wordings on the record, in the cases table: PROPOSED by one person, then ACCEPTED or REFUSED by another, once and for all.
 * Every decision is one transaction under CURRENT's revision, and nothing is ever deleted.
 */
export class WordingStore {
  private readonly dynamodb: DynamoDBDocumentClient;
  private readonly table: string;

  constructor(dynamodb: DynamoDBDocumentClient, table: string) {
    this.dynamodb = dynamodb;
    this.table = table;
  }

  async head(): Promise<WordingsHead> {
    return (await this.get<WordingsHead>(CURRENT)) ?? { revision: 0, accepted: [] };
  }

  wording(id: string): Promise<Wording | undefined> {
    return this.get(WORDING + id);
  }

  /** All of them, the latest proposed first. */
  async all(): Promise<Wording[]> {
    const found: Wording[] = [];
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.dynamodb.send(
        new QueryCommand({
          TableName: this.table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': PARTITION, ':prefix': WORDING },
          ConsistentRead: true,
          ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
        }),
      );
      found.push(...(page.Items ?? []).map((item) => plain<Wording>(item)));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return found.sort((a, b) => (a.proposed_at < b.proposed_at ? 1 : -1));
  }

  /**
   * Proposes a wording; the same again under its id is the one that there is.
   *
   * @throws {WordingRefusedError}
   */
  async propose(wording: Wording): Promise<Wording> {
    const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
    if (await this.transact([this.put(WORDING + wording.wording_id, wording, isNew)])) return wording;
    const standing = await this.wording(wording.wording_id);
    if (standing?.key === wording.key && standing.field === wording.field) return standing;
    throw new WordingRefusedError('Another wording was proposed under this id. Propose again.');
  }

  /**
   * Accepts or refuses a proposed wording. Who proposed it does neither.
   *
   * @throws {WordingRefusedError}
   */
  async decide(id: string, decision: WordingDecision): Promise<Wording> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const [head, wording] = [await this.head(), await this.wording(id)];
      if (!wording) throw new WordingRefusedError('There is no such wording.');
      const { decided, proposed_by } = wording;
      if (decided?.by === decision.by && decided.what === decision.what) return wording;
      if (decided) throw new WordingRefusedError(`${decided.by} has decided it before: ${decided.what.toLowerCase()}.`);
      if (proposed_by === decision.by)
        throw new WordingRefusedError(`${proposed_by} proposed it: another person decides.`);
      const next = { ...wording, decided: decision };
      const undecided = {
        ConditionExpression: 'attribute_exists(pk) AND proposed_by <> :actor AND attribute_not_exists(decided)',
        ExpressionAttributeValues: { ':actor': decision.by },
      };
      const items = [this.put(WORDING + id, next, undecided)];
      if (decision.what === 'ACCEPTED') items.push(this.accepted(head, wording));
      if (await this.transact(items)) return next;
    }
    throw new WordingRefusedError('Somebody else wrote first. Look at it again.');
  }

  /** CURRENT with one more, which must be what was read. */
  private accepted({ revision, accepted }: WordingsHead, wording: Wording): TransactItem {
    if (accepted.length >= MAX_WORDINGS)
      throw new WordingRefusedError(
        `${MAX_WORDINGS} wordings are in force: make the oldest part of the vocabulary first.`,
      );
    const { wording_id, label, key, field, product, counterparty } = wording;
    const added = { wording_id, label, key, field, product, ...(counterparty !== undefined && { counterparty }) };
    const head = { revision: revision + 1, accepted: [...accepted, added] } satisfies WordingsHead;
    const unchanged =
      revision === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': revision } };
    return this.put(CURRENT, head, unchanged);
  }

  private put(sk: string, content: object, condition: object): TransactItem {
    const Item = { ...content, pk: PARTITION, sk };
    return { Put: { TableName: this.table, Item, ...condition } as NonNullable<TransactItem['Put']> };
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
}

function plain<T>(item: Readonly<Record<string, unknown>>): T {
  const { pk: _pk, sk: _sk, ...content } = item;
  return content as T;
}
