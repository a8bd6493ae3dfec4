import type { OtherTerm, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { DEFAULT_PROFILE } from './built-in-profiles.ts';
import { compareTrades } from './compare-trades.ts';
import type { Side } from './side.ts';

const trade: Trade = { product: 'COMMODITY_SWAP', source_type: 'BANK', quantity: '12000', fixed_price: '208.5' };
const side = (label: string, literal: string): Side => ({
  trade,
  flags: [],
  other_terms: [{ label, key: label.toLowerCase(), literal, page: 1, line: 2, economic: false } satisfies OtherTerm],
});
const statusOf = (ours: string, theirs: string, label = 'payment due') =>
  compareTrades(side('payment date', ours), side(label, theirs), { profile: DEFAULT_PROFILE }).status;

test.each([
  ['Five business days after the last day of each period', '5 Business Days following each Period End Date'],
  ['3 TOK BD AFTER PERIOD END', '3 Tokyo Business Days after the end of each period'],
  ['Two (2) London business days after the period', '2 business days after the end of the period'],
])('the same number of days under other labels is the same term: %s', (ours, theirs) => {
  expect(statusOf(ours, theirs)).toBe('MATCHED');
});

test.each([
  ['Five business days after the last day of each period', '10 Business Days following each Period End Date'],
  ['Five business days after the last day of each period', '5 days after the end of the period'],
  ['Two business days before the period ends', '2 business days after the end of the period'],
  ['Drei Bankarbeitstage nach Beginn jedes Monats', 'three business days after the end of each month'],
  ['3 TOK BD AFTER PERIOD END', '3 London Business Days after the end of each period'],
  ['Two London business days after the period', 'two Tokyo business days after the period'],
])(
  'another number, other days or another direction, end of the period or place is for review: %s against %s',
  (ours, theirs) => {
    expect(statusOf(ours, theirs)).toBe('REVIEW');
  },
);

test('days from a fixing are of no payment', () => {
  expect(statusOf('Five business days after the period', '2 business days after the period', 'fixing lag')).toBe(
    'MATCHED',
  );
});

test('a frequency beside the days does not keep two terms of one label apart', () => {
  const status = (theirs: string) =>
    compareTrades(
      side('payment date', 'Monthly, five Business Days after the end of each month'),
      side('payment date', theirs),
      {
        profile: DEFAULT_PROFILE,
      },
    ).status;
  expect(status('5 Business Days following each Calculation Period')).toBe('MATCHED');
  expect(status('10 Business Days following each Calculation Period')).toBe('REVIEW');
  expect(status('5 Business Days following each quarter')).toBe('REVIEW');
});
