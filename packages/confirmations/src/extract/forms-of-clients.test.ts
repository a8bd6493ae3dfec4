import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const PAGES: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'a letter of a cap, whose seller is named by a sentence',
    'COUNTERPARTY',
    `Orchard Water plc
  Group Treasury
  Purchase of interest rate cap
  On 24 September 2027 Orchard Water plc bought from you the interest rate cap described below. Our reference OW-19.
  The seller of the cap is Landesbank Eiderstedt and the buyer is Orchard Water plc. The notional amount is
  EUR 22,000,000.00 throughout. The cap rate is 3.00% per annum.
  The cap runs from and including 28 September 2027 (effective date) to but excluding 28 September 2030 (termination date).
  The floating rate option is EUR-EURIBOR with a designated maturity of three months.
  We pay you a premium of EUR 187,000.00 on 28 September 2027.`,
    { bank_name: 'Landesbank Eiderstedt', seller: 'BANK', premium_amount: '187000.00', premium_date: '2027-09-28' },
  ],
  [
    'a currency swap whose legs stand under who they are payable by',
    'COUNTERPARTY',
    `CENTRAL BANK OF NORDHOLM
  CONFIRMATION OF CURRENCY SWAP
  Deal number: | CBN/0811
  Bank: | Mistral Quay Bank plc
  Central Bank: | Central Bank of Nordholm
  Date of deal: | 7 October 2027
  Start date: | 9 October 2027
  Maturity date: | 9 October 2030
  PART A - Amounts payable by the Bank
  Principal: | USD 40,000,000.00
  Rate of interest: | USD-SOFR-OIS Compound
  Margin: | Nil
  Interest payable: | Quarterly
  Interest basis: | Actual/360
  PART B - Amounts payable by the Central Bank
  Principal: | GBP 29,850,000.00
  Rate of interest: | GBP-SONIA-OIS Compound
  Margin: | -7.5 basis points
  Interest payable: | Quarterly
  Interest basis: | Actual/365 (Fixed)
  PART C - Principal exchanges
  On 9 October 2027: | Bank pays GBP 29,850,000.00; Central Bank pays USD 40,000,000.00
  On 9 October 2030: | Bank pays USD 40,000,000.00; Central Bank pays GBP 29,850,000.00
  Calculation agent: | the Bank`,
    {
      currency: 'GBP',
      floating_rate_payer: 'COUNTERPARTY',
      floating_payment_frequency: 'QUARTERLY',
      second_rate_payer: 'BANK',
      second_payment_frequency: 'QUARTERLY',
      initial_exchange_date: '2027-10-09',
      final_exchange_date: '2030-10-09',
    },
  ],
  [
    'who sells an option, by a verb in the value',
    'COUNTERPARTY',
    `Trade Affirmation - Swaption
  Fund: | Aldersyde Pension Fund
  Bank: | Mistral Quay Bank plc
  Fund Trade ID: | OPT-0671
  Trade Date: | 1 October 2027
  Swaption Type: | Payer
  Fund Buys / Sells: | Sells
  Expiry Date: | 1 October 2028
  Effective Date: | 5 October 2028
  Maturity Date: | 5 October 2038
  Notional: | USD 50,000,000.00
  Fixed Rate: | 3.75%
  Floating Index: | USD-SOFR-OIS Compound`,
    { seller: 'COUNTERPARTY', buyer: 'BANK' },
  ],
  [
    'who has the equity return, by a verb in the label',
    'COUNTERPARTY',
    `Trade Affirmation - Equity Swap
  Fund: | Aldersyde Pension Fund
  Bank: | Mistral Quay Bank plc
  Fund Trade ID: | EQS-44
  Trade Date: | 19 October 2027
  Effective Date: | 21 October 2027
  Maturity Date: | 21 October 2028
  Underlying: | Vaudrey Turbine plc
  Number of Shares: | 250,000
  Initial Price: | 64.20
  Notional: | USD 16,050,000.00
  Fund Receives: | Equity return
  Return Type: | Total Return
  Fund Pays: | Floating
  Floating Index: | USD-SOFR-OIS Compound`,
    { equity_amount_payer: 'BANK', floating_rate_payer: 'COUNTERPARTY' },
  ],
];

test.each(PAGES)('%s', async (_, source, page, expected) => {
  expect((await readPage(page, source)).trade).toMatchObject(expected);
});
