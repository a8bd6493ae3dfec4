import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

/** Whole confirmations in wordings that no corpus has, each with all that it says of the trade. */
const CONFIRMATIONS: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'a ticket of two exchanges',
    'BANK',
    `Castlegate Bank plc
  FX SWAP TICKET
  Ticket no. 8812234
  Customer: Baltic Ferries AS
  Customer ticket: BF-FX-31
  Dealt 4 May 2027
  Near leg
  Value: | 6 May 2027
  Customer sells: | EUR 4,000,000.00
  Customer buys: | USD 4,680,000.00
  Rate: | 1.1700
  Far leg
  Value: | 8 November 2027
  Customer buys: | EUR 4,000,000.00
  Customer sells: | USD 4,720,000.00
  Rate: | 1.1800`,
    {
      product: 'FX_SWAP',
      trade_id: '8812234',
      other_reference: 'BF-FX-31',
      bank_name: 'Castlegate Bank plc',
      counterparty_name: 'Baltic Ferries AS',
      trade_date: '2027-05-04',
      currency: 'EUR',
      notional: '4000000.00',
      currency_2: 'USD',
      notional_2: '4680000.00',
      currency_buyer: 'BANK',
      fx_rate: '1.1700',
      settlement_date: '2027-05-06',
      far_notional: '4000000.00',
      far_notional_2: '4720000.00',
      far_fx_rate: '1.1800',
      far_settlement_date: '2027-11-08',
    },
  ],
  [
    'a cap whose sentence says who buys and who sells',
    'COUNTERPARTY',
    `Brackenfield Homes Association
  Interest rate cap - our confirmation
  From: Brackenfield Homes Association (the Association)
  To: Northern Counties Bank plc (the Bank)
  Reference of the Bank: NCB/CAP/771
  Reference of the Association: BHA-C-3
  Transaction agreed: 4 May 2027
  The Association buys, the Bank sells.
  Cap on: | 3 month SONIA compounded
  Amount: | GBP 15,000,000.00
  From: | 6 May 2027
  Until: | 6 May 2030
  Cap level: | 4.75%
  Paid: | quarterly, Actual/365 (Fixed)
  Price of the cap: | GBP 142,500.00, payable by the Association on 6 May 2027
  Days: | London, Modified Following
  Calculation agent: | the Bank`,
    {
      product: 'CAP_FLOOR',
      trade_id: 'BHA-C-3',
      other_reference: 'NCB/CAP/771',
      bank_name: 'Northern Counties Bank plc',
      counterparty_name: 'Brackenfield Homes Association',
      trade_date: '2027-05-04',
      effective_date: '2027-05-06',
      termination_date: '2030-05-06',
      currency: 'GBP',
      notional: '15000000.00',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
      designated_maturity: '3M',
      floating_day_count: 'ACT/365F',
      floating_payment_frequency: 'QUARTERLY',
      cap_rate: '4.75',
      business_day_convention: 'MODIFIED_FOLLOWING',
      seller: 'BANK',
      buyer: 'COUNTERPARTY',
      premium_currency: 'GBP',
      premium_amount: '142500.00',
      premium_date: '2027-05-06',
      calculation_agent: 'BANK',
    },
  ],
  [
    'a basis swap, a leg a line',
    'BANK',
    `Castlegate Bank plc
  CONFIRMATION - FLOATING FOR FLOATING SWAP
  To: | Silverline Macro Partners LP
  Castlegate ref: | CG-BS-44
  Your ref: | SMP-B-2
  Trade date: | 4 May 2027
  Start date: | 6 May 2027
  End date: | 6 May 2030
  Notional: | EUR 75,000,000.00
  Castlegate pays: | EUR-EURIBOR 3M + 8.5 bp, quarterly, Act/360
  Silverline pays: | EUR-EURIBOR 6M flat, semi-annually, Act/360
  Business days: | TARGET
  Roll: | Modified Following
  Calculation agent: | Castlegate`,
    {
      product: 'BASIS_SWAP',
      trade_id: 'CG-BS-44',
      other_reference: 'SMP-B-2',
      bank_name: 'Castlegate Bank plc',
      counterparty_name: 'Silverline Macro Partners LP',
      trade_date: '2027-05-04',
      effective_date: '2027-05-06',
      termination_date: '2030-05-06',
      currency: 'EUR',
      notional: '75000000.00',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '3M',
      spread_bps: '8.5',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'QUARTERLY',
      second_rate_payer: 'COUNTERPARTY',
      second_rate_index: 'EUR-EURIBOR',
      second_designated_maturity: '6M',
      second_spread_bps: '0',
      second_day_count: 'ACT/360',
      second_payment_frequency: 'SEMI_ANNUAL',
      business_day_convention: 'MODIFIED_FOLLOWING',
      calculation_agent: 'BANK',
    },
  ],
  [
    'a letter on a difference that is paid',
    'BANK',
    `Castlegate Bank plc
  10 Exchange Row, London EC3
  5 May 2027
  Andes Mining Holdings S.A.
  Dear Sirs
  Non-deliverable forward USD/CLP - our reference CG-N-5541
  We confirm that on 4 May 2027 you sold to us CLP 4,650,000,000 against USD 5,000,000.00 at a rate of 930.00 CLP per USD.
  The rate will be fixed on 4 August 2027 by reference to CLP Dolar Obs (CLP10) and the difference will be paid in USD on 6 August 2027.
  We are the Calculation Agent.
  This transaction is subject to our ISDA Master Agreement dated 2 February 2020 and governed by the laws of the State of New York.`,
    {
      product: 'NON_DELIVERABLE_FORWARD',
      trade_id: 'CG-N-5541',
      bank_name: 'Castlegate Bank plc',
      counterparty_name: 'Andes Mining Holdings S.A.',
      confirmation_date: '2027-05-05',
      trade_date: '2027-05-04',
      currency: 'USD',
      notional: '5000000.00',
      currency_2: 'CLP',
      notional_2: '4650000000.00',
      fx_rate: '930.00',
      settlement_date: '2027-08-06',
      reference_currency_seller: 'COUNTERPARTY',
      reference_currency_buyer: 'BANK',
      fixing_date: '2027-08-04',
      settlement_rate_option: 'CLP Dolar Obs (CLP10)',
      settlement_currency: 'USD',
      calculation_agent: 'BANK',
      governing_law: 'New York law',
      master_agreement: 'ISDA Master Agreement',
      master_agreement_date: '2020-02-02',
    },
  ],
  [
    'a letter on a number of shares',
    'BANK',
    `Castlegate Bank plc
  6 May 2027
  Silverline Macro Partners LP
  Equity swap CG-EQ-7001 (your reference SMP-E-40)
  Castlegate Bank plc ("Castlegate") and Silverline Macro Partners LP ("Silverline") agreed on 4 May 2027 the following total return swap.
  It runs from 6 May 2027 to 6 May 2028 on 80,000 ordinary shares of Northwind Turbines plc (ISIN GB00B1122334) at an initial price of GBP 12.50, a notional of GBP 1,000,000.00.
  Castlegate will pay Silverline the total return on the shares. Silverline will pay Castlegate compounded SONIA plus 60 basis points, quarterly, Actual/365 (Fixed).
  All payments are in cash. Castlegate is the calculation agent. English law applies.`,
    {
      product: 'EQUITY_SWAP',
      trade_id: 'CG-EQ-7001',
      other_reference: 'SMP-E-40',
      bank_name: 'Castlegate Bank plc',
      counterparty_name: 'Silverline Macro Partners LP',
      confirmation_date: '2027-05-06',
      trade_date: '2027-05-04',
      effective_date: '2027-05-06',
      termination_date: '2028-05-06',
      currency: 'GBP',
      notional: '1000000.00',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
      spread_bps: '60',
      floating_day_count: 'ACT/365F',
      floating_payment_frequency: 'QUARTERLY',
      underlier: 'Northwind Turbines plc (ISIN GB00B1122334)',
      number_of_shares: '80000',
      equity_amount_payer: 'BANK',
      initial_price: '12.5',
      return_type: 'TOTAL_RETURN',
      settlement_type: 'CASH',
      calculation_agent: 'BANK',
      governing_law: 'English law',
    },
  ],
  [
    'a form whose columns say who pays',
    'BANK',
    `Northern Counties Bank plc
  SWAP CONFIRMATION
  Client | Brackenfield Water Authority
  Our deal | NCB/55988
  Client deal | BWA/T/14
  Agreed on | 4 May 2027
  Swap begins | 10 May 2027
  Swap ends | 10 May 2032
  Principal | GBP 5 million
  | Client pays | Bank pays
  Rate | 4.105% fixed | GBP-SONIA-OIS Compound + 0.20%
  When | 10 May and 10 November | 10 May and 10 November
  Basis | Actual/365 (Fixed) | Actual/365 (Fixed)
  Day rule | Modified Following, London
  Who calculates | Bank
  Law | England`,
    {
      product: 'INTEREST_RATE_SWAP',
      trade_id: 'NCB/55988',
      other_reference: 'BWA/T/14',
      bank_name: 'Northern Counties Bank plc',
      counterparty_name: 'Brackenfield Water Authority',
      trade_date: '2027-05-04',
      effective_date: '2027-05-10',
      termination_date: '2032-05-10',
      currency: 'GBP',
      notional: '5000000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '4.105',
      fixed_day_count: 'ACT/365F',
      fixed_payment_frequency: 'SEMI_ANNUAL',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
      spread_bps: '20',
      floating_day_count: 'ACT/365F',
      floating_payment_frequency: 'SEMI_ANNUAL',
      business_day_convention: 'MODIFIED_FOLLOWING',
      calculation_agent: 'BANK',
      governing_law: 'England',
    },
  ],
];

test.each(CONFIRMATIONS)('%s', async (_name, source, text, says) => {
  const { trade, flags } = await readPage(text, source);
  expect(trade).toMatchObject(says);
  expect(flags.map(({ code }) => code).filter((code) => code !== 'INVALID_LEI' && code !== 'UNSURE_VALUE')).toEqual([]);
});
