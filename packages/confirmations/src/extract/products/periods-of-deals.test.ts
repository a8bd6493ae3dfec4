import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const deal = (period: string) =>
  readPage(`${HEAD}
  COMMODITY SWAP
  TRADE DATE: | 3 APR 2028
  COMMODITY: | NATURAL GAS
  ${period}
  TOTAL QUANTITY: | 120,000 MMBTU
  FIXED PRICE: | USD 3.25 PER MMBTU
  FIXED PRICE PAYER: | Port Lisle Bank plc
  REFERENCE PRICE: | NATURAL GAS-HENRY HUB-NYMEX`);

test('the tenor of a commodity deal is its first and its last day', async () => {
  for (const period of ['TENOR: | 01 MAY 2028 THRU 31 OCT 2028', 'HEDGE PERIOD: | 01 MAY 2028 - 31 OCT 2028']) {
    const { trade, other_terms } = await deal(period);
    expect(trade, period).toMatchObject({ effective_date: '2028-05-01', termination_date: '2028-10-31' });
    expect(
      other_terms.filter(({ economic }) => economic),
      period,
    ).toEqual([]);
  }
});

test('a tenor without two days, or whose last is before its first, is no period', async () => {
  for (const period of ['TENOR: | 6 MONTHS', 'TENOR: | 31 OCT 2028 THRU 01 MAY 2028']) {
    const { trade } = await deal(period);
    expect(trade.termination_date, period).toBeUndefined();
  }
});
