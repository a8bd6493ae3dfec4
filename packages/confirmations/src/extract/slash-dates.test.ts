import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const swap = (confirmed: string, traded: string) =>
  readPage(`${HEAD}
    Interest Rate Swap Confirmation
    Confirmation date: | ${confirmed}
    Trade Date: | ${traded}
    Effective Date: | 12/10/2027
    Termination Date: | 12/10/2032
    Notional: | USD 3,000,000.00`);

test('a confirmation is written within days of its trade, not months', async () => {
  const { trade, inferred } = await swap('12/10/2027', '12/08/2027');
  expect(trade).toMatchObject({
    trade_date: '2027-12-08',
    confirmation_date: '2027-12-10',
    effective_date: '2027-12-10',
  });
  expect(inferred.trade_date).toMatch(/month-first.*confirmed months after/);
});

test.each([
  ['two days and four weeks apart', '09/10/2027', '07/09/2027'],
  ['the same day of both', '12/10/2027', '12/10/2027'],
  ['weeks late either way', '11/10/2027', '09/09/2027'],
])('two ways to read its dates stay two: %s', async (_name, confirmed, traded) => {
  const { trade, flags } = await swap(confirmed, traded);
  expect(trade.effective_date).toBeUndefined();
  expect(flags.map(({ code, field }) => `${code} ${field}`)).toContain('AMBIGUOUS_DATE effective_date');
});
