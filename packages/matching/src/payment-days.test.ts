import type { OtherTerm, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { DEFAULT_PROFILE } from './built-in-profiles.ts';
import { compareTrades } from './compare-trades.ts';
import type { Side } from './side.ts';

const trade: Trade = {
  product: 'BASIS_SWAP',
  source_type: 'BANK',
  effective_date: '2026-09-16',
  termination_date: '2028-09-18',
  floating_payment_frequency: 'QUARTERLY',
  second_payment_frequency: 'QUARTERLY',
};
const side = (literal: string | undefined, more: Partial<Trade> = {}): Side => ({
  trade: { ...trade, ...more },
  flags: [],
  other_terms:
    literal === undefined
      ? []
      : [
          {
            label: 'Payment dates',
            key: 'payment date',
            literal,
            page: 1,
            line: 1,
            economic: true,
          } satisfies OtherTerm,
        ],
});
const statusOf = (literal: string, more: Partial<Trade> = {}) =>
  compareTrades(side(literal, more), side(undefined, more), { profile: DEFAULT_PROFILE }).status;

test.each([
  '16 March, 16 June, 16 September, 16 December; final payment on the maturity date',
  '16 March, 16 June, 16 September and 16 December in each year, from and including 16 December 2026.',
])('the regular days of both legs say nothing more than how often they pay: %s', (literal) => {
  expect(statusOf(literal)).toBe('MATCHED');
});

test.each([
  '17 March, 17 June, 17 September, 17 December',
  '16 March, 16 June, 16 September',
  '16 March, 16 June, 16 September and 16 December in each year, from and including 16 March 2027.',
  '16 March, 16 June, 16 September, 16 December; final payment two days after the maturity date',
])('other days, fewer, a later first or last one are for review: %s', (literal) => {
  expect(statusOf(literal)).toBe('REVIEW');
});

test('of legs that pay in other intervals one line does not say which it is of', () => {
  const days = '16 March, 16 June, 16 September, 16 December';
  expect(statusOf(days, { second_payment_frequency: 'SEMI_ANNUAL' })).toBe('REVIEW');
});
