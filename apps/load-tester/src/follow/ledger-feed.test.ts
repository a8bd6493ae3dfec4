import { expect, test } from 'vitest';
import { daysFrom } from './ledger-feed.ts';

test('a run over midnight is looked for on both days, in UTC', () => {
  const day = (text: string) => new Date(text);
  expect(daysFrom(day('2026-11-25T23:59:58Z'), day('2026-11-26T00:00:01Z'))).toEqual(['2026-11-25', '2026-11-26']);
  expect(daysFrom(day('2026-11-25T00:00:00Z'), day('2026-11-25T23:59:59Z'))).toEqual(['2026-11-25']);
  expect(daysFrom(day('2026-12-31T12:00:00Z'), day('2027-01-01T12:00:00Z'))).toEqual(['2026-12-31', '2027-01-01']);
});
