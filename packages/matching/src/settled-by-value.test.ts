import type { Flag, OtherTerm, Trade, TradeField } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';
import type { Side } from './side.ts';

const trade: Trade = {
  product: 'INTEREST_RATE_SWAP',
  source_type: 'BANK',
  fixed_rate: '3.75',
  trade_date: '2026-05-04',
};
type Possible = NonNullable<OtherTerm['may_be']>;
const term = (label: string, literal: string, ...may_be: Possible): OtherTerm => ({
  ...{ label, key: label.toLowerCase(), literal, page: 1, line: 1, economic: true, may_be },
});
const side = (fields: Partial<Trade>, other_terms: readonly OtherTerm[] = [], flags: readonly Flag[] = []): Side => ({
  trade: { ...trade, ...fields },
  flags,
  other_terms,
});
const incomplete = (...missing: TradeField[]): Flag => ({
  ...{ code: 'INCOMPLETE', severity: 'review', message: `needs: ${missing.join(', ')}`, missing },
});
const unsure = (field: TradeField): Flag => ({
  code: 'UNSURE_VALUE',
  severity: 'review',
  field,
  message: 'unknown label',
});

/** Compared both ways round: the status must not depend on it. */
function statusOf(ours: Side, theirs: Side): string {
  const { status } = compareTrades(ours, theirs);
  expect(compareTrades(theirs, ours).status).toBe(status);
  return status;
}

const NOTIONAL = { currency: 'EUR', notional: '18000000.00' };
const underAnyLabel = (fields: Possible[number]) =>
  side({}, [term('Importe base', 'EUR 18.000.000,00', fields)], [incomplete('notional', 'currency')]);

describe('a field that one side alone states, and an unknown label of the other that states the same', () => {
  test('are agreed, and nothing is missing any more', () => {
    expect(statusOf(underAnyLabel(NOTIONAL), side(NOTIONAL))).toBe('MATCHED');
  });

  test('are not agreed where the value or its currency is another', () => {
    expect(statusOf(underAnyLabel({ ...NOTIONAL, notional: '18500000.00' }), side(NOTIONAL))).toBe('REVIEW');
    expect(statusOf(underAnyLabel({ ...NOTIONAL, currency: 'USD' }), side(NOTIONAL))).toBe('REVIEW');
  });

  test('leave what is missing besides for review', () => {
    const ours = side({}, underAnyLabel(NOTIONAL).other_terms, [incomplete('notional', 'currency', 'effective_date')]);
    expect(statusOf(ours, side(NOTIONAL))).toBe('REVIEW');
  });

  test('leave another term of the document for review', () => {
    const { other_terms = [], flags } = underAnyLabel(NOTIONAL);
    expect(statusOf(side({}, [...other_terms, term('Fee', 'EUR 5,000')], flags), side(NOTIONAL))).toBe('REVIEW');
  });
});

describe('what could be one field or another', () => {
  const quarterly: Possible = [{ fixed_payment_frequency: 'QUARTERLY' }, { floating_payment_frequency: 'QUARTERLY' }];
  const annual: Possible = [{ fixed_payment_frequency: 'ANNUAL' }, { floating_payment_frequency: 'ANNUAL' }];
  const unplaced = side({}, [term('Periods', 'quarterly', ...quarterly), term('Periods', 'annual', ...annual)]);

  test('is not taken where the other side states them differently: which leg is which, the value does not say', () => {
    expect(
      statusOf(unplaced, side({ fixed_payment_frequency: 'QUARTERLY', floating_payment_frequency: 'ANNUAL' })),
    ).toBe('REVIEW');
  });

  test('is taken where the other side states both alike', () => {
    const alike = side({}, [term('Periods', 'quarterly', ...quarterly)]);
    const theirs = side({ fixed_payment_frequency: 'QUARTERLY', floating_payment_frequency: 'QUARTERLY' });
    expect(statusOf(alike, theirs)).toBe('MATCHED');
  });

  test('is taken of dates, which their values tell apart', () => {
    const date = (value: string): Possible => [{ effective_date: value }, { termination_date: value }];
    const dated = side({}, [
      term('From', '1 June 2026', ...date('2026-06-01')),
      term('Until', '1 June 2031', ...date('2031-06-01')),
    ]);
    const theirs = (end: string) => side({ effective_date: '2026-06-01', termination_date: end });
    expect(statusOf(dated, theirs('2031-06-01'))).toBe('MATCHED');
    expect(statusOf(dated, theirs('2032-06-01'))).toBe('REVIEW');
  });
});

test('one date on the page does not settle two that the other side states alike', () => {
  const day = '2026-06-03';
  const either: Possible = [{ premium_date: day }, { settlement_date: day }];
  const theirs = side({ premium_date: day, settlement_date: day });
  expect(statusOf(side({}, [term('Day', '3 June 2026', ...either)]), theirs)).toBe('REVIEW');
  const both = [term('Day', '3 June 2026', ...either), term('Other day', '3 June 2026', ...either)];
  expect(statusOf(side({}, both), theirs)).toBe('MATCHED');
});

describe('a value that was read from an unknown label', () => {
  const dated = { termination_date: '2031-06-01' };

  test('is confirmed by the other side, which is sure of the same', () => {
    expect(statusOf(side(dated, [], [unsure('termination_date')]), side(dated))).toBe('MATCHED');
  });

  test('is not confirmed by another that is unsure, nor where the other side does not state it', () => {
    const doubtful = side(dated, [], [unsure('termination_date')]);
    expect(statusOf(doubtful, doubtful)).toBe('REVIEW');
    expect(statusOf(doubtful, side({}))).toBe('REVIEW');
  });

  test('is not confirmed where it is one of two: who pays', () => {
    const pays: Partial<Trade> = { fixed_rate_payer: 'BANK' };
    expect(statusOf(side(pays, [], [unsure('fixed_rate_payer')]), side(pays))).toBe('REVIEW');
  });
});

describe('a label that says that its value is of something else', () => {
  const premium: Partial<Trade> = { premium_amount: '71000.00', premium_currency: 'CHF' };
  const paid = (label: string) =>
    side({}, [term(label, 'CHF 71,000.00', { premium_amount: '71000.00', premium_currency: 'CHF' })]);

  test.each(['Prime de l’option', 'Entgelt', 'Price of the option'])('%s may be the missing field', (label) => {
    expect(statusOf(paid(label), side(premium))).toBe('MATCHED');
  });

  test.each([
    'Gestundete Prämie',
    'Prime différée',
    'Prima condicional',
    'Premio massimo',
    'Entgelt je Monat',
    'Premium if exercised',
    'Quarterly premium',
    'Break cost',
  ])('%s is not the missing field', (label) => {
    expect(statusOf(paid(label), side(premium))).toBe('REVIEW');
  });

  test('confirms no value that was unsure', () => {
    const dated = { expiry_date: '2031-06-01' };
    const read = (label: string): Side => ({
      ...side(dated, [], [unsure('expiry_date')]),
      evidence: { expiry_date: { label, literal: '1 June 2031', page: 1, line: 1, boxes: [], confidence: 1 } },
    });
    expect(statusOf(read('Ablauf'), side(dated))).toBe('MATCHED');
    for (const label of [
      'Beginn der Beobachtung',
      'Beobachtung bis',
      'Dernier jour de constatation',
      'Notice given by',
    ])
      expect([label, statusOf(read(label), side(dated))]).toEqual([label, 'REVIEW']);
  });

  test('is no other where the field’s own names say it', () => {
    const first = { fixed_first_payment_date: '2027-06-01' };
    const ours = side({}, [term('First coupon', '1 June 2027', first)]);
    expect(statusOf(ours, side(first))).toBe('MATCHED');
  });
});

test('a product that one document does not name is settled by the other, which names it', () => {
  const unnamed: Flag = { code: 'UNSURE_PRODUCT', severity: 'review', message: 'the document names no product' };
  expect(statusOf(side({}, [], [unnamed]), side({}))).toBe('MATCHED');
  expect(statusOf(side({}, [], [unnamed]), side({}, [], [unnamed]))).toBe('REVIEW');
});
