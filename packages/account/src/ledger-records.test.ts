import { expect, test } from 'vitest';
import { newestOfEach } from './ledger-records.ts';

test('a document that changed while the statuses were read is listed once, as it is now', () => {
  const record = (pk: string, status: string, updated_at: string) => ({ pk, sk: 'CONTENT', status, updated_at });
  const claimed = record('BANK#1', 'CLAIMED', '2026-11-30T10:00:00.000Z');
  const failed = record('BANK#1', 'FAILED', '2026-11-30T10:00:01.000Z');
  const other = record('BANK#2', 'PROCESSED', '2026-11-30T09:00:00.000Z');
  expect(newestOfEach([other, failed, claimed])).toEqual([failed, other]);
});
