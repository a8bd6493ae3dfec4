import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { DOCUMENTS_TABLE, type LedgerRecord, type LedgerStatus, statusDay } from '@trade-matching/domain';
import type { Account } from './connect.ts';

/** The documents of a status that changed on a day, the latest first. */
export async function* recordsOfDay(account: Account, status: LedgerStatus, day: string): AsyncGenerator<LedgerRecord> {
  const { name, partitionKey } = DOCUMENTS_TABLE.indexes.byStatusDay;
  yield* query(account, name, partitionKey, statusDay(status, day));
}

/** Every content that a key has held, the latest first. */
export async function recordsOfKey(account: Account, key: string): Promise<LedgerRecord[]> {
  const { name, partitionKey } = DOCUMENTS_TABLE.indexes.byKey;
  const records: LedgerRecord[] = [];
  for await (const record of query(account, name, partitionKey, key)) records.push(record);
  return records.sort((a, b) => b.updated_at.localeCompare(a.updated_at));
}

async function* query(account: Account, IndexName: string, key: string, value: string): AsyncGenerator<LedgerRecord> {
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await account.dynamodb.send(
      new QueryCommand({
        TableName: account.names.documentsTable,
        IndexName,
        KeyConditionExpression: '#key = :value',
        ExpressionAttributeNames: { '#key': key },
        ExpressionAttributeValues: { ':value': { S: value } },
        ScanIndexForward: false,
        ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
      }),
    );
    for (const item of page.Items ?? []) yield unmarshall(item) as LedgerRecord;
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
