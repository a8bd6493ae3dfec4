import { expect, test } from 'vitest';
import { dateIn } from './dates.ts';

test.each([
  '20 Feb, 20 May, 20 Aug',
  '15. März und 15. Juni',
  '15. März 15. Juni',
  '15 Feb / 15 May',
  '1 Mar 1st of June',
])('a day before another month is no year: %s', (text) => expect(dateIn(text).reading.kind).toBe('none'));

test.each([
  ['20 Feb 26', '2026-02-20'],
  ['15-Feb-27, 17-May-27', '2027-02-15'],
  ['20 Feb, 20 May 2027', '2027-05-20'],
  ['9 Apr 27 to 9 Apr 32', '2027-04-09'],
])('a year of two figures is one: %s', (text, date) => expect(dateIn(text).reading).toEqual({ kind: 'date', date }));
