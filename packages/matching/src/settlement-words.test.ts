import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { saysSameSettlement } from './settlement-words.ts';

const says = (literal: string, trade: Partial<Trade>, key = 'settlement') =>
  saysSameSettlement(
    { key, label: key, literal, economic: true, page: 1, line: 1 },
    { flags: [], trade: { source_type: 'COUNTERPARTY', product: 'FX_OPTION', ...trade } },
    { flags: [], trade: { source_type: 'BANK', product: 'FX_OPTION' } },
  );

test.each([
  'Delivery of both amounts',
  'physical delivery',
  'Both currencies are delivered',
  'Lieferung beider Beträge',
  'Livraison des deux devises',
])('%s is physical settlement', (literal) => {
  expect(says(literal, { settlement_type: 'PHYSICAL' })).toBe(true);
  expect(says(literal, { settlement_type: 'CASH' })).toBe(false);
});

test('a net amount in cash is in the currency that the other side settles in', () => {
  const cash = { product: 'NON_DELIVERABLE_FORWARD', settlement_type: 'CASH', settlement_currency: 'USD' } as const;
  expect(says('net cash amount in USD', cash)).toBe(true);
  expect(says('Net cash', cash)).toBe(true);
  expect(says('net cash amount in EUR', cash)).toBe(false);
  expect(says('Delivery of both amounts', cash)).toBe(false);
});

test.each([
  'Delivery of the EUR amount only',
  'Delivery of both amounts three days later',
  'Delivery of both amounts, or net cash at the election of the bank',
  'netted with trade 4471',
])('%s says more, and is left to be compared', (literal) => {
  expect(says(literal, { settlement_type: 'PHYSICAL' })).toBe(false);
  expect(says(literal, { settlement_type: 'CASH' })).toBe(false);
});

test('the day of settlement is another matter', () => {
  expect(says('Delivery', { settlement_type: 'PHYSICAL' }, 'settlement date')).toBe(false);
});
