import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createGzip } from 'node:zlib';
import type { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { TRADES_TABLE } from '@trade-matching/domain';
import { TradeStore } from '@trade-matching/trade-store';
import { bookRecords } from './book.ts';

export const TABLE = 'trades-bench';

const ITEMS_AT_ONCE = 4_000;
const PROGRESS_EVERY = 50_000;

/**
 * Writes the bank's trades of a book as DynamoDB's export would hold them, with the table's definition beside it. The
 * items are those that the store would have written.
 */
export async function exportBook(folder: string, trades: number, progress: (written: number) => void): Promise<void> {
  const data = path.join(folder, 'source', TABLE, 'data');
  mkdirSync(data, { recursive: true });
  writeFileSync(path.join(folder, 'schema.json'), JSON.stringify(tableDefinition()));
  const zip = createGzip({ level: 1 });
  const file = zip.pipe(createWriteStream(path.join(data, 'book.json.gz')));
  const lines: string[] = [];
  const store = storeThatHands((item) => lines.push(JSON.stringify({ Item: item })));
  const flush = async () => {
    if (!zip.write(`${lines.join('\n')}\n`)) await once(zip, 'drain');
    lines.length = 0;
  };
  for (let number = 0; number < trades; number++) {
    await store.writeVersion(bookRecords(number).BANK, undefined);
    if (lines.length >= ITEMS_AT_ONCE) await flush();
    if (number % PROGRESS_EVERY === 0) progress(number);
  }
  await flush();
  zip.end();
  await once(file, 'close');
}

/** Every item that the store writes for a trade. */
export async function itemsOf(number: number): Promise<unknown[]> {
  const items: unknown[] = [];
  await storeThatHands((item) => items.push(item)).writeVersion(bookRecords(number).BANK, undefined);
  return items;
}

/** A store that hands over what it would send. */
function storeThatHands(take: (item: unknown) => void): TradeStore {
  const send = async ({ input }: TransactWriteCommand) => {
    for (const { Put } of input.TransactItems ?? []) take(marshall(Put?.Item ?? {}, { removeUndefinedValues: true }));
  };
  return new TradeStore({ send } as unknown as DynamoDBDocumentClient, TABLE);
}

function tableDefinition() {
  const keys = ({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) => [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];
  const indexes = Object.values(TRADES_TABLE.indexes);
  const names = new Set([TRADES_TABLE, ...indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]));
  return {
    Table: {
      TableName: TABLE,
      TableStatus: 'ACTIVE',
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      KeySchema: keys(TRADES_TABLE),
      AttributeDefinitions: [...names].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        IndexStatus: 'ACTIVE',
        KeySchema: keys(index),
        Projection: { ProjectionType: 'ALL' },
      })),
    },
  };
}
