import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';

/** A person's filters of the queue under a name: the query of its address. */
export interface SavedView {
  readonly name: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Views that one person may keep: they stand in one row. */
export const MAX_VIEWS = 30;
/** Characters. */
export const MAX_VIEW_NAME = 60;

const VIEW_PREFIX = 'VIEW#';
const partition = (person: string) => `USER#${person}`;

/** Views in the cases table: `USER#id`/`VIEW#name`. They are no part of any case. */
export class ViewStore {
  private readonly dynamodb: DynamoDBDocumentClient;
  private readonly table: string;

  constructor(dynamodb: DynamoDBDocumentClient, table: string) {
    this.dynamodb = dynamodb;
    this.table = table;
  }

  /** By their names. */
  async of(person: string): Promise<SavedView[]> {
    const { Items = [] } = await this.dynamodb.send(
      new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': partition(person), ':prefix': VIEW_PREFIX },
        ConsistentRead: true,
      }),
    );
    return Items.map(({ sk, query }) => ({ name: String(sk).slice(VIEW_PREFIX.length), query: String(query) }));
  }

  /** Keeps a view, in the place of one of the same name. False where the person has {@link MAX_VIEWS} others. */
  async keep(person: string, { name, query }: SavedView): Promise<boolean> {
    const others = (await this.of(person)).filter((each) => each.name !== name);
    if (others.length >= MAX_VIEWS) return false;
    const Item = { pk: partition(person), sk: VIEW_PREFIX + name, query };
    await this.dynamodb.send(new PutCommand({ TableName: this.table, Item }));
    return true;
  }

  async forget(person: string, name: string): Promise<void> {
    const Key = { pk: partition(person), sk: VIEW_PREFIX + name };
    await this.dynamodb.send(new DeleteCommand({ TableName: this.table, Key }));
  }
}
