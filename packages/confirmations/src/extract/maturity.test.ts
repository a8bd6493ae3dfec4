import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const swap = (terms: string) =>
  readPage(`${HEAD}
    Interest Rate Swap
    Trade Date: | 4 May 2027
    ${terms}
    Notional: | EUR 5,000,000
    Fixed Rate Payer: | Port Lisle Bank plc
    Fixed Rate: | 2.65%
    Floating Rate Payer: | Aldersyde Credit Fund
    Floating Rate Option: | EUR-EURIBOR 6M`);

test('a start and a tenor say when a swap ends', async () => {
  const { trade } = await swap('Effective Date: | 6 May 2027\nTerm: | 5 years');
  expect(trade.termination_date).toBe('2032-05-06');
});

test('where the tenor ends at a weekend, nobody knows the day', async () => {
  const { trade } = await swap('Effective Date: | 8 May 2027\nTerm: | 5 years');
  expect(trade.termination_date).toBeUndefined();
});

test('the day that is printed holds', async () => {
  const { trade } = await swap('Effective Date: | 6 May 2027\nTerm: | 5 years\nTermination Date: | 7 May 2032');
  expect(trade.termination_date).toBe('2032-05-07');
});
