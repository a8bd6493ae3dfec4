import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Account } from './connect.ts';

export interface TableQuery {
  readonly table: string;
  /** A secondary index; the table itself where there is none. */
  readonly index?: string;
  readonly partitionKey: string;
  readonly value: string;
}

/** Every item of one partition, the latest first, page after page. */
export async function* queryTable<T>({ dynamodb }: Account, query: TableQuery): AsyncGenerator<T> {
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await dynamodb.send(
      new QueryCommand({
        TableName: query.table,
        ...(query.index === undefined ? {} : { IndexName: query.index }),
        KeyConditionExpression: '#key = :value',
        ExpressionAttributeNames: { '#key': query.partitionKey },
        ExpressionAttributeValues: { ':value': { S: query.value } },
        ScanIndexForward: false,
        ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
      }),
    );
    for (const item of page.Items ?? []) yield unmarshall(item) as T;
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
