import { DOCUMENTS_TABLE, type LedgerRecord, type LedgerStatus, statusDay } from '@trade-matching/domain';
import type { Account } from './connect.ts';
import { queryTable } from './query-table.ts';

/**
 * The documents of a status that changed on a day, the latest first.
 *
 * @param since ISO 8601: only those that changed at this time or later
 */
export function recordsOfDay(
  account: Account,
  status: LedgerStatus,
  day: string,
  since?: string,
): AsyncGenerator<LedgerRecord> {
  const { byStatusDay } = DOCUMENTS_TABLE.indexes;
  const from = since === undefined ? {} : { from: { sortKey: byStatusDay.sortKey, min: since } };
  return query(account, byStatusDay, statusDay(status, day), from);
}

/**
 * The newest record of each content, the latest first: one that changed while the statuses were read is in the lists of both,
 * since an index follows its table late.
 */
export function newestOfEach<R extends Pick<LedgerRecord, 'pk' | 'sk' | 'updated_at'>>(records: readonly R[]): R[] {
  const each = new Map<string, R>();
  for (const record of records.toSorted((a, b) => a.updated_at.localeCompare(b.updated_at)))
    each.set(`${record.pk} ${record.sk}`, record);
  return [...each.values()].reverse();
}

/** Every content that a key has held, the latest first. */
export async function recordsOfKey(account: Account, key: string): Promise<LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for await (const record of query(account, DOCUMENTS_TABLE.indexes.byKey, key)) records.push(record);
  return records.sort((a, b) => b.updated_at.localeCompare(a.updated_at));
}

function query(
  account: Account,
  { name: index, partitionKey }: { readonly name: string; readonly partitionKey: string },
  value: string,
  from: { readonly from?: { readonly sortKey: string; readonly min: string } } = {},
): AsyncGenerator<LedgerRecord> {
  return queryTable(account, { table: account.names.documentsTable, index, partitionKey, value, ...from });
}
