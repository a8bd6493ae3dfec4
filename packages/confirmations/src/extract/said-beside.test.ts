import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const swap = (cells: Readonly<Record<string, string>> = {}) => {
  const terms = {
    Product: 'Interest Rate Swap',
    'Trade Date': '2 March 2027',
    'Effective Date': '4 March 2027',
    'Termination Date': '4 March 2032',
    'Notional Amount': 'GBP 5,790,000.00',
    'Fixed Rate Payer': 'Aldersyde Credit Fund',
    'Fixed Rate': '2.10 %',
    'Floating Rate Payer': 'Port Lisle Bank plc',
    'Floating Rate Option': 'EUR-EURIBOR',
    'Designated Maturity': '3 Months',
    ...cells,
  };
  return `${HEAD}\n${Object.entries(terms)
    .map(([label, value]) => `  ${label}: | ${value}`)
    .join('\n')}`;
};
const beside = async (cells: Readonly<Record<string, string>>) => {
  const { other_terms } = await readPage(swap(cells));
  return other_terms.map(({ key, literal }) => `${key}: ${literal}`);
};

describe('what a cell says beside its value', () => {
  test.each([
    ['Business Day Convention', 'Following, periods are not adjusted', 'adjustment of periods: not adjusted'],
    [
      'Floating Rate Payer Payment Dates',
      'Quarterly, each 31 January, 30 April, 31 July and 31 October',
      'floating days of payment: 01-31, 04-30, 07-31, 10-31',
    ],
    [
      'Floating Rate Payer Payment Dates',
      'Semi-annually, each 5 March and 5 September',
      'floating days of payment: 03-05, 09-05',
    ],
    ['Floating Rate Payer Payment Dates', 'Annually, each 5 March', 'floating days of payment: 03-05'],
    [
      'Floating Rate Payer Payment Dates',
      'Semi-annually, each 4 March and 5 September',
      'floating days of payment: 03-04, 09-05',
    ],
    [
      'Floating Rate Option',
      'EUR-EURIBOR (Reuters page EURIBOR01 at 3 p.m.)',
      'floating source of the rate: Reuters page EURIBOR01 at 3 p.m.',
    ],
  ])('%s: %s', async (label, value, said) => expect(await beside({ [label]: value })).toContain(said));

  test.each([
    ['Business Day Convention', 'Modified Following'],
    ['Floating Rate Payer Payment Dates', 'Quarterly, each 4 March, 4 June, 4 September and 4 December'],
    ['Floating Rate Payer Payment Dates', 'The 4th day of each month'],
    ['Floating Rate Payer Payment Dates', 'Annually, each 4 March'],
    ['Floating Rate Payer Payment Dates', 'Quarterly, 5 March, 4 June, 6 September and 4 December'],
    ['Floating Rate Option', 'EUR-EURIBOR (Reuters EURIBOR01)'],
    ['Floating Rate Option', 'EUR-EURIBOR (Bloomberg page EUR003M at 11:00 a.m. Brussels time)'],
  ])('nothing more: %s: %s', async (label, value) => expect(await beside({ [label]: value })).toEqual([]));
});

const COMMODITY = (price: string, quantity: string) => `${HEAD}
  Commodity Swap Confirmation
  Trade Date: | 12 March 2027
  Effective Date: | 1 April 2027
  Termination Date: | 30 September 2027
  Commodity: | Gas Oil
  Notional Quantity per Calculation Period: | ${quantity}
  Fixed Price Payer: | Aldersyde Credit Fund
  Fixed Price: | ${price}
  Floating Price Payer: | Port Lisle Bank plc
  Commodity Reference Price: | GAS OIL-ICE`;

describe('units', () => {
  test('of a price that are none of the quantity', async () => {
    const { flags } = await readPage(COMMODITY('USD 742.50 per barrel', '2,500 MT'));
    expect(flags).toContainEqual(expect.objectContaining({ code: 'CONTRADICTION', field: 'fixed_price' }));
  });

  test('of a price in two currencies', async () => {
    const { trade, flags } = await readPage(COMMODITY('USD 742.50 per MT, payable in GBP', '2,500 MT'));
    expect(trade.fixed_price).toBeUndefined();
    expect(flags).toContainEqual(expect.objectContaining({ code: 'UNREAD_VALUE', field: 'fixed_price' }));
  });

  test('of a quantity: a day, an hour, a ton that is no metric one', async () => {
    const perDay = await readPage(COMMODITY('USD 742.50 per MT', '2,500 MT per day'));
    expect(perDay.other_terms).toMatchObject([{ key: 'quantity', literal: 'per day', economic: true }]);
    const short = await readPage(COMMODITY('USD 742.50 per MT', '2,500 short tonnes'));
    expect(short.flags).toContainEqual(expect.objectContaining({ code: 'UNREAD_VALUE' }));
    const month = await readPage(COMMODITY('USD 742.50 per MT', '2,500 MT per calendar month'));
    expect(month.other_terms).toEqual([]);
  });
});

describe('a rate of exchange', () => {
  const forward = (rate: string) => `${HEAD}
  Foreign Exchange Forward Confirmation
  Trade Date: | 12 March 2027
  Port Lisle Bank plc sells: | CHF 9,300,000.00
  Aldersyde Credit Fund sells: | EUR 10,000,000.00
  Exchange Rate: | ${rate}
  Settlement Date: | 14 September 2027`;

  test('says how much of which is one of the other, and the amounts have to be so', async () => {
    for (const rate of ['0.9300 CHF per EUR', 'CHF 0.9300 je EUR 1', 'EUR/CHF 0.9300', '0.9300'])
      expect((await readPage(forward(rate))).flags).toEqual([]);
    expect((await readPage(forward('0.9300 EUR per CHF'))).flags).toMatchObject([
      { code: 'CONTRADICTION', field: 'fx_rate' },
    ]);
  });

  test.each(['0.9300 or the fixing of the day', '0.9300 (less 8 points margin)'])('%s is left unread', async (rate) => {
    const { trade, flags } = await readPage(forward(rate));
    expect(trade.fx_rate).toBeUndefined();
    expect(flags).toContainEqual(expect.objectContaining({ code: 'UNREAD_VALUE', field: 'fx_rate' }));
  });
});

describe('an amount', () => {
  test.each([
    'GBP 25,000.00 (in thousands)',
    'GBP m 25.00',
    '25.000 TGBP',
    '$ 25,000,000.00 (Australian)',
    '¥ 900,000,000 (Chinese yuan)',
  ])('%s is left unread', async (amount) => {
    const { trade, flags } = await readPage(swap({ 'Notional Amount': amount }));
    expect(trade.notional).toBeUndefined();
    expect(flags).toContainEqual(expect.objectContaining({ severity: 'review', field: 'notional' }));
  });

  test.each([
    ['INR 43 crore', '430000000.00'],
    ['INR 12.5 lakh', '1250000.00'],
    ['USD 22,000,000.00 (twenty-two million United States Dollars)', '22000000.00'],
    ['A$40,000,000 (Australian Dollars forty million)', '40000000.00'],
  ])('%s', async (amount, value) => {
    expect((await readPage(swap({ 'Notional Amount': amount }))).trade.notional).toBe(value);
  });

  test('of shares, counted in anything else', async () => {
    const page = (shares: string) => `${HEAD}
  Equity Swap Confirmation
  Trade Date: | 12 March 2027
  Number of Shares: | ${shares}
  Initial Price: | EUR 42.50`;
    expect((await readPage(page('18,500 ordinary shares'))).trade.number_of_shares).toBe('18500');
    expect((await readPage(page('18,500 lots'))).trade.number_of_shares).toBeUndefined();
  });
});
