import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const swap = (...lines: readonly string[]) => `${HEAD}
  Interest Rate Swap
  Trade Date: | 15 September 2026
  Effective Date: | 17 September 2026
  Termination Date: | 17 September 2028
  ${lines.join('\n  ')}
  Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.4475%
  Floating Rate Payer: | Aldersyde Credit Fund
  Floating Rate Option: | GBP-SONIA-OIS Compound`;

test.each([
  ['behind a label with its colon', 'NOTIONAL ...: CHF |              31,400,000.00'],
  ['in cells of their own', 'Notional amount | CHF | 31,400,000.00'],
])('a code apart from its amount, %s', async (_, row) => {
  const { trade, other_terms } = await readPage(swap(row));
  expect(trade).toMatchObject({ currency: 'CHF', notional: '31400000.00' });
  expect(other_terms).toEqual([]);
});

test('letters that are no currency are joined to nothing', async () => {
  const { trade } = await readPage(swap('Calendar: LON | 31,400,000.00'));
  expect(trade.notional).toBeUndefined();
});

test('a number of days is no notional, whatever places it counts', async () => {
  for (const delay of ['2 LON BD after period end', '5 NYC/LON BDs', '10 (ten) business days', '3 TARGET days']) {
    const { trade } = await readPage(swap(`Delay of what is due: | ${delay}`));
    expect([delay, trade.notional]).toEqual([delay, undefined]);
  }
});
