import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const MAIL = (...lines: readonly string[]) => `
    From: | Derivatives Operations <deriv.ops@aldersydefm.example>
    To: | Port Lisle Bank plc, Confirmations
    Subject: | Floor - our confirmation - HFM-D-2
    We confirm the following interest rate floor dealt with you.
    Dealt: | 18-Mar-2027
    Start: | 20-Mar-2027
    Maturity: | 20-Mar-2030
    Notional: | USD 42,000,000
    Floor seller: | Port Lisle Bank plc
    Floor buyer: | Aldersyde Fund Managers LLP
    Floor strike: | 2.75%
    Underlying rate: | USD-SOFR CME Term, 3 months
    ${lines.join('\n    ')}
    Our reference: | HFM-D-2`;

test('how often, by which days and in which places, in one cell', async () => {
  const { trade, other_terms } = await readPage(
    MAIL('Settlements: | quarterly, Act/360, modified following, New York business days'),
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    counterparty_name: 'Aldersyde Fund Managers LLP',
    buyer: 'COUNTERPARTY',
    floating_payment_frequency: 'QUARTERLY',
    floating_day_count: 'ACT/360',
    business_day_convention: 'MODIFIED_FOLLOWING',
    business_centers: 'New York',
  });
  expect(other_terms.filter(({ economic }) => economic)).toEqual([]);
});

test('a cell that says something else besides gives no places', async () => {
  const { trade } = await readPage(
    MAIL('Settlements: | quarterly, after a rebate of the premium, New York business days'),
    'COUNTERPARTY',
  );
  expect(trade.floating_payment_frequency).toBe('QUARTERLY');
  expect(trade.business_centers).toBeUndefined();
});

test('the days behind a rate are no second rate, and a remark in brackets is none of the index', async () => {
  const { trade, flags } = await readPage(`
    Port Lisle Bank plc
    To: | Aldersyde Credit Fund
    Our Reference: | PL-7701
    Trade date: | 2 March 2027
    Product: | Interest Rate Swap
    Effective date: | 4 March 2027
    Termination date: | 6 March 2030
    Notional amount: | GBP 5,790,000.00
    Fixed rate payer: | Port Lisle Bank plc
    Fixed rate: | 3.742%, paid annually, Act/365F
    Floating rate: | GBP-SONIA-OIS Compound flat (no spread), paid annually, Act/365F`);
  expect(trade).toMatchObject({
    fixed_rate: '3.742',
    fixed_payment_frequency: 'ANNUAL',
    fixed_day_count: 'ACT/365F',
    floating_rate_index: 'GBP-SONIA-OIS Compound',
    spread_bps: '0',
  });
  expect(flags).toEqual([]);
});
