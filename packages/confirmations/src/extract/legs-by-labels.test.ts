import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const swap = (rows: string) => `${HEAD}
  Interest Rate Swap Confirmation
  Trade Date: | 6 October 2026
  Effective Date: | 8 October 2026
  Termination Date: | 8 October 2031
  Notional Amount: | EUR 15,000,000.00, constant
  ${rows}`;

test.each([
  [
    'rows below who pays',
    `We pay: | fixed 2.815 %
  Interest basis: | 30/360
  Paid: | every year
  We receive: | EURIBOR 6 months
  Interest basis: | Act/360
  Paid: | every six months`,
  ],
  [
    'rows below the payer of each leg',
    `Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.815 %
  Interest basis: | 30/360
  Payment frequency: | annual
  Floating Rate Payer: | Aldersyde Credit Fund
  Floating Rate Option: | EURIBOR 6 months
  Interest basis: | Act/360
  Payment frequency: | semi-annual`,
  ],
])('%s are of that leg', async (_name, rows) => {
  const { trade, other_terms } = await readPage(swap(rows));
  expect(trade).toMatchObject({
    fixed_rate_payer: 'BANK',
    fixed_rate: '2.815',
    fixed_day_count: '30/360',
    fixed_payment_frequency: 'ANNUAL',
    floating_rate_payer: 'COUNTERPARTY',
    floating_day_count: 'ACT/360',
    floating_payment_frequency: 'SEMI_ANNUAL',
  });
  expect(other_terms.filter(({ economic }) => economic)).toEqual([]);
});

test('a floor and a cap stand in the cell of the index', async () => {
  const { trade } = await readPage(
    swap(`Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.815 %
  Floating Rate Payer: | Aldersyde Credit Fund
  Floating Rate Option: | EUR-EURIBOR 3 months, floored at zero`),
  );
  expect(trade).toMatchObject({ floating_rate_index: 'EUR-EURIBOR', designated_maturity: '3M', floor_rate: '0' });
});

const exchange = (cells: string) => `${HEAD}
  Cross Currency Swap Confirmation
  Trade Date: | 27 February 2027
  Effective Date: | 3 March 2027
  Termination Date: | 3 March 2031
  Pay leg currency and amount: | EUR 22,000,000.00
  Pay leg rate: | EUR-EURIBOR 3 months
  Pay leg margin: | 110 bp
  Receive leg currency and amount: | USD 25,300,000.00
  Receive leg rate: | USD-SOFR-OIS Compound
  Receive leg margin: | 125 bp
  ${cells}`;

test('exchanges that run as the legs do, each in one cell, are no terms besides', async () => {
  const { trade, flags, other_terms } = await readPage(
    exchange(`Exchange at start: | 3 March 2027, we receive EUR 22,000,000.00 and pay USD 25,300,000.00
  Exchange at end: | 3 March 2031, we pay EUR 22,000,000.00 and receive USD 25,300,000.00`),
  );
  expect(trade).toMatchObject({ floating_rate_payer: 'BANK', second_rate_payer: 'COUNTERPARTY' });
  expect(flags.filter(({ code }) => code === 'CONTRADICTION')).toEqual([]);
  expect(other_terms.filter(({ economic }) => economic)).toEqual([]);
});

test('an exchange that runs against them is for a person to look at', async () => {
  const { flags } = await readPage(
    exchange('Exchange at start: | 3 March 2027, we pay EUR 22,000,000.00 and receive USD 25,300,000.00'),
  );
  expect(flags).toContainEqual(expect.objectContaining({ code: 'CONTRADICTION', field: 'initial_exchange_date' }));
});

test.each([
  ['5.4500 BRL per USD', false],
  ['5.4500 BRL per EUR', true],
])('a rate of %s in a trade of dollars and reals', async (rate, contradicts) => {
  const { flags } = await readPage(`${HEAD}
  Non-Deliverable Forward Confirmation
  Trade Date: | 12 March 2027
  Reference Currency: | BRL
  Reference Currency Notional Amount: | BRL 27,250,000.00
  Notional Amount: | USD 5,000,000.00
  Reference Currency Buyer: | Aldersyde Credit Fund
  Forward Rate: | ${rate}
  Settlement Currency: | USD
  Settlement Date: | 16 September 2027
  Valuation Date: | 14 September 2027`);
  expect(flags.some(({ code, field }) => code === 'CONTRADICTION' && field === 'fx_rate')).toBe(contradicts);
});
