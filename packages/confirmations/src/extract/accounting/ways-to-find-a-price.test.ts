import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const page = (row: string) => `${HEAD}
  Commodity Swap Confirmation
  Trade Date: | 6 October 2026
  Effective Date: | 1 November 2026
  Termination Date: | 30 April 2027
  Total Quantity: | 15,000 MT
  Fixed Price: | USD 688.50 per MT
  Fixed Price Payer: | Port Lisle Bank plc
  Commodity Reference Price: | GASOIL-ICE
  ${row}`;

test.each([
  ['Averaging | None: price of the last pricing date in the period', 'Averaging'],
  ['Floating price | payable by Aldersyde Credit Fund: unweighted arithmetic mean of the prices', 'Floating price'],
  ['Pricing | The arithmetic average of the price on each pricing date', 'Pricing'],
  ['Preisermittlung | ungewichteter Durchschnitt der täglichen Abrechnungspreise', 'Preisermittlung'],
])('how a price is found is an economic term under the label of its row: %s', async (row, label) => {
  const { other_terms } = await readPage(page(row));
  expect(other_terms).toContainEqual(expect.objectContaining({ label, economic: true }));
});
