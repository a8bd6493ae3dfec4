import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

/** Whole confirmations in wordings that no corpus has, each with all that it says of the trade. */
const CONFIRMATIONS: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'an American letter with an annex',
    'BANK',
    `Caldwell Trust Bank, N.A.
  One Harbor Plaza, Boston, MA 02110
  May 5, 2027
  Pine Ridge Hospital Authority
  Re: Interest Rate Swap Transaction, Caldwell Ref. 88-1207
  Ladies and Gentlemen:
  The purpose of this letter is to confirm the terms of the transaction entered into between Caldwell Trust Bank, N.A. ("Caldwell") and Pine Ridge Hospital Authority ("Pine Ridge") on the Trade Date.
  Trade Date: | May 4, 2027
  Effective Date: | May 6, 2027
  Termination Date: | May 6, 2030
  Initial Notional Amount: | $30,000,000, reducing as set out in Annex A
  Fixed Amounts
  Fixed Rate Payer: | Pine Ridge
  Fixed Rate: | 3.905%
  Fixed Rate Day Count Fraction: | 30/360
  Fixed Rate Payment Dates: | The 6th day of each month
  Floating Amounts
  Floating Rate Payer: | Caldwell
  Floating Rate Option: | USD-SOFR CME Term
  Designated Maturity: | One month
  Spread: | None
  Floating Rate Day Count Fraction: | Actual/360
  Floating Rate Payment Dates: | The 6th day of each month
  Business Days: | New York; U.S. Government Securities
  Business Day Convention: | Modified Following
  Calculation Agent: | Caldwell
  Governing Law: | New York
  Annex A
  From and including | Notional Amount
  May 6, 2027 | $30,000,000
  May 6, 2028 | $20,000,000
  May 6, 2029 | $10,000,000`,
    {
      product: 'INTEREST_RATE_SWAP',
      trade_id: '88-1207',
      bank_name: 'Caldwell Trust Bank, N.A.',
      counterparty_name: 'Pine Ridge Hospital Authority',
      confirmation_date: '2027-05-05',
      trade_date: '2027-05-04',
      effective_date: '2027-05-06',
      termination_date: '2030-05-06',
      currency: 'USD',
      notional: '30000000.00',
      notional_schedule: '2027-05-06 30000000.00; 2028-05-06 20000000.00; 2029-05-06 10000000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '3.905',
      fixed_day_count: '30/360',
      fixed_payment_frequency: 'MONTHLY',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'USD-SOFR CME Term',
      designated_maturity: '1M',
      spread_bps: '0',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'MONTHLY',
      business_day_convention: 'MODIFIED_FOLLOWING',
      calculation_agent: 'BANK',
      governing_law: 'New York',
    },
  ],
  [
    'a Spanish swap below a title in capitals',
    'BANK',
    `Banco Levantino, S.A.
  Valencia, 6 de mayo de 2027
  CONFIRMACIÓN DE PERMUTA FINANCIERA DE TIPOS DE INTERÉS
  Banco Levantino, S.A. (el «Banco») y Hoteles Albufera, S.L. (el «Cliente»)
  Referencia del Banco: | BL-IRS-2027-55
  Referencia del Cliente: | HA-3
  Fecha de contratación: | 4 de mayo de 2027
  Fecha de inicio: | 6 de mayo de 2027
  Fecha de vencimiento: | 6 de mayo de 2034
  Importe nominal: | 9.000.000,00 euros
  El Cliente paga:
  Tipo fijo: | 2,64 %
  Base: | 30/360
  Liquidaciones: | trimestrales
  El Banco paga:
  Tipo variable: | Euribor a 3 meses
  Diferencial: | 0,00 %
  Base: | Act/360
  Liquidaciones: | trimestrales
  Días hábiles: | TARGET, siguiente modificado
  Agente de cálculo: | el Banco
  Contrato marco: | CMOF de 1 de febrero de 2020
  Ley aplicable: | ley española`,
    {
      product: 'INTEREST_RATE_SWAP',
      trade_id: 'BL-IRS-2027-55',
      other_reference: 'HA-3',
      bank_name: 'Banco Levantino, S.A.',
      counterparty_name: 'Hoteles Albufera, S.L.',
      confirmation_date: '2027-05-06',
      trade_date: '2027-05-04',
      effective_date: '2027-05-06',
      termination_date: '2034-05-06',
      currency: 'EUR',
      notional: '9000000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '2.64',
      fixed_day_count: '30/360',
      fixed_payment_frequency: 'QUARTERLY',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '3M',
      spread_bps: '0',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'QUARTERLY',
      business_day_convention: 'MODIFIED_FOLLOWING',
      calculation_agent: 'BANK',
      governing_law: 'ley española',
      master_agreement: 'Contrato Marco de Operaciones Financieras',
      master_agreement_date: '2020-02-01',
    },
  ],
  [
    'a letter on an option to buy',
    'BANK',
    `Caldwell Trust Bank, N.A.
  May 5, 2027
  To: Marram Global Bond Fund
  Re: Currency Option, our reference 88-1399, your reference MAM-77500
  Dear Sirs,
  We confirm the sale by us to you on May 4, 2027 of a European style option to buy EUR 5,000,000.00 against payment of USD 5,900,000.00 (strike 1.1800).
  The option expires at 10:00 a.m. New York time on November 4, 2027. If exercised, settlement is by delivery on November 8, 2027.
  You pay us a premium of USD 98,500.00 on May 6, 2027.
  We are Calculation Agent.`,
    {
      product: 'FX_OPTION',
      trade_id: '88-1399',
      other_reference: 'MAM-77500',
      bank_name: 'Caldwell Trust Bank, N.A.',
      counterparty_name: 'Marram Global Bond Fund',
      confirmation_date: '2027-05-05',
      trade_date: '2027-05-04',
      settlement_date: '2027-11-08',
      seller: 'BANK',
      buyer: 'COUNTERPARTY',
      option_style: 'EUROPEAN',
      option_type: 'EUR_CALL_USD_PUT',
      call_currency: 'EUR',
      call_amount: '5000000.00',
      put_currency: 'USD',
      put_amount: '5900000.00',
      strike_price: '1.1800',
      expiry_date: '2027-11-04',
      premium_currency: 'USD',
      premium_amount: '98500.00',
      premium_date: '2027-05-06',
      cut_off_time: '10:00 New York',
      settlement_type: 'PHYSICAL',
      calculation_agent: 'BANK',
    },
  ],
  [
    'a credit index',
    'BANK',
    `Caldwell Trust Bank, N.A.
  Credit index transaction - confirmation 88-1501
  Protection buyer: | Marram Global Bond Fund (ref MAM-77610)
  Protection seller: | Caldwell Trust Bank, N.A.
  Index: | iTraxx Europe Series 47 Version 1
  Traded: | 4 May 2027
  Effective: | 5 May 2027
  Scheduled termination: | 20 June 2032
  Original notional: | EUR 25,000,000
  Coupon: | 100 basis points per annum, quarterly, Act/360
  Upfront: | EUR 187,500.00 payable by Marram Global Bond Fund on 7 May 2027
  Calculation agent: | Protection seller`,
    {
      product: 'CREDIT_DEFAULT_SWAP',
      trade_id: '88-1501',
      other_reference: 'MAM-77610',
      bank_name: 'Caldwell Trust Bank, N.A.',
      counterparty_name: 'Marram Global Bond Fund',
      trade_date: '2027-05-04',
      effective_date: '2027-05-05',
      termination_date: '2032-06-20',
      currency: 'EUR',
      notional: '25000000.00',
      fixed_rate: '1',
      fixed_day_count: 'ACT/360',
      fixed_payment_frequency: 'QUARTERLY',
      seller: 'BANK',
      buyer: 'COUNTERPARTY',
      reference_entity: 'iTraxx Europe Series 47 Version 1',
      index_series: '47',
      index_version: '1',
      upfront_amount: '187500.00',
      upfront_currency: 'EUR',
      upfront_payer: 'COUNTERPARTY',
      upfront_date: '2027-05-07',
      calculation_agent: 'BANK',
    },
  ],
  [
    'a German swap of two currencies',
    'COUNTERPARTY',
    `Kranbau Zeller GmbH & Co. KG
  Bestätigung Zins- und Währungsswap
  An: | Privatbank Hohenfels AG
  Unser Zeichen: | KZ-W-3
  Ihr Zeichen: | PH-CCS-91
  Handelstag: | 04.05.2027
  Beginn: | 06.05.2027
  Ende: | 06.05.2032
  Wir zahlen
  Kapitalbetrag: | USD 5.850.000,00
  Zinssatz: | 4,10 % fest
  Zinsmethode: | 30/360
  Zahlungsweise: | halbjährlich
  Sie zahlen
  Kapitalbetrag: | EUR 5.000.000,00
  Zinssatz: | 6-Monats-EURIBOR + 0,20 %
  Zinsmethode: | act/360
  Zahlungsweise: | halbjährlich
  Anfangstausch: | am 06.05.2027
  Endtausch: | am 06.05.2032
  Berechnungsstelle: | Privatbank Hohenfels AG`,
    {
      product: 'CROSS_CURRENCY_SWAP',
      trade_id: 'KZ-W-3',
      other_reference: 'PH-CCS-91',
      bank_name: 'Privatbank Hohenfels AG',
      counterparty_name: 'Kranbau Zeller GmbH & Co. KG',
      trade_date: '2027-05-04',
      effective_date: '2027-05-06',
      termination_date: '2032-05-06',
      currency: 'EUR',
      notional: '5000000.00',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '6M',
      spread_bps: '20',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'SEMI_ANNUAL',
      second_rate_payer: 'COUNTERPARTY',
      second_fixed_rate: '4.1',
      second_day_count: '30/360',
      second_payment_frequency: 'SEMI_ANNUAL',
      initial_exchange_date: '2027-05-06',
      final_exchange_date: '2032-05-06',
      currency_2: 'USD',
      notional_2: '5850000.00',
      calculation_agent: 'BANK',
    },
  ],
  [
    'a fund’s affirmation',
    'COUNTERPARTY',
    `Marram Global Bond Fund
  c/o Marram Asset Management Ltd, 5 Quay St, Dublin
  FX FORWARD - TRADE AFFIRMATION
  Affirmation no. MAM-77410
  Counterparty: Caldwell Trust Bank, N.A. (Boston)
  Counterparty trade no. 88-1311
  Trade date 04-May-2027 | Value date 06-Aug-2027
  Fund buys | GBP 2,500,000.00
  Fund sells | USD 3,175,000.00
  Contract rate | 1.2700 (USD per GBP)
  Settlement | CLS
  Agreed by | dealing desk`,
    {
      product: 'FX_FORWARD',
      trade_id: 'MAM-77410',
      bank_name: 'Caldwell Trust Bank, N.A.',
      counterparty_name: 'Marram Global Bond Fund',
      trade_date: '2027-05-04',
      currency: 'GBP',
      notional: '2500000.00',
      currency_2: 'USD',
      notional_2: '3175000.00',
      currency_buyer: 'COUNTERPARTY',
      fx_rate: '1.2700',
      settlement_date: '2027-08-06',
    },
  ],
];

test.each(CONFIRMATIONS)('%s', async (_name, source, text, says) => {
  const { trade, flags } = await readPage(text, source);
  expect(trade).toMatchObject(says);
  expect(flags.map(({ code }) => code).filter((code) => code !== 'INVALID_LEI' && code !== 'UNSURE_VALUE')).toEqual([]);
});
