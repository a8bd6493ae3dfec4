// Who does what, in tables of legs, under flows, and for both legs at once.

import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';
import { readConfirmation } from './read-confirmation.ts';

const DATES = `
  Trade Date: | 12 May 2027
  Effective Date: | 14 May 2027
  Termination Date: | 14 May 2032
  Notional Amount: | EUR 20,000,000.00`;

const PAGES: readonly (readonly [string, string, Partial<Trade>])[] = [
  [
    'terms of both legs, a rate in the words of who pays it',
    `${HEAD}\n  Interest Rate Swap${DATES}
  You pay us a fixed rate of: | 4.65% a year
  We pay you: | EUR-EURIBOR 6M + 0.15%
  Both legs | ACT/360, annual`,
    {
      ...{ fixed_rate: '4.65', fixed_rate_payer: 'COUNTERPARTY', fixed_day_count: 'ACT/360' },
      ...{ floating_rate_payer: 'BANK', floating_payment_frequency: 'ANNUAL', fixed_payment_frequency: 'ANNUAL' },
    },
  ],
  [
    'amounts under who pays whom',
    `${HEAD}\n  FX Forward
  Trade Date: | 12 May 2027
  Port Lisle to Aldersyde: | USD 10,850,000.00
  Aldersyde to Port Lisle: | EUR 10,000,000.00
  Value date: | 18 May 2027`,
    { currency_buyer: 'COUNTERPARTY', currency: 'USD', currency_2: 'EUR', notional_2: '10000000.00' },
  ],
  [
    'amounts whose currency stands above them',
    `${HEAD}\n  FX Forward
  Trade Date: | 12 May 2027
  Base currency | GBP
  Base amount | 850,000.00
  Quote currency | EUR
  Quote amount | 981,750.00
  Value date: | 18 May 2027`,
    { currency: 'GBP', notional: '850000.00', currency_2: 'EUR', notional_2: '981750.00' },
  ],
  [
    'names with what they do',
    `${HEAD}\n  Credit Default Swap${DATES}
  Port Lisle Bank plc | SELLS PROTECTION
  Aldersyde Credit Fund | BUYS PROTECTION
  Reference Entity | Orsini Cementi S.p.A.
  Coupon | 1.00%`,
    { seller: 'BANK', buyer: 'COUNTERPARTY' },
  ],
];

test.each(PAGES)('%s', async (_name, page, trade) => {
  expect((await readPage(page)).trade).toMatchObject(trade);
});

test('a leg a row, with a heading that is new', async () => {
  const page = `Port Lisle Bank plc
  To: | Aldersyde Credit Fund
  Interest Rate Swap${DATES}
  Leg | Payer | Receiver | Rate | Day Count | Frequency
  1 | Aldersyde Credit Fund | Port Lisle Bank plc | 2.6150% | 30/360 | Annual
  2 | Port Lisle Bank plc | Aldersyde Credit Fund | EUR-EURIBOR 6M flat | ACT/360 | Semi-Annual`;
  const extraction = await readConfirmation(plainPage(page, [50, 130, 240, 350, 460, 520]), 'BANK');
  expect(extraction).toMatchObject({
    extracted: {
      trade: {
        ...{ fixed_rate: '2.615', fixed_rate_payer: 'COUNTERPARTY', fixed_day_count: '30/360' },
        ...{ floating_rate_payer: 'BANK', floating_rate_index: 'EUR-EURIBOR', designated_maturity: '6M' },
      },
    },
  });
});
