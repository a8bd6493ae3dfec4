// Long: one table of letters.
import type { Letter } from './letter.ts';

/** Swaps, in letters and in forms whose wording differs from the usual. */
export const SWAP_LETTERS: readonly Letter[] = [
  {
    name: 'a swap in prose',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      To: Orion Capital Partners LLC
      Our ref: HV-IRS-901 Your ref: OCP-17
      Re: Interest Rate Swap Transaction
      Dear Sirs,
      We confirm the terms of the interest rate swap entered into between Harbour & Vale Bank plc ("Party A") and
      Orion Capital Partners LLC ("Party B") on the trade date of 12 February 2026. The Notional Amount is
      USD 40,000,000.00. The Effective Date is 16 February 2026 and the Termination Date is 16 February 2031.
      Party A shall pay a fixed rate of 3.815 per cent. per annum semi-annually on a 30/360 basis and Party B shall
      pay a floating rate of USD-SOFR-OIS Compound plus 12 basis points quarterly on an Actual/360 basis. The
      Business Day Convention is Modified Following.
      Yours faithfully,
      Harbour & Vale Bank plc`,
    says: {
      product: 'INTEREST_RATE_SWAP',
      trade_id: 'HV-IRS-901',
      other_reference: 'OCP-17',
      trade_date: '2026-02-12',
      notional: '40000000.00',
      currency: 'USD',
      effective_date: '2026-02-16',
      termination_date: '2031-02-16',
      fixed_rate: '3.815',
      fixed_rate_payer: 'BANK',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'USD-SOFR-OIS Compound',
      spread_bps: '12',
      fixed_payment_frequency: 'SEMI_ANNUAL',
      fixed_day_count: '30/360',
      floating_payment_frequency: 'QUARTERLY',
      floating_day_count: 'ACT/360',
      business_day_convention: 'MODIFIED_FOLLOWING',
    },
  },
  {
    name: 'a swap of a bank and a customer, named so',
    source: 'BANK',
    text: `
      HARBOUR & VALE BANK PLC
      SWAP CONFIRMATION
      This confirms the Swap Transaction between Harbour & Vale Bank plc (the "Bank") and Orion Capital Partners LLC (the "Customer").
      Bank Reference: | IRS/2026/44
      Customer Reference: | OCP-9
      Transaction Type: | Interest Rate Swap
      Trade Date: | March 2, 2026
      Effective Date: | March 4, 2026
      Scheduled Termination Date: | March 4, 2029
      Notional Amount (USD): | 15,000,000.00
      Fixed Amounts
      Fixed Rate Payer: | Customer
      Fixed Rate (%): | 4.125
      Fixed Rate Day Count Fraction: | Actual/360
      Floating Amounts
      Floating Rate Payer: | Bank
      Floating Rate Option: | USD-SOFR CME Term
      Designated Maturity: | 1 Month
      Spread (bps): | 175
      Collateral
      Threshold Amount: | USD 2,000,000
      Notional Amount of Collateral: | USD 9,000,000
      Payment Instructions
      Amount: | USD 1,234.00
      Account Number: | 000123456789`,
    says: {
      trade_id: 'IRS/2026/44',
      other_reference: 'OCP-9',
      notional: '15000000.00',
      currency: 'USD',
      fixed_rate: '4.125',
      fixed_rate_payer: 'COUNTERPARTY',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'USD-SOFR CME Term',
      designated_maturity: '1M',
      spread_bps: '175',
      fixed_day_count: 'ACT/360',
    },
  },
  {
    name: 'a credit default swap with its parties in brackets',
    source: 'COUNTERPARTY',
    text: `
      Orion Capital Partners LLC
      Credit Default Swap Confirmation
      To: | Harbour & Vale Bank plc
      Our Ref.: | OCP-CDS-8
      Trade Date: | 20 April 2026
      Effective Date: | 21 April 2026
      Scheduled Termination Date: | 20 June 2031
      Floating Rate Payer (the "Seller"): | Harbour & Vale Bank plc
      Fixed Rate Payer (the "Buyer"): | Orion Capital Partners LLC
      Reference Entity: | Castellan Steel Corporation
      Reference Obligation: | Primary Obligor: Castellan Steel Corporation
       | Maturity: 15 May 2030
       | Coupon: 4.250%
       | CUSIP/ISIN: US148429AB21
      Fixed Rate Payer Calculation Amount: | USD 10,000,000
      Fixed Rate: | 1.00% per annum
      Credit Events: | Bankruptcy, Failure to Pay
      Default Requirement: | USD 10,000,000
      Payment Requirement: | USD 1,000,000`,
    says: {
      termination_date: '2031-06-20',
      seller: 'BANK',
      buyer: 'COUNTERPARTY',
      reference_entity: 'Castellan Steel Corporation',
      notional: '10000000.00',
      fixed_rate: '1',
    },
  },
  {
    name: 'slash dates that one of them settles',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Interest Rate Swap
      To: | Orion Capital Partners LLC
      Our Reference: | HV-12
      Trade Date: | 03/04/2026
      Effective Date: | 05/04/2026
      Maturity Date: | 25/04/2030
      Notional: | GBP 5m
      Fixed Rate Payer: | Harbour & Vale Bank plc
      Fixed Rate: | 4.2%
      Floating Rate Payer: | Orion Capital Partners LLC
      Floating Rate Index: | GBP-SONIA-OIS Compound`,
    says: {
      trade_date: '2026-04-03',
      effective_date: '2026-04-05',
      termination_date: '2030-04-25',
      notional: '5000000.00',
    },
  },
  {
    name: 'slash dates that the date of the letter settles',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Date: 4 March 2026
      Interest Rate Swap
      To: | Orion Capital Partners LLC
      Our Reference: | HV-12
      Trade Date: | 03/04/2026
      Effective Date: | 03/06/2026
      Maturity Date: | 03/06/2030
      Notional: | GBP 5m
      Fixed Rate Payer: | Harbour & Vale Bank plc
      Fixed Rate: | 4.2%
      Floating Rate Payer: | Orion Capital Partners LLC
      Floating Rate Index: | GBP-SONIA-OIS Compound`,
    says: { trade_date: '2026-03-04', effective_date: '2026-03-06', termination_date: '2030-03-06' },
  },
  {
    name: 'an index with its tenor and its margin beside it',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Interest Rate Swap Confirmation
      To: | Orion Capital Partners LLC
      Our Reference: | HV-13
      Trade Date: | 3 April 2026
      Start Date: | 7 April 2026
      End Date: | 7 April 2036
      Notional: | EUR 20 Mio
      Party A | Harbour & Vale Bank plc
      Party B | Orion Capital Partners LLC
      Party A pays: | Fixed Rate of 2.75% p.a., annually, 30/360
      Party B pays: | EUR-EURIBOR-Reuters 6M + 0.15%, semi-annually, ACT/360`,
    says: {
      notional: '20000000.00',
      currency: 'EUR',
      fixed_rate: '2.75',
      fixed_rate_payer: 'BANK',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'EUR-EURIBOR-Reuters',
      designated_maturity: '6M',
      spread_bps: '15',
    },
  },
  {
    name: 'a table with a leg a row',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Interest Rate Swap Confirmation
      To: | Orion Capital Partners LLC
      Our Reference: | HV-14
      Trade Date: | 3 April 2026
      Start Date: | 7 April 2026
      End Date: | 7 April 2036
      Notional: | USD 20,000,000
      Leg | Payer | Rate / Index
      Fixed | Orion Capital Partners LLC | 4.01%
      Floating | Harbour & Vale Bank plc | USD-SOFR-OIS Compound`,
    says: {
      fixed_rate: '4.01',
      fixed_rate_payer: 'COUNTERPARTY',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'USD-SOFR-OIS Compound',
    },
  },
  {
    name: 'an equity swap with what its parties receive',
    source: 'COUNTERPARTY',
    text: `
      Orion Capital Partners LLC
      Total Return Equity Swap Confirmation
      To: | Harbour & Vale Bank plc
      Our Reference: | OCP-EQ-3
      Trade Date: | 19 May 2026
      Effective Date: | 21 May 2026
      Termination Date: | 21 May 2027
      Shares: | Ordinary shares of Lumen Optics AG (LMO GY)
      Number of Shares: | 150,000
      Initial Price: | EUR 41.27
      Equity Notional Amount: | EUR 6,190,500.00
      Equity Amount Payer: | Harbour & Vale Bank plc
      Type of Return: | Total Return
      Floating Rate Payer: | Orion Capital Partners LLC
      Floating Rate Option: | EUR-EURIBOR-Reuters
      Designated Maturity: | 3 months
      Spread: | plus 0.45%`,
    says: {
      product: 'EQUITY_SWAP',
      underlier: 'Ordinary shares of Lumen Optics AG (LMO GY)',
      initial_price: '41.27',
      notional: '6190500.00',
      currency: 'EUR',
      equity_amount_payer: 'BANK',
      floating_rate_payer: 'COUNTERPARTY',
      spread_bps: '45',
      return_type: 'TOTAL_RETURN',
    },
  },
  {
    name: 'a commodity swap in metric tonnes',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Commodity Swap - Cash settled
      Counterparty: | Orion Capital Partners LLC
      Our Reference: | HV-C-3
      Trade Date: | 19 May 2026
      Effective Date: | 1 June 2026
      Termination Date: | 31 December 2026
      Commodity: | Primary Aluminium
      Total Notional Quantity: | 3,500 MT
      Notional Quantity per Calculation Period: | 500 metric tonnes
      Fixed Price Payer: | We
      Fixed Price: | USD 2,415.50 per metric tonne
      Floating Price Payer: | You
      Commodity Reference Price: | ALUMINIUM-LME CASH`,
    says: {
      quantity: '3500',
      unit_of_measure: 'mt',
      quantity_per_period: '500',
      fixed_price: '2415.5',
      currency: 'USD',
      fixed_price_payer: 'BANK',
      floating_price_payer: 'COUNTERPARTY',
      commodity_reference_price: 'ALUMINIUM-LME CASH',
      counterparty_name: 'Orion Capital Partners LLC',
    },
  },
  {
    name: 'a swap of which every term is in a sentence, in small letters',
    source: 'COUNTERPARTY',
    text: `
      Orion Capital Partners, S.A.
      Paseo de la Castellana 140, 28046 Madrid
      Our ref.: OCP/IRS/0450 Your ref.: HV-IRS-7021
      Interest Rate Swap
      We write to confirm the transaction concluded between Orion Capital Partners, S.A. ("Orion") and Harbour & Vale
      Bank plc ("Harbour"). On 14 October 2025 (the trade date) we agreed an interest rate swap in a notional amount of
      EUR 200.000.000,00 for the period from and including 16 October 2025 (the effective date) to but excluding
      18 October 2027 (the termination date). The fixed rate payer is Orion. The fixed rate is 2,1150 % p.a., payable
      annually; the fixed rate day count fraction is Actual/360. The floating rate payer is Harbour. The floating rate
      option is EUR-EuroSTR-OIS Compound, the spread is zero and the floating rate day count fraction is Actual/360.
      Payments are adjusted in accordance with the Modified Following Business Day Convention.`,
    says: {
      product: 'INTEREST_RATE_SWAP',
      trade_date: '2025-10-14',
      effective_date: '2025-10-16',
      termination_date: '2027-10-18',
      notional: '200000000.00',
      fixed_rate: '2.115',
      fixed_rate_payer: 'COUNTERPARTY',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'EUR-EuroSTR-OIS Compound',
      spread_bps: '0',
      fixed_payment_frequency: 'ANNUAL',
      fixed_day_count: 'ACT/360',
      floating_day_count: 'ACT/360',
      business_day_convention: 'MODIFIED_FOLLOWING',
    },
  },
  {
    name: 'legs in the columns of who pays them',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Interest Rate Swap - Confirmation
      Deal No. | HV-D-740020
       | Party A | Party B
      Legal Name | Harbour & Vale Bank plc | Orion Capital Partners LLC
      LEI | 2138HVBK000000000026 | 5299CPTY100000000067
      Traded on | 15-Jul-2025
      Starts on | 17-Jul-2025
      Ends on | 17-Jul-2029
      Nom Amt | USD 33,000,000
       | Party A pays | Party B pays
      Leg | Floating Leg | Fixed Leg
      Rate / Index | USD-SOFR-OIS Compound | 3.6400%
      Spread | - 5.5 bps | n/a
      Payment Frequency | 3M | 6M
      Day Count | ACT/360 | 30/360`,
    says: {
      product: 'INTEREST_RATE_SWAP',
      effective_date: '2025-07-17',
      termination_date: '2029-07-17',
      notional: '33000000.00',
      fixed_rate: '3.64',
      fixed_rate_payer: 'COUNTERPARTY',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'USD-SOFR-OIS Compound',
      spread_bps: '-5.5',
      fixed_payment_frequency: 'SEMI_ANNUAL',
      floating_day_count: 'ACT/360',
      counterparty_lei: '5299CPTY100000000067',
    },
  },
  {
    name: 'protection that a sentence says was bought',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Our Reference: HV-C-1177 Your Reference: OCP-C-90444
      Credit Derivative Transaction
      Orion Capital Partners LLC has bought from Harbour & Vale Bank plc, on the 19th day of August, 2025, credit
      protection on Tamarack Pipelines Inc. (the Reference Entity) in a notional amount of USD 25 million. Protection
      begins on the 20th day of August, 2025 (effective date) and ends on the 20th day of June, 2028 (scheduled
      termination date). The reference obligation is CUSIP 87500TAD1. The premium of 1 per cent. per annum is payable
      quarterly; the day count fraction is Actual/360. Following a credit event, physical settlement will apply.`,
    says: {
      product: 'CREDIT_DEFAULT_SWAP',
      trade_date: '2025-08-19',
      effective_date: '2025-08-20',
      termination_date: '2028-06-20',
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
      reference_entity: 'Tamarack Pipelines Inc.',
      notional: '25000000.00',
      fixed_rate: '1',
      fixed_payment_frequency: 'QUARTERLY',
      settlement_type: 'PHYSICAL',
    },
  },
  {
    name: 'a commodity swap told by the bank and its client',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Our Reference: HV-K-771 Your Reference: OCP/25/1102
      Commodity Swap Transaction
      We write to confirm the transaction concluded between Harbour & Vale Bank plc ("the Bank") and Orion Capital
      Partners LLC ("the Client"). On November 19, 2025 the parties concluded a commodity swap on WTI Light Sweet Crude
      Oil. The swap runs from December 1, 2025 (effective date) to November 30, 2026 (termination date), the quantity
      being 30,000 bbl per month, in total 360,000 bbl. The Client will pay a fixed price of USD 59.44 per Barrel. The
      Bank will pay the floating price, being the average of the commodity reference price OIL-WTI-NYMEX.`,
    says: {
      product: 'COMMODITY_SWAP',
      commodity: 'WTI Light Sweet Crude Oil',
      quantity: '360000',
      quantity_per_period: '30000',
      fixed_price: '59.44',
      fixed_price_payer: 'COUNTERPARTY',
      floating_price_payer: 'BANK',
      commodity_reference_price: 'OIL-WTI-NYMEX',
    },
  },
];
