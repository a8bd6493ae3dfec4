import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const PAGES: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'labels that begin with the leg that they are of',
    'COUNTERPARTY',
    `Hollowell Pension Scheme
  Front Office Treasury
  Trade details for matching
  Own ID: | HPS-0811
  Dealer ID: | QB-TBS-77
  Dealer: | Quayside Merchant Bank plc
  Instrument: | Tenor basis swap
  Trade date: | 8 June 2027
  Start date: | 10 June 2027
  End date: | 10 June 2034
  Nominal: | EUR 36,000,000.00
  Receive leg index: | Euribor 3M
  Receive leg margin: | 0.085%
  Receive leg periods: | every 3 months, act/360
  Pay leg index: | Euribor 6M
  Pay leg margin: | 0
  Pay leg periods: | every 6 months, act/360`,
    {
      bank_name: 'Quayside Merchant Bank plc',
      trade_id: 'HPS-0811',
      other_reference: 'QB-TBS-77',
      floating_rate_payer: 'BANK',
      designated_maturity: '3M',
      spread_bps: '8.5',
      floating_payment_frequency: 'QUARTERLY',
      floating_day_count: 'ACT/360',
      second_rate_payer: 'COUNTERPARTY',
      second_designated_maturity: '6M',
      second_spread_bps: '0',
      second_payment_frequency: 'SEMI_ANNUAL',
    },
  ],
  [
    'labels of two parts, the first before several',
    'COUNTERPARTY',
    `Brackwede Werkzeugbau GmbH
  Addressed to | Quayside Merchant Bank plc
  Our reference | BW-31
  Interest rate swap
  Trade date | 2 March 2027
  Effective date | 4 March 2027
  End date | 4 March 2033
  Principal | EUR 7,500,000.00
  Fixed interest: payer | Brackwede
  Fixed interest: rate | 2.415 %
  Fixed interest: basis | 30/360
  Variable interest: payer | the Bank
  Variable interest: index | 3-month EURIBOR
  Variable interest: basis | act/360`,
    {
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '2.415',
      fixed_day_count: '30/360',
      floating_rate_payer: 'BANK',
      floating_day_count: 'ACT/360',
    },
  ],
  [
    'a principal that steps in its own cell, of a municipality that speaks of itself',
    'COUNTERPARTY',
    `Nordhammar Council
  Finance department
  Quayside Merchant Bank plc, your swap QB-IRS-12
  The council confirms the following amortising interest rate swap:
  Agreed on | 9 March 2027
  Runs from | 11 March 2027
  Runs to | 11 March 2030
  Principal | SEK 90,000,000.00 from 11 March 2027, SEK 60,000,000.00 from 11 March 2028 and SEK 30,000,000.00 from 11 March 2029
  The council pays | fixed rate 2.31 % p.a., once a year, 30E/360
  The council receives | SEK-STIBOR-SIDE 3 months plus 15 basis points, each quarter, Act/360`,
    {
      bank_name: 'Quayside Merchant Bank plc',
      counterparty_name: 'Nordhammar Council',
      currency: 'SEK',
      notional: '90000000.00',
      notional_schedule: '2027-03-11 90000000.00; 2028-03-11 60000000.00; 2029-03-11 30000000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      floating_rate_payer: 'BANK',
    },
  ],
  [
    'a fund whose administrator writes',
    'COUNTERPARTY',
    `Carrick Alternative Fund Services
  P.O. Box 12, Grand Cayman
  Administrator of Ashgrove Relative Value Master Fund
  Affirmation date: | March 11, 2027
  Fund trade id: | ARV-03
  Dealer: | Quayside Merchant Bank plc
  Dealer trade id: | QB-FX-3
  FX Forward
  Trade date: | March 9, 2027
  We buy: | EUR 5,000,000.00
  We sell: | USD 5,500,000.00
  Rate: | 1.1000
  Value date: | September 10, 2027`,
    { counterparty_name: 'Ashgrove Relative Value Master Fund', trade_id: 'ARV-03', other_reference: 'QB-FX-3' },
  ],
  [
    'a fund under whose account its manager deals',
    'COUNTERPARTY',
    `BRAMWELL CAPITAL MANAGEMENT LLC
  Operations, 7 Elm Court, Greenwich
  FX Forward affirmation
  Account | Bramwell Macro Opportunities Fund LP
  Executing dealer | Quayside Merchant Bank plc
  Trade date | 24 March 2027
  We buy | EUR 5,000,000.00
  We sell | USD 5,500,000.00
  Rate | 1.1000
  Value date | 27 September 2027`,
    { counterparty_name: 'Bramwell Macro Opportunities Fund LP', bank_name: 'Quayside Merchant Bank plc' },
  ],
  [
    'a cap that a German letter says was bought, and who pays the premium',
    'COUNTERPARTY',
    `Wohnstatt Ostmark GmbH
  An die Volksbank Odertal eG
  Zinscap WO/26/5 - Ihre Geschäftsnummer VO-CAP-031
  Wir haben von Ihnen einen Cap auf den Euribor gekauft.
  Handelstag: | 16.03.2027
  Nominalbetrag: | 4,0 Mio. EUR
  Laufzeit: | vom 18.03.2027 bis zum 18.03.2031
  Zinsobergrenze: | 3,25 % p. a.
  Referenzzinssatz: | 3-Monats-EURIBOR
  Einmalige Prämie: | 38.200,00 EUR, von uns zu zahlen am 18.03.2027`,
    {
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
      trade_id: 'WO/26/5',
      other_reference: 'VO-CAP-031',
      premium_amount: '38200.00',
      premium_date: '2027-03-18',
    },
  ],
  [
    'a section by its number below a label with a colon',
    'BANK',
    `Quayside Merchant Bank plc
  To: | Hollowell Pension Scheme
  Swaption Transaction
  (a) Option terms
  Trade Date: | 2 February 2027
  Seller: | Quayside Merchant Bank plc
  Buyer: | Hollowell Pension Scheme
  Option Style: | European
  Expiration Date: | 2 February 2029
  Premium: | GBP 212,500.00
  Premium Payment Date: | 4 February 2027
  Settlement Method: | Physical Settlement
  (b) Underlying Swap Transaction
  Notional Amount: | GBP 15,000,000.00
  Effective Date: | 2 February 2029
  Termination Date: | 2 February 2044
  Fixed Rate Payer: | Quayside Merchant Bank plc
  Fixed Rate: | 4.02% per annum
  Floating Rate Option: | GBP-SONIA-OIS Compound`,
    { settlement_type: 'PHYSICAL', notional: '15000000.00' },
  ],
  [
    'a reference below the product’s name, which is no share',
    'BANK',
    `Quayside Merchant Bank plc
  To: | Ashgrove Relative Value Master Fund
  EQUITY SWAP TRANSACTION
  Ref: QB-EQ-0902
  Trade Date: | 14 January 2027
  Effective Date: | 18 January 2027
  Termination Date: | 18 January 2029
  Equity Amount Payer: | Quayside Merchant Bank plc
  Underlying Shares: | Valdor Motors S.A. (ISIN FR0000131104)
  Number of Shares: | 60,000 (sixty thousand)
  Initial Price: | EUR 8.4250
  Equity Notional Amount: | EUR 505,500.00
  Type of Return: | Price Return
  Floating Rate Option: | EUR-EURIBOR
  Designated Maturity: | 6 months
  Spread: | minus 15 basis points`,
    { trade_id: 'QB-EQ-0902', underlier: 'Valdor Motors S.A. (ISIN FR0000131104)', number_of_shares: '60000' },
  ],
  [
    'parties by their roles behind them, and the day of the trade',
    'COUNTERPARTY',
    `Lismore Crag Asset Management Limited
  RECAP OF FX OPTION TRADE
  our id: | LC-FXO-71
  your id: | OBB-31
  we: | Lismore Crag Asset Management Limited, as buyer
  you: | Osaka Bay Bank, Ltd., as seller
  traded: | 18 June 2027
  option: | USD put / JPY call, European
  put amount: | USD 20,000,000.00
  call amount: | JPY 2,930,000,000
  strike: | 146.50
  expiry: | 17 December 2027, 3.00 pm Tokyo`,
    { buyer: 'COUNTERPARTY', seller: 'BANK', trade_date: '2027-06-18' },
  ],
  [
    'protection that one has sold, and the other bought',
    'COUNTERPARTY',
    `Catalpa Credit Partners LP
  To: | Quayside Merchant Bank plc
  Credit default swap
  Catalpa Credit Partners LP has sold, and Quayside Merchant Bank plc has bought, credit protection on the entity below.
  Trade date: | 10 June 2027
  Effective date: | 11 June 2027
  Termination date: | 20 June 2032
  Reference entity: | Lambton Paper plc
  Notional: | EUR 10,000,000.00
  Fixed rate: | 1.00%`,
    { seller: 'COUNTERPARTY', buyer: 'BANK' },
  ],
];

test.each(PAGES)('%s', async (_name, source, page, expected) => {
  expect((await readPage(page, source)).trade).toMatchObject(expected);
});

const DATED = (line: string) => `Quayside Merchant Bank plc
  To: | Aldersyde Credit Fund
  ${line}
  FX Forward Confirmation
  Our Reference: | QB-1
  Trade Date: | 3 March 2027
  You buy: | EUR 5,000,000.00
  You sell: | USD 5,500,000.00
  Rate: | 1.1000
  Value Date: | 10 September 2027`;

test.each([
  'Printed on: | 5 March 2027',
  'Sheet date | 5 March 2027',
  'Établi le : | 05.03.2027',
  'Date sent | 5 March 2027',
])('the paper’s day under %s', async (line) => {
  expect((await readPage(DATED(line))).trade).toMatchObject({
    confirmation_date: '2027-03-05',
    trade_date: '2027-03-03',
  });
});
