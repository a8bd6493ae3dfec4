import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const option = async (row: string) => {
  const { trade, other_terms } = await readPage(`${HEAD}
    FX Option
    Trade Date: | 4 May 2027
    Buyer: | Aldersyde Credit Fund
    ${row}`);
  return [trade.settlement_type, other_terms.filter(({ economic }) => economic).map(({ literal }) => literal)];
};
const swap = async (row: string) => {
  const { trade, other_terms, flags } = await readPage(`${HEAD}
    Commodity Swap
    Trade Date: | 4 May 2027
    Fixed Price Payer: | Aldersyde Credit Fund
    ${row}`);
  const unread = flags.filter(({ field }) => field === 'settlement_type').length;
  return [trade.settlement_type, unread, other_terms.filter(({ economic }) => economic).map(({ literal }) => literal)];
};

test.each([
  'Settlement Date: | 9 August 2027, against physical exchange of both currencies',
  'Settlement Date: | 9 August 2027 (physical delivery)',
])('how the trade settles, behind its day: %s', async (row) => {
  expect(await option(row)).toEqual(['PHYSICAL', []]);
});

test('a part that says something besides stays', async () => {
  expect(await option('Settlement Date: | 9 August 2027, physical delivery, half to Northwick')).toEqual([
    'PHYSICAL',
    ['half to Northwick'],
  ]);
});

test.each([
  'Settlement: | Cash settlement only. No delivery of oil is made or taken',
  'Settlement: | In cash. No metal is delivered',
])('what is not delivered is settled in cash: %s', async (row) => {
  expect(await swap(row)).toEqual(['CASH', 0, []]);
});

test('a choice is read as none', async () => {
  expect(await swap('Settlement: | Cash, or delivery of oil')).toEqual([undefined, 1, []]);
});
