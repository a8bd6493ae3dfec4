import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Account } from './connect.ts';

export interface TableQuery {
  readonly table: string;
  /** A secondary index; the table itself where there is none. */
  readonly index?: string;
  readonly partitionKey: string;
  readonly value: string;
  /** Only what is sorted at this value or after it. */
  readonly from?: { readonly sortKey: string; readonly min: string };
}

/** Every item of one partition, the latest first, page after page. */
export async function* queryTable<T>({ records }: Account, query: TableQuery): AsyncGenerator<T> {
  const { from } = query;
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await records.send(
      new QueryCommand({
        TableName: query.table,
        ...(query.index === undefined ? {} : { IndexName: query.index }),
        KeyConditionExpression: from ? '#key = :value AND #sort >= :min' : '#key = :value',
        ExpressionAttributeNames: { '#key': query.partitionKey, ...(from && { '#sort': from.sortKey }) },
        ExpressionAttributeValues: { ':value': query.value, ...(from && { ':min': from.min }) },
        ScanIndexForward: false,
        ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
      }),
    );
    for (const item of page.Items ?? []) yield item as T;
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
