import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { readConfirmation } from './read-confirmation.ts';

const HEAD = `
  Harbour & Vale Bank plc
  To: | Orion Capital Partners LLC
  Our Reference: | HV-3307
  Re: Interest Rate Swap
  Trade Date: | 3 April 2026
  Effective Date: | 7 April 2026
  Termination Date: | 7 April 2031
  Notional Amount: | GBP 15,000,000.00`;

async function tradeOf(text: string) {
  const extraction = await readConfirmation(plainPage(text), 'BANK');
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  return extraction.extracted.trade;
}

test('tells the legs of two sections by what they state, and the payer by the heading', async () => {
  const trade = await tradeOf(`${HEAD}
    Paying leg (Orion Capital Partners pays)
    Coupon: | 4.1875%
    Basis: | Act/365F
    Frequency: | 6M
    Receiving leg (Harbour & Vale Bank pays)
    Index: | SONIA compounded in arrears
    Margin: | 12 bp
    Basis: | Act/360
    Frequency: | 12M`);
  expect(trade).toMatchObject({
    fixed_rate: '4.1875',
    fixed_rate_payer: 'COUNTERPARTY',
    fixed_day_count: 'ACT/365F',
    fixed_payment_frequency: 'SEMI_ANNUAL',
    floating_rate_payer: 'BANK',
    spread_bps: '12',
    floating_day_count: 'ACT/360',
    floating_payment_frequency: 'ANNUAL',
  });
});

test('takes nothing as a leg where both groups state a rate in per cent', async () => {
  const trade = await tradeOf(`${HEAD}
    First leg (Orion Capital Partners pays)
    Coupon: | 4.1875%
    Basis: | Act/365F
    Second leg (Harbour & Vale Bank pays)
    Coupon: | 3.5%
    Basis: | Act/360`);
  expect(trade.floating_day_count).toBeUndefined();
  expect(trade.floating_rate_payer).toBeUndefined();
});
