import type { OtherTerm, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { DEFAULT_PROFILE } from './built-in-profiles.ts';
import { compareTrades } from './compare-trades.ts';
import type { Side } from './side.ts';

const trade: Trade = {
  product: 'COMMODITY_SWAP',
  source_type: 'BANK',
  quantity: '12000',
  fixed_price: '208.5',
  commodity_reference_price: 'WHEAT-EURONEXT',
};
const side = (method: string | undefined, price: string): Side => ({
  trade,
  flags: [],
  evidence: {
    commodity_reference_price: { page: 1, line: 1, label: 'You pay', literal: price, confidence: 1, boxes: [] },
  },
  other_terms:
    method === undefined
      ? []
      : [
          {
            label: 'Method of Averaging',
            key: 'averaging method',
            literal: method,
            page: 1,
            line: 2,
            economic: true,
          } satisfies OtherTerm,
        ],
});
const statusOf = (method: string, price: string) =>
  compareTrades(side(method, 'WHEAT-EURONEXT'), side(undefined, price), { profile: DEFAULT_PROFILE }).status;

test('the plain mean that the other side says beside the reference price is the same method', () => {
  expect(
    statusOf('Unweighted arithmetic mean of the Pricing Dates', 'WHEAT-EURONEXT, arithmetic mean of the month'),
  ).toBe('MATCHED');
});

test.each([
  ['Weighted arithmetic mean of the Pricing Dates', 'WHEAT-EURONEXT, arithmetic mean of the month'],
  ['Arithmetic mean of the Pricing Dates', 'WHEAT-EURONEXT, weighted arithmetic mean of the month'],
  ['Geometric mean', 'WHEAT-EURONEXT, arithmetic mean'],
  ['Arithmetic mean', 'WHEAT-EURONEXT'],
])('any other mean, or none, is for review: %s against %s', (method, price) => {
  expect(statusOf(method, price)).toBe('REVIEW');
});

test('the plain mean under a label of the floating price is the same method; one of some of the days is not', () => {
  const under = (literal: string): Side => ({
    ...side(literal, 'WHEAT-EURONEXT'),
    other_terms: [{ label: 'Floating Price', key: 'floating price', literal, page: 1, line: 2, economic: true }],
  });
  const plain = side('Unweighted arithmetic mean of the Pricing Dates', 'WHEAT-EURONEXT');
  const status = (literal: string) => compareTrades(plain, under(literal), { profile: DEFAULT_PROFILE }).status;
  expect(status('Arithmetic average of the settlement prices of the month')).toBe('MATCHED');
  expect(status('Arithmetic average of the settlement prices of the last five days')).toBe('REVIEW');
});

test.each([
  ['Unweighted average of the daily settlement prices', 'ungewichteter Durchschnitt der täglichen Abrechnungspreise'],
  ['Arithmetic average of all pricing dates', 'media aritmética de los precios de liquidación diarios'],
])('the plain mean in another language: %s', (ours, theirs) => {
  const under = (label: string, literal: string): Side => ({
    ...side(literal, 'WHEAT-EURONEXT'),
    other_terms: [{ label, key: label.toLowerCase(), literal, page: 1, line: 2, economic: true }],
  });
  const status = (literal: string) =>
    compareTrades(under('Pricing', ours), under('Preisermittlung', literal), { profile: DEFAULT_PROFILE }).status;
  expect(status(theirs)).toBe('MATCHED');
  expect(status('None: price of the last pricing date in the period')).toBe('REVIEW');
});
