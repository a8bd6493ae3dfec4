import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const page = (dates: string, more = '') => `${HEAD}
    Product: | Interest Rate Swap
    Party A: | Port Lisle Bank plc
    Party B: | Aldersyde Credit Fund
    Trade date: | 2 March 2027
    Effective date: | 4 March 2027
    Termination date: | 4 March 2030
    Notional amount: | USD 10,000,000.00
    Fixed rate payer: | Party A
    Fixed rate: | 3.5 %
    Fixed rate payer payment dates: | ${dates}
    Fixed rate day count fraction: | 30/360
    Floating rate payer: | Party B
    Floating rate option: | USD-SOFR CME Term
    Designated maturity: | 3 months
    Spread: | none
    Floating rate payer payment dates: | quarterly
    Floating rate day count fraction: | Act/360
    ${more}`;

describe('what a cell says beside the word that gives its field', () => {
  test.each([
    'after a rebate to Party B',
    'after a rebate of USD 5,000',
    'first period short',
    'if Party B elects',
    'less 0.25 %',
    'sofern Party B nicht widerspricht',
    'as the parties have arranged',
    'à échéances décalées',
  ])('quarterly, %s: what stands behind the comma is a term to compare', async (more) => {
    const { trade, other_terms } = await readPage(page(`Quarterly, ${more}`));
    expect(trade.fixed_payment_frequency).toBe('QUARTERLY');
    expect(other_terms).toMatchObject([{ key: 'fixed payment frequency', literal: more, economic: true }]);
  });

  test.each(['quarterly in advance', '4 June 2027, 4 September 2027, 4 December 2027 and 4 March 2028'])(
    '%s: is a term to compare as a whole',
    async (dates) => {
      const { trade, other_terms } = await readPage(page(dates));
      expect(trade.fixed_payment_frequency).toBe('QUARTERLY');
      expect(other_terms).toMatchObject([{ literal: dates, economic: true }]);
    },
  );

  test.each([
    'quarterly',
    'Quarterly, on 4 March, 4 June, 4 September and 4 December, commencing on the first Payment Date',
    'quarterly, subject to adjustment in accordance with the Modified Following Business Day Convention',
    'Trimestriellement à terme échu, le 4 de chaque mois',
    'SEMI-ANNUALLY EACH 4 SEP AND 4 MAR',
    'Trimestrielles, le 4 de chaque mois',
    'Mensili, il 4 di ogni mese',
  ])('%s: is the field and no more', async (dates) => {
    expect((await readPage(page(dates))).other_terms).toEqual([]);
  });

  test('days from the end of a period are kept, to be compared where the other side counts them as well', async () => {
    const dates = 'quarterly, 2 Business Days after the end of each period';
    const { trade, other_terms } = await readPage(page(dates));
    expect(trade.fixed_payment_frequency).toBe('QUARTERLY');
    expect(other_terms).toMatchObject([{ literal: dates, economic: false }]);
  });
});

test('dates that are the trade’s regular ones say no more than how often they come', async () => {
  const { trade, other_terms } = await readPage(
    page('4 March 2028, 4 March 2029 and 4 March 2030').replace('quarterly', 'annually'),
  );
  expect(trade.fixed_payment_frequency).toBe('ANNUAL');
  expect(other_terms).toEqual([]);
});

test.each([
  ['Cash (collateralised cash price)', 'collateralised cash price'],
  ['Cash, par yield curve', 'par yield curve'],
])('how cash is found out: %s', async (cell, literal) => {
  const { other_terms } = await readPage(`${HEAD}
    Swaption
    Trade Date: | 4 May 2027
    Expiration Date: | 4 May 2028
    Notional Amount: | USD 20,000,000
    Settlement: | ${cell}`);
  expect(other_terms).toContainEqual(expect.objectContaining({ literal, economic: true }));
});

describe('a payment on a date that stands where labels stand', () => {
  test('an amount that no field holds is a term to compare', async () => {
    const { other_terms } = await readPage(page('quarterly', '23/09/2028: | Party A pays USD 100,000 to Party B'));
    expect(other_terms).toMatchObject([{ literal: 'Party A pays USD 100,000 to Party B', economic: true }]);
  });

  test('the notional paid is the notional, with spaces too', async () => {
    const line = '04/03/2027: | Party A pays USD 10 000 000.00 to Party B';
    const { other_terms } = await readPage(page('quarterly', line));
    expect(other_terms.filter(({ economic }) => economic)).toEqual([]);
  });
});

test.each([
  ['on the day of the month on which the trade begins', 'monthly, on the 15th', []],
  ['on another day', 'monthly, on the 20th', ['on the 20th']],
])('payments %s', async (_name, cell, terms) => {
  const { other_terms } = await readPage(`${HEAD}
    Interest Rate Swap
    Trade Date: | 10 September 2027
    Effective Date: | 15 September 2027
    Termination Date: | 15 September 2032
    Notional Amount: | USD 12,750,000.00
    Fixed Rate Payer: | Port Lisle Bank plc
    Fixed Rate: | 3.685 %
    Fixed Rate Payer Payment Dates: | ${cell}
    Fixed Rate Day Count Fraction: | 30/360
    Floating Rate Option: | USD-SOFR CME Term`);
  expect(other_terms.filter(({ economic }) => economic).map(({ literal }) => literal)).toEqual(terms);
});

test.each([
  ['Siguiente sin ajuste', ['not adjusted']],
  ['Siguiente', []],
])('a convention that takes something away says more: %s', async (cell, terms) => {
  const { other_terms } = await readPage(page('Quarterly', `Business day convention: | ${cell}`));
  expect(other_terms.filter(({ economic }) => economic).map(({ literal }) => literal)).toEqual(terms);
});

test.each([
  ['Cash, quarterly', true],
  ['Cash, monthly', false],
])('how often, in a cell that says how a commodity swap settles: %s', async (cell, isTerm) => {
  const { other_terms } = await readPage(`${HEAD}
    Commodity Swap Confirmation
    Trade Date: | 12 March 2027
    Effective Date: | 1 April 2027
    Termination Date: | 30 September 2027
    Commodity: | Gas Oil
    Total Notional Quantity: | 3,000 MT
    Notional Quantity per Calculation Period: | 500 MT
    Fixed Price Payer: | Aldersyde Credit Fund
    Fixed Price: | USD 700.00 per MT
    Floating Price Payer: | Port Lisle Bank plc
    Commodity Reference Price: | GAS OIL-ICE
    Settlement: | ${cell}`);
  expect(other_terms.some(({ economic, literal }) => economic && /ly$/.test(literal))).toBe(isTerm);
});
