import { expect, test } from 'vitest';
import { isSameReading } from './same-reading.ts';

test.each([
  ['USD 15,000,000.00', 'USD15.000.000,00'],
  ['15 September 2024', '15September2024'],
  ['O1-l0', '01-10'],
  ['Banque Marchande du Rhône S.A.', 'Banque Marchande du Rhone S.A'],
  ['USD-SOFR-OIS Compound', 'USD-S0FR-0IS Compound'],
  ['“Modified Following”', 'Modified Folowing'],
])('%s is seen as %s', (text, seen) => {
  expect(isSameReading(seen, text)).toBe(true);
});

test.each([
  ['15,000,000', '75,000,000'],
  ['3.75 %', '37.5 %'],
  ['1,500.00', '150,000'],
  ['USD 5,000', 'EUR 5,000'],
  ['Party A', 'Party B'],
  ['Buyer', 'Seller'],
  ['-0.25 %', '0.25 %'],
  ['12 March 2026', '12 May 2026'],
  ['15,000,000', ''],
])('%s is not seen as %s', (text, seen) => {
  expect(isSameReading(seen, text)).toBe(false);
});
