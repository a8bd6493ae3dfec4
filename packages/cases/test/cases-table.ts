import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CASES_TABLE } from '@trade-matching/domain';
import { type EmbeddedAws, startEmbeddedAws } from '@trade-matching/local-aws';

export const TABLE = 'cases-local';

export interface CasesTable {
  readonly aws: EmbeddedAws;
  readonly records: DynamoDBDocumentClient;
  close(): Promise<void>;
}

/** The table as the stack makes it, in an AWS of its own. Nothing is sent twice behind a test's back. */
export async function casesTable(): Promise<CasesTable> {
  const aws = await startEmbeddedAws();
  const { endpoint, region } = aws;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const dynamodb = new DynamoDBClient({ endpoint, region, credentials, maxAttempts: 1 });
  const keys = ({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) => [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
  const indexes = Object.values(CASES_TABLE.indexes);
  const names = new Set([CASES_TABLE, ...indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]));
  await dynamodb.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys(CASES_TABLE),
      AttributeDefinitions: [...names].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        ...{ IndexName: index.name, KeySchema: keys(index), Projection: { ProjectionType: 'ALL' as const } },
      })),
    }),
  );
  const close = async () => {
    dynamodb.destroy();
    await aws.close();
  };
  const marshallOptions = { removeUndefinedValues: true };
  return { aws, records: DynamoDBDocumentClient.from(dynamodb, { marshallOptions }), close };
}
