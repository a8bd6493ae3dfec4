import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const NDF = `${HEAD}
    Non-Deliverable Forward Confirmation
    Trade Date: | 4 May 2027
    Sells BRL: | Aldersyde Credit Fund
    Buys BRL: | Port Lisle Bank plc
    USD amount: | USD 1,000,000.00
    BRL amount: | BRL 5,400,000.00
    Contract rate: | 5.4000
    Value: | 6 August 2027`;

test('a fixing with its rate behind the date, and one with its hour', async () => {
  const { trade } = await readPage(`${NDF}
    Fixing: | 4 August 2027, BRL PTAX (BRL09)`);
  expect(trade).toMatchObject({
    fixing_date: '2027-08-04',
    settlement_rate_option: 'BRL PTAX (BRL09)',
  } satisfies Partial<Trade>);
  const other = await readPage(`${NDF}
    Fixing: | 4 August 2027, 13:00 Brasilia`);
  expect(other.trade.fixing_date).toBe('2027-08-04');
  expect(other.trade.settlement_rate_option).toBeUndefined();
});

const CDS = `${HEAD}
    Credit Default Swap Confirmation
    Trade Date: | 4 May 2027
    Bought by: | Aldersyde Credit Fund
    Sold by: | Port Lisle Bank plc
    Reference Entity: | Alto Gas S.p.A.
    Notional: | EUR 3,000,000.00
    Coupon: | 1%
    Protection from: | 5 May 2027
    Scheduled Termination Date: | 20 June 2032`;

test('protection that is bought by and sold by, from a day on', async () => {
  const { trade } = await readPage(CDS);
  expect(trade).toMatchObject({
    buyer: 'COUNTERPARTY',
    seller: 'BANK',
    effective_date: '2027-05-05',
  } satisfies Partial<Trade>);
});

test('credit events with no restructuring, and with one', async () => {
  const none = await readPage(`${CDS}
    Credit events: | Bankruptcy, Failure to Pay (no Restructuring)`);
  expect(none.trade.restructuring).toBe('XR');
  const one = await readPage(`${CDS}
    Credit events: | Bankruptcy, Failure to Pay, Restructuring`);
  expect(one.trade.restructuring).not.toBe('XR');
});

test('a style before the day on which an option expires', async () => {
  const swaption = (exercise: string) => `${HEAD}
    Swaption Confirmation
    Trade Date: | 4 May 2027
    Buyer: | Aldersyde Credit Fund
    Seller: | Port Lisle Bank plc
    Exercise: | ${exercise}`;
  const { trade } = await readPage(swaption('European, single expiry 4 May 2028, 11:00 Brussels'));
  expect(trade).toMatchObject({ option_style: 'EUROPEAN', expiry_date: '2028-05-04', cut_off_time: '11:00 Brussels' });
  const other = await readPage(swaption('4 May 2028, 11:00 Central European Time'));
  expect(other.trade.option_style).toBeUndefined();
});

const FORWARD = `${HEAD}
    FX Forward Confirmation
    Trade Date: | 4 May 2027
    Outright: | 1.2500
    Value Date: | 4 August 2027`;

test('who buys a currency under a label of its own, which is no other term', async () => {
  const { trade, other_terms, flags } = await readPage(`${FORWARD}
    Port Lisle Bank plc buys: | GBP 2,000,000.00
    Port Lisle Bank plc sells: | USD 2,500,000.00
    Buyer of GBP: | Port Lisle Bank plc`);
  expect(trade.currency_buyer).toBe('BANK');
  expect(other_terms.map(({ label }) => label)).not.toContain('Buyer of GBP:');
  expect(flags.map(({ code }) => code)).not.toContain('CONTRADICTION');
  const other = await readPage(`${FORWARD}
    Port Lisle Bank plc buys: | GBP 2,000,000.00
    Port Lisle Bank plc sells: | USD 2,500,000.00
    Seller of GBP: | Port Lisle Bank plc`);
  expect(other.flags.map(({ code, field }) => `${code} ${field}`)).toContain('CONTRADICTION currency_buyer');
});

test('a financing leg in one cell, with the day on which it is paid', async () => {
  const { trade } = await readPage(`${HEAD}
    Total Return Swap Confirmation
    The Fund is long the stock via a total return swap.
    Trade Date: | 4 May 2027
    Effective Date: | 6 May 2027
    Termination Date: | 6 May 2028
    Stock: | Alto Gas S.p.A.
    Nominal: | USD 2,000,000.00
    Reference price: | USD 40.25
    Equity return payer: | Port Lisle Bank plc
    Financing payer: | Aldersyde Credit Fund
    Financing: | compounded SOFR + 45 bp, Act/360, 3M on 22nd`);
  expect(trade).toMatchObject({
    initial_price: '40.25',
    return_type: 'TOTAL_RETURN',
    floating_rate_index: 'USD-SOFR-OIS Compound',
    spread_bps: '45',
    floating_day_count: 'ACT/360',
    floating_payment_frequency: 'QUARTERLY',
  } satisfies Partial<Trade>);
});

test('where payments go is no term, an amount under the same words is one', async () => {
  const swap = `${HEAD}
    Interest Rate Swap Confirmation
    Trade Date: | 4 May 2027
    Notional: | EUR 3,000,000.00
    Floating Rate Option: | EUR-EURIBOR`;
  const labels = async (line: string) => (await readPage(`${swap}\n    ${line}`)).other_terms.map(({ label }) => label);
  const LABEL = 'Règlements en notre faveur:';
  expect(await labels(`${LABEL} | PLBKGB2L, compte 4418 2201. Le plafond de EUR 500,000.00 demeure`)).toEqual([]);
  expect(await labels(`${LABEL} | EUR 500,000.00 on 4 May 2028`)).toEqual([LABEL]);
  expect(await labels(`${LABEL} | EUR 500,000.00 on 4 May 2028, compte 4418 2201`)).toEqual([LABEL]);
});
