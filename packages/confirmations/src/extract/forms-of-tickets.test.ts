// Tickets, prints of FpML with parted paths, letters with numbered clauses.
import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const PAGES: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'a forward whose labels say each side twice',
    'BANK',
    `${HEAD}
  DEAL CONFIRMATION    TYPE: FX FORWARD
  DEALT ON: | 18-AUG-2027
  WE BUY (YOU SELL): | USD 8,250,000.00
  WE SELL (YOU BUY): | CAD 11,220,000.00
  ALL-IN RATE: | 1.3600 CAD PER USD
  VALUE DATE: | 20-NOV-2027`,
    { currency: 'USD', notional: '8250000.00', currency_2: 'CAD', currency_buyer: 'BANK' },
  ],
  [
    'an option in capitals: who sells it, and until when it may be exercised',
    'BANK',
    `${HEAD}
  DEAL CONFIRMATION    TYPE: CURRENCY OPTION
  DEALT ON: | 22-JUL-2027
  OPTION: | USD PUT / CAD CALL
  STYLE: | EUROPEAN
  WE SELL / YOU BUY: | THE OPTION
  PUT AMOUNT: | USD 10,000,000.00
  CALL AMOUNT: | CAD 13,750,000.00
  STRIKE: | 1.3750 CAD PER USD
  EXPIRY: | 22-OCT-2027 10:00 AM NEW YORK`,
    { seller: 'BANK', buyer: 'COUNTERPARTY', cut_off_time: '10:00 New York' },
  ],
  [
    'a party that only its definition names is no role',
    'COUNTERPARTY',
    `Aldersyde Energy Trading Limited
  CONFIRMATION: FOREIGN EXCHANGE FORWARD
  Between Aldersyde Energy Trading Limited ("Aldersyde") and Bank of Lisle ("Counterparty").
  Deal date | 18-Aug-27
  Bought by Counterparty | USD 8,250,000
  Sold by Counterparty | CAD 11,220,000
  Delivery date | 20-Nov-27`,
    { bank_name: 'Bank of Lisle', currency: 'USD', currency_buyer: 'BANK' },
  ],
  [
    'references of the client and of the broker on the client’s own paper',
    'COUNTERPARTY',
    `Aldersyde Pension Trustees Limited
  Trade affirmation: Interest Rate Swap
  Client: | Aldersyde Pension Trustees Limited
  Broker: | Port Lisle Bank plc
  Client ref | APT/27/0388
  Broker ref | PL-2027-0519-07
  Trade date | 19 May 2027
  Start | 21 May 2027
  Maturity | 21 May 2037
  Nominal | EUR 40,000,000.00
  Fixed leg
  Paid by | Broker
  Coupon | 2.8840%`,
    { trade_id: 'APT/27/0388', other_reference: 'PL-2027-0519-07', fixed_rate_payer: 'BANK' },
  ],
  [
    'a swaption in numbered clauses: it expires, and the swap below it ends',
    'COUNTERPARTY',
    `Aldersyde Life Insurance plc
  To: | Port Lisle Bank plc
  Confirmation of swaption
  1. On 15th September 2027 we bought from you, as seller, a European style swaption.
  2. The premium is EUR 412,500, payable by us on 17th September 2027.
  3. The swaption expires on 15th March 2028 at 11:00 a.m. Brussels time. On exercise, physical settlement applies.
  4. The underlying swap starts on 17th March 2028 and ends on 17th March 2038. The notional amount is EUR 30 million.
  5. Under the underlying swap we pay the fixed rate of 2.90% per annum, annually, on the 30/360 day count basis.`,
    {
      ...{ premium_date: '2027-09-17', expiry_date: '2028-03-15', cut_off_time: '11:00 Brussels' },
      ...{ effective_date: '2028-03-17', termination_date: '2038-03-17', fixed_day_count: '30/360' },
    },
  ],
  [
    'a currency swap whose legs begin with a line of their own, in capitals',
    'COUNTERPARTY',
    `ALDERSYDE AIRWAYS OYJ
  DEAL CONFIRMATION
  INSTRUMENT: | CROSS CURRENCY SWAP
  BANK: | Port Lisle Bank plc
  COMPANY: | Aldersyde Airways Oyj
  TRADE DATE: | 29 SEP 2027
  START DATE: | 01 OCT 2027
  MATURITY DATE: | 01 OCT 2031
  LEG 1: | FIXED
  PAYER: | ALDERSYDE
  NOTIONAL: | EUR 42,000,000.00
  RATE: | 2.89 PCT
  DAY COUNT: | 30/360
  FREQUENCY: | 12M
  LEG 2: | FLOATING
  PAYER: | BANK
  NOTIONAL: | USD 49,140,000.00
  INDEX: | USD-SOFR-OIS Compound
  SPREAD: | +35 BP
  DAY COUNT: | ACT/360
  FREQUENCY: | 3M`,
    {
      ...{ fixed_rate_payer: 'COUNTERPARTY', fixed_rate: '2.89', currency: 'EUR', notional: '42000000.00' },
      ...{ second_rate_payer: 'BANK', second_spread_bps: '35', second_payment_frequency: 'QUARTERLY' },
    },
  ],
  [
    'an exchange and back under headings in two languages, whose rates are called forward rates',
    'BANK',
    `${HEAD}
  SWAP DE DIVISAS / FX SWAP
  Fecha de contratación / Trade date | 17/11/2027
  Pata corta / Near leg
  Fecha valor / Value date | 19/11/2027
  Compra EUR / Buys EUR | Aldersyde Credit Fund
  Importe EUR / EUR amount | 12.903.225,81 EUR
  Importe USD / USD amount | 15.000.000,00 USD
  Tipo de cambio / Exchange rate | 1,1625 USD/EUR
  Pata larga / Far leg
  Fecha valor / Value date | 19/05/2028
  Compra EUR / Buys EUR | Port Lisle Bank plc
  Importe EUR / EUR amount | 12.800.819,25 EUR
  Importe USD / USD amount | 15.000.000,00 USD
  Tipo de cambio / Exchange rate | 1,1718 USD/EUR`,
    { currency_buyer: 'COUNTERPARTY', fx_rate: '1.1625', far_fx_rate: '1.1718', far_notional: '12800819.25' },
  ],
  [
    'a premium below a barrier, and a pronoun with a name behind it',
    'BANK',
    `${HEAD}
  Currency Option Confirmation
  Dealing date | 22 September 2027
  Buyer of the option | You, the counterparty
  Seller of the option | We, Port Lisle Bank
  Option | EUR Put / USD Call, European style
  Put amount | EUR 12 000 000.00
  Call amount | USD 13 740 000.00
  Strike | EUR/USD 1.1450
  Expiry | 22 September 2028 at 10:00 a.m. New York time
  Barrier
  Type | Knock-in
  Barrier level | EUR/USD 1.0920
  Premium
  Amount | USD 231 600.00
  Payment date | 24 September 2027`,
    { premium_amount: '231600.00', premium_date: '2027-09-24', barrier_level: '1.0920', seller: 'BANK' },
  ],
];

test.each(PAGES)('%s', async (_name, source, page, trade) => {
  expect((await readPage(page, source)).trade).toMatchObject(trade);
});

test('elements of FpML in a path that has a gap before its last', async () => {
  const { trade } = await readPage(`Port Lisle Securities LLC
  Trade Confirmation - Credit Default Swap
  This record confirms the transaction between Port Lisle Securities LLC (party1) and Aldersyde Trustees Limited (party2).
  tradeHeader
  partyTradeIdentifier (party1) | PLS-CR-0081734
  partyTradeIdentifier (party2) | AT/27/0291
  tradeDate | 2027-04-08
  party1 | Port Lisle Securities LLC
  party2 | Aldersyde Trustees Limited
  effectiveDate | 2027-04-09
  scheduledTerminationDate | 2032-06-20
  buyerPartyReference | party2
  sellerPartyReference | party1
  referenceEntity / entityName | Calder Ridge Midstream Corp.
  initialPayment / paymentAmount | USD 184500.00
  calculationAmount / currency | USD
  calculationAmount / amount | 20000000.00
  creditEvents / restructuring | false`);
  expect(trade).toMatchObject({
    ...{ trade_id: 'PLS-CR-0081734', other_reference: 'AT/27/0291', buyer: 'COUNTERPARTY', seller: 'BANK' },
    ...{ reference_entity: 'Calder Ridge Midstream Corp.', upfront_amount: '184500.00', restructuring: 'XR' },
  });
});
