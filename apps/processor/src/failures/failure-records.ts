import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

/** What has been told to people, so that each is told once: `pk` names it, `sk` its version. */
export interface FailureRecord {
  readonly pk: string;
  readonly sk: string;
  /** ISO 8601, UTC. */
  readonly told_at: string;
  readonly [attribute: string]: unknown;
}

/** The failures that were told, in the ledger's table beside the documents. */
export class FailureRecords {
  private readonly dynamodb: DynamoDBClient;
  private readonly table: string;

  constructor(dynamodb: DynamoDBClient, table: string) {
    this.dynamodb = dynamodb;
    this.table = table;
  }

  /**
   * Tells once and remembers it. Told before it is remembered: where the function dies between the two, people hear it
   * twice rather than never.
   */
  async tellOnce(record: Omit<FailureRecord, 'told_at'>, tell: () => Promise<void>): Promise<'told' | 'known'> {
    const Key = marshall({ pk: record.pk, sk: record.sk });
    const { Item } = await this.dynamodb.send(
      new GetItemCommand({ TableName: this.table, Key, ConsistentRead: true, ProjectionExpression: 'pk' }),
    );
    if (Item) return 'known';
    await tell();
    await this.dynamodb.send(
      new PutItemCommand({
        TableName: this.table,
        Item: marshall({ ...record, told_at: new Date().toISOString() }, { removeUndefinedValues: true }),
      }),
    );
    return 'told';
  }
}
