import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { type Account, queryTable } from '@trade-matching/account';
import type { Trade } from '@trade-matching/domain';
import { documentKey, indexedTrade, indexKeys } from '@trade-matching/trade-store';

/** The key of an item in any of the tables. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** Every item of a partition: a trade or a match with its history, what is known of its notifications. */
export async function itemsOf(account: Account, table: string, pk: string): Promise<ItemKey[]> {
  const keys: ItemKey[] = [];
  const items = queryTable<ItemKey>(account, { table, partitionKey: 'pk', value: pk });
  for await (const { sk } of items) keys.push({ pk, sk });
  return keys;
}

/** The items that point to a trade: from its document's bytes, and those under which the other side finds it. */
export function pointersTo(trade: Trade, trade_key: string, hash: string | undefined): ItemKey[] {
  const { source_type: source } = trade;
  return [
    ...(hash === undefined ? [] : [{ pk: documentKey(source, hash), sk: 'TRADE' }]),
    ...indexKeys(indexedTrade({ trade_key, source, trade })).map((pk) => ({ pk, sk: `${source}#${trade_key}` })),
  ];
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
