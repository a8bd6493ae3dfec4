import { expect, test } from 'vitest';
import { isNone, printedValue } from './printed-value.ts';

test.each([
  ['3 TOK BD, NO OBS SHIFT', '3 Tokyo Business Days, no observation shift'],
  ['2 EXCH BUS DAYS BEFORE EACH PAY DATE', 'two exchange business days before each payment date'],
  ['CALC AGENT ADJ', 'Calculation Agent Adjustment'],
  ['AVG OF ALL DAYS', 'average of all days'],
])('%s is %s', (short, long) => {
  expect(printedValue(short)).toBe(printedValue(long));
});

test.each([
  ['3 TOK BD', '3 London Business Days'],
  ['2 BD', '2 days'],
  ['NO OBS SHIFT', '2 days observation shift'],
])('%s is not %s', (short, long) => {
  expect(printedValue(short)).not.toBe(printedValue(long));
});

test('none that says what there is instead is none', () => {
  for (const none of ['None (constant notional)', 'NO (CONSTANT)', 'None (bullet)']) expect(isNone(none)).toBe(true);
  for (const some of ['None (quarterly)', 'No later than 2 days', 'Constant until 2029'])
    expect(isNone(some)).toBe(false);
});
