import { setTimeout as sleep } from 'node:timers/promises';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { cancellationOf, statusDay, WRITE_BACK_OFF_MS } from '@trade-matching/domain';

/** Whether a conditional write was done, or somebody else had written first: read again and decide anew. */
export type Written = 'written' | 'conflict';

/** An attribute that an update sets; undefined removes it. */
type Changes = Readonly<Record<string, unknown>>;

/** One write of a transaction. */
export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

interface UpdateItem {
  readonly Update: NonNullable<TransactItem['Update']>;
}

/** A client that takes and gives plain objects; what is undefined is left out. */
export function documentClient(dynamodb: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
}

/** The trades table. Every access is a get, a query of one partition, or a transaction. */
export class TradesTable {
  private readonly dynamodb: DynamoDBDocumentClient;
  private readonly name: string;

  constructor(dynamodb: DynamoDBDocumentClient, name: string) {
    this.dynamodb = dynamodb;
    this.name = name;
  }

  async get<T>(pk: string, sk: string): Promise<T | undefined> {
    const { Item } = await this.dynamodb.send(
      new GetCommand({ TableName: this.name, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item as T | undefined;
  }

  /** The items of a partition whose sort key begins so, in its order, page after page. */
  async *query<T>(pk: string, prefix: string): AsyncGenerator<T> {
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.dynamodb.send(
        new QueryCommand({
          TableName: this.name,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
          ConsistentRead: true,
          ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
        }),
      );
      for (const item of page.Items ?? []) yield item as T;
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }

  /** The items of a partition of an index that meet a condition, in its order, page after page. */
  async *queryIndex<T>(
    { name, partitionKey }: { readonly name: string; readonly partitionKey: string },
    value: string,
    FilterExpression: string,
  ): AsyncGenerator<T> {
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.dynamodb.send(
        new QueryCommand({
          TableName: this.name,
          IndexName: name,
          KeyConditionExpression: '#key = :value',
          FilterExpression,
          ExpressionAttributeNames: { '#key': partitionKey },
          ExpressionAttributeValues: { ':value': value },
          ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
        }),
      );
      for (const item of page.Items ?? []) yield item as T;
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }

  /**
   * Writes all of these or none. Throttled, it is tried again after a moment; refused for what it asks or who asks, it
   * throws.
   */
  async transact(items: readonly TransactItem[]): Promise<Written> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.dynamodb.send(new TransactWriteCommand({ TransactItems: [...items] }));
        return 'written';
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const cancellation = cancellationOf(error.CancellationReasons);
        if (cancellation === 'conflict') return 'conflict';
        const waited = cancellation === 'throttled' && (await backOff(attempt));
        if (!waited) throw error;
      }
    }
  }

  /**
   * One update alone, which costs half of what it costs in a transaction. It may meet one on its item: nothing was
   * written, so it is tried again after a moment (UpdateItem, API reference).
   */
  async write({ Update }: UpdateItem): Promise<Written> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.dynamodb.send(new UpdateCommand(Update));
        return 'written';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'conflict';
        if (!(error instanceof TransactionConflictException)) throw error;
        if (!(await backOff(attempt))) return 'conflict';
      }
    }
  }

  /**
   * Puts an item. With `listed`, it is listed by that and its day. A record that was read carries the keys of the item
   * that it was read from: they must not become those of this one.
   *
   * @param revision what is replaced must have it; `new` where nothing may stand there; undefined for whatever stands
   */
  put(pk: string, sk: string, content: object, listed?: string, revision?: number | 'new'): TransactItem {
    const { status_day: _listed, ...rest } = content as { status_day?: string; updated_at?: string };
    const day = listed === undefined ? {} : { status_day: statusDay(listed, String(rest.updated_at)) };
    const Item = { ...rest, ...day, pk, sk };
    return { Put: { TableName: this.name, Item, ...conditionOn(revision) } };
  }

  delete(pk: string, sk: string): TransactItem {
    return { Delete: { TableName: this.name, Key: { pk, sk } } };
  }

  /** Deletes an item, if it has not been updated since it was read. */
  deleteAsRead(pk: string, sk: string, read: object): TransactItem {
    const { revision } = read as { readonly revision?: number };
    const condition =
      revision === undefined
        ? {
            ConditionExpression: 'attribute_not_exists(#revision)',
            ExpressionAttributeNames: { '#revision': 'revision' },
          }
        : conditionOn(revision);
    return { Delete: { TableName: this.name, Key: { pk, sk }, ...condition } };
  }

  /** Changes attributes of an item that stands, under a condition on others. Each change is a new revision. */
  update(pk: string, sk: string, changes: Changes, condition: Changes): UpdateItem {
    const names = new Map<string, string>();
    const name = (attribute: string) => {
      names.set(`#${attribute}`, attribute);
      return `#${attribute}`;
    };
    const values: Record<string, unknown> = { ':one': 1, ':zero': 0 };
    const revision = name('revision');
    const set = [`${revision} = if_not_exists(${revision}, :zero) + :one`];
    const remove: string[] = [];
    for (const [attribute, value] of Object.entries(changes)) {
      if (value === undefined) remove.push(name(attribute));
      else {
        values[`:${attribute}`] = value;
        set.push(`${name(attribute)} = :${attribute}`);
      }
    }
    const conditions = ['attribute_exists(pk)'];
    for (const [attribute, value] of Object.entries(condition)) {
      if (value === undefined) conditions.push(`attribute_not_exists(${name(attribute)})`);
      else {
        values[`:is_${attribute}`] = value;
        conditions.push(`${name(attribute)} = :is_${attribute}`);
      }
    }
    return {
      Update: {
        TableName: this.name,
        Key: { pk, sk },
        UpdateExpression: `SET ${set.join(', ')}${remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : ''}`,
        ConditionExpression: conditions.join(' AND '),
        ExpressionAttributeNames: Object.fromEntries(names),
        ExpressionAttributeValues: values,
      },
    };
  }
}

function conditionOn(revision: number | 'new' | undefined) {
  if (revision === undefined) return {};
  if (revision === 'new') return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: '#revision = :revision',
    ExpressionAttributeNames: { '#revision': 'revision' },
    ExpressionAttributeValues: { ':revision': revision },
  };
}

/** Waits before the next try; false where there is none. */
async function backOff(attempt: number): Promise<boolean> {
  const wait = WRITE_BACK_OFF_MS[attempt];
  if (wait === undefined) return false;
  await sleep(wait * (0.5 + Math.random()));
  return true;
}
