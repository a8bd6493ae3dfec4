import { expect, test } from 'vitest';
import { isUnusual } from './economic.ts';

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
