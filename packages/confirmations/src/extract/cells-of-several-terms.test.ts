// Cells that say two quantities, an agreement with its date and law, who pays a premium; and rates of other currencies.
import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const forward = (terms: string) => `${HEAD}
  FX FORWARD CONFIRMATION
  Trade date | 18-Aug-27
  Port Lisle Bank buys | EUR 8,250,000.00
  Port Lisle Bank sells | USD 9,610,425.00
  Value date | 20-Nov-27
  ${terms}`;
const swap = (quantity: string) => `${HEAD}
  COMMODITY SWAP
  Trade date | 18-Aug-27
  Effective date | 1-Jan-28
  Termination date | 30-Jun-28
  Commodity | Natural Gas
  Qty | ${quantity}
  Fixed price | USD 3.874 per MMBtu
  Fixed price payer | Aldersyde Credit Fund
  Floating price payer | Port Lisle Bank plc
  Reference price | NATURAL GAS-NYMEX`;
const option = (premium: string) => `${HEAD}
  FX OPTION
  Trade date | 18-Aug-27
  Buyer | Aldersyde Credit Fund
  Seller | Port Lisle Bank plc
  Call | EUR 1,800,000.00
  Put | USD 2,110,500.00
  Strike | 1.1725 USD per EUR
  Expiry date | 18-Nov-27
  ${premium}`;
const RATE = 'Exchange rate | 1.1649 USD per EUR';

test.each<[string, Partial<Trade>]>([
  [swap("120'000 MMBtu per month, 720'000 MMBtu total"), { quantity: '720000', quantity_per_period: '120000' }],
  [swap('60,000 MMBtu in total; 10,000 MMBtu per month'), { quantity: '60000', quantity_per_period: '10000' }],
  [
    forward(`${RATE}\n  Under | ISDA 2002 Master Agreement of 14-Jul-21; New York law`),
    { master_agreement: 'ISDA 2002', master_agreement_date: '2021-07-14', governing_law: 'New York law' },
  ],
  [option('Prime due par vous | EUR 31 680,00'), { premium_amount: '31680.00', premium_currency: 'EUR' }],
  [option('Prämie zahlbar durch Käufer | EUR 31.680,00'), { premium_amount: '31680.00', premium_currency: 'EUR' }],
])('each term of such a cell', async (text, expected) => {
  const { trade, other_terms, flags } = await readPage(text);
  expect(trade).toMatchObject(expected);
  expect([other_terms.filter(({ economic }) => economic), flags]).toEqual([[], []]);
});

test.each([
  [swap('10,000 MMBtu per month, 65,000 MMBtu total'), 'Qty'],
  [forward(`${RATE}\n  Basis | ISDA 2002 dtd 14-Jul-21; cross default USD 10m`), 'Basis'],
  [forward(`${RATE}\n  Replaces | ISDA 1992 Master Agreement of 14-Jul-11`), 'Replaces'],
])('what says more, or no whole number of periods, stays a term of its own', async (text, label) => {
  const { other_terms } = await readPage(text);
  expect(other_terms.filter(({ economic }) => economic).map((term) => term.label)).toEqual([label]);
});

test.each([
  [forward('Kurs GBP/USD | 1.1649'), 'fx_rate'],
  [forward('Cours à terme CHF/USD | 1,1649'), 'fx_rate'],
  [forward('Exchange rate | 1.1649 USD per USD'), 'fx_rate'],
])('a rate of other currencies, or of one in itself, is a contradiction', async (text, field) => {
  const { flags } = await readPage(text);
  expect(flags.map((flag) => [flag.code, flag.field])).toEqual([['CONTRADICTION', field]]);
});

test('a premium that its label has the seller pay is a contradiction', async () => {
  const { flags } = await readPage(option('Prime due par nous | EUR 31 680,00'));
  expect(flags.map(({ code }) => code)).toContain('CONTRADICTION');
});

test('an amount of money is no reference price, and the end of a heading no index', async () => {
  const { trade } = await readPage(swap('10,000 MMBtu').replace('NATURAL GAS-NYMEX', 'USD 3.87 per MMBtu'));
  expect(trade.commodity_reference_price).toBeUndefined();
});

test.each([
  ['Option Premium\n  Client pays | EUR 31,860.00', '31860.00'],
  ['PREMIUM\n  BUYER PAYS: | USD 44,000.00', '44000.00'],
])('who pays, over an amount below the heading of the premium', async (rows, premium) => {
  const { trade } = await readPage(option(rows));
  expect(trade.premium_amount).toBe(premium);
});
