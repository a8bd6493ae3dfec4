import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const PAGES: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'a print that calls its writer by the label of its name, with a type a leg',
    'BANK',
    `Fjellvik Handelsbank A/S
  DEAL CONFIRMATION - INTEREST RATE SWAP
  DEAL NO: | 7714
  OWN ENTITY: | Fjellvik Handelsbank A/S
  COUNTERPARTY: | Aldersyde Capital LP
  DEAL DATE: | 2027-05-04
  START DATE: | 2027-05-06
  MATURITY DATE: | 2030-05-06
  NOMINAL: | USD 9,000,000.00
  CALC AGENT: | OWN ENTITY
  *** LEG 1 - WE PAY ***
  RATE TYPE: | FIXED
  FIXED RATE PCT: | 3.4180
  BASIS: | ACT/360
  PAY FREQ: | 6M
  *** LEG 2 - WE RECEIVE ***
  RATE TYPE: | FLOATING
  RATE INDEX: | USD-SOFR-OIS Compound
  BASIS: | ACT/365
  PAY FREQ: | 3M`,
    {
      fixed_rate_payer: 'BANK',
      fixed_day_count: 'ACT/360',
      fixed_payment_frequency: 'SEMI_ANNUAL',
      floating_rate_payer: 'COUNTERPARTY',
      floating_payment_frequency: 'QUARTERLY',
      calculation_agent: 'BANK',
    },
  ],
  [
    'roles that are the labels of the names',
    'COUNTERPARTY',
    `CENTRAL BANK OF NORDHOLM
  CONFIRMATION OF CURRENCY OPTION
  Deal number: | CBN/2027/14
  Contracting bank: | Landesbank Eiderstedt
  Central Bank: | Central Bank of Nordholm
  Date of deal: | 29 September 2027
  Writer: | Central Bank
  Holder: | Contracting bank
  Option: | EUR put / USD call
  Put amount: | EUR 7,000,000.00
  Call amount: | USD 8,015,000.00
  Strike: | 1.1450 USD per EUR
  Expiration date: | 29 March 2028
  Premium: | EUR 64,400.00`,
    {
      bank_name: 'Landesbank Eiderstedt',
      counterparty_name: 'Central Bank of Nordholm',
      buyer: 'BANK',
      seller: 'COUNTERPARTY',
    },
  ],
  [
    'a Spanish forward, whose amounts say what the client does with them',
    'BANK',
    `Banco Peñalba, S.A.
  CONFIRMACIÓN DE COMPRAVENTA DE DIVISA A PLAZO
  Banco: | Banco Peñalba, S.A.
  Cliente: | Aldersyde Trading Limited
  Referencia: | BP-774
  Fecha de contratación: | 28 de septiembre de 2027
  Divisa e importe que compra el Cliente: | 4.300.000,00 USD
  Divisa e importe que vende el Cliente: | 3.675.213,68 EUR
  Tipo de cambio a plazo: | 1,1700 USD por EUR
  Fecha valor: | 31 de marzo de 2028`,
    { currency: 'EUR', notional: '3675213.68', currency_2: 'USD', notional_2: '4300000.00', currency_buyer: 'BANK' },
  ],
  [
    'a German forward, bought by the client',
    'BANK',
    `Landesbank Eiderstedt
  Bestätigung eines Devisentermingeschäfts
  Bank: | Landesbank Eiderstedt
  Kunde: | Ziegelwerke Holm GmbH
  Geschäfts-Nr.: | DT 7714
  Handelstag: | 22. Oktober 2027
  Kauf durch den Kunden: | 2.500.000,00 CHF
  Verkauf durch den Kunden: | 2.688.172,04 EUR
  Terminkurs: | 0,9300 CHF je EUR
  Valuta: | 26. April 2028`,
    { currency: 'EUR', notional: '2688172.04', currency_2: 'CHF', notional_2: '2500000.00', currency_buyer: 'BANK' },
  ],
  [
    'an Italian letter of a client that calls itself so',
    'COUNTERPARTY',
    `Fornaci Lodi S.p.A.
  Conferma di operazione di Interest Rate Swap
  Spettabile Landesbank Eiderstedt, Vi confermiamo quanto segue.
  Controparte cliente | Fornaci Lodi S.p.A.
  Nostro riferimento | FL-14
  Codice LEI del cliente | 815600TORREVALLEL841
  Data di negoziazione | 5 ottobre 2027
  Data di decorrenza | 7 ottobre 2027
  Data di scadenza | 7 ottobre 2034
  Capitale di riferimento | EUR 2.500.000,00
  Parte che paga il tasso fisso | Cliente
  Tasso fisso | 2,735% annuo
  Periodicità dei pagamenti a tasso fisso | annuale, il 7 ottobre
  Parte che paga il tasso variabile | Banca
  Parametro di riferimento | EUR-EURIBOR 6 mesi
  Periodicità dei pagamenti a tasso variabile | semestrale`,
    {
      fixed_rate_payer: 'COUNTERPARTY',
      counterparty_lei: '815600TORREVALLEL841',
      fixed_payment_frequency: 'ANNUAL',
      floating_payment_frequency: 'SEMI_ANNUAL',
    },
  ],
  [
    'a French swap on an index, with a margin below nothing',
    'BANK',
    `Banque Carentan S.A.
  CONFIRMATION D'UN SWAP SUR INDICE
  Partie A | Banque Carentan S.A.
  Partie B | Aldersyde Capital LP
  Référence de l'opération | BC-EQ-52
  Date de négociation | 28 octobre 2027
  Date d'effet | 30 octobre 2027
  Date d'échéance | 29 octobre 2028
  Indice sous-jacent | CAC 40 (.FCHI)
  Montant notionnel | 9 000 000,00 EUR
  Niveau initial | 8 125,00
  Montants sur indice
  Payeur de la performance | Partie A
  Type de performance | Hors dividendes (price return)
  Mode de règlement | En espèces
  Montants variables
  Payeur du taux variable | Partie B
  Taux variable | EUR-EURIBOR
  Durée du taux variable | 3 mois
  Marge | moins 30 points de base
  Base de calcul | Exact/360
  Périodicité de paiement | Trimestrielle`,
    {
      product: 'EQUITY_SWAP',
      trade_id: 'BC-EQ-52',
      underlier: 'CAC 40 (.FCHI)',
      initial_price: '8125',
      equity_amount_payer: 'BANK',
      return_type: 'PRICE_RETURN',
      designated_maturity: '3M',
      spread_bps: '-30',
      floating_payment_frequency: 'QUARTERLY',
    },
  ],
  [
    'a fund that buys a currency by its role, and codes in brackets behind the names',
    'COUNTERPARTY',
    `Aldersyde Capital LP
  NDF Confirmation
  Dealer: | Mistral Quay Bank plc (MQBKGB2L)
  Fund: | Aldersyde Capital LP
  Our Ref: | AC-1207
  Trade Date: | 12 OCT 2027
  Fund buys (Reference Currency): | INR 1,768,000,000.00
  Fund sells (Settlement Currency): | USD 20,000,000.00
  NDF Rate USD/INR: | 88.4000
  Fixing Date: | 12 JAN 2028
  Value Date: | 14 JAN 2028`,
    {
      bank_name: 'Mistral Quay Bank plc',
      bank_bic: 'MQBKGB2L',
      currency: 'USD',
      notional: '20000000.00',
      currency_2: 'INR',
      notional_2: '1768000000.00',
      reference_currency_buyer: 'COUNTERPARTY',
      reference_currency_seller: 'BANK',
    },
  ],
  [
    'a whole leg in the cell beside who pays it',
    'COUNTERPARTY',
    `Orchard Water plc
  Interest rate swap
  To: | Mistral Quay Bank plc
  Our reference: | OW-17
  Trade date: | 14 September 2027
  Start date: | 30 September 2027
  End date: | 30 September 2032
  Notional: | GBP 18,000,000.00
  We pay (fixed): | 3.875% a year, Actual/365 (Fixed), quarterly
  You pay (floating): | GBP-SONIA-OIS Compound flat, Actual/365 (Fixed), quarterly`,
    {
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '3.875',
      fixed_day_count: 'ACT/365F',
      fixed_payment_frequency: 'QUARTERLY',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
      spread_bps: '0',
      floating_payment_frequency: 'QUARTERLY',
    },
  ],
  [
    'legs under who pays whom, with the amounts below',
    'COUNTERPARTY',
    `Orchard Water plc
  Cross-currency swap
  Orchard Water plc (we, us) confirms to Mistral Quay Bank plc (you) the following cross currency swap.
  Our reference: | OW-24
  Trade date: | 20 October 2027
  Effective date: | 22 October 2027
  Termination date: | 24 October 2034
  You pay us
  Currency amount: | EUR 30,000,000.00
  Fixed rate: | 3.125% per annum
  Day count: | 30/360
  Payment dates: | annually on 24 October
  We pay you
  Currency amount: | GBP 25,950,000.00
  Floating rate: | GBP-SONIA-OIS Compound
  Spread: | plus 1.18%
  Day count: | Actual/365 (Fixed)
  Payment dates: | semi-annually on 24 April and 24 October`,
    {
      fixed_rate_payer: 'BANK',
      currency: 'EUR',
      notional: '30000000.00',
      fixed_day_count: '30/360',
      fixed_payment_frequency: 'ANNUAL',
      currency_2: 'GBP',
      notional_2: '25950000.00',
      second_rate_payer: 'COUNTERPARTY',
      second_day_count: 'ACT/365F',
      second_payment_frequency: 'SEMI_ANNUAL',
    },
  ],
  [
    'a printed MT300 whose party fields hold codes alone',
    'BANK',
    `SWIFT FIN COPY MT 300 FOREIGN EXCHANGE CONFIRMATION
  Sender: FJHBDKKKXXX Fjellvik Handelsbank A/S
  Receiver: CBNOMLPEXXX Central Bank of Nordholm
  :20: Sender's Reference | : FX771
  :22A: Type of Operation | : NEWT
  :82A: Party A | : FJHBDKKK
  :87A: Party B | : CBNOMLPE
  :30T: Trade Date | : 20271019
  :30V: Value Date | : 20280121
  :36: Exchange Rate | : 1,1650
  *** B1 AMOUNT BOUGHT ***
  :32B: Currency, Amount | : EUR10000000,
  *** B2 AMOUNT SOLD ***
  :33B: Currency, Amount | : USD11650000,`,
    {
      bank_name: 'Fjellvik Handelsbank A/S',
      counterparty_name: 'Central Bank of Nordholm',
      bank_bic: 'FJHBDKKK',
      fx_rate: '1.1650',
    },
  ],
  [
    'an FX swap whose rates name both currencies, with a credit line in its foot',
    'BANK',
    `Fjellvik Handelsbank A/S
  DEAL CONFIRMATION - FX SWAP
  DEAL NO: | 5542210
  COUNTERPARTY: | Aldersyde Capital LP
  DEAL DATE: | 2027-10-21
  *** NEAR LEG ***
  VALUE DATE: | 2027-10-23
  WE SELL: | USD 15,000,000.00
  WE BUY: | EUR 12,875,536.48
  RATE EUR/USD: | 1.1650
  *** FAR LEG ***
  VALUE DATE: | 2028-01-25
  WE BUY: | USD 15,000,000.00
  WE SELL: | EUR 12,818,321.65
  RATE EUR/USD: | 1.1702
  Credit line utilisation after this deal: EUR 11,200,000.`,
    { trade_id: '5542210', fx_rate: '1.1650', far_fx_rate: '1.1702', far_notional: '12818321.65' },
  ],
];

test.each(PAGES)('%s', async (_, source, page, expected) => {
  expect((await readPage(page, source)).trade).toMatchObject(expected);
});
