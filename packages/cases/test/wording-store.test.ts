import { WordingRefusedError, WordingStore } from '@trade-matching/cases';
import type { Wording } from '@trade-matching/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CasesTable, casesTable, TABLE } from './cases-table.ts';

let table: CasesTable;
let store: WordingStore;
beforeAll(async () => {
  table = await casesTable();
  store = new WordingStore(table.records, TABLE);
});
afterAll(() => table?.close());

const AT = '2026-11-23T09:00:00.000Z';
const wording = (wording_id: string, more: Partial<Wording> = {}): Wording => ({
  ...{ wording_id, label: 'Zinssatz fest', key: 'zinssatz fest', field: 'fixed_rate', product: 'INTEREST_RATE_SWAP' },
  ...{ proposed_by: 'ana', proposed_at: AT, comment: 'how they call it' },
  document: { source: 'COUNTERPARTY', s3_key: 'COUNTERPARTY/a.pdf', document_hash: 'h' },
  ...more,
});
const decision = (by: string, what: 'ACCEPTED' | 'REFUSED' = 'ACCEPTED') => ({ what, by, at: AT, comment: '' });

test('a wording is in force when a second person accepts it, and not before', async () => {
  await store.propose(wording('w1'));
  expect((await store.head()).accepted).toEqual([]);
  await expect(store.decide('w1', decision('ana'))).rejects.toThrow('ana proposed it');
  await store.decide('w1', decision('ben'));
  expect((await store.head()).accepted).toMatchObject([
    { wording_id: 'w1', key: 'zinssatz fest', field: 'fixed_rate' },
  ]);
  await expect(store.decide('w1', decision('cem', 'REFUSED'))).rejects.toThrow('ben has decided it before: accepted');
});

test('sent twice, as after a lost answer, a proposal is one and so is its acceptance; another under its id is refused', async () => {
  const twice = [await store.propose(wording('w2')), await store.propose(wording('w2', { proposed_at: '2027' }))];
  expect(twice[1]).toEqual(twice[0]);
  await expect(store.propose(wording('w2', { field: 'notional' }))).rejects.toThrow(WordingRefusedError);
  const before = (await store.head()).accepted.length;
  await Promise.all([store.decide('w2', decision('ben')), store.decide('w2', decision('ben'))]);
  expect((await store.head()).accepted).toHaveLength(before + 1);
});

test('a refused one is on the record, and never in force', async () => {
  await store.propose(wording('w3'));
  await store.decide('w3', decision('ben', 'REFUSED'));
  await expect(store.decide('w3', decision('cem'))).rejects.toThrow('ben has decided it before');
  expect((await store.all()).find(({ wording_id }) => wording_id === 'w3')?.decided).toMatchObject({ what: 'REFUSED' });
  expect((await store.head()).accepted.map(({ wording_id }) => wording_id)).not.toContain('w3');
});
