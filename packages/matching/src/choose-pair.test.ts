import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { choosePair } from './choose-pair.ts';

const ours: Trade = {
  product: 'FX_FORWARD',
  source_type: 'BANK',
  trade_id: 'MCB-1',
  bank_name: 'Harbour Bank plc',
  counterparty_name: 'Northgate LLC',
  trade_date: '2025-03-04',
  currency: 'USD',
  notional: '10000000.00',
  currency_2: 'JPY',
  notional_2: '1497500000.00',
  currency_buyer: 'BANK',
  fx_rate: '149.75',
  settlement_date: '2025-06-06',
};
const theirs = (id: string, change: Partial<Trade> = {}) => ({
  id,
  trade: { ...ours, source_type: 'COUNTERPARTY', trade_id: id, ...change } as Trade,
});

test('a reference that one side names pairs, however it is punctuated', () => {
  const candidate = theirs('NW 77', { fx_rate: '150' });
  expect(choosePair({ ...ours, other_reference: 'NW-77' }, [theirs('NW-78'), candidate])).toEqual({
    kind: 'paired',
    candidate,
    rule: 'reference',
  });
});

test('a house in front of a reference that is named makes no other reference', () => {
  const summary = { ...ours, trade_id: 'IRS-52589154' };
  const candidate = theirs('IRS-52589154', { other_reference: 'FNB-IRS-52589154', fx_rate: '150' });
  expect(choosePair(summary, [candidate])).toMatchObject({ kind: 'paired', candidate, rule: 'reference' });
  const ownHouse = theirs('NW-77', { other_reference: 'IRS-52589154', fx_rate: '150' });
  expect(choosePair({ ...ours, trade_id: 'FNB-IRS-52589154' }, [ownHouse])).toMatchObject({ candidate: ownHouse });
  // Two houses before one number are two references.
  expect(choosePair({ ...ours, trade_id: 'ABC-IRS-52589154' }, [candidate])).toEqual({ kind: 'none' });
});

test('references that name each other go before one that only one side names', () => {
  const mutual = theirs('NW-77', { other_reference: 'MCB-1' });
  const oneSided = theirs('NW-79', { other_reference: 'MCB-1' });
  expect(choosePair({ ...ours, other_reference: 'NW-77' }, [oneSided, mutual])).toMatchObject({ candidate: mutual });
});

test('without references the only trade with the same economics pairs, whatever its direction', () => {
  const candidate = theirs('NW-77', { currency_buyer: 'COUNTERPARTY', fx_rate: '149.750' });
  expect(choosePair(ours, [candidate, theirs('NW-78', { settlement_date: '2025-06-09' })])).toEqual({
    kind: 'paired',
    candidate,
    rule: 'fingerprint',
  });
});

test('identical economics under references that name other trades do not pair', () => {
  expect(choosePair(ours, [theirs('NW-77', { other_reference: 'MCB-2' })])).toEqual({ kind: 'none' });
  expect(choosePair({ ...ours, other_reference: 'NW-99' }, [theirs('NW-77')])).toEqual({ kind: 'none' });
});

test('two equals are ambiguous, in either order', () => {
  const [a, b] = [theirs('NW-77'), theirs('NW-78')];
  const expected = { kind: 'ambiguous', candidates: [a, b], rule: 'fingerprint' };
  expect(choosePair(ours, [a, b])).toEqual(expected);
  expect(choosePair(ours, [b, a])).toEqual(expected);
});

test('the UTI pairs where references do not', () => {
  const candidate = theirs('NW-77', { uti: 'UTI1', settlement_date: '2025-06-09' });
  expect(choosePair({ ...ours, uti: 'uti-1' }, [candidate])).toMatchObject({ kind: 'paired', rule: 'uti' });
});

test('nothing fits: none', () => {
  expect(choosePair(ours, [])).toEqual({ kind: 'none' });
});
