import type { Flag, Trade, TradeCorrection, TradeField } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { type CorrectableParts, correctTrade, readCorrected } from './correct-trade.ts';

const trade: Trade = {
  ...{ product: 'INTEREST_RATE_SWAP', source_type: 'BANK', bank_name: 'Harbour & Vale Bank plc' },
  ...{ counterparty_name: 'Orion LLC', notional: '20000000.00', currency: 'USD', effective_date: '2026-04-07' },
};
const read = (field: string, literal: string, slash_order?: 'day-first') =>
  readCorrected(trade, { field, literal, ...(slash_order ? { slash_order } : {}) });

test.each([
  ['fixed_rate', '4.0125 %', '4.0125'],
  ['termination_date', '7 April 2036', '2036-04-07'],
  ['notional', 'USD 25,000,000', '25000000.00'],
  ['fixed_rate_payer', 'Orion LLC', 'COUNTERPARTY'],
  ['fixed_rate_payer', 'us', 'BANK'],
  ['fixed_day_count', 'Actual/360', 'ACT/360'],
])('%s is read from “%s” by the reader that the product has for it', (field, literal, value) => {
  expect(read(field, literal)).toEqual({ kind: 'value', field, value });
});

test.each([
  ['no_such_field', '1', /no field/],
  ['trade_id', 'X-1', /which trade it is/],
  ['fixed_rate', 'as agreed', /no fixed_rate/],
  ['effective_date', '03/04/2026', /2026-04-03 or 2026-03-04: say which comes first/],
  ['notional', ' ', /1 to 200 characters/],
])('%s is not read from “%s”, and the answer says why', (field, literal, why) => {
  expect(read(field, literal)).toMatchObject({ kind: 'unreadable', why: expect.stringMatching(why) });
});

test('what a product takes from a table is read by what its kind is, and what it does not have is not read', () => {
  const forward: Trade = { product: 'FX_FORWARD', source_type: 'BANK', currency: 'GBP', notional: '1.00' };
  const of = (field: string, literal: string) => readCorrected(forward, { field, literal });
  expect(of('notional', 'GBP 23,500,000.00')).toMatchObject({ value: '23500000.00' });
  expect(of('notional_2', 'USD 29,845,000.00')).toMatchObject({ value: '29845000.00' });
  expect(of('currency', 'EUR')).toMatchObject({ value: 'EUR' });
  expect(of('far_notional', 'USD 1,000.00')).toMatchObject({ kind: 'unreadable' });
});

test('a date that reads two ways is read as the person says the document writes dates', () => {
  expect(read('effective_date', '03/04/2026', 'day-first')).toMatchObject({ value: '2026-04-03' });
});

const correction = (field: string, literal: string): TradeCorrection => ({
  ...{
    source: 'BANK',
    document_hash: 'h',
    field,
    literal,
    page: 2,
    event_id: 'e',
    by: 'ana',
    at: '2026-11-23T10:00:00Z',
  },
});
const INCOMPLETE: Flag = { code: 'INCOMPLETE', severity: 'review', message: 'needs: fixed_rate, termination_date' };
const parts: CorrectableParts = {
  trade,
  flags: [
    INCOMPLETE,
    { code: 'UNREAD_VALUE', severity: 'review', field: 'fixed_rate', message: 'x' },
    { code: 'UNREAD_VALUE', severity: 'review', field: 'notional', message: 'y' },
  ],
  inferred: { fixed_rate: 'z' },
  evidence: {},
};

test('a correction answers the doubts about its field alone, is marked, and keeps the trade for review', () => {
  const one = correctTrade(parts, [correction('fixed_rate', '4.0125%')]);
  expect(one.trade.fixed_rate).toBe('4.0125');
  expect(one.inferred).toEqual({});
  expect(one.evidence.fixed_rate).toMatchObject({ page: 2, literal: '4.0125%', label: 'corrected' });
  expect(one.flags.map(({ code, field, severity }) => [code, field, severity])).toEqual([
    ['UNREAD_VALUE', 'notional', 'review'],
    ['INCOMPLETE', undefined, 'review'],
    ['CORRECTED', 'fixed_rate', 'review'],
  ]);
  expect(one.flags[1]?.message).toMatch(/needs: termination_date$/);
});

test('a correction of a value that was left out of a scan answers what was not sure, and tells what is not sure besides', () => {
  const unsure = (field: TradeField): Flag => ({ code: 'UNSURE_SCAN', severity: 'review', field, message: 'not sure' });
  const scanned: Flag = { code: 'SCANNED', severity: 'review', message: 'Page 1 of 1 was read from a picture' };
  const { flags } = correctTrade({ ...parts, flags: [scanned, unsure('fixed_rate'), unsure('notional')] }, [
    correction('fixed_rate', '4.0125%'),
  ]);
  expect(flags.map(({ code, field }) => [code, field])).toEqual([
    ['SCANNED', undefined],
    ['UNSURE_SCAN', 'notional'],
    ['CORRECTED', 'fixed_rate'],
  ]);
});

test('a second correction of a field takes the place of the first, and one that cannot be read changes nothing but says so', () => {
  const twice = correctTrade(parts, [correction('fixed_rate', '4.0125%'), correction('fixed_rate', '4.0250%')]);
  expect(twice.trade.fixed_rate).toMatch(/^4\.0250?$/);
  expect(twice.flags.filter(({ code }) => code === 'CORRECTED')).toHaveLength(1);
  const none = correctTrade(parts, [correction('fixed_rate', 'as agreed')]);
  expect(none.trade).toEqual(trade);
  expect(none.flags.at(-1)?.message).toContain('is not taken');
});
