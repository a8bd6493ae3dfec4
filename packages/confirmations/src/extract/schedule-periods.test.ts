import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const gas = (heads: string, rows: readonly string[]) => `${HEAD}
  Commodity Swap Confirmation
  Trade Date: | 12 March 2027
  Effective Date: | 1 July 2027
  Termination Date: | 30 September 2027
  Commodity: | Natural Gas
  Total Notional Quantity: | 21,000 MWh
  Fixed Price Payer: | Aldersyde Credit Fund
  Fixed Price: | EUR 29.35 per MWh
  Floating Price Payer: | Port Lisle Bank plc
  Commodity Reference Price: | GAS-TTF
  ${heads}
  ${rows.join('\n  ')}`;
const ROWS = [
  '1 July 2027 to 31 July 2027 | 7,000 | 9 August 2027',
  '1 August 2027 to 31 August 2027 | 7,000 | 8 September 2027',
  '1 September 2027 to 30 September 2027 | 7,000 | 8 October 2027',
];
const HEADS = 'Period | Volume (MWh) | Settlement Date';

describe('a table of periods', () => {
  test('is a schedule, and its payment dates are compared with those of another table', async () => {
    const { trade, other_terms } = await readPage(gas(HEADS, ROWS));
    expect(trade.quantity_schedule).toBe('2027-07-01 7000; 2027-08-01 7000; 2027-09-01 7000');
    expect(other_terms).toMatchObject([
      { key: 'payment dates of the periods', literal: '2027-08-09, 2027-09-08, 2027-10-08', economic: false },
    ]);
  });

  test('with a payment out of the row is a term of its own', async () => {
    const rows = ROWS.map((row) => row.replace('8 September', '28 September'));
    expect((await readPage(gas(HEADS, rows))).other_terms).toMatchObject([{ economic: true }]);
  });

  test.each([
    ['a period that ends early', HEADS, ROWS.map((row) => row.replace('31 August', '15 August'))],
    ['two periods that overlap', HEADS, ROWS.map((row) => row.replace('31 July', '10 August'))],
    ['a last period that ends before the trade', HEADS, ROWS.slice(0, 2)],
    ['figures in another unit', HEADS.replace('MWh', 'therms'), ROWS],
    ['figures of each hour', HEADS.replace('MWh', 'MWh per hour'), ROWS],
    ['figures that hold on a condition', HEADS.replace('(MWh)', '(MWh, if nominated)'), ROWS],
    ['figures of one side', HEADS.replace('(MWh)', '(Buyer)'), ROWS],
  ])('with %s is left out, for review', async (_what, heads, rows) => {
    const { trade, flags } = await readPage(gas(heads, rows));
    expect(trade.quantity_schedule).toBeUndefined();
    expect(flags).toContainEqual(expect.objectContaining({ code: 'UNREAD_VALUE', field: 'quantity_schedule' }));
  });

  test('of a notional, with the ends of its periods', async () => {
    const swap = (until: string, heading = 'Nominal (EUR)') => `${HEAD}
  Interest Rate Swap
  Trade Date: | 2 March 2027
  Effective Date: | 4 March 2027
  Termination Date: | 4 March 2029
  Notional Amount: | EUR 8,000,000.00, reducing as set out in the schedule below
  Fixed Rate Payer: | Aldersyde Credit Fund
  Fixed Rate: | 2.10 %
  From | To | ${heading}
  4 March 2027 | ${until} | 8,000,000.00
  4 March 2028 | 4 March 2029 | 5,000,000.00`;
    expect((await readPage(swap('4 March 2028'))).trade.notional_schedule).toBeDefined();
    expect((await readPage(swap('4 September 2027'))).trade.notional_schedule).toBeUndefined();
    expect((await readPage(swap('4 March 2028', 'Nominal (fixed side)'))).trade.notional_schedule).toBeUndefined();
  });
});
