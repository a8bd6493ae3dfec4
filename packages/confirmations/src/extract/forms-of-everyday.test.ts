import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const PAGES: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'legs of a currency swap by the currency in their labels',
    'BANK',
    `PORT LISLE TRUST AND BANKING CO., LTD.
  CONFIRMATION OF CROSS CURRENCY SWAP TRANSACTION
  To: | Aldersyde Mills S.A.
  From: | Port Lisle Trust and Banking Co., Ltd.
  Our reference No.: | PLT-11
  ("We" or "PLT" means Port Lisle Trust and Banking Co., Ltd.; "You" means Aldersyde Mills S.A.)
  No. | Item | Particulars
  1 | Date of Contract | 2027/05/26
  2 | Commencement Date | 2027/05/28
  3 | Maturity Date | 2032/05/28
  4 | USD Notional Principal | USD 22,900,000.00
  5 | EUR Notional Principal | EUR 20,000,000.00
  6 | Payer of USD Floating Rate | PLT
  7 | USD Floating Rate | USD-SOFR-OIS Compound
  8 | Spread | plus 0.18 percent per annum
  9 | Day count, USD | Actual/360
  10 | Payment Dates, USD | Every 28th February, 28th May, 28th August and 28th November
  11 | Payer of EUR Fixed Rate | You
  12 | EUR Fixed Rate | 2.95 percent per annum
  13 | Day count, EUR | 30/360
  14 | Payment Dates, EUR | Every 28th May`,
    {
      currency: 'EUR',
      notional: '20000000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '2.95',
      fixed_day_count: '30/360',
      fixed_payment_frequency: 'ANNUAL',
      currency_2: 'USD',
      second_rate_payer: 'BANK',
      second_rate_index: 'USD-SOFR-OIS Compound',
      second_spread_bps: '18',
      second_day_count: 'ACT/360',
      second_payment_frequency: 'QUARTERLY',
    },
  ],
  [
    'columns of a leg each under who pays them, with a row that says their kind',
    'BANK',
    `PORT LISLE BANK PLC
  CONFIRMATION OF INTEREST SWAP
  To: | Aldersyde Gestion S.A.
  From: | Port Lisle Bank plc
  We are pleased to confirm the following transaction concluded between your company ("You") and our bank ("We" or "Us").
  Our Deal Number | PL-932
  Contract Date | 2027/07/20
  Principal (notional) | EUR 30,000,000.00
  Start Date | 2027/07/22
  End Date | 2032/07/22
   | PAYABLE BY US | PAYABLE BY YOU
  Kind | Floating | Fixed
  Rate | EUR-EURIBOR | 2.6025 % p.a.
  Index period | 6 months | -
  Spread | -0.18 % | -
  Day basis | A/360 | 30/360
  Interest payment | every 6 months | every 12 months`,
    {
      product: 'INTEREST_RATE_SWAP',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '2.6025',
      fixed_payment_frequency: 'ANNUAL',
      floating_rate_payer: 'BANK',
      spread_bps: '-18',
      floating_payment_frequency: 'SEMI_ANNUAL',
    },
  ],
  [
    'a reference and a settlement amount by the role of their currency',
    'COUNTERPARTY',
    `Aldersyde Macro Fund Ltd
  OTC CONFIRMATION: NON-DELIVERABLE FORWARD
  Fund | Aldersyde Macro Fund Ltd
  Dealer | Port Lisle Bank plc
  Fund Trade Ref | AMF-70
  Trade Date | 03-Mar-2027
  Notional (Settlement Ccy) | USD 9,000,000.00
  Notional (Reference Ccy) | INR 785,250,000.00
  Reference Ccy Buyer | Fund
  Forward Rate | 87.25
  Fixing Date | 03-Jun-2027
  Settlement Date | 05-Jun-2027`,
    { currency: 'USD', notional: '9000000.00', currency_2: 'INR', notional_2: '785250000.00' },
  ],
  [
    'who buys the reference currency, in a label, and against what, in a sentence',
    'COUNTERPARTY',
    `ALDERSYDE PENSION BOARD
  Non-Deliverable Forward, Brazilian real
  This confirms the trade between Aldersyde Pension Board ("Aldersyde") and Port Lisle Bank plc (the "Dealer").
  Our file APB-1436
  (a) | Trade date: 16 June 2027
  (b) | Aldersyde buys the reference currency: BRL 49,747,500.00
  (c) | The Dealer sells the reference currency against notional US dollars of USD 9,000,000.00
  (d) | Forward rate: BRL 5.5275 per US dollar
  (e) | Valuation (fixing) date: 16 September 2027
  (f) | Settlement date: 18 September 2027; settlement currency: USD`,
    {
      notional: '9000000.00',
      currency_2: 'BRL',
      notional_2: '49747500.00',
      reference_currency_buyer: 'COUNTERPARTY',
      reference_currency_seller: 'BANK',
    },
  ],
  [
    'headings that say who pays an equity swap’s amounts',
    'COUNTERPARTY',
    `ALDERSYDE PENSION BOARD
  Equity Index Swap
  This confirms the trade between Aldersyde Pension Board ("Aldersyde") and Port Lisle Bank plc (the "Dealer").
  Our file APB-59
  Trade date: | 14 April 2027
  Effective date: | 16 April 2027
  Termination date: | 16 April 2028
  2. Equity amounts, payable by the Dealer
  Index: | OMX Stockholm 30 Index (OMXS30)
  Initial level: | 2,612.40
  Equity notional amount: | SEK 104,496,000
  Type of return: | price return
  3. Interest amounts, payable by Aldersyde
  Rate: | SEK-STIBOR, designated maturity 3 months
  Spread: | 0.30% per annum
  Day count: | act/360
  Payments: | quarterly`,
    {
      equity_amount_payer: 'BANK',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'SEK-STIBOR',
      designated_maturity: '3M',
      floating_payment_frequency: 'QUARTERLY',
    },
  ],
  [
    'a swap under an option: who pays floating in a label, dates and amount in an item',
    'COUNTERPARTY',
    `ALDERSYDE PENSION BOARD
  Payer Swaption
  This confirms the trade between Aldersyde Pension Board ("Aldersyde") and Port Lisle Bank plc (the "Dealer").
  Our file APB-73
  (a) | Trade date: October 20, 2027
  (b) | Buyer: Aldersyde; seller: the Dealer
  (c) | Style: European; settlement: physical
  (d) | Expiry date: April 20, 2028
  2. The underlying swap
  (a) | From April 22, 2028 to April 22, 2038, on US$50,000,000.00
  (b) | Aldersyde pays fixed at 3.88% per annum, act/360, annually on April 22
  (c) | The Dealer pays floating: USD-SOFR-OIS Compound, no spread, act/360, annually on April 22`,
    {
      currency: 'USD',
      notional: '50000000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '3.88',
      floating_rate_index: 'USD-SOFR-OIS Compound',
      spread_bps: '0',
      floating_payment_frequency: 'ANNUAL',
    },
  ],
  [
    'a bank whose letterhead leaves off its legal form, and a reference behind what it is of',
    'BANK',
    `BANCA POPOLARE DEL LISLE
  CONFERMA DI INTEREST RATE CAP
  Spettabile Aldersyde GmbH
  Rif. operazione n. BPL/CAP/000017/27
  Con la presente la Banca Popolare del Lisle S.p.A. (di seguito la "Banca") conferma alla Aldersyde GmbH
  (di seguito il "Cliente") i termini dell'operazione conclusa telefonicamente.
  Data di negoziazione | 20/10/2027
  Data iniziale | 22/10/2027
  Data finale | 22/10/2031
  Divisa e importo nozionale | EUR 10.000.000,00
  Acquirente del Cap | Cliente
  Venditore del Cap | Banca
  Tasso Cap (strike) | 3,25 %
  Parametro | EUR-EURIBOR 3 mesi
  Base di calcolo | giorni effettivi/360
  Periodicità pagamenti | trimestrale
  Premio | EUR 146.500,00
  Data pagamento premio | 22/10/2027`,
    {
      bank_name: 'Banca Popolare del Lisle S.p.A.',
      trade_id: 'BPL/CAP/000017/27',
      notional: '10000000.00',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'QUARTERLY',
    },
  ],
  [
    'German verbs whose subject has its article',
    'BANK',
    `Kantonalbank Lisle
  Bestätigung eines Devisentermingeschäfts
  Unser Zeichen: FXF.225814
  Wir bestätigen das Devisentermingeschäft zwischen Aldersyde S.p.A. (nachstehend „Vertragspartner“) und der
  Kantonalbank Lisle (nachstehend „Bank“) zu den folgenden Bedingungen:
  Am 19. Mai 2027 hat die Bank vom Vertragspartner EUR 1'500'000.00 per Termin gekauft und ihm dagegen
  CHF 1'401'750.00 verkauft. Der Terminkurs beträgt EUR/CHF 0.9345. Die beiden Beträge sind mit Valuta
  21. August 2027 anzuschaffen.`,
    { currency: 'EUR', currency_buyer: 'BANK', notional_2: '1401750.00' },
  ],
];

test.each(PAGES)('%s', async (_name, source, page, expected) => {
  const { trade } = await readPage(page, source);
  expect(trade).toMatchObject(expected);
});

test.each([
  ['Five (5) Business Days after the end of each Calculation Period', 'Payment Date'],
  ['2,500 MT', 'Volume of each period'],
])('%s is no price', async (value, label) => {
  const { trade } = await readPage(`Port Lisle Bank plc
  Commodity Swap
  To: | Aldersyde Commodities SA
  Our reference: | PL-5
  Trade Date: | 18 November 2027
  Start Date: | 1 January 2028
  End Date: | 30 April 2028
  Commodity: | Jet Fuel
  Aggregate Quantity: | 10,000 barrels
  Payer of Fixed Price: | Port Lisle Bank plc
  Commodity Reference Price: | JET FUEL-CARGOES CIF NWE-PLATTS EUROPEAN
  ${label} | ${value}`);
  expect(trade.fixed_price).toBeUndefined();
});

test('how prices are averaged is no reference price, and the end of a cell no convention', async () => {
  const { trade } = await readPage(`Stadtwerke Lisle GmbH
  Bestätigung Warenswap (Erdgas)
  An: | Port Lisle Bank plc
  Unser Zeichen: | SWL-121
  Handelstag: | 27.10.2027
  Variabler Preis: | Ungewichtetes arithmetisches Mittel der täglichen Abrechnungspreise
  Referenzpreis: | NATURAL GAS-TTF-ICE ENDEX
  Geschäftstagekonvention: | Following)`);
  expect(trade.commodity_reference_price).toBe('NATURAL GAS-TTF-ICE ENDEX');
  expect(trade.business_day_convention).toBeUndefined();
});

test.each([
  ['NOTICE OF EXERCISE', 'a notice of exercise'],
  ['Cash settlement statement – September 2027', 'a payment advice'],
  ['Deals of the day – recap for Aldersyde, 17 November 2027', 'a list of trades'],
])('%s is no confirmation', async (title, name) => {
  await expect(
    readPage(`${title}
  Port Lisle Bank plc for Aldersyde Macro Fund Ltd
  We refer to the interest rate swap, notional USD 5,000,000.00, dealt on 17 November 2027.`),
  ).rejects.toThrow(name);
});
