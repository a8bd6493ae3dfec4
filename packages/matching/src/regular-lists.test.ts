import type { OtherTerm, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { listsRegularDays } from './regular-lists.ts';

const swap: Trade = {
  product: 'INTEREST_RATE_SWAP',
  source_type: 'BANK',
  effective_date: '2026-04-23',
  termination_date: '2028-04-23',
  fixed_payment_frequency: 'SEMI_ANNUAL',
  floating_payment_frequency: 'QUARTERLY',
};
const term = (key: string, literal: string): OtherTerm => ({
  ...{ label: key, key, literal, page: 1, line: 1, economic: true },
});

test.each([
  ['floating payment date', '23 Jan, 23 Apr, 23 Jul, 23 Oct, first 23-Jul-2026'],
  ['floating payment date', '23JAN 23APR 23JUL 23OCT, FIRST 23JUL2026'],
  ['floating payment day', '23.01., 23.04., 23.07., 23.10.; erstmals 23.07.2026'],
  ['fixed payment date', '23 April and 23 October in each year'],
  ['fixed payment date', '23 avril et 23 octobre de chaque année, du 23 octobre 2026'],
  ['fixed payment date', '23 October 2026, 23 April 2027, 25 October 2027 and 24 April 2028'],
  ['fixed first payment date', 'Friday 23 October 2026'],
  ['fixed payment date', 'each 23 April and 23 October, first 2026'],
  ['floating payable', 'first 2026'],
  ['fixed payment frequency', 'first 23 October 2026'],
])('%s: %s: the regular days', (key, literal) => {
  expect(
    listsRegularDays(
      term(key, literal),
      { ...swap, termination_date: literal.includes('24 April') ? '2028-04-23' : '2030-04-23' },
      1,
    ),
  ).toBe(true);
});

test.each([
  ['floating payment date', '23 Jan, 23 Apr, 23 Jul'],
  ['floating payment date', '23 Jan, 23 Apr, 23 Jul, 24 Oct'],
  ['floating payment date', '23 Apr, 23 Oct'],
  ['floating payment date', '23 Jan, 23 Apr, 23 Jul, 23 Oct, first 23-Oct-2026'],
  ['floating payment date', '23 Jan, 23 Apr, 23 Jul, 23 Oct, last 23-Jan-2028'],
  ['floating payment date', '23 Jan, 23 Apr, 23 Jul, 23 Oct, until 23-Jul-2026'],
  ['floating payment date', '23 Jan, 23 Apr, 23 Jul, 23 Oct, in advance'],
  ['floating payment date', '23 Jan, 23 Apr, 23 Jul, 23 Oct except 2027'],
  ['fixed payment date', '23 October 2026, 23 April 2027 and 24 April 2028'],
  ['fixed payment date', '23 October 2026'],
  ['fixed payment date', 'each 23 April and 23 October, first 2027'],
  ['fixed payment date', '2026'],
  ['floating fixing date', '23 Jan, 23 Apr, 23 Jul, 23 Oct'],
  ['break date', '23 April and 23 October'],
  // Of which leg: nobody says so.
  ['payment date', '23 April and 23 October'],
])('%s: %s: a term', (key, literal) => {
  expect(listsRegularDays(term(key, literal), swap, 1)).toBe(false);
});

test('a list for each of two legs, or one for legs that pay alike, needs no leg in its label', () => {
  expect(listsRegularDays(term('payment date', '23 April and 23 October'), swap, 2)).toBe(true);
  const alike = { ...swap, floating_payment_frequency: 'SEMI_ANNUAL' };
  expect(listsRegularDays(term('payment date', '23 April and 23 October'), alike, 1)).toBe(true);
  expect(listsRegularDays(term('payment date', '23 January and 23 July'), alike, 1)).toBe(false);
});
