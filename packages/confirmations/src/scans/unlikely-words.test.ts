import { expect, test } from 'vitest';
import { whyUnlikely } from './unlikely-words.ts';

test.each([
  ['text', 'Brent Crude 0il', 'a figure stands in a word'],
  ['text', 'Gaso1ine', 'a figure stands in a word'],
  ['text', 'BrentCrude Oil', 'two words may stand together'],
  ['party-name', 'Port Lisle Bank plc', undefined],
  ['index', 'EUR-EURIBOR-Reuters EURIBOR01', undefined],
  ['index', 'USD-S0FR-OIS Compound', 'a figure stands in a word'],
  ['reference', 'PL0IL', undefined],
] as const)('%s %s: %s', (kind, value, why) => {
  expect(whyUnlikely(kind, value)).toBe(why);
});

test.each([
  ['USD 5.000,000', true],
  ['INR 434,750.000', true],
  ['USD 5,000,000', false],
  ['EUR 1.234.567,89', false],
  ['USD 1,234.56', false],
  ['1,085.2500', false],
])('a figure with thousands by two kinds of marks is doubtful: %s', (literal, isDoubtful) => {
  expect(whyUnlikely('amount', '1.00', literal) !== undefined).toBe(isDoubtful);
});
