import { expect, test } from 'vitest';
import { amount, index, nameOfThing, obligation } from './readers.ts';

const CONTEXT = { slashOrder: undefined, decimalMark: '.', party: () => undefined } as const;

test.each([
  ['ISIN XS1234567897', 'ISIN XS1234567897'],
  ['XS1234567897, senior', 'XS1234567897'],
  ['XS1234567897', 'XS1234567897'],
  ['4.5% notes of 2031, ISIN XS1234567897', '4.5% notes of 2031, ISIN XS1234567897'],
])('an obligation that is an identifier alone is that: %s', (value, is) => {
  expect(obligation(value, CONTEXT)).toMatchObject({ fields: { reference_obligation: is } });
});

test.each([
  ['EUR 25mm (25,000,000.00)', { kind: 'fields', fields: { notional: '25000000.00', currency: 'EUR' } }],
  ['EUR 25mm (26,000,000.00)', { kind: 'unread', code: 'UNREAD_VALUE' }],
])('an amount once more in full has to be the same: %s', (value, reading) => {
  expect(amount('notional', 'currency')(value, CONTEXT)).toMatchObject(reading);
});

test('a name whose end is missing is left out, for review', () => {
  const cut = { kind: 'unread', code: 'UNREAD_VALUE' };
  expect(index('commodity_reference_price')('GASOIL-FOB BARGES-', CONTEXT)).toMatchObject(cut);
  expect(nameOfThing('underlier')('Alto Gas-', CONTEXT)).toMatchObject(cut);
});
