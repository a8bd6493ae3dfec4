import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

/** Whole confirmations in wordings that no corpus has, each with all that it says of the trade. */
const CONFIRMATIONS: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'a German option with labels of two words',
    'BANK',
    `Privatbank Hohenfels AG
  BIC PHFLDEMM | LEI 529900PHF0HENFELS047
  Bestätigung einer Devisenoption
  Geschäftsnummer: | PH-DO-77120
  Kundennummer / Ihre Referenz: | KZ-2027-9
  An: | Kranbau Zeller GmbH & Co. KG
  Handelstag: | 04.05.2027
  Optionskäufer: | Kranbau Zeller GmbH & Co. KG
  Optionsverkäufer: | Privatbank Hohenfels AG
  Art der Option: | EUR Call / USD Put
  Ausübung: | europäisch
  Betrag EUR: | 3.000.000,00
  Betrag USD: | 3.510.000,00
  Basispreis: | 1,1700
  Verfalltag / Uhrzeit: | 04.11.2027, 10:00 Uhr New York
  Lieferung: | 08.11.2027, effektiv
  Optionsprämie: | EUR 54.300,00, zahlbar durch den Käufer am 06.05.2027
  Berechnungsstelle: | Privatbank Hohenfels AG`,
    {
      product: 'FX_OPTION',
      trade_id: 'PH-DO-77120',
      other_reference: 'KZ-2027-9',
      bank_name: 'Privatbank Hohenfels AG',
      counterparty_name: 'Kranbau Zeller GmbH & Co. KG',
      bank_bic: 'PHFLDEMM',
      trade_date: '2027-05-04',
      settlement_date: '2027-11-08',
      seller: 'BANK',
      buyer: 'COUNTERPARTY',
      option_style: 'EUROPEAN',
      option_type: 'EUR_CALL_USD_PUT',
      call_currency: 'EUR',
      call_amount: '3000000.00',
      put_currency: 'USD',
      put_amount: '3510000.00',
      strike_price: '1.1700',
      expiry_date: '2027-11-04',
      premium_currency: 'EUR',
      premium_amount: '54300.00',
      premium_date: '2027-05-06',
      cut_off_time: '10:00 New York',
      settlement_type: 'PHYSICAL',
      calculation_agent: 'BANK',
    },
  ],
  [
    'a Spanish forward in one sentence',
    'COUNTERPARTY',
    `Frutas del Segura, S.Coop.
  C/ Mayor 8, 30001 Murcia
  Murcia, a 6 de mayo de 2027
  Banco Levantino, S.A.
  Asunto: confirmación de seguro de cambio
  N/ref.: FS-0088   S/ref.: BL/FX/2027/4410
  Muy señores míos:
  Les confirmamos que el 4 de mayo de 2027 hemos comprado a Banco Levantino, S.A. 1.500.000,00 USD a cambio de 1.282.051,28 EUR, al cambio de 1,1700, con valor 8 de noviembre de 2027.
  La liquidación será por entrega de divisas.
  Agente de cálculo: Banco Levantino, S.A.`,
    {
      product: 'FX_FORWARD',
      trade_id: 'FS-0088',
      bank_name: 'Banco Levantino, S.A.',
      counterparty_name: 'Frutas del Segura, S.Coop.',
      confirmation_date: '2027-05-06',
      trade_date: '2027-05-04',
      currency: 'EUR',
      notional: '1282051.28',
      currency_2: 'USD',
      notional_2: '1500000.00',
      currency_buyer: 'BANK',
      fx_rate: '1.1700',
      settlement_date: '2027-11-08',
      settlement_type: 'PHYSICAL',
      calculation_agent: 'BANK',
    },
  ],
  [
    'a recap of a forward that is not delivered',
    'COUNTERPARTY',
    `Silverline Macro Partners LP
  NDF TRADE RECAP
  Internal trade id | SMP-NDF-5521
  Executing bank | Castlegate Bank plc
  Bank deal id | CG-991230
  Deal date | 4 May 2027
  We sell | INR 420,000,000.00
  We buy | USD 5,000,000.00
  Outright | 84.0000
  Fix date | 4 Aug 2027
  Fix source | INR FBIL (INR01)
  Settle date | 6 Aug 2027
  Settle ccy | USD
  Calc agent | Castlegate
  Docs | ISDA 2002, English law`,
    {
      product: 'NON_DELIVERABLE_FORWARD',
      trade_id: 'SMP-NDF-5521',
      other_reference: 'CG-991230',
      bank_name: 'Castlegate Bank plc',
      counterparty_name: 'Silverline Macro Partners LP',
      trade_date: '2027-05-04',
      currency: 'USD',
      notional: '5000000.00',
      currency_2: 'INR',
      notional_2: '420000000.00',
      fx_rate: '84.0000',
      settlement_date: '2027-08-06',
      reference_currency_seller: 'COUNTERPARTY',
      reference_currency_buyer: 'BANK',
      fixing_date: '2027-08-04',
      settlement_rate_option: 'INR FBIL (INR01)',
      settlement_currency: 'USD',
      calculation_agent: 'BANK',
      governing_law: 'English law',
      master_agreement: 'ISDA 2002',
    },
  ],
  [
    'protection as cover with a front-end fee',
    'BANK',
    `Castlegate Bank plc
  Credit Default Swap - Confirmation CG-CDS-7714
  Castlegate Bank plc ("Castlegate") has sold protection to Silverline Macro Partners LP (the "Fund", reference SMP-C-77) on the terms below, agreed on 4 May 2027.
  Underlying name: | Oberland Chemie AG
  Bond: | XS2211004455
  Protection amount: | EUR 10,000,000
  Cover starts: | 5 May 2027
  Cover ends: | 20 June 2032
  Annual premium: | 1.00%, paid quarterly, Act/360
  Payment days: | 20 March, 20 June, 20 September, 20 December
  Front-end fee: | the Fund pays EUR 112,400.00 on 7 May 2027
  Restructuring: | Modified Modified
  Settlement by: | auction
  Calculations: | by Castlegate`,
    {
      product: 'CREDIT_DEFAULT_SWAP',
      trade_id: 'CG-CDS-7714',
      bank_name: 'Castlegate Bank plc',
      counterparty_name: 'Silverline Macro Partners LP',
      trade_date: '2027-05-04',
      effective_date: '2027-05-05',
      termination_date: '2032-06-20',
      currency: 'EUR',
      notional: '10000000.00',
      fixed_rate: '1',
      fixed_day_count: 'ACT/360',
      fixed_payment_frequency: 'QUARTERLY',
      seller: 'BANK',
      buyer: 'COUNTERPARTY',
      reference_entity: 'Oberland Chemie AG',
      reference_obligation: 'XS2211004455',
      restructuring: 'MM',
      upfront_amount: '112400.00',
      upfront_currency: 'EUR',
      upfront_payer: 'COUNTERPARTY',
      upfront_date: '2027-05-07',
      calculation_agent: 'BANK',
    },
  ],
  [
    'an equity swap with an entry price',
    'COUNTERPARTY',
    `Silverline Macro Partners LP
  Equity Swap Affirmation
  To: | Castlegate Bank plc
  Our trade: | SMP-E-31
  Your trade: | CG-EQ-5510
  Dealt: | 4 May 2027
  Begins: | 6 May 2027
  Finishes: | 6 May 2028
  Underlying: | Aurora Robotics N.V. (ISIN NL0011223344)
  Shares: | 150,000
  Entry price: | EUR 42.10
  Opening value: | EUR 6,315,000.00
  Performance: | total return, paid by Castlegate Bank plc
  Funding: | 3 month EURIBOR + 55 bp, Act/360, quarterly, paid by us
  Dividends: | 100%
  Cash settled
  Calculation agent: | you`,
    {
      product: 'EQUITY_SWAP',
      trade_id: 'SMP-E-31',
      other_reference: 'CG-EQ-5510',
      bank_name: 'Castlegate Bank plc',
      counterparty_name: 'Silverline Macro Partners LP',
      trade_date: '2027-05-04',
      effective_date: '2027-05-06',
      termination_date: '2028-05-06',
      currency: 'EUR',
      notional: '6315000.00',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '3M',
      spread_bps: '55',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'QUARTERLY',
      underlier: 'Aurora Robotics N.V. (ISIN NL0011223344)',
      number_of_shares: '150000',
      equity_amount_payer: 'BANK',
      initial_price: '42.1',
      return_type: 'TOTAL_RETURN',
      settlement_type: 'CASH',
      calculation_agent: 'BANK',
    },
  ],
  [
    'a commodity swap in tonnes, by who pays which price',
    'BANK',
    `Castlegate Bank plc
  COMMODITY SWAP
  Our ref: CG-COM-8812
  To: | Baltic Ferries AS
  Your ref: BF-12
  Dealt on: | 4 May 2027
  Product: | Gasoil 0.1%
  First day: | 1 July 2027
  Last day: | 31 December 2027
  Monthly tonnage: | 1,000 mt
  Total tonnage: | 6,000 mt
  Baltic Ferries pays: | USD 702.50 per mt (fixed)
  Castlegate pays: | monthly average of GASOIL-ICE
  Settlement: | cash, five London business days after each month
  Calculation agent: | Castlegate Bank plc`,
    {
      product: 'COMMODITY_SWAP',
      trade_id: 'CG-COM-8812',
      other_reference: 'BF-12',
      bank_name: 'Castlegate Bank plc',
      counterparty_name: 'Baltic Ferries AS',
      trade_date: '2027-05-04',
      effective_date: '2027-07-01',
      termination_date: '2027-12-31',
      currency: 'USD',
      commodity: 'Gasoil 0.1%',
      quantity: '6000',
      unit_of_measure: 'mt',
      quantity_per_period: '1000',
      fixed_price_payer: 'COUNTERPARTY',
      fixed_price: '702.5',
      floating_price_payer: 'BANK',
      commodity_reference_price: 'GASOIL-ICE',
      settlement_type: 'CASH',
      calculation_agent: 'BANK',
    },
  ],
];

test.each(CONFIRMATIONS)('%s', async (_name, source, text, says) => {
  const { trade, flags } = await readPage(text, source);
  expect(trade).toMatchObject(says);
  expect(flags.map(({ code }) => code).filter((code) => code !== 'INVALID_LEI' && code !== 'UNSURE_VALUE')).toEqual([]);
});
