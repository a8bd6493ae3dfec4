import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const HEAD = `
  From: Port Lisle Bank plc
  To: Aldersyde Credit Fund
  Subject: IRS confirmation PL-9001`;
const SAYS = {
  product: 'INTEREST_RATE_SWAP',
  trade_id: 'PL-9001',
  trade_date: '2027-05-04',
  currency: 'EUR',
  notional: '30000000.00',
  effective_date: '2027-05-06',
  termination_date: '2032-05-06',
  fixed_rate_payer: 'BANK',
  fixed_rate: '3.125',
  fixed_payment_frequency: 'ANNUAL',
  fixed_day_count: '30/360',
  floating_rate_payer: 'COUNTERPARTY',
  floating_rate_index: 'EUR-EURIBOR',
  designated_maturity: '3M',
  spread_bps: '0',
  floating_payment_frequency: 'QUARTERLY',
  floating_day_count: 'ACT/360',
  business_day_convention: 'MODIFIED_FOLLOWING',
};

test.each([
  [
    'line by line',
    `Interest rate swap
    Trade date 4 May 2027
    Port Lisle Bank plc pays fixed 3.125% annual 30/360
    Aldersyde Credit Fund pays 3m EURIBOR flat quarterly act/360
    Notional EUR 30m
    Start 6 May 2027, end 6 May 2032
    Mod following, TARGET`,
  ],
  [
    'with dashes before each',
    `We confirm the following interest rate swap dealt on 4 May 2027:
    - Notional EUR 30m; start 6 May 2027; maturity 6 May 2032
    - We pay fixed 3.125%, annual, 30/360
    - You pay 3m Euribor flat, quarterly, act/360
    - Mod fol, TARGET
    Regards`,
  ],
])('what a message says without colons, %s', async (_how, text) => {
  const { trade, flags } = await readPage(`${HEAD}\n    ${text}`);
  expect(trade).toMatchObject(SAYS);
  expect(flags).toEqual([]);
});

test.each([
  ['notional', 'Notional EUR 30m less EUR 2m'],
  ['notional', 'Notional about EUR 30m'],
] as const)('a clause that says more than its value does not give a %s: %s', async (field, line) => {
  const { trade } = await readPage(`${HEAD}
    We confirm the following interest rate swap dealt on 4 May 2027:
    - We pay fixed 3.125%, annual, 30/360
    - ${line}
    - You pay 3m Euribor flat, quarterly, act/360`);
  expect(trade.fixed_rate).toBe('3.125');
  expect(trade[field]).toBeUndefined();
});

test('since when something recurs is not when the trade begins', async () => {
  const { trade } = await readPage(`${HEAD}
    We confirm the following interest rate swap dealt on 4 May 2027:
    - Notional EUR 30m
    The swap starts on 6 May 2027 and ends on 6 May 2032. On 6 May in each year, from 6 May 2028, we pay fixed 3.125%.
    - You pay 3m Euribor flat, quarterly, act/360`);
  expect(trade.effective_date).toBe('2027-05-06');
});
