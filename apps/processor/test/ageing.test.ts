import { type CaseSeverity, caseIdentity } from '@trade-matching/cases';
import type { Product } from '@trade-matching/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR, type SweepBooks, startSweepBooks } from './sweep-book.ts';

let books: SweepBooks;
beforeAll(async () => {
  books = await startSweepBooks();
});
afterAll(() => books?.close());

/** Days on which a centre is closed beside weekends, in the weeks of the test, and its hours behind UTC in winter. */
const CLOSED: Readonly<Record<string, { readonly days: readonly string[]; readonly offset: number }>> = {
  GBLO: { days: ['2026-12-25', '2026-12-28', '2027-01-01'], offset: 0 },
  USNY: { days: ['2026-11-26', '2026-12-25', '2027-01-01'], offset: -5 },
  EUTA: { days: ['2026-12-25', '2026-12-26', '2027-01-01'], offset: 1 },
};
const DAYS: Readonly<Record<CaseSeverity, number>> = { critical: 1, major: 2, minor: 5 };
const FX_DAYS: Readonly<Record<CaseSeverity, number>> = { critical: 1, major: 1, minor: 3 };

/** Hours between runs here: fewer than the schedule's, which is enough to see each due time pass. */
const STEP = 12;

/** When a case is due, told by hand: hour after hour, the end of so many open days in that centre. */
function dueByHand(openedAt: number, centre: string, days: number): string {
  const { days: closed, offset } = CLOSED[centre] ?? { days: [], offset: 0 };
  const localDay = (at: number) => new Date(at + offset * HOUR).toISOString().slice(0, 10);
  const isOpenDay = (day: string) => ![0, 6].includes(new Date(day).getUTCDay()) && !closed.includes(day);
  let day = localDay(openedAt);
  for (let left = days; left > 0; ) {
    day = new Date(Date.parse(day) + 24 * HOUR).toISOString().slice(0, 10);
    if (isOpenDay(day)) left--;
  }
  return new Date(Date.parse(`${day}T17:00:00Z`) - offset * HOUR).toISOString();
}

test('fifty cases in three calendars: due times are right, each breach is told once, and the digest is the queue', {
  timeout: 240_000,
}, async () => {
  const start = Date.parse('2026-11-20T09:30:00.000Z');
  const book = await books.open(new Date(start).toISOString());
  const expected = new Map<string, { due: string; openedAt: number }>();
  const products: Product[] = ['INTEREST_RATE_SWAP', 'FX_FORWARD'];
  const plan = Array.from({ length: 50 }, (_, i) => {
    const severity = (['critical', 'major', 'minor'] as const)[i % 3] ?? 'minor';
    const centre = ['GBLO', 'USNY', 'EUTA'][Math.floor(i / 3) % 3] ?? '';
    // Every 17 hours, over five weeks with Thanksgiving, Christmas and New Year.
    return { i, severity, centre, product: products[i % 2] ?? 'FX_FORWARD', openedAt: start + i * 17 * HOUR };
  });
  let digests = 0;
  for (let hour = 0; hour < 24 * 45; hour += STEP) {
    book.clock.at = start + hour * HOUR;
    for (const { i, severity, centre, product, openedAt } of plan.filter((each) =>
      within(each.openedAt, book.clock.at),
    )) {
      const subject = { kind: 'MATCH', id: `match-${i}` } as const;
      const case_id = caseIdentity(subject);
      const at = new Date(openedAt).toISOString();
      const seen = { bank_hash: 'b', counterparty_hash: 'c', differences_hash: 'd' };
      const facts = { status: 'MISMATCHED', seen, fields: ['notional'], critical: false, severity } as const;
      const origin = { subject, product, counterparty: 'Northgate', centres: [centre], bank_reference: `OURS-${i}` };
      const opened = await book.cases.act({
        ...{ case_id, event_id: `open-${i}`, at, actor: 'system', command: 'open', origin, facts },
      });
      expect(opened.kind).toBe('written');
      const days = (product === 'FX_FORWARD' ? FX_DAYS : DAYS)[severity];
      expected.set(case_id, { due: dueByHand(openedAt, centre, days), openedAt });
    }
    const before = book.told.length;
    await book.sweep();
    const queue = await book.everyOpen();
    const digest = book.told.slice(before).find(({ attributes }) => attributes.event_type === 'CasesDigest');
    if (digest) {
      digests++;
      const listed = digest.body.cases as { case_id: string; overdue: boolean }[];
      expect(listed.map(({ case_id }) => case_id).sort()).toEqual(queue.map(({ case_id }) => case_id).sort());
      const overdue = queue.filter(({ due_at }) => due_at <= book.now()).map(({ case_id }) => case_id);
      expect(
        listed
          .filter((each) => each.overdue)
          .map(({ case_id }) => case_id)
          .sort(),
      ).toEqual(overdue.sort());
      expect(digest.body).toMatchObject({ open: queue.length, overdue: overdue.length });
    }
    expect(book.metrics.get('OpenCases')).toBe(queue.length);
    expect(book.metrics.get('OverdueCases')).toBe(queue.filter(({ due_at }) => due_at <= book.now()).length);
  }
  expect(expected.size).toBe(50);
  const told = book.told
    .filter(({ attributes }) => attributes.event_type === 'CasesOverdue')
    .flatMap(({ body }) => body.cases as { case_id: string; due_at: string }[]);
  expect(told.map(({ case_id }) => case_id).sort()).toEqual([...expected.keys()].sort());
  for (const [case_id, { due }] of expected) {
    const record = await book.cases.case(case_id);
    expect(record).toMatchObject({ due_at: due, breached: true });
    const breaches = (await book.cases.events(case_id)).filter(({ action }) => action === 'BREACHED');
    expect(breaches).toHaveLength(1);
    const [breach] = breaches;
    // By the first run after the due time, or after the case was there.
    expect(Date.parse(breach?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(due));
    expect(Date.parse(breach?.at ?? '')).toBeLessThan(Date.parse(due) + STEP * HOUR);
    expect(await book.cases.verify(case_id)).toMatchObject({ kind: 'intact' });
  }
  // One a day, whatever there was.
  expect(digests).toBe(45);

  function within(openedAt: number, at: number): boolean {
    return openedAt > at - STEP * HOUR && openedAt <= at;
  }
});
