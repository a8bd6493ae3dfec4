import type { DocumentKind, Source, Trade } from '@trade-matching/domain';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Books, ours, startBooks, theirs, tied, without } from './books.ts';

let books: Books;
beforeAll(async () => {
  books = await startBooks();
});
afterAll(() => books?.close());
const book = () => books.open();

test('two unmatched trades that a person forced together stay a pair when a document that is tied to one of them comes', async () => {
  const { arrive, decide, standing } = await book();
  const [a, b] = [await arrive(ours, 0), await arrive(theirs, 1)];
  expect([await standing(a), await standing(b)]).toEqual(['UNMATCHED', 'UNMATCHED']);
  expect(await decide('forced', a, b)).toBe('written');
  expect(await standing(a)).toMatch(/ decision with THEIRS-1$/);
  const c = await arrive(tied, 2);
  expect(await standing(a)).toMatch(/ decision with THEIRS-1$/);
  expect(await standing(b)).toMatch(/ decision with OURS-1$/);
  expect(await standing(c)).toBe('UNMATCHED');
});

test('a forced pair is compared anew when either side is amended, and is a pair still', async () => {
  const { arrive, decide, standing, existing, store } = await book();
  const [a, b] = [await arrive(ours, 0), await arrive(theirs, 1)];
  await decide('forced', a, b);
  for (const [amended, minute] of [
    [{ ...ours, notional: '123456.00' }, 2],
    [{ ...theirs, notional: '123456.00' }, 3],
  ] as const) {
    await arrive(amended, minute, 'AMENDMENT');
    expect(await standing(a)).toMatch(/ decision with THEIRS-1$/);
  }
  const match = await store.match((await existing(a)).match_id ?? '');
  expect(match).toMatchObject({ bank_version: 2, counterparty_version: 2 });
});

test('a person takes a trade out of a pair that the rules made, and gives it to another', async () => {
  const { arrive, decide, standing } = await book();
  const [a, b, c] = [await arrive(ours, 0), await arrive(theirs, 1), await arrive(tied, 2)];
  expect(await standing(a)).toMatch(/ reference with THEIRS-2$/);
  await decide('forced', a, b);
  expect(await standing(a)).toMatch(/ decision with THEIRS-1$/);
  expect(await standing(c)).toBe('UNMATCHED');
});

test('two that were parted by hand are never paired again by rules', async () => {
  const { arrive, decide, standing } = await book();
  const [a, c] = [await arrive(ours, 0), await arrive(tied, 1)];
  expect(await standing(a)).toMatch(/ reference with THEIRS-2$/);
  expect(await decide('never', a, c)).toBe('written');
  await arrive({ ...tied, notional: '123456.00' }, 2, 'AMENDMENT');
  await arrive({ ...ours, other_reference: 'THEIRS-2' }, 3, 'AMENDMENT');
  expect([await standing(a), await standing(c)]).toEqual(['UNMATCHED', 'UNMATCHED']);
  await decide('by_rules', a, c);
  expect(await standing(a)).toMatch(/ reference with THEIRS-2$/);
});

test('a forced trade whose partner is called off waits for a person, and is not paired by rules', async () => {
  const { arrive, decide, standing } = await book();
  const [a, b] = [await arrive(ours, 0), await arrive(theirs, 1)];
  await decide('forced', a, b);
  await arrive(theirs, 2, 'CANCELLATION');
  const c = await arrive(tied, 3);
  expect([await standing(a), await standing(c)]).toEqual(['UNMATCHED', 'UNMATCHED']);
  await decide('by_rules', a, b);
  expect(await standing(a)).toMatch(/ reference with THEIRS-2$/);
});

test('a trade that is forced together with one is not forced together with another', async () => {
  const { arrive, decide, standing } = await book();
  const [a, b, c] = [await arrive(ours, 0), await arrive(theirs, 1), await arrive(tied, 2)];
  await decide('forced', a, b);
  expect(await decide('forced', a, c)).toBe('forced_elsewhere');
  expect(await standing(a)).toMatch(/ decision with THEIRS-1$/);
});

test('a decision on a trade that was written since is not written: look again', async () => {
  const { arrive, existing, store } = await book();
  const [a, b] = [await arrive(ours, 0), await arrive(theirs, 1)];
  const before = [await existing(a), await existing(b)] as const;
  await arrive({ ...ours, notional: '123456.00' }, 2, 'AMENDMENT');
  expect(await store.decidePair('forced', ...before)).toBe('conflict');
});

/** What comes: documents, and what a person decided once both trades were there. */
type Arrival = { readonly trade: Trade; readonly minute: number; readonly kind?: DocumentKind };
const twin = (source: Source, id: string): Trade => ({ ...(source === 'BANK' ? ours : tied), trade_id: id });
const ARRIVALS: readonly Arrival[] = [
  { trade: ours, minute: 0 },
  { trade: theirs, minute: 1 },
  { trade: tied, minute: 2 },
  { trade: without(twin('COUNTERPARTY', 'THEIRS-3'), 'other_reference'), minute: 3 },
  { trade: twin('BANK', 'OURS-4'), minute: 4 },
  { trade: { ...ours, notional: '123456.00' }, minute: 5, kind: 'AMENDMENT' },
  { trade: tied, minute: 6, kind: 'CANCELLATION' },
  { trade: { ...theirs, notional: '123456.00' }, minute: 7, kind: 'AMENDMENT' },
];
const DECISIONS = [
  ['forced', 'OURS-1', 'THEIRS-1'],
  ['never', 'OURS-4', 'THEIRS-3'],
] as const;

async function standingAfter(order: readonly Arrival[]): Promise<string[]> {
  const { arrive, decide, standing } = await book();
  const keys = new Map<string, string>();
  const left = [...DECISIONS];
  for (const { trade, minute, kind } of order) {
    keys.set(trade.trade_id ?? '', await arrive(trade, minute, kind));
    for (const decision of [...left]) {
      const [what, one, other] = decision;
      const [a, b] = [keys.get(one), keys.get(other)];
      if (a === undefined || b === undefined) continue;
      await decide(what, a, b);
      left.splice(left.indexOf(decision), 1);
    }
  }
  const lines = await Promise.all([...keys].map(async ([id, key]) => `${id}: ${await standing(key)}`));
  return lines.sort();
}

test('documents in any order, with decisions among them, end in the same pairs', { timeout: 120_000 }, async () => {
  const expected = await standingAfter(ARRIVALS);
  expect(expected.join('\n')).toMatch(/OURS-1: \w+ decision with THEIRS-1/);
  expect(expected).toContain('THEIRS-3: UNMATCHED');
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...ARRIVALS], { minLength: ARRIVALS.length }), async (order) => {
      expect(await standingAfter(order)).toEqual(expected);
    }),
    { numRuns: Number(process.env.HISTORIES ?? 10) },
  );
});
