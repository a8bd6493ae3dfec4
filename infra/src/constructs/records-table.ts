import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table/index.js';
import { Construct } from 'constructs';

/** Key attributes of a table and its indexes, all of them strings. */
export interface TableShape {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly indexes: Readonly<
    Record<string, { readonly name: string; readonly partitionKey: string; readonly sortKey: string }>
  >;
}

export interface RecordsTableOptions {
  readonly name: string;
  readonly keyArn: string;
  readonly shape: TableShape;
  /** Deletion protection and point-in-time recovery (A4). */
  readonly protected: boolean;
}

/** A table that is paid by request: the ledger of documents, the trades, or the cases. */
export class RecordsTable extends Construct {
  readonly table: DynamodbTable;

  constructor(scope: Construct, id: string, options: RecordsTableOptions) {
    super(scope, id);
    const { name, keyArn, shape } = options;
    const indexes = Object.values(shape.indexes);
    const attributes = new Set([
      shape.partitionKey,
      shape.sortKey,
      ...indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
    ]);
    this.table = new DynamodbTable(this, 'table', {
      name,
      billingMode: 'PAY_PER_REQUEST',
      hashKey: shape.partitionKey,
      rangeKey: shape.sortKey,
      attribute: [...attributes].sort().map((attribute) => ({ name: attribute, type: 'S' })),
      globalSecondaryIndex: indexes.map((index) => ({
        name: index.name,
        hashKey: index.partitionKey,
        rangeKey: index.sortKey,
        projectionType: 'ALL',
      })),
      serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
      pointInTimeRecovery: { enabled: options.protected },
      deletionProtectionEnabled: options.protected,
    });
  }
}
