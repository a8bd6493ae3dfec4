import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { roleInCollar } from './roles-in-collars.ts';

test.each([
  ['Cap buyer and floor seller', 'Buyer'],
  ['Seller of the floor and buyer of the cap:', 'Buyer'],
  ['Verkäufer des Caps und Käufer des Floors', 'Seller'],
  ['Vendeur du plafond et acheteur du plancher / cap seller and floor buyer', 'Seller'],
])('%s is the %s', (label, role) => {
  expect(roleInCollar(label)).toBe(role);
});

test.each([
  'Cap buyer',
  'Buyer of the cap and buyer of the floor',
  'Cap buyer and floor seller fee',
  // The two halves disagree.
  'Verkäufer des Caps und Käufer des Floors / cap buyer and floor seller',
])('%s is no role of a collar', (label) => {
  expect(roleInCollar(label)).toBeUndefined();
});

test('such labels, wrapped, in a collar', async () => {
  const { trade, flags } = await readPage(`${HEAD}
  Interest Rate Collar
  Trade Date: | 15 September 2026
  Effective Date: | 17 September 2026
  Termination Date: | 17 September 2028
  Notional Amount: | EUR 9,000,000.00
  Cap buyer and | Aldersyde Credit Fund
  floor seller
  Cap seller and | Port Lisle Bank plc
  floor buyer
  Floating Rate Option: | EUR-EURIBOR
  Cap Rate: | 4.00%
  Floor Rate: | 1.25%`);
  expect(trade).toMatchObject({ product: 'CAP_FLOOR', buyer: 'COUNTERPARTY', seller: 'BANK' });
  expect(flags).toEqual([]);
});
