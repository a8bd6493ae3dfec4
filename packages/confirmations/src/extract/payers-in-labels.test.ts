// A dealer's ticket names the leg in the label and who pays in the value.
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const swap = (legs: string) =>
  readPage(`${HEAD}
    Interest Rate Swap
    Trade Date: | 4 May 2027
    Effective Date: | 6 May 2027
    Maturity Date: | 6 May 2032
    Notional: | EUR 5,000,000
    Fixed Rate: | 2.65%
    Floating Rate Option: | EUR-EURIBOR 6M
    ${legs}`);

test.each([
  ['FIXED LEG: | WE PAY', 'BANK'],
  ['Fixed Leg: | you pay', 'COUNTERPARTY'],
  ['Fixed Leg: | We receive', 'COUNTERPARTY'],
])('%s', async (leg, payer) => {
  const { trade } = await swap(leg);
  expect(trade.fixed_rate_payer).toBe(payer);
});
