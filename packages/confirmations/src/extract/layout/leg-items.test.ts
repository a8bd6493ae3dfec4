import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const paper = (items: string) => `
  ALDERSYDE PENSION BOARD
  Basis Swap
  To: | Port Lisle Bank plc
  Our reference: | APB-19
  This confirms the swap between Aldersyde Pension Board ("Aldersyde") and Port Lisle Bank plc (the "Dealer").
  1. | Basic terms
  (a) | Trade date: 24 March 2027
  (b) | Start: 26 March 2027
  (c) | End: 26 March 2030
  (d) | Notional amount: USD 80,000,000.00
  (e) | Business days New York; Modified Following
  ${items}`;

test('items of a leg without labels are its terms, by their kind', async () => {
  const { trade } = await readPage(
    paper(`2. | First floating leg, paid by the Dealer
  (a) | USD-SOFR CME Term, designated maturity 3 months
  (b) | Spread: nil
  (c) | Quarterly, on the 26th of March, June, September and December; Act/360
  3. | Second floating leg, paid by Aldersyde
  (a) | USD-SOFR-OIS Compound
  (b) | Spread: plus 4.25 basis points
  (c) | Quarterly, on the 26th of March, June, September and December; Act/360`),
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    business_centers: 'New York',
    business_day_convention: 'MODIFIED_FOLLOWING',
    floating_rate_payer: 'BANK',
    floating_rate_index: 'USD-SOFR CME Term',
    designated_maturity: '3M',
    spread_bps: '0',
    floating_day_count: 'ACT/360',
    floating_payment_frequency: 'QUARTERLY',
    second_rate_payer: 'COUNTERPARTY',
    second_rate_index: 'USD-SOFR-OIS Compound',
    second_spread_bps: '4.25',
    second_day_count: 'ACT/360',
  });
});

test('an item that says something else of a leg stays a term to compare', async () => {
  const { other_terms } = await readPage(
    paper(`2. | First floating leg, paid by the Dealer
  (a) | USD-SOFR CME Term, designated maturity 3 months
  (b) | USD 40,000 is paid back on each anniversary; Act/360`),
    'COUNTERPARTY',
  );
  expect(other_terms.map(({ literal }) => literal).join('\n')).toContain('paid back on each anniversary');
});
