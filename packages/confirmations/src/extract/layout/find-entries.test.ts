import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

test('a label with its colon is nobody’s value', async () => {
  const { trade } = await readPage(`${HEAD}
    Interest Rate Swap
    Trade Date: | 4 May 2027
    Effective Date: | 6 May 2027
    Maturity Date: | 6 May 2032
    Notional: | EUR 5,000,000
    Fixed Rate Payer: | Port Lisle Bank plc
    Fixed Rate: | 2.65%
    Floating Rate Option: | Spread:
    Governing Law: | English law`);
  expect(trade.floating_rate_index).toBeUndefined();
  expect(trade.fixed_rate).toBe('2.65');
});
