// A word in a party's name is no word of a term.
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const termsOf = async (cell: string) => {
  const { other_terms } = await readPage(`
  Port Lisle Bank plc
  FX Forward Confirmation
  Our reference: | PL-7701
  ${cell}
  Trade Date: | 3 April 2026
  Value Date: | 7 May 2026
  We buy: | EUR 2,000,000.00
  We sell: | USD 2,310,000.00
  Exchange Rate: | 1.1550`);
  return other_terms.map(({ literal }) => literal);
};

test.each([
  'Counterparty: | Doubling Gap Shipping AS',
  'Customer: | Doubling Gap Shipping AS LEI 529900ZZAQMHR1E8GE46',
  'To: | DOUBLING GAP SHIPPING AS, BERGEN / TREASURY DESK',
])('the name of a party is no term: %s', async (cell) => {
  expect(await termsOf(cell)).toEqual([]);
});

test.each([
  'Counterparty: | Doubling Gap Shipping AS, notional doubling on 7 June 2026',
  'Counterparty: | Orion Metals GmbH may cancel the forward',
  'Counterparty: | Doubling Gap Shipping AS may cancel the forward',
])('what stands behind the name is one: %s', async (cell) => {
  expect(await termsOf(cell)).toHaveLength(1);
});
