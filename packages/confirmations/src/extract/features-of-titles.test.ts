import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const SWAP = (title: string, more = '') => `${HEAD}
  ${title}
  Trade Date: | 2 March 2027
  Effective Date: | 4 March 2027
  Termination Date: | 4 March 2032
  Notional Amount: | EUR 5,790,000.00
  Fixed Rate Payer: | Aldersyde Credit Fund
  Fixed Rate: | 2.10 %
  Floating Rate Payer: | Port Lisle Bank plc
  Floating Rate Option: | EUR-EURIBOR
  Designated Maturity: | 3 Months
  Business Days: | TARGET${more}`;
const OPTION = (title: string) => `${HEAD}
  ${title}
  Trade Date: | 2 March 2027
  Buyer: | Aldersyde Credit Fund
  Seller: | Port Lisle Bank plc
  Option Style: | European
  Option Type: | EUR Put / CHF Call
  Call Currency and Amount: | CHF 9,300,000.00
  Put Currency and Amount: | EUR 10,000,000.00
  Strike Price: | 0.9300
  Expiration Date: | 14 September 2027
  Settlement: | Deliverable`;
const said = async (page: string) =>
  (await readPage(page)).flags.flatMap(({ code, message }) =>
    code === 'UNREAD_VALUE' ? [/ says “([^”]+)”/.exec(message)?.[1]] : [],
  );

describe('what a title alone says is flagged', () => {
  test.each([
    ['Callable Interest Rate Swap', 'Callable'],
    ['Interest Rate Swap with Break Option', 'Break'],
    ['Range Accrual Interest Rate Swap', 'Range Accrual'],
    ['Kündbarer Zinsswap', 'Kündbarer'],
    ['Interest Rate Swap - Composite', 'Composite'],
    ['Interest Rate Swap, floor at zero', 'floor'],
    ['Interest Rate Swap\n  prolonged as an extendible trade', 'extendible'],
  ])('%s', async (title, word) => expect(await said(SWAP(title))).toEqual([word]));

  test.each([
    ['Asian Currency Option', 'Asian'],
    ['Currency Option (Binary)', 'Binary'],
    ['American Style Currency Option', 'American'],
    ['Currency Option - Barausgleich', 'Barausgleich'],
  ])('%s', async (title, word) => expect(await said(OPTION(title))).toContain(word));
});

test('what the terms say too is no more than a name', async () => {
  expect(await said(SWAP('Interest Rate Swap Confirmation'))).toEqual([]);
  expect(await said(OPTION('European Currency Option'))).toEqual([]);
  expect(
    await said(SWAP('Callable Interest Rate Swap', '\n  Optional Early Termination: | 4 March 2029, by either party')),
  ).toEqual([]);
  expect(await said(SWAP('Interest Rate Swap with floor', '\n  Floor Rate: | 0.00 %'))).toEqual([]);
});
