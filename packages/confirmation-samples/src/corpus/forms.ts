// Long: one table of forms, as their makers would write them.
import type { Letter } from './letter.ts';

/** Forms of banks with habits of their own. */
export const FORMS: readonly Letter[] = [
  {
    name: 'a swap whose parties are called by defined terms',
    source: 'COUNTERPARTY',
    text: `
      Crestline Partners Fund II L.P.
      c/o Crestline Management LLC, 55 Water Street, New York
      DATE: January 14, 2026
      TO: Harbour & Vale Bank plc
      ATTENTION: Swaps Documentation
      FROM: Crestline Partners Fund II L.P.
      SUBJECT: Interest Rate Swap Transaction
      REF NO: CR-20260114-9
      Dear Sir or Madam:
      This letter agreement sets forth the terms and conditions of the Transaction entered into on the Trade Date specified
      below (the "Transaction") between Crestline Partners Fund II L.P. ("Counterparty") and Harbour & Vale Bank plc ("HVB").
      The terms of the particular Transaction to which this Confirmation relates are as follows:
      Trade Date: | January 12, 2026
      Effective Date: | January 14, 2026
      Termination Date: | January 14, 2033, subject to adjustment
      Notional Amount: | USD 18,750,000
      Fixed Amounts:
      Fixed Rate Payer: | Counterparty
      Fixed Rate Payer Payment Dates: | The 14th day of each January and July
      Fixed Rate: | 3.6425%
      Fixed Rate Day Count Fraction: | 30/360
      Floating Amounts:
      Floating Rate Payer: | HVB
      Floating Rate Payer Payment Dates: | Quarterly
      Floating Rate for initial Calculation Period: | 4.30%
      Floating Rate Option: | USD-SOFR-OIS Compound
      Spread: | Inapplicable
      Floating Rate Day Count Fraction: | Actual/360
      Reset Dates: | The first day of each Calculation Period
      Compounding: | Inapplicable
      Business Days: | New York and London
      Calculation Agent: | HVB
      Account Details
      Payments to HVB: | Standard Bank, New York, ABA 021000021, A/C 4410092
      Payments to Counterparty: | To be advised`,
    says: {
      product: 'INTEREST_RATE_SWAP',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Crestline Partners Fund II L.P.',
      trade_id: 'CR-20260114-9',
      trade_date: '2026-01-12',
      effective_date: '2026-01-14',
      termination_date: '2033-01-14',
      notional: '18750000.00',
      currency: 'USD',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_payment_frequency: 'SEMI_ANNUAL',
      fixed_rate: '3.6425',
      fixed_day_count: '30/360',
      floating_rate_payer: 'BANK',
      floating_payment_frequency: 'QUARTERLY',
      floating_rate_index: 'USD-SOFR-OIS Compound',
      spread_bps: '0',
      floating_day_count: 'ACT/360',
      business_centers: 'New York, London',
      calculation_agent: 'BANK',
    },
  },
  {
    name: 'a forward with a buyer and a seller of its currency',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      FX CONFIRMATION
      Deal No. | FX-88120
      Counterparty | Orion Capital Partners LLC
      Trade Date | 05-Jun-2026
      Value Date | 09-Sep-2026
      Buyer of EUR | Orion Capital Partners LLC
      Seller of EUR | Harbour & Vale Bank plc
      Amount (EUR) | 3,000,000.00
      Amount (USD) | 3,270,000.00
      Rate | 1.0900`,
    says: {
      product: 'FX_FORWARD',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'FX-88120',
      trade_date: '2026-06-05',
      settlement_date: '2026-09-09',
      fx_rate: '1.0900',
      currency: 'EUR',
      notional: '3000000.00',
      currency_2: 'USD',
      notional_2: '3270000.00',
      currency_buyer: 'COUNTERPARTY',
    },
  },
  {
    name: 'a forward with bought and sold currencies and amounts apart',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Forward Exchange Contract Confirmation
      To: | Orion Capital Partners LLC
      Our Ref: | FX-88121
      Trade Date: | 05-Jun-2026
      Value Date: | 09-Sep-2026
      Bought Currency: | GBP
      Bought Amount: | 1,000,000.00
      Sold Currency: | USD
      Sold Amount: | 1,270,000.00
      Exchange Rate: | 1.2700`,
    says: {
      product: 'FX_FORWARD',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'FX-88121',
      trade_date: '2026-06-05',
      settlement_date: '2026-09-09',
      fx_rate: '1.2700',
      currency: 'GBP',
      notional: '1000000.00',
      currency_2: 'USD',
      notional_2: '1270000.00',
      currency_buyer: 'BANK',
    },
  },
  {
    name: 'a forward of what each party pays',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Foreign Exchange Forward
      Party A: | Harbour & Vale Bank plc
      Party B: | Orion Capital Partners LLC
      Our Reference: | FX-9
      Trade Date: | 5 June 2026
      Party A pays: | USD 1,270,000.00
      Party B pays: | GBP 1,000,000.00
      Settlement Date: | 9 September 2026
      Rate: | 1.2700`,
    says: {
      product: 'FX_FORWARD',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'FX-9',
      trade_date: '2026-06-05',
      settlement_date: '2026-09-09',
      fx_rate: '1.2700',
      currency: 'GBP',
      notional: '1000000.00',
      currency_2: 'USD',
      notional_2: '1270000.00',
      currency_buyer: 'BANK',
    },
  },
  {
    name: 'an option with currencies and amounts apart',
    source: 'COUNTERPARTY',
    text: `
      Orion Capital Partners LLC
      Currency Option Confirmation
      To: | Harbour & Vale Bank plc
      Our Reference: | OPT-5
      Trade Date: | 5 June 2026
      Option Buyer: | Orion Capital Partners LLC
      Option Seller: | Harbour & Vale Bank plc
      Option Style: | European
      Option Type: | Call on EUR / Put on USD
      Call Currency: | EUR
      Call Amount: | 2,000,000.00
      Put Currency: | USD
      Put Amount: | 2,200,000.00
      Strike: | EUR/USD 1.1000
      Expiry: | 7 September 2026, 10:00 a.m. New York time
      Settlement Date: | 9 September 2026
      Premium: | USD 22,000.00 payable by the Buyer
      Premium Payment Date: | 9 June 2026
      Settlement: | Physical`,
    says: {
      product: 'FX_OPTION',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'OPT-5',
      trade_date: '2026-06-05',
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
      option_style: 'EUROPEAN',
      option_type: 'EUR_CALL_USD_PUT',
      call_currency: 'EUR',
      call_amount: '2000000.00',
      put_currency: 'USD',
      put_amount: '2200000.00',
      strike_price: '1.1000',
      expiry_date: '2026-09-07',
      settlement_date: '2026-09-09',
      premium_amount: '22000.00',
      premium_currency: 'USD',
      premium_date: '2026-06-09',
      settlement_type: 'PHYSICAL',
    },
  },
  {
    name: 'a non-deliverable forward after the template',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      NON-DELIVERABLE FX FORWARD TRANSACTION
      To: | Orion Capital Partners LLC
      Our Reference: | NDF-5
      Trade Date: | 5 June 2026
      Reference Currency: | KRW (Korean Won)
      Notional Amount: | USD 2,000,000.00
      Forward Rate: | 1,385.50 KRW/USD
      Reference Currency Buyer: | Harbour & Vale Bank plc
      Reference Currency Seller: | Orion Capital Partners LLC
      Settlement Currency: | USD
      Settlement Date: | 9 September 2026
      Settlement: | Non-Deliverable
      Settlement Rate Option: | KRW KFTC18
      Valuation Date: | 7 September 2026`,
    says: {
      product: 'NON_DELIVERABLE_FORWARD',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'NDF-5',
      trade_date: '2026-06-05',
      currency_2: 'KRW',
      notional: '2000000.00',
      currency: 'USD',
      fx_rate: '1385.50',
      reference_currency_buyer: 'BANK',
      reference_currency_seller: 'COUNTERPARTY',
      settlement_currency: 'USD',
      settlement_date: '2026-09-09',
      settlement_type: 'CASH',
      settlement_rate_option: 'KRW KFTC18',
      fixing_date: '2026-09-07',
    },
  },
  {
    name: 'a credit default swap that names its parties by role alone',
    source: 'BANK',
    text: `
      HARBOUR & VALE BANK PLC
      CREDIT DERIVATIVE CONFIRMATION
      Reference Number: CDS-77 | Counterparty Reference: ORN-CDS-4
      Trade Date | 3 June 2026
      Effective Date | 4 June 2026
      Scheduled Termination Date | 20 June 2031
      Protection Buyer | Orion Capital Partners LLC
      Protection Seller | Harbour & Vale Bank plc
      Reference Entity | Republic of Ardovia
      Reference Obligation | ISIN XS0123456789
      Notional | EUR 8,000,000
      Fixed Rate | 500bps per annum
      Initial Payment | EUR 120,000 payable by Buyer on 8 June 2026
      Payment Frequency | Quarterly
      Day Count Fraction | Act/360
      Seniority | Senior`,
    says: {
      product: 'CREDIT_DEFAULT_SWAP',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'CDS-77',
      other_reference: 'ORN-CDS-4',
      trade_date: '2026-06-03',
      effective_date: '2026-06-04',
      termination_date: '2031-06-20',
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
      reference_entity: 'Republic of Ardovia',
      reference_obligation: 'ISIN XS0123456789',
      notional: '8000000.00',
      currency: 'EUR',
      fixed_rate: '5',
      fixed_payment_frequency: 'QUARTERLY',
      fixed_day_count: 'ACT/360',
    },
  },
  {
    name: 'an equity swap with a notional in both legs',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      EQUITY SWAP CONFIRMATION
      Counterparty: | Orion Capital Partners LLC
      Trade ID: | EQ-5
      Trade Date: | 5 June 2026
      Effective Date: | 9 June 2026
      Termination Date: | 9 June 2027
      Equity Amounts
      Equity Amount Payer: | Harbour & Vale Bank plc
      Equity Notional Amount: | GBP 2,450,000.00
      Index: | FTSE 100 Index (UKX)
      Initial Index Level: | 8,412.55
      Type of Return: | Price Return
      Floating Amounts
      Floating Amount Payer: | Orion Capital Partners LLC
      Notional Amount: | GBP 2,450,000.00
      Floating Rate Option: | GBP-SONIA-OIS Compound
      Spread: | minus 15 bps
      Dividend Payment Date: | 12 June 2026
      Settlement: | Cash`,
    says: {
      product: 'EQUITY_SWAP',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'EQ-5',
      trade_date: '2026-06-05',
      effective_date: '2026-06-09',
      termination_date: '2027-06-09',
      equity_amount_payer: 'BANK',
      notional: '2450000.00',
      currency: 'GBP',
      underlier: 'FTSE 100 Index (UKX)',
      initial_price: '8412.55',
      return_type: 'PRICE_RETURN',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
      spread_bps: '-15',
      settlement_type: 'CASH',
    },
  },
  {
    name: 'a swap in two languages with European numbers',
    source: 'COUNTERPARTY',
    text: `
      Nordwest Kreditbank AG
      Zinsswap / Interest Rate Swap Confirmation
      An / To: | Harbour & Vale Bank plc
      Unsere Referenz / Our Reference: | NWK-4471
      Ihre Referenz / Your Reference: | HV-IRS-88
      Trade Date: | 3. März 2026
      Effective Date: | 5. März 2026
      Termination Date: | 5. März 2031
      Notional Amount: | EUR 12.500.000,00
      Fixed Rate Payer: | Nordwest Kreditbank AG
      Fixed Rate: | 2,375 % p.a.
      Day Count Fraction (fixed): | 30E/360
      Floating Rate Payer: | Harbour & Vale Bank plc
      Floating Rate Option: | EUR-EURIBOR-Reuters
      Designated Maturity: | 6 Months
      Spread: | 0,15 %
      Day Count Fraction (floating): | ACT/360`,
    says: {
      product: 'INTEREST_RATE_SWAP',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Nordwest Kreditbank AG',
      trade_id: 'NWK-4471',
      other_reference: 'HV-IRS-88',
      trade_date: '2026-03-03',
      effective_date: '2026-03-05',
      termination_date: '2031-03-05',
      notional: '12500000.00',
      currency: 'EUR',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '2.375',
      fixed_day_count: '30E/360',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'EUR-EURIBOR-Reuters',
      designated_maturity: '6M',
      spread_bps: '15',
      floating_day_count: 'ACT/360',
    },
  },
  {
    name: 'a commodity swap in gas, in one run a line',
    source: 'COUNTERPARTY',
    text: `
      Brightfield Energy Trading LLC
      COMMODITY SWAP CONFIRMATION
      TO: Harbour & Vale Bank plc
      OUR REF: BF-1201
      Trade Date: 2 June 2026
      Commodity: Natural Gas
      Total Notional Quantity: 1,240,000 MMBtu
      Notional Quantity per Calculation Period: 10,000 MMBtu per day
      Effective Date: 1 July 2026
      Termination Date: 31 October 2026
      Fixed Price Payer: Harbour & Vale Bank plc
      Fixed Price: USD 3.425 per MMBtu
      Floating Price Payer: Brightfield Energy Trading LLC
      Commodity Reference Price: NATURAL GAS-NYMEX
      Settlement: Cash`,
    says: {
      product: 'COMMODITY_SWAP',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Brightfield Energy Trading LLC',
      trade_id: 'BF-1201',
      trade_date: '2026-06-02',
      commodity: 'Natural Gas',
      quantity: '1240000',
      unit_of_measure: 'MMBtu',
      quantity_per_period: '10000',
      effective_date: '2026-07-01',
      termination_date: '2026-10-31',
      fixed_price_payer: 'BANK',
      fixed_price: '3.425',
      currency: 'USD',
      floating_price_payer: 'COUNTERPARTY',
      commodity_reference_price: 'NATURAL GAS-NYMEX',
      settlement_type: 'CASH',
    },
  },
];
