import { randomUUID } from 'node:crypto';
import {
  type CaseCommand,
  type CaseRecord,
  caseIdentity,
  foldEvents,
  tradeFacts,
  tradeOrigin,
} from '@trade-matching/cases';
import type { DocumentKind, Trade } from '@trade-matching/domain';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Book, type Books, ours, startBooks, tied, without } from './books.ts';

let books: Books;
/** Answers to the next writes in the place of AWS. */
let refusals = 0;
beforeAll(async () => {
  books = await startBooks();
  books.aws.addInterceptor(async (call, next) => {
    if (call.action !== 'TransactWriteItems' || refusals === 0) return next();
    refusals--;
    return { status: 500, headers: {}, body: Buffer.from('{"__type":"InternalServerError"}') };
  });
});
afterAll(() => books?.close());

const wrong: Trade = { ...tied, notional: '123456.00' };
const actionsOf = async ({ cases }: Book, id: string) => (await cases.events(id)).map(({ action }) => action);

async function caseOfMatch({ cases, existing }: Book, tradeKey: string): Promise<CaseRecord | undefined> {
  const { match_id } = await existing(tradeKey);
  return match_id === undefined ? undefined : cases.case(caseIdentity({ kind: 'MATCH', id: match_id }));
}

const caseOfTrade = ({ cases }: Book, tradeKey: string) => cases.case(caseIdentity({ kind: 'TRADE', id: tradeKey }));

async function act({ cases, now }: Book, record: CaseRecord | undefined, told: object) {
  const { case_id, facts, proposal } = record ?? {};
  const common = { case_id, event_id: randomUUID(), at: now(), actor: 'ana', reason: 'OTHER', comment: 'why' };
  return cases.act({ ...common, seen: facts?.seen, proposal: proposal?.id, ...told } as unknown as CaseCommand);
}

/** Two people accept the break of a trade's match. */
async function accept(book: Book, tradeKey: string): Promise<void> {
  await act(book, await caseOfMatch(book, tradeKey), { command: 'accept' });
  await act(book, await caseOfMatch(book, tradeKey), {
    command: 'approve',
    actor: 'ben',
    reason: 'AGREES_WITH_PROPOSAL',
  });
}

test('a mismatch opens a case in the transaction that writes it', async () => {
  const book = await books.open();
  const a = await book.arrive(ours, 0);
  const before = books.calls.length;
  await book.arrive(wrong, 1);
  const record = await caseOfMatch(book, a);
  expect(record).toMatchObject({
    ...{ state: 'OPEN', open_cause: 'NEW' },
    facts: { status: 'MISMATCHED', critical: true, severity: 'critical', fields: ['notional'] },
    origin: { bank_reference: 'OURS-1', counterparty_reference: 'THEIRS-2', product: ours.product },
  });
  const writes = books.calls.slice(before).filter(({ action }) => action === 'TransactWriteItems');
  const ofCase = writes.map(({ body }) => body.toString()).filter((body) => body.includes(book.casesTable));
  expect(ofCase).toHaveLength(1);
  expect(ofCase[0]).toContain(`MATCH#${(await book.existing(a)).match_id}`);
});

test('a mismatch whose write fails has no case, and the next who looks writes both', async () => {
  const book = await books.open();
  const a = await book.arrive(ours, 0);
  const b = await book.arrive({ ...tied, other_reference: 'ANOTHER' }, 1);
  await book.store.decidePair('forced', await book.existing(a), await book.existing(b));
  refusals = 1;
  await expect(book.match(a)).rejects.toThrow();
  expect(await caseOfMatch(book, a)).toBeUndefined();
  await book.arrive({ ...ours, notional: '123456.00' }, 2, 'AMENDMENT');
  expect(await caseOfMatch(book, a)).toMatchObject({ facts: { status: 'MISMATCHED' } });
});

test('a match of trades that never broke makes no case, and no call for one', async () => {
  const book = await books.open();
  const before = books.calls.length;
  const a = await book.arrive(ours, 0);
  await book.arrive(tied, 1);
  const calls = books.calls.slice(before).map(({ body }) => body.toString());
  expect(calls.filter((body) => body.includes(book.casesTable))).toEqual([]);
  expect(await book.standing(a)).toMatch(/^MATCHED/);
  expect(await caseOfMatch(book, a)).toBeUndefined();
});

test('what two people accepted is open again when one side is amended, and says why', async () => {
  const book = await books.open();
  const a = await book.arrive(ours, 0);
  await book.arrive(wrong, 1);
  await accept(book, a);
  expect(await caseOfMatch(book, a)).toMatchObject({ resolution: 'ACCEPTED', acceptance: { approved_by: 'ben' } });
  await book.arrive({ ...wrong, notional: '123457.00' }, 2, 'AMENDMENT');
  const record = await caseOfMatch(book, a);
  expect(record).toMatchObject({ state: 'OPEN', open_cause: 'DOCUMENTS_CHANGED' });
  expect(record).not.toHaveProperty('acceptance');
  expect(await book.cases.verify(record?.case_id ?? '')).toMatchObject({ kind: 'intact' });
});

test('a break that an amendment fixes is resolved', async () => {
  const book = await books.open();
  const a = await book.arrive(ours, 0);
  await book.arrive(wrong, 1);
  await book.arrive(tied, 2, 'AMENDMENT');
  expect(await book.standing(a)).toMatch(/^MATCHED/);
  expect(await caseOfMatch(book, a)).toMatchObject({ state: 'RESOLVED', resolution: 'AGREED' });
});

test('a cancellation ends the case of the pair, and opens one of the trade that one person acknowledges', async () => {
  const book = await books.open();
  const a = await book.arrive(ours, 0);
  await book.arrive(wrong, 1);
  const ofPair = (await caseOfMatch(book, a))?.case_id ?? '';
  await book.arrive(ours, 2, 'CANCELLATION');
  expect(await book.cases.case(ofPair)).toMatchObject({ state: 'RESOLVED', resolution: 'ENDED' });
  const ofTrade = await caseOfTrade(book, a);
  expect(ofTrade).toMatchObject({ state: 'OPEN', facts: { status: 'CANCELLED', severity: 'minor' } });
  expect(await act(book, ofTrade, { command: 'accept' })).toMatchObject({ kind: 'written' });
  // Confirmed again: what was acknowledged is not so any more.
  await book.arrive(ours, 3, 'AMENDMENT');
  expect((await actionsOf(book, ofTrade?.case_id ?? '')).slice(0, 3)).toEqual(['OPENED', 'ACCEPTED', 'CHANGED']);
  expect(await book.cases.case(ofPair)).toMatchObject({ state: 'OPEN', open_cause: 'DOCUMENTS_CHANGED' });
});

test('the case of a pair that a person parts is over, and knows the pair when it is one again', async () => {
  const book = await books.open();
  const [a, b] = [await book.arrive(ours, 0), await book.arrive(wrong, 1)];
  const id = (await caseOfMatch(book, a))?.case_id ?? '';
  await book.decide('never', a, b);
  expect(await book.cases.case(id)).toMatchObject({ state: 'RESOLVED', resolution: 'ENDED' });
  // Neither has a case of its own: that it once had one is kept on the trades.
  await book.arrive({ ...ours, notional: '5.00' }, 2, 'AMENDMENT');
  await book.arrive({ ...wrong, notional: '6.00' }, 3, 'AMENDMENT');
  await book.arrive({ ...wrong, notional: '5.00' }, 4, 'AMENDMENT');
  expect(await book.cases.case(id)).toMatchObject({ state: 'RESOLVED', resolution: 'ENDED' });
  await book.decide('by_rules', a, b);
  expect(await book.standing(a)).toMatch(/^MATCHED/);
  expect(await book.cases.case(id)).toMatchObject({ resolution: 'AGREED', facts: { status: 'MATCHED' } });
});

test('a person parts a pair by its case: the decision and its event are written together, or neither is', async () => {
  const book = await books.open();
  const [a, b] = [await book.arrive(ours, 0), await book.arrive(wrong, 1)];
  const pair = { bank_trade_key: a, counterparty_trade_key: b };
  const record = await caseOfMatch(book, a);
  const planned = await book.cases.plan({
    ...{ command: 'forbid_pair', pair, case_id: record?.case_id ?? '', event_id: 'parted', at: book.now() },
    ...{ actor: 'ana', reason: 'OTHER_TRADES' },
  });
  if (planned.kind !== 'planned') throw new Error('not planned');
  const stale = await book.existing(a);
  await book.store.decidePair('by_rules', stale, await book.existing(b));
  expect(await book.store.decidePair('never', stale, await book.existing(b), planned.items)).toBe('conflict');
  expect(await book.cases.case(planned.record.case_id)).toMatchObject({ state: 'OPEN' });
  expect(await book.store.decidePair('never', await book.existing(a), await book.existing(b), planned.items)).toBe(
    'written',
  );
  for (const key of [a, b]) await book.match(key);
  expect(await book.standing(a)).toBe('UNMATCHED');
  // It stays decided when the match ends, and when documents come.
  await book.arrive(tied, 2, 'AMENDMENT');
  expect(await book.standing(a)).toBe('UNMATCHED');
  expect(await book.cases.case(planned.record.case_id)).toMatchObject({
    state: 'RESOLVED',
    resolution: 'PAIR_FORBIDDEN',
  });
});

test('trades that several fit are cases until one fits', async () => {
  const book = await books.open();
  const alike = (id: string) => ({ ...without(tied, 'other_reference'), trade_id: id });
  const a = await book.arrive(ours, 0);
  const b = await book.arrive(alike('X'), 1);
  const c = await book.arrive(alike('Y'), 2);
  for (const key of [a, b, c]) expect(await caseOfTrade(book, key)).toMatchObject({ facts: { status: 'REVIEW' } });
  await book.arrive(alike('Y'), 3, 'CANCELLATION');
  for (const key of [a, b])
    expect(await caseOfTrade(book, key)).toMatchObject({ state: 'RESOLVED', resolution: 'PAIRED' });
  expect(await caseOfTrade(book, c)).toMatchObject({ facts: { status: 'CANCELLED' } });
});

test('an alleged trade that is amended, then paired, has its case closed with the cause', async () => {
  const book = await books.open();
  const a = await book.arrive(ours, 0);
  const record = await book.existing(a);
  const subject = { kind: 'TRADE', id: a } as const;
  const opening = { origin: tradeOrigin(record), facts: tradeFacts(record, 'UNMATCHED') };
  expect(await book.store.markAlleged(record, await book.cases.observe(subject, book.now(), () => opening))).toBe(
    'written',
  );
  expect(await book.existing(a)).toMatchObject({ alleged: true, has_cases: true, pending_notification: true });
  // Another who looked at the same trade writes nothing.
  expect(await book.store.markAlleged(record, [])).toBe('conflict');
  await book.arrive({ ...ours, notional: '5.00' }, 1, 'AMENDMENT');
  expect(await book.existing(a)).not.toHaveProperty('alleged');
  expect(await caseOfTrade(book, a)).toMatchObject({ state: 'OPEN', open_cause: 'DOCUMENTS_CHANGED' });
  await book.arrive({ ...tied, notional: '5.00' }, 2);
  const over = await caseOfTrade(book, a);
  expect(over).toMatchObject({ state: 'RESOLVED', resolution: 'PAIRED' });
  const events = await book.cases.events(over?.case_id ?? '');
  expect(events.at(-1)).toMatchObject({
    actor: 'system',
    comment: expect.stringMatching(/^paired by reference with THEIRS-2: MATCHED\S*, match [\da-f]{24}$/),
  });
});

type Arrival = { readonly trade: Trade; readonly minute: number; readonly kind?: DocumentKind };
const ARRIVALS: readonly Arrival[] = [
  { trade: ours, minute: 0 },
  { trade: wrong, minute: 1 },
  { trade: { ...without(tied, 'other_reference'), trade_id: 'THEIRS-3' }, minute: 2 },
  { trade: { ...ours, trade_id: 'OURS-4' }, minute: 3 },
  { trade: { ...ours, notional: '123456.00' }, minute: 4, kind: 'AMENDMENT' },
  { trade: { ...without(tied, 'other_reference'), trade_id: 'THEIRS-3' }, minute: 5, kind: 'CANCELLATION' },
  { trade: { ...wrong, notional: '99.00' }, minute: 6, kind: 'AMENDMENT' },
  { trade: { ...ours, trade_id: 'OURS-4', currency: 'CHF' }, minute: 7, kind: 'AMENDMENT' },
];

/** What a trade's case, and that of its match, say is what the trade and the match are. */
async function expectCasesOf(book: Book, tradeKey: string): Promise<void> {
  const { match_id, match_status } = await book.existing(tradeKey);
  const alone = await caseOfTrade(book, tradeKey);
  if (match_id === undefined) {
    if (match_status === 'UNMATCHED') expect(['UNMATCHED', 'PAIRED', undefined]).toContain(alone?.facts.status);
    else expect(alone).toMatchObject({ facts: { status: match_status } });
  } else if (alone) expect(alone.facts.status).toBe('PAIRED');
  const paired = await caseOfMatch(book, tradeKey);
  const isGreen = match_status.startsWith('MATCHED');
  if (match_id !== undefined && !isGreen) expect(paired).toMatchObject({ facts: { status: match_status } });
  if (paired && isGreen) expect(paired).toMatchObject({ state: 'RESOLVED', resolution: 'AGREED' });
  for (const record of [alone, paired]) {
    if (!record) continue;
    if (record.acceptance) expect(record.acceptance.seen).toEqual(record.facts.seen);
    expect(foldEvents(await book.cases.events(record.case_id))).toEqual(record);
    expect(await book.cases.verify(record.case_id)).toMatchObject({ kind: 'intact' });
  }
}

/** Many more are run apart from the other tests (.ci/checks/pairing). */
const HISTORIES = Number(process.env.HISTORIES ?? 12);

test('documents in any order and twice, with people between them, leave cases that say what trades and matches are', {
  timeout: 120_000,
}, async () => {
  const orders = fc
    .array(fc.constantFrom(...ARRIVALS), { maxLength: 3 })
    .chain((again) => fc.shuffledSubarray([...ARRIVALS, ...again], { minLength: ARRIVALS.length + again.length }));
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(orders, fc.infiniteStream(fc.boolean()), async (order, choices) => {
      const book = await books.open();
      const keys = new Set<string>();
      for (const { trade, minute, kind } of order) {
        const key = await book.arrive(trade, minute, kind);
        keys.add(key);
        if (choices.next().value && (await caseOfMatch(book, key))) await accept(book, key);
        const record = await caseOfMatch(book, key);
        if (record?.resolution === 'ACCEPTED') accepted++;
        for (const each of keys) await expectCasesOf(book, each);
      }
    }),
    { numRuns: HISTORIES },
  );
  // Else nothing was tried; each order has one on average.
  expect(accepted).toBeGreaterThanOrEqual(HISTORIES / 12);
});
