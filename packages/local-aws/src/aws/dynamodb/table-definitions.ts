/** A value as DynamoDB's protocol has it: `{"S": "text"}`. */
export type AttributeValue = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, AttributeValue>>;

export interface KeySchema {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

export interface CreateTableRequest {
  readonly TableName: string;
  readonly KeySchema: readonly KeySchema[];
  readonly GlobalSecondaryIndexes?: readonly { readonly IndexName: string; readonly KeySchema: readonly KeySchema[] }[];
}

interface Place {
  readonly TableName: string;
}

interface Update extends Place {
  readonly Key: Item;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}

interface TransactItem {
  readonly Put?: Place & { readonly Item: Item };
  readonly Update?: Update;
  readonly Delete?: Place & { readonly Key: Item };
}

interface BatchWrite {
  readonly PutRequest?: { readonly Item: Item };
  readonly DeleteRequest?: { readonly Key: Item };
}

/** A write of one item, whichever action it came by. */
export interface ItemWrite {
  readonly table: string;
  /** The whole item of a put, or the key of an update or a delete. */
  readonly item: Item;
  /** The attributes that an update sets to a value of the request. */
  readonly sets: Item;
}

/** The writes that a request asks for; of a `ConditionCheck` and of a read there are none. */
export function writesOf(action: string, request: unknown): ItemWrite[] {
  switch (action) {
    case 'PutItem':
      return written({ Put: request as TransactItem['Put'] & object });
    case 'UpdateItem':
      return written({ Update: request as Update });
    case 'DeleteItem':
      return written({ Delete: request as TransactItem['Delete'] & object });
    case 'TransactWriteItems':
      return (request as { readonly TransactItems?: readonly TransactItem[] }).TransactItems?.flatMap(written) ?? [];
    case 'BatchWriteItem': {
      const { RequestItems = {} } = request as { readonly RequestItems?: Record<string, readonly BatchWrite[]> };
      return Object.entries(RequestItems).flatMap(([table, writes]) =>
        writes.flatMap(({ PutRequest, DeleteRequest }) => {
          const item = PutRequest?.Item ?? DeleteRequest?.Key;
          return item ? [{ table, item, sets: PutRequest?.Item ?? {} }] : [];
        }),
      );
    }
    default:
      return [];
  }
}

function written({ Put, Update, Delete }: TransactItem): ItemWrite[] {
  if (Put?.Item) return [{ table: Put.TableName, item: Put.Item, sets: Put.Item }];
  if (Update?.Key) return [{ table: Update.TableName, item: Update.Key, sets: setsOf(Update) }];
  if (Delete?.Key) return [{ table: Delete.TableName, item: Delete.Key, sets: {} }];
  return [];
}

/** `SET #day = :day`: an attribute of the item itself that becomes a value of the request as it is. */
function setsOf({ UpdateExpression = '', ExpressionAttributeNames, ExpressionAttributeValues }: Update): Item {
  const sets: Record<string, AttributeValue> = {};
  for (const [, name = '', value = ''] of UpdateExpression.matchAll(/(?<![\w.\]])([#\w]+)\s*=\s*(:\w+)/g)) {
    const set = ExpressionAttributeValues?.[value];
    if (set) sets[ExpressionAttributeNames?.[name] ?? name] = set;
  }
  return sets;
}

/** What the tables created here look like. */
export class TableDefinitions {
  private readonly tables = new Map<string, CreateTableRequest>();

  created(request: CreateTableRequest): void {
    this.tables.set(request.TableName, request);
  }

  deleted(name: string): void {
    this.tables.delete(name);
  }

  /** Undefined of a table that was not created here. */
  get(name: string): CreateTableRequest | undefined {
    return this.tables.get(name);
  }

  /** The key attributes of a table's secondary indexes. */
  indexKeys(name: string): KeySchema[] {
    return this.tables.get(name)?.GlobalSecondaryIndexes?.flatMap((index) => index.KeySchema) ?? [];
  }

  /** The table's own key of an item. */
  keyOf(name: string, item: Item): Item {
    const names = this.tables.get(name)?.KeySchema.map(({ AttributeName }) => AttributeName) ?? [];
    return Object.fromEntries(names.flatMap((attribute) => (item[attribute] ? [[attribute, item[attribute]]] : [])));
  }
}
