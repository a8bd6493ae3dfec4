import { expect, test } from 'vitest';
import { rateOf } from './schedule-rate.ts';

test.each([
  ['rate(1 minute)', 60_000],
  ['rate(15 minutes)', 900_000],
  ['rate(1 hour)', 3_600_000],
  ['rate(2 days)', 172_800_000],
  ['rate(1 minutes)', undefined],
  ['rate(15 minute)', undefined],
  ['rate(0 minutes)', undefined],
  ['rate(30 seconds)', undefined],
  ['rate( 5 minutes)', undefined],
  ['every 5 minutes', undefined],
  ['cron(0 6 * * ? *)', undefined],
])('%s is %s', (expression, milliseconds) => {
  expect(rateOf(expression)).toBe(milliseconds);
});
