import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteItemCommand, type DynamoDBClient, paginateQuery, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { arrivalKey, type Trade } from '@trade-matching/domain';
import { indexKeys } from '@trade-matching/matching-service';

/** The key of an item in either table. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** What the ledger holds of people having been told of a failure. */
export function failureItems(dynamodb: DynamoDBClient, table: string, outcomeKey: string): Promise<ItemKey[]> {
  return itemsOf(dynamodb, table, arrivalKey(outcomeKey));
}

/** A trade with its history, its document's pointer and its index items. */
export async function tradeItems(
  dynamodb: DynamoDBClient,
  table: string,
  { tradeId, hash }: { readonly tradeId: string; readonly hash?: string },
  trade: Trade,
): Promise<ItemKey[]> {
  const { source_type: source } = trade;
  return [
    ...(await itemsOf(dynamodb, table, `TRADE#${tradeId}`)),
    ...(hash === undefined ? [] : [{ pk: `HASH#${source}#${hash}`, sk: 'TRADE' }]),
    ...indexKeys(source, trade).map((pk) => ({ pk, sk: `${source}#${tradeId}` })),
  ];
}

export function matchItem(matchId: string): ItemKey {
  return { pk: `MATCH#${matchId}`, sk: 'CURRENT' };
}

async function itemsOf(client: DynamoDBClient, TableName: string, pk: string): Promise<ItemKey[]> {
  const keys: ItemKey[] = [];
  const query = {
    TableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
    ProjectionExpression: 'pk, sk',
  };
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    for (const { sk } of Items) if (sk?.S !== undefined) keys.push({ pk, sk: sk.S });
  }
  return keys;
}

/** DynamoDB takes so many in a call. */
const MOST = 25;
/** Milliseconds before what DynamoDB would not take at once is sent again. */
const AGAIN_AFTER = 200;

/** Deletes items, each named once or more. */
export async function deleteRecords(dynamodb: DynamoDBClient, table: string, keys: readonly ItemKey[]): Promise<void> {
  // A call must not name an item twice.
  const distinct = [...new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
  for (let at = 0; at < distinct.length; at += MOST) {
    let left: WriteRequest[] = distinct
      .slice(at, at + MOST)
      .map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk: { S: pk }, sk: { S: sk } } } }));
    while (left.length > 0) {
      const { UnprocessedItems } = await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
      left = UnprocessedItems?.[table] ?? [];
      if (left.length > 0) await sleep(AGAIN_AFTER);
    }
  }
}
