import { caseIdentity, graceEnd } from '@trade-matching/cases';
import { type Notification, plainText } from '@trade-matching/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aTradeAlone, HOUR, type SweepBook, type SweepBooks, startSweepBooks } from './sweep-book.ts';

let books: SweepBooks;
/** Of which call from now on the fault is, and whether it has its effect. */
let fault: { left: number; effect: boolean } | undefined;
/** The run has died: no call has an effect. */
let isDead = false;
let calls = 0;
let scans = 0;
beforeAll(async () => {
  books = await startSweepBooks();
  books.aws.addInterceptor(async (call, next) => {
    calls++;
    if (call.action === 'Scan') scans++;
    if (isDead) return { status: 400, headers: {}, body: Buffer.from('{"__type":"AccessDeniedException"}') };
    if (!fault || fault.left-- !== 0) return next();
    if (fault.effect) await next();
    return { status: 500, headers: {}, body: Buffer.from('{"__type":"InternalServerError"}') };
  });
});
afterAll(() => books?.close());
beforeEach(() => {
  fault = undefined;
});

const FRIDAY = '2026-11-20T10:00:00.000Z';
const caseOfTrade = (book: SweepBook, key: string) => book.cases.case(caseIdentity({ kind: 'TRADE', id: key }));
const ofType = ({ told }: SweepBook, type: string) => told.filter(({ attributes }) => attributes.event_type === type);

async function bookWithTrades(...keys: readonly string[]): Promise<SweepBook> {
  const book = await books.open(FRIDAY);
  for (const [i, key] of keys.entries()) {
    const centres = ['London', 'New York', 'TARGET'][i % 3] ?? '';
    await book.store.writeVersion(aTradeAlone(key, FRIDAY, 'INTEREST_RATE_SWAP', centres), undefined);
  }
  return book;
}

describe('an unmatched trade', () => {
  test.each([
    ['London', 'GBLO'],
    ['New York', 'USNY'],
    ['TARGET', 'EUTA'],
  ])('of %s becomes a case when its grace time is over, is told once, and ages', async (centre, code) => {
    const book = await books.open(FRIDAY);
    await book.store.writeVersion(aTradeAlone('a', FRIDAY, 'INTEREST_RATE_SWAP', centre), undefined);
    const end = Date.parse(graceEnd(FRIDAY, { product: 'INTEREST_RATE_SWAP', centres: [code] }));
    book.clock.at = end - 1;
    expect(await book.sweep()).toMatchObject({ alleged: 0 });
    expect(await caseOfTrade(book, 'a')).toBeUndefined();
    book.clock.at = end;
    expect(await book.sweep()).toMatchObject({ alleged: 1, open: 1 });
    const record = await caseOfTrade(book, 'a');
    expect(record).toMatchObject({
      ...{ state: 'OPEN', open_cause: 'NEW', facts: { status: 'UNMATCHED' } },
      origin: { bank_reference: 'REF-a', counterparty: 'Northgate Bank', centres: [code] },
    });
    expect(await book.store.trade('a')).toMatchObject({ alleged: true, has_cases: true });
    expect(await book.store.trade('a')).not.toHaveProperty('pending_notification');
    await book.sweep();
    const [told, ...again] = ofType(book, 'TradeAlleged');
    expect(again).toEqual([]);
    expect(told?.subject).toBe('ALLEGED REF-a (ours): no confirmation of theirs since 2026-11-20, Northgate Bank');
    expect(
      told && plainText(told),
    ).toBe(`REF-a (ours) stands without a confirmation of theirs since 2026-11-20, and its grace time is over.

interest rate swap, USD 10,000,000.00, with Northgate Bank, of 2026-11-20

Find out whether the other confirmation is missing, was refused, or has other terms. The case closes when the trade is paired.

Document: BANK/a.pdf

Open it: npm run -s cli -- case ${record?.case_id}`);
    // It is due as any other, and breaches.
    book.clock.at = Date.parse(record?.due_at ?? '');
    expect(await book.sweep()).toMatchObject({ alleged: 0, breached: 1 });
    expect(await caseOfTrade(book, 'a')).toMatchObject({ breached: true });
    expect(ofType(book, 'CasesOverdue')).toHaveLength(1);
  });

  test('that is amended has a case already: its new grace time makes no other, and tells nobody again', async () => {
    const book = await bookWithTrades('a');
    book.clock.at += 24 * 5 * HOUR;
    await book.sweep();
    const before = await book.store.trade('a');
    const { alleged: _alleged, ...rest } = aTradeAlone('a', book.now(), 'INTEREST_RATE_SWAP', 'London');
    await book.store.writeVersion({ ...rest, revision: (before?.revision ?? 0) + 1, has_cases: true }, before);
    book.clock.at += 24 * 5 * HOUR;
    expect(await book.sweep()).toMatchObject({ alleged: 0 });
    expect(await book.store.trade('a')).toMatchObject({ alleged: true });
    expect(ofType(book, 'TradeAlleged')).toHaveLength(1);
  });

  test('whose notification SNS does not take is told by the next run', async () => {
    const book = await bookWithTrades('a', 'b');
    book.clock.at += 24 * 5 * HOUR;
    await expect(
      book.sweep(async (notification) => {
        if (notification.subject.includes('REF-a')) throw new Error('SNS is down');
        book.told.push(notification);
      }),
    ).rejects.toThrow('SNS is down');
    // What failed for one stops nothing else.
    expect(ofType(book, 'TradeAlleged')).toHaveLength(1);
    expect(book.metrics.get('OpenCases')).toBe(2);
    await book.sweep();
    expect(ofType(book, 'TradeAlleged').map(({ subject }) => subject.slice(0, 13))).toEqual([
      ...['ALLEGED REF-b', 'ALLEGED REF-a'],
    ]);
  });

  test('days on which nothing is left are not read again', async () => {
    const book = await bookWithTrades('a');
    book.clock.at += 24 * 10 * HOUR;
    await book.sweep();
    const before = calls;
    await book.sweep();
    // State twice, the last two days and today, four shards of open cases.
    expect(calls - before).toBeLessThanOrEqual(12);
    expect(scans).toBe(0);
  });
});

test('of two runs at once one does nothing, and nobody is told twice', async () => {
  const book = await bookWithTrades('a', 'b', 'c');
  book.clock.at += 24 * 5 * HOUR;
  const runs = await Promise.all([book.sweep(), book.sweep(), book.sweep()]);
  expect(runs.map(({ kind }) => kind).sort()).toEqual(['elsewhere', 'elsewhere', 'swept']);
  expect(ofType(book, 'TradeAlleged')).toHaveLength(3);
  expect(ofType(book, 'CasesDigest')).toHaveLength(1);
});

test('a run that died holds the lease until its invocation would have ended', async () => {
  const book = await bookWithTrades('a');
  book.clock.at += 24 * 5 * HOUR;
  fault = { left: 2, effect: false };
  // It cannot even give the lease back.
  const dying = book.sweep(async () => {
    fault = { left: 0, effect: false };
  });
  await dying.catch(() => {});
  fault = undefined;
  book.clock.at += 121_000;
  expect((await book.sweep()).kind).toBe('swept');
});

test.each(['TradeAlleged', 'CasesOverdue'])(
  '%s is told once more at most by runs that die once SNS has it, and says so',
  async (type) => {
    const book = await bookWithTrades('a', 'b');
    book.clock.at += 24 * 5 * HOUR;
    if (type === 'CasesOverdue') {
      await book.sweep();
      book.clock.at += 24 * 7 * HOUR;
    }
    book.told.length = 0;
    const dying = async (notification: Notification) => {
      book.told.push(notification);
      // Nothing that it does from now on has an effect.
      if (notification.attributes.event_type === type) isDead = true;
    };
    for (let run = 0; run < 4; run++) {
      await book.sweep(dying).catch(() => {});
      isDead = false;
      // Its lease ends with its invocation.
      book.clock.at += HOUR / 4;
    }
    await book.sweep();
    await book.sweep();
    const told = ofType(book, type).map(({ subject, body, text }) => [
      subject.slice(0, 13),
      body.told_again ?? false,
      text?.includes('You may have been told this before') ?? false,
    ]);
    const twice = (subject: string) => [
      [subject, false, false],
      [subject, true, true],
    ];
    expect(told).toEqual(
      type === 'TradeAlleged' ? [...twice('ALLEGED REF-a'), ...twice('ALLEGED REF-b')] : twice('2 cases are o'),
    );
  },
);

test('a proposal that nobody approved in time is expired, and its case open again', async () => {
  const book = await bookWithTrades();
  const subject = { kind: 'MATCH', id: 'm' } as const;
  const case_id = caseIdentity(subject);
  const seen = { bank_hash: 'b', counterparty_hash: 'c', differences_hash: 'd' };
  const facts = { status: 'MISMATCHED', seen, fields: ['notional'], critical: true, severity: 'minor' } as const;
  const common = { case_id, at: FRIDAY };
  await book.cases.act({
    ...{ ...common, event_id: 'open', actor: 'system', command: 'open', facts },
    origin: { subject, centres: ['GBLO'] },
  });
  await book.cases.act({ ...common, event_id: 'p', actor: 'ana', command: 'accept', reason: 'IMMATERIAL', seen });
  const proposal = (await book.cases.case(case_id))?.proposal;
  book.clock.at = Date.parse(proposal?.expires_at ?? '') - 1;
  expect(await book.sweep()).toMatchObject({ expired: 0 });
  book.clock.at += 1;
  expect(await book.sweep()).toMatchObject({ expired: 1 });
  expect(await book.cases.case(case_id)).toMatchObject({ state: 'OPEN', open_cause: 'APPROVAL_EXPIRED' });
  expect(await book.sweep()).toMatchObject({ expired: 0 });
});

/** Calls of a run of which one fails: each in the checks, every fifth here. */
const CALLS_APART = process.env.EVERY_CALL ? 1 : 5;

// A call of a run fails once, before or after its effect; then runs come as the schedule has them.
test.each([true, false])(
  'a run may die at any line (the call has its effect: %s)',
  { timeout: 240_000 },
  async (effect) => {
    for (let at = effect ? 0 : CALLS_APART >> 1; ; at += CALLS_APART) {
      const book = await bookWithTrades('a', 'b');
      book.clock.at += 24 * 5 * HOUR;
      await book.sweep();
      await book.store.writeVersion(aTradeAlone('c', book.now(), 'FX_FORWARD', 'London'), undefined);
      // Past the due time of two, and the grace time of the third.
      book.clock.at += 24 * 7 * HOUR;
      book.told.length = 0;
      fault = { left: at, effect };
      const { left } = await book.sweep().then(
        () => ({ left: fault?.left ?? 0 }),
        () => ({ left: -1 }),
      );
      fault = undefined;
      for (let i = 0; i < 3; i++) {
        book.clock.at += HOUR / 4;
        await book.sweep();
      }
      for (const key of ['a', 'b', 'c']) {
        const record = await caseOfTrade(book, key);
        const events = await book.cases.events(record?.case_id ?? '');
        expect(await book.cases.verify(record?.case_id ?? ''), `call ${at}`).toMatchObject({ kind: 'intact' });
        expect(events.filter(({ action }) => action === 'OPENED')).toHaveLength(1);
        const isBreached = events.filter(({ action }) => action === 'BREACHED').length;
        expect(isBreached, `call ${at}: ${key}`).toBe(key === 'c' ? 0 : 1);
      }
      const overdue = ofType(book, 'CasesOverdue').flatMap(({ body }) => body.cases as { case_id: string }[]);
      expect(new Set(overdue.map(({ case_id }) => case_id)).size, `call ${at}`).toBe(2);
      // A run of which one call fails lives on, and keeps what it has told.
      expect(overdue.length, `call ${at}`).toBe(2);
      expect(ofType(book, 'TradeAlleged').length, `call ${at}`).toBe(1);
      expect(ofType(book, 'CasesDigest').length, `call ${at}`).toBe(1);
      if (left >= 0) return;
    }
  },
);

test('cases that were written before an index was made are listed by the next sweep, without an event', async () => {
  const book = await bookWithTrades('a', 'b');
  book.clock.at = Date.parse(FRIDAY) + 14 * 24 * HOUR;
  expect(await book.sweep()).toMatchObject({ alleged: 2 });
  const id = caseIdentity({ kind: 'TRADE', id: 'a' });
  await book.forgetListing(id);
  const listed = async (which: 'alleged' | 'unassigned') =>
    (await book.cases.open(which)).cases.map(({ case_id }) => case_id).sort();
  expect(await listed('alleged')).toEqual([caseIdentity({ kind: 'TRADE', id: 'b' })]);
  const before = await book.cases.case(id);
  expect(await book.sweep()).toMatchObject({ open: 2, listed: 1 });
  const both = ['a', 'b'].map((key) => caseIdentity({ kind: 'TRADE', id: key })).sort();
  expect([await listed('alleged'), await listed('unassigned')]).toEqual([both, both]);
  expect(await book.cases.case(id)).toEqual(before);
  expect(await book.cases.verify(id)).toMatchObject({ kind: 'intact' });
  expect(await book.sweep()).not.toHaveProperty('listed');
});
