import { expect, test } from 'vitest';
import { dividendsOf } from './dividends.ts';

test.each([
  ['100% of the gross amount, on the next payment date', '100 PCT GROSS, PAID NEXT PAY DATE'],
  [
    '100% of gross dividends, payable on the next payment date',
    '100 % der Bruttodividende, zahlbar am nächsten Zahlungstag',
  ],
  ['85 % du dividende brut / 85 % of the gross dividend', '85% gross'],
  ['Dividends 70% net', '70 % des dividendes nets'],
])('“%s” is “%s”', (one, other) => {
  expect(dividendsOf(one)).toBeDefined();
  expect(dividendsOf(one)).toBe(dividendsOf(other));
});

test.each([
  ['85% of gross dividends', '100% of gross dividends'],
  ['100% of gross dividends', '100% of net dividends'],
  ['100% gross', '100% gross, on the next payment date'],
  ['100% gross, on receipt', '100% gross, on the next payment date'],
])('“%s” is not “%s”', (one, other) => {
  expect(dividendsOf(one)).not.toBe(dividendsOf(other));
});

test.each(['100% of gross ordinary dividends', '100% gross, 85% net', '100% of declared dividends', 'gross'])(
  'what says more, or no share, is compared as it is printed: %s',
  (literal) => {
    expect(dividendsOf(literal)).toBeUndefined();
  },
);
