import { expect, test } from 'vitest';
import { unitIn, withUnit } from './labels.ts';

test.each([
  ['Notional (USD)', '5,000,000', 'USD 5,000,000'],
  ['Fixed Rate (%)', '4.125', '4.125 %'],
  ['Spread (bps)', '12', '12 bps'],
  ['Spread (bps per annum)', '12', '12 bp'],
  ['Fixed Price (USD/MMBTU)', '3.915', 'USD 3.915 per MMBTU'],
  ['Monthly quantity (MMBTU)', '50,000', '50,000 MMBTU'],
  ['Fixed Price (USD/MMBTU)', 'USD 3.915', 'USD 3.915'],
  ['Notional in USD millions', '35.0', 'USD 35.0 million'],
  ['Notional (mm)', 'EUR 7.5', 'EUR 7.5 million'],
])('%s with %s says %s', (label, value, says) => {
  expect(withUnit(value, unitIn(label) ?? '')).toBe(says);
});
