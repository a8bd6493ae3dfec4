import type { OtherTerm, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { isSameObservation } from './observation.ts';

const TRADE = {
  product: 'FX_OPTION',
  source_type: 'BANK',
  barrier_type: 'UP_AND_OUT',
  trade_date: '2027-05-14',
} as Trade;
const term = (literal: string, label = 'Barrier observation'): OtherTerm => ({
  ...{ label, key: label.toLowerCase(), literal, page: 1, line: 1, economic: true },
});
const areSame = (one: string, other: string, trade = TRADE) =>
  isSameObservation(term(one), trade, term(other, 'Beobachtung'), trade);

test.each([
  [
    'Continuous, from 14 May 2027 until the expiration time',
    'Durchgehend, ab Abschluss am 14.05.2027 bis zum Ablauf der Ausübungsfrist',
  ],
  ['At any time from the trade date until the expiry date', 'laufend ab Handelstag bis zum Verfalltag'],
  ['Continuously on spot market trades', 'Continuous (spot rates)'],
])('“%s” is “%s”', (one, other) => {
  expect(areSame(one, other)).toBe(true);
});

test.each([
  ['Continuous', 'Daily'],
  ['Continuous, until the expiration time', 'Continuous'],
  ['Continuous, from 14 May 2027', 'Continuous, from 14 June 2027'],
  ['Continuous, until the expiration time', 'Continuous, until the expiry date'],
  ['Continuous, on spot trades', 'Continuous, on spot trades of EUR 5 million or more'],
  ['Continuous on business days', 'Continuous'],
])('“%s” is not “%s”', (one, other) => {
  expect(areSame(one, other)).toBe(false);
});

test('a day that reads two ways is the trade’s where its other reading is before the trade', () => {
  const trade = { ...TRADE, trade_date: '2027-11-03' };
  expect(areSame('Continuous, from 3 November 2027', 'laufend, ab 03.11.2027', trade)).toBe(true);
  const early = { ...TRADE, trade_date: '2027-03-11' };
  expect(areSame('Continuous, from 11 March 2027', 'laufend, ab 03.11.2027', early)).toBe(false);
});

test('a trade without a barrier has none of it', () => {
  const { barrier_type: _, ...plain } = TRADE;
  expect(areSame('Continuous', 'laufend', plain as Trade)).toBe(false);
});
