import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

test('a label that says who receives the upfront amount', async () => {
  const { trade } = await readPage(`${HEAD}
    Credit Default Swap Confirmation
    Trade Date: | 4 May 2027
    Reference Entity: | Alto Gas S.p.A.
    Protection Buyer: | Aldersyde Credit Fund
    Notional: | EUR 3,000,000.00
    Coupon: | 1%
    Scheduled Termination Date: | 20 June 2032
    Upfront we receive: | EUR 41,500.00
    Upfront value date: | 7 May 2027`);
  expect(trade).toMatchObject({
    upfront_amount: '41500.00',
    upfront_payer: 'COUNTERPARTY',
    upfront_date: '2027-05-07',
  } satisfies Partial<Trade>);
});

test('an upfront amount below a heading that says who pays', async () => {
  const deal = (heading: string) =>
    readPage(`${HEAD}
    Credit Default Swap Confirmation
    Trade Date: | 4 May 2027
    Reference Entity: | Alto Gas S.p.A.
    Notional: | EUR 3,000,000.00
    ${heading}
    Coupon: | 1%
    Upfront: | EUR 41,500.00 due 7 May 2027`);
  expect((await deal('C. Payments by Aldersyde Credit Fund')).trade.upfront_payer).toBe('COUNTERPARTY');
  expect((await deal('C. Payments')).trade.upfront_payer).toBeUndefined();
});

test('an upfront amount in the column of the one who pays it, where each row has one column', async () => {
  const deal = (first: string, second: string) =>
    readPage(
      `${HEAD}
    Credit Default Swap Confirmation
    Trade Date: | 4 May 2027
    Reference Entity: | Alto Gas S.p.A.
    Notional: | EUR 3,000,000.00
     | ${first} | ${second}
    Coupon: | 1%
    Day count: | Act/360
    Upfront: |  | EUR 41,500.00
    Upfront date: |  | 7 May 2027`,
      'BANK',
      [50, 190, 395],
    );
  const fund = await deal('Port Lisle Bank plc pays', 'Aldersyde Credit Fund pays');
  expect(fund.trade).toMatchObject({ upfront_payer: 'COUNTERPARTY', fixed_rate: '1', fixed_day_count: 'ACT/360' });
  const bank = await deal('Aldersyde Credit Fund pays', 'Port Lisle Bank plc pays');
  expect(bank.trade).toMatchObject({ upfront_payer: 'BANK' });
});

test('an option whose type tells its style and its two amounts', async () => {
  const { trade } = await readPage(`${HEAD}
    FX Option Confirmation
    Trade Date: | 4 May 2027
    Buyer: | Aldersyde Credit Fund
    Right: | American GBP put / NOK call
    GBP amount: | GBP 2,000,000.00
    NOK amount: | NOK 26,800,000.00
    Strike: | 13.4000
    Expiry: | 4 August 2027`);
  expect(trade).toMatchObject({
    option_style: 'AMERICAN',
    put_currency: 'GBP',
    put_amount: '2000000.00',
    call_amount: '26800000.00',
  } satisfies Partial<Trade>);
});

test('an amount typed with letters for digits is left out, for review', async () => {
  const { trade, flags } = await readPage(`${HEAD}
    Non-Deliverable Forward Confirmation
    Trade Date: | 4 May 2027
    Reference Currency: | INR
    Reference Currency Buyer: | Port Lisle Bank plc
    Notional Amount: | USD 2O,OOO,OOO.OO
    Forward Rate: | 87.1500
    Settlement Date: | 6 August 2027`);
  expect(trade.notional).toBeUndefined();
  expect(flags).toContainEqual(expect.objectContaining({ code: 'UNREAD_VALUE', field: 'notional' }));
});

test('a trade that waits for an approval is no confirmation', async () => {
  await expect(
    readPage(`${HEAD}
      FX Forward Confirmation
      This transaction is subject to final committee approval and may not proceed.
      Trade Date: | 4 May 2027
      We buy: | NOK 1,000,000.00
      We sell: | SEK 980,000.00
      Forward Rate: | 0.9800
      Value Date: | 6 August 2027`),
  ).rejects.toThrow('nothing is agreed yet');
});

test('a commodity swap that is named by nothing but its terms is for review', async () => {
  const { trade, flags } = await readPage(`${HEAD}
    We confirm the Brenta hub deal for the summer
    Trade Date: | 4 May 2027
    Start Date: | 1 June 2027
    End Date: | 31 August 2027
    Commodity: | Power
    Volume: | 21,600 MWh
    Price: | EUR 61.20 per MWh, fixed`);
  expect(trade.product).toBe('COMMODITY_SWAP');
  expect(flags).toContainEqual(expect.objectContaining({ code: 'UNSURE_PRODUCT' }));
});
