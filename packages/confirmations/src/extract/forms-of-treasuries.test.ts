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
  [
    'parties that are defined by an equals sign, and the ends of the trade in one row',
    'COUNTERPARTY',
    `WENSUM VALLEY TEACHERS PENSION SCHEME
  Investment Operations - Quay House, Norwich
  TRADE AFFIRMATION - SWAPTION
  To Quayside Merchant Bank plc. We affirm the following trade. Scheme = Wensum Valley Teachers Pension Trustees
  Limited; Bank = Quayside Merchant Bank plc.
  Scheme reference | WVT-126
  Bank reference | QB/26-40931
  Dealt on | 17-Nov-2027
  Scheme | buys a European swaption from Bank
  Premium | GBP 262,500.00, payable on 19-Nov-2027
  Expiry | 17-Nov-2028 at 11:00 London time
  On exercise | Physical settlement into the swap below
  Underlying swap
  From / To | 19-Nov-2028 / 19-Nov-2038
  Notional | GBP 15 million
  Scheme pays | 4.15 per cent fixed, annually, Act/365F
  Scheme receives | Compounded SONIA (GBP-SONIA-OIS Compound), flat, annually, Act/365F`,
    {
      counterparty_name: 'Wensum Valley Teachers Pension Trustees Limited',
      bank_name: 'Quayside Merchant Bank plc',
      trade_id: 'WVT-126',
      other_reference: 'QB/26-40931',
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
      effective_date: '2028-11-19',
      termination_date: '2038-11-19',
      settlement_type: 'PHYSICAL',
      fixed_rate_payer: 'COUNTERPARTY',
    },
  ],
  [
    'the legs and exchanges of a cross-currency swap in numbered sentences',
    'COUNTERPARTY',
    `Sirocco Dry Bulk Carriers Limited
  To: Havn Merchant Bank ASA, Markets Operations
  Our ref: SDB/345
  Cross-currency swap - confirmation by the company
  We, Sirocco Dry Bulk Carriers Limited, confirm to you, Havn Merchant Bank ASA, the following swap:
  1. The swap was dealt on 16th November 2027. It starts on 18th November 2027 and ends on 18th November 2031.
  2. On 18th November 2027 we pay you NOK 203,000,000.00 and you pay us USD 20,000,000.00.
  3. You pay us, on NOK 203,000,000.00, three-month NIBOR plus 2.10% per annum, on an Actual/360 basis, quarterly.
  4. We pay you, on USD 20,000,000.00, USD-SOFR-OIS Compound plus 2.35% per annum, on an Actual/360 basis, quarterly.
  5. On 18th November 2031 we pay you USD 20,000,000.00 and you pay us NOK 203,000,000.00.`,
    {
      currency: 'NOK',
      notional: '203000000.00',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'NOK-NIBOR',
      spread_bps: '210',
      currency_2: 'USD',
      notional_2: '20000000.00',
      second_rate_payer: 'COUNTERPARTY',
      initial_exchange_date: '2027-11-18',
      final_exchange_date: '2031-11-18',
    },
  ],
  [
    'a cap in numbered sentences, against an index with its name in brackets',
    'COUNTERPARTY',
    `Sirocco Dry Bulk Carriers Limited
  To: Havn Merchant Bank ASA, Markets Operations
  Our ref: SDB/349
  Interest rate cap - confirmation by the company
  We, Sirocco Dry Bulk Carriers Limited, confirm to you, Havn Merchant Bank ASA, the following cap:
  1. The cap was dealt on 18th November 2027. We are the buyer and you are the seller.
  2. It starts on 20th November 2027 and ends on 20th November 2030. The notional amount is USD 18,000,000.00.
  3. The cap rate is 4.25% per annum against three-month Term SOFR (USD-SOFR CME Term).
  4. You pay us any excess quarterly, calculated on an Actual/360 basis.
  5. We pay you a premium of USD 141,000.00 on 23rd November 2027.`,
    {
      cap_rate: '4.25',
      floating_rate_index: 'USD-SOFR CME Term',
      designated_maturity: '3M',
      floating_payment_frequency: 'QUARTERLY',
      buyer: 'COUNTERPARTY',
    },
  ],
  [
    'headings that say what one receives and pays',
    'COUNTERPARTY',
    `Stichting Pensioenfonds Havenkade                                      Form DV-3
  Derivative record: interest rate swap
  Our number DV-27-0628 | Number of the other side QB/IR/7720
  Dealt with Quayside Merchant Bank plc (hereafter "the Bank"). Stichting Pensioenfonds Havenkade
  is hereafter "the Fund".
  1. The trade
  Dealt on | 12 November 2027
  Runs from | 16 November 2027
  Until | 16 November 2037
  Principal | EUR 50 million
  2. The swap: what the Fund would receive
  Kind | Fixed interest, paid by the Bank
  Rate | 2.55%
  Day basis | 30/360
  Paid | Once a year
  3. The swap: what the Fund would pay
  Kind | Floating interest on the same principal
  Reference | 6-month EURIBOR (EUR-EURIBOR), flat
  Day basis | Actual/360
  Paid | Every six months`,
    {
      counterparty_name: 'Stichting Pensioenfonds Havenkade',
      bank_name: 'Quayside Merchant Bank plc',
      trade_id: 'DV-27-0628',
      other_reference: 'QB/IR/7720',
      fixed_rate_payer: 'BANK',
      fixed_rate: '2.55',
      fixed_day_count: '30/360',
      fixed_payment_frequency: 'ANNUAL',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '6M',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'SEMI_ANNUAL',
      termination_date: '2037-11-16',
    },
  ],
  [
    'sides of a council’s collar by who bought the cap and sold the floor',
    'COUNTERPARTY',
    `WEXBURY BOROUGH COUNCIL
  Quayside Merchant Bank plc
  Interest rate collar
  Contract date: | 29 October 2027
  First day of cover: | 2 November 2027
  Last day of cover: | 2 November 2032
  Notional sum: | GBP 8,000,000.00
  Cap bought by the Council at: | 4.75%
  Floor sold by the Council at: | 2.60%
  Index: | GBP-SONIA-OIS Compound`,
    {
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
      cap_rate: '4.75',
      floor_rate: '2.6',
      effective_date: '2027-11-02',
      termination_date: '2032-11-02',
    },
  ],
  [
    'protection by a side that says who buys it, of a name that is neither party',
    'COUNTERPARTY',
    `Arden Valley Insurance plc
  Trade affirmation: single name CDS
  Dealer: | Quayside Merchant Bank plc
  Trade date: | 24 September 2027
  Protection from: | 25 September 2027
  Matures: | 20 December 2032
  Notional: | EUR 8,000,000.00
  Name: | Lambton Motorways Finance B.V.
  Obligation ISIN: | XS2299104471
  Direction: | Dealer buys protection
  Coupon: | 100 bp p.a.`,
    {
      reference_entity: 'Lambton Motorways Finance B.V.',
      bank_name: 'Quayside Merchant Bank plc',
      buyer: 'BANK',
      seller: 'COUNTERPARTY',
    },
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
