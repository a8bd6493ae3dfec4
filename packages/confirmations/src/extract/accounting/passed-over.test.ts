import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const COLUMNS = [50, 210, 380];
const swap = (rate: string, spread = 'Spread: | 0.20 %') => `${HEAD}
    Interest Rate Swap
    Trade Date: | 7 June 2027
    Effective Date: | 9 June 2027
    Termination Date: | 9 June 2032
    Notional Amount: | EUR 8,000,000.00
    Fixed Rate Payer: | Port Lisle Bank plc
    ${rate}
    Floating Rate Payer: | Aldersyde Credit Fund
    Floating Rate Option: | EUR-EURIBOR
    ${spread}`;
const termsOf = async (page: string) =>
  (await readPage(page, 'BANK', COLUMNS)).other_terms.filter(({ economic }) => economic).map(({ literal }) => literal);

test.each(['rising by 0.10 % a year', 'payable in advance', '2.90 % after 9 June 2029', 'callable 9 June 2029'])(
  'a third cell beside a label and its value is a term: %s',
  async (cell) => {
    expect(await termsOf(swap(`Fixed Rate: | 2.65 % | ${cell}`))).toContain(cell);
  },
);

test('what repeats a value, numbers a clause or names a form is none', async () => {
  expect(await termsOf(swap('Fixed Rate: | 2.65 % | 2.65 %'))).toEqual([]);
  expect(await termsOf(swap('Fixed Rate: | 2.65 % | TKT210'))).toEqual([]);
});
