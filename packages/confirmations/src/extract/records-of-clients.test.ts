import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const PAGES: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
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
  [
    'a forward in sentences, and what it is called',
    'COUNTERPARTY',
    `Brayford Foods International Ltd
  To: Quayside Merchant Bank plc
  Treasury deal no. BFI/T/84
  Forward purchase of euro
  Brayford Foods International Ltd ("Brayford") confirms the following to Quayside Merchant Bank plc (the "Bank"):
  1. On 9th November 2027 Brayford bought from the Bank €5,600,000.00 forward.
  2. In exchange Brayford will pay the Bank US$6,566,000.00, at the agreed outright rate of 1.1725.
  3. Both payments fall due for value 11th May 2028.`,
    {
      product: 'FX_FORWARD',
      currency: 'EUR',
      notional: '5600000.00',
      currency_2: 'USD',
      notional_2: '6566000.00',
      currency_buyer: 'COUNTERPARTY',
    },
  ],
  [
    'an option in sentences, sold by one and bought by the other',
    'COUNTERPARTY',
    `Brayford Foods International Ltd
  To: Quayside Merchant Bank plc
  Treasury deal no. BFI/T/87
  Currency option bought
  Brayford Foods International Ltd ("Brayford") confirms the following to Quayside Merchant Bank plc (the "Bank"):
  1. On 10th November 2027 the Bank sold, and Brayford bought, a European-style option.
  2. The option gives Brayford the right to buy €3,000,000.00 (euro call) from the Bank against payment of
  £2,646,000.00 (sterling put), at a strike of £0.8820 per euro.
  3. It may be exercised only on 15th April 2028, up to 10.00 a.m. New York time.
  4. Brayford pays the Bank a premium of £38,250.00 on 12th November 2027.`,
    {
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
      option_type: 'EUR_CALL_GBP_PUT',
      strike_price: '0.8820',
      expiry_date: '2028-04-15',
    },
  ],
];

test.each(PAGES)('%s', async (_name, source, page, expected) => {
  expect((await readPage(page, source)).trade).toMatchObject(expected);
});
