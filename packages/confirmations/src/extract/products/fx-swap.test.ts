import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const page = (rate: string, far: string) =>
  readPage(
    `${HEAD}
  Currency swap
  Trade Date: | 15 September 2026
   | Near leg | Far leg
  Value date | 17 September 2026 | 17 December 2026
  ${rate} | 10.8015 | ${far}
  Port Lisle Bank plc pays | EUR 3,000,000.00 | NOK 32,460,000.00
  Aldersyde Credit Fund pays | NOK 32,404,500.00 | EUR 3,000,000.00`,
    'BANK',
    [50, 200, 340],
  );

test('a currency swap with a near and a far leg and no interest is an exchange and back', async () => {
  expect((await page('Rate', '10.8200')).trade).toMatchObject({
    product: 'FX_SWAP',
    currency_buyer: 'COUNTERPARTY',
    fx_rate: '10.8015',
    far_fx_rate: '10.8200',
    far_notional_2: '32460000.00',
  });
});

test('one that pays interest is none', async () => {
  const extraction = await page('Fixed rate', '4.25%').then(
    ({ trade }) => trade.product,
    (error: Error) => error.message,
  );
  expect(extraction).not.toBe('FX_SWAP');
});
