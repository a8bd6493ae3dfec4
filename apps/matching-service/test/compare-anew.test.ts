import { caseIdentity } from '@trade-matching/cases';
import { parseProfiles } from '@trade-matching/matching';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseWrites } from '../src/cases/case-writes.ts';
import { matchTrade } from '../src/matching/match-trade.ts';
import { type Books, ours, startBooks, tied } from './books.ts';

let books: Books;
beforeAll(async () => {
  books = await startBooks();
});
afterAll(() => books?.close());

const WIDE = parseProfiles(
  JSON.stringify({ default: { fields: { trade_date: { tolerance: { kind: 'days', days: 31 } } } } }),
);

test('a pair that stands is compared anew by other profiles, is in its history, and its case is told', async () => {
  const { arrive, standing, existing, store, cases, now } = await books.open();
  const a = await arrive({ ...ours, trade_date: '2026-11-02' }, 0);
  await arrive({ ...tied, trade_date: '2026-11-12' }, 1);
  expect(await standing(a)).toBe('MISMATCHED reference with THEIRS-2');
  const { match_id = '' } = await existing(a);
  const anew = { compareAnew: true, profiles: WIDE, cases: caseWrites(cases, WIDE) };
  await matchTrade(store, a, now, anew);
  expect(await standing(a)).toBe('MATCHED_WITHIN_TOLERANCE reference with THEIRS-2');
  const record = await cases.case(caseIdentity({ kind: 'MATCH', id: match_id }));
  expect(record).toMatchObject({ state: 'RESOLVED', resolution: 'AGREED' });
  expect(await store.match(match_id)).toMatchObject({ status: 'MATCHED_WITHIN_TOLERANCE', pending_notification: true });
});

test('a pair that compares as it did is not written', async () => {
  const { arrive, existing, store, now } = await books.open();
  const a = await arrive(ours, 0);
  await arrive({ ...tied, notional: '123456.00' }, 1);
  const before = await existing(a);
  await matchTrade(store, a, now, { compareAnew: true });
  expect(await existing(a)).toEqual(before);
});
