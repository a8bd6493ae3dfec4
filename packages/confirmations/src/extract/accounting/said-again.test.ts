import { expect, test } from 'vitest';
import { FoundFields } from '../found-fields.ts';
import { isSaidAgain } from './said-again.ts';

const at = (value: string) => ({ page: 1, line: 1, label: 'x', value });
function forward(): FoundFields {
  const found = new FoundFields();
  found.add('settlement_type', 'PHYSICAL', at('deliverable'));
  found.add('option_style', 'EUROPEAN', at('European'));
  found.add('business_day_convention', 'MODIFIED_FOLLOWING', at('MF'));
  return found;
}

test.each([
  ['delivery', 'Full delivery of both currencies on value date'],
  ['settlement method', 'Physical delivery'],
  ['entrega', 'Entrega física de las divisas'],
  ['style of exercise', 'European style'],
  ['rolling', 'Modified following'],
])('%s: %s says again what a field holds', (label, value) => {
  expect(isSaidAgain(forward(), label, value)).toBe(true);
});

test.each([
  ['delivery', 'Cash settlement, no delivery'],
  ['delivery', 'Partial delivery of both currencies'],
  ['delivery', 'Delivery of both currencies two days after value date'],
  ['delivery', 'Delivery of both currencies if the bank elects'],
  ['early delivery', 'Full delivery of both currencies'],
  ['fallback settlement', 'Physical delivery'],
  ['style', 'American'],
  ['rolling', 'Modified following, first period unadjusted'],
  ['rolling of fixings', 'Modified following'],
  ['settlement', 'Physical delivery, quarterly'],
])('%s: %s says more, or of something else', (label, value) => {
  expect(isSaidAgain(forward(), label, value)).toBe(false);
});

test('of a cell that gave another field than asked for, nothing is said', () => {
  expect(isSaidAgain(forward(), 'rolling', 'Modified following', ['settlement_type'])).toBe(false);
  expect(isSaidAgain(forward(), 'delivery', 'Net delivery of both currencies')).toBe(false);
});
