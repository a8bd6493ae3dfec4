import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

/** The other terms of a swap whose floating leg is in one cell. */
async function besideLeg(cell: string, label = 'You pay') {
  const { other_terms } = await readPage(`${HEAD}
    Interest Rate Swap
    Trade Date: | 15 September 2026
    Notional Amount: | EUR 5,000,000.00
    Start: | 17 September 2026
    Maturity: | 17 September 2031
    We pay: | Fixed 3.627 pct p.a., Act/360, quarterly
    ${label}: | ${cell}`);
  return other_terms.filter(({ economic }) => economic).map(({ literal }) => literal);
}

/** The other terms of a commodity swap whose floating price is this. */
async function besidePrice(price: string) {
  const { other_terms } = await readPage(`${HEAD}
    Commodity Swap
    Trade Date: | 15 September 2026
    Commodity: | Oil
    Total Notional Quantity: | 150,000 barrels
    Start: | 1 October 2026
    End: | 31 December 2026
    Fixed Price: | USD 71.25 per barrel
    Fixed Price Payer: | Aldersyde Credit Fund
    Floating Price: | ${price}`);
  return other_terms.filter(({ economic }) => economic).map(({ literal }) => literal);
}

describe('the cell of a whole leg', () => {
  test.each([
    ['EUR-EURIBOR 3M, flat, Act/360, quarterly'],
    ['3-month EUR-EURIBOR-Reuters, without spread, actual/360, payable quarterly in arrears'],
    ['EUR-EURIBOR 3M + 0.20 %, Act/360, quarterly'],
    ['EUR-EURIBOR 3M + 20 bps, quarterly, Act/360, Reuters page EURIBOR01 at 11:00 a.m. Brussels time'],
  ])('says no more: %s', async (cell) => expect(await besideLeg(cell)).toEqual([]));

  test.each([
    ['EUR-EURIBOR 3M, flat, Act/360, quarterly, knock-out at 4.5%', 'knock-out at 4.5%'],
    ['EUR-EURIBOR 3M, flat, Act/360, quarterly, digital', 'digital'],
    ['EUR-EURIBOR 3M, flat, Act/360, quarterly, lookback 5 days', 'lookback 5 days'],
    ['EUR-EURIBOR 3M + 20 bps (25 bps from 2028), Act/360, quarterly', '25 bps from 2028'],
    ['EUR-EURIBOR, doubled each year', 'doubled each year'],
  ])('says more: %s', async (cell, more) => expect(await besideLeg(cell)).toEqual([more]));

  test('says more under the label of its rate too', async () => {
    expect(await besideLeg('EUR-EURIBOR plus 20 bps, reversed in year 3', 'Floating Rate')).toEqual([
      'reversed in year 3',
    ]);
  });

  test('may hold the limits of its rate, which are read', async () => {
    expect(await besideLeg('EUR-EURIBOR 3M + 20 bps, Act/360, quarterly, capped at 4%', 'Floating leg')).toEqual([]);
  });
});

describe('the cell of a floating price', () => {
  test.each([['OIL-BRENT-ICE'], ['OIL-BRENT-ICE first nearby month settlement price']])(
    'says no more: %s',
    async (price) => expect(await besidePrice(price)).toEqual([]),
  );

  test.each([
    ['OIL-BRENT-ICE, capped at USD 90'],
    ['OIL-BRENT-ICE plus USD 1.50'],
    ['OIL-BRENT-ICE less the differential'],
  ])('says more: %s', async (price) => expect(await besidePrice(price)).toHaveLength(1));
});

describe('a cell that states a value once more', () => {
  const read = async (again: string) => {
    const { other_terms } = await readPage(`${HEAD}
    Credit Default Swap Confirmation
    Trade Date: | 4 May 2027
    Reference Entity: | Alto Gas S.p.A.
    Buyer: | Aldersyde Credit Fund
    Notional Amount: | EUR 3,000,000.00
    Fixed Rate: | 1%
    Floating Rate Payer Calculation Amount: | ${again}`);
    return other_terms.filter(({ economic }) => economic).map(({ literal }) => literal);
  };

  test('says no more by itself', async () => expect(await read('EUR 3,000,000.00')).toEqual([]));

  test('says more where its words do', async () =>
    expect(await read('EUR 3,000,000.00 unless called by us')).toEqual(['EUR 3,000,000.00 unless called by us']));
});

describe('the cell of a party or a kind', () => {
  const read = async (buyer: string) => {
    const { other_terms } = await readPage(`${HEAD}
    Credit Default Swap Confirmation
    Trade Date: | 4 May 2027
    Reference Entity: | Alto Gas S.p.A.
    Buyer: | ${buyer}
    Notional Amount: | EUR 3,000,000.00
    Fixed Rate: | 1%`);
    return other_terms.filter(({ economic }) => economic).map(({ literal }) => literal);
  };

  test('says no more by itself', async () => expect(await read('Aldersyde Credit Fund')).toEqual([]));

  test.each([['doubled in year 2'], ['at 4.5%']])('says more where a figure or a word changes it: %s', async (more) =>
    expect(await read(`Aldersyde Credit Fund, ${more}`)).toHaveLength(1),
  );
});
