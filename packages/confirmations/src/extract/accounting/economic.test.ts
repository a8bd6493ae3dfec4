import { expect, test } from 'vitest';
import { isUnusual, saysATermOfTheTrade } from './economic.ts';

test.each([
  ['reset date', 'The second day of each Calculation Period', true],
  ['floating reset date', '10th day of each period', true],
  ['reset date', 'The first day of each Calculation Period', false],
  ['reset date', 'two Business Days before the start of each period', false],
  ['deferral period for unscheduled holiday', '21 calendar days', true],
  ['deferral period for unscheduled holiday', '14 calendar days', false],
  ['maximum day postponement', '30 calendar days', false],
  ['accrual date', 'UNADJUSTED', true],
  ['accrual date', 'ADJUSTED', false],
  ['fallback settlement method', 'Cash Settlement', true],
  ['fallback settlement method', 'Physical Settlement', false],
  ['settlement method', 'Cash Settlement', false],
])('%s: %s', (label, literal, is) => expect(isUnusual(label, literal)).toBe(is));

test.each([
  ['ISDA 2002 dated 3 May 2024; cross default USD 10m', true],
  ['ISDA 2002 Master Agreement, early termination at par on 3 May 2028', true],
  ['Rahmenvertrag vom 3. Mai 2024, knock-out at 1.10', true],
  ['ISDA 2002 Master Agreement dated 3 May 2024, as amended', false],
  ['ISDA 2002, with CSA threshold EUR 5,000,000', false],
])('what the cell of a paper says of the trade: %s', (literal, is) => expect(saysATermOfTheTrade(literal)).toBe(is));
