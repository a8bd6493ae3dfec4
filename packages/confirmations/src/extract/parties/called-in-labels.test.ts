// What the label of a party's name calls it is what it is called further down, in whatever language.
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const swap = async (own: string, bank: string, payer: string, other: string) => {
  const { trade, other_terms } = await readPage(
    `
  Aldersyde Maschinen AG
  Interest Rate Swap Confirmation
  ${bank} | Port Lisle Bank plc (LEI 213800R4UVS2D2JAW589)
  ${own} | Aldersyde Maschinen AG (LEI 529900ZZAQMHR1E8GE46)
  Trade Date | 3 April 2026
  Effective Date | 7 April 2026
  Termination Date | 7 April 2031
  Notional | EUR 2,000,000.00
  Fixed Rate Payer | ${payer}
  Fixed Rate | 2.75 %
  Floating Rate Payer | ${other}
  Floating Rate Option | EUR-EURIBOR, 6M`,
    'COUNTERPARTY',
  );
  return [trade.fixed_rate_payer, trade.floating_rate_payer, other_terms.map(({ literal }) => literal)];
};

test.each([
  ['Gesellschaft', 'Bank', 'Gesellschaft', 'Bank'],
  ['La Société', 'La Banque', 'La Société', 'La Banque'],
  ['Reederei', 'Institut', 'Reederei', 'Institut'],
  ['Shipowner', 'Hedge provider', 'the Shipowner', 'Hedge provider'],
])('%s pays', async (own, bank, payer, other) => {
  expect(await swap(own, bank, payer, other)).toEqual(['COUNTERPARTY', 'BANK', []]);
});

test('what a guarantor’s label calls it is no party', async () => {
  const [payer] = await swap('Guarantor', 'Bank', 'Guarantor', 'Bank');
  expect(payer).not.toBe('BANK');
  const { trade } = await readPage(`
  Port Lisle Bank plc
  To: | Aldersyde Maschinen AG
  Interest Rate Swap Confirmation
  Guarantor | Quill Networks SAS
  Trade Date | 3 April 2026
  Notional | EUR 2,000,000.00
  Fixed Rate | 2.75 %
  Fixed Rate Payer | Guarantor`);
  expect(trade.fixed_rate_payer).toBeUndefined();
});
