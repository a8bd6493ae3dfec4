import { isDeepStrictEqual } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CASES_TABLE, DOCUMENTS_TABLE, TRADES_TABLE } from '@trade-matching/domain';
import { clientConfiguration, type System, scanTable } from '@trade-matching/sandbox/system';

type Item = Readonly<Record<string, unknown>>;

/** A line for each item that a list, which reads a secondary index, shows otherwise than the table has it. */
export async function listedLate({ aws, names }: System): Promise<string[]> {
  const dynamodb = new DynamoDBClient(clientConfiguration(aws));
  const late: string[] = [];
  try {
    for (const [table, { indexes }] of [
      [names.documentsTable, DOCUMENTS_TABLE],
      [names.tradesTable, TRADES_TABLE],
      [names.casesTable, CASES_TABLE],
    ] as const) {
      const items = await scanTable(dynamodb, table);
      for (const { name, partitionKey, sortKey } of Object.values(indexes)) {
        const of = ([keyed]: readonly [string, Item]) => `${table} ${name}: ${keyed}`;
        const standing = byKey(items.filter((item) => partitionKey in item && sortKey in item));
        const listed = byKey(await scanTable(dynamodb, table, name));
        late.push(...[...standing].filter(([key, item]) => !isDeepStrictEqual(listed.get(key), item)).map(of));
        late.push(...[...listed].filter(([key]) => !standing.has(key)).map(of));
      }
    }
    return late;
  } finally {
    dynamodb.destroy();
  }
}

function byKey(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
}
