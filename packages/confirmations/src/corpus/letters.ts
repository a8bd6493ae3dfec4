import type { Source, Trade } from '@trade-matching/domain';

/** A confirmation as a bank would word it, what it says, and what must not be read into it. */
export interface Letter {
  readonly name: string;
  readonly source: Source;
  readonly text: string;
  readonly says: Partial<Trade>;
  readonly saysNot?: readonly (keyof Trade)[];
}

/** Letters in prose, and forms whose wording differs from the usual. */
export const LETTERS: readonly Letter[] = [
  {
    name: 'a forward in prose between names',
    source: 'COUNTERPARTY',
    text: `
      Calder Asset Management Ltd
      12 Queen Street, Leeds
      9 June 2026
      Harbour & Vale Bank plc
      7 Basinghall Yard, London
      Re: Forward foreign exchange transaction - our ref CAM-88121, your ref HV/FX/3311
      Dear Sirs,
      We confirm that on 8 June 2026 Calder Asset Management Ltd sold to Harbour & Vale Bank plc GBP 4,250,000.00
      against EUR 4,951,250.00 at a rate of 1.1650 (GBP/EUR) for value 10 December 2026.
      This transaction is subject to the ISDA 2002 Master Agreement dated as of 3 May 2016.
      Yours faithfully,
      Calder Asset Management Ltd
      _______________________`,
    says: {
      product: 'FX_FORWARD',
      trade_id: 'CAM-88121',
      other_reference: 'HV/FX/3311',
      trade_date: '2026-06-08',
      currency: 'GBP',
      notional: '4250000.00',
      currency_2: 'EUR',
      notional_2: '4951250.00',
      currency_buyer: 'BANK',
      fx_rate: '1.1650',
      settlement_date: '2026-12-10',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Calder Asset Management Ltd',
    },
  },
  {
    name: 'a forward in prose that was bought and sold',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      7 Basinghall Yard, London
      17 April 2026
      Orion Capital Partners LLC
      410 Lexington Avenue, New York
      Re: Foreign exchange forward – our ref HV-77, your ref OR-91
      Dear Sirs,
      We refer to our telephone conversation and are pleased to confirm that on 17 April 2026 we sold to you
      USD 3,000,000.00 against JPY 450,150,000.00 at a rate of 150.05 (USD/JPY) for value 21 July 2026.
      Our standing settlement instructions of 1 March 2021 apply.
      Yours faithfully,
      Harbour & Vale Bank plc`,
    says: {
      currency: 'USD',
      notional: '3000000.00',
      currency_buyer: 'COUNTERPARTY',
      fx_rate: '150.05',
      settlement_date: '2026-07-21',
      trade_id: 'HV-77',
      other_reference: 'OR-91',
    },
    saysNot: ['master_agreement_date'],
  },
  {
    name: 'a forward in the words of the FX definitions',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      To: Orion Capital Partners LLC
      Our Reference: HV-78
      FX Transaction Confirmation
      between Harbour & Vale Bank plc ("Party A") and Orion Capital Partners LLC ("Party B")
      Trade Date: | 4 May 2026
      Amount and currency payable by Party A: | USD 12,500,000.00
      Amount and currency payable by Party B: | CHF 11,125,000.00
      Settlement Date: | 6 August 2026
      Exchange Rate: | 0.8900 CHF per USD`,
    says: {
      product: 'FX_FORWARD',
      currency: 'USD',
      notional: '12500000.00',
      currency_2: 'CHF',
      notional_2: '11125000.00',
      currency_buyer: 'COUNTERPARTY',
      fx_rate: '0.8900',
      settlement_date: '2026-08-06',
    },
  },
  {
    name: 'a forward with currencies and amounts apart',
    source: 'COUNTERPARTY',
    text: `
      Orion Capital Partners LLC
      FX Forward Confirmation
      Client: | Harbour & Vale Bank plc
      Deal Number: | OR-5512
      Dealing Date: | 04.05.2026
      Direction: | We buy
      Currency Pair: | EUR/USD
      Base Currency Amount: | EUR 2.000.000,00
      Counter Amount: | USD 2.169.000,00
      Forward Rate: | 1,0845
      Value Date: | 15.07.2026`,
    says: {
      currency: 'EUR',
      notional: '2000000.00',
      currency_2: 'USD',
      notional_2: '2169000.00',
      currency_buyer: 'COUNTERPARTY',
      fx_rate: '1.0845',
      trade_date: '2026-05-04',
      settlement_date: '2026-07-15',
      trade_id: 'OR-5512',
    },
  },
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
    name: 'an option in prose',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      To: Orion Capital Partners LLC
      Re: Currency Option Transaction - our ref FXO-4410
      Dear Sirs,
      We confirm that on 3 March 2026 we sold to you a European EUR Put / USD Call option. The Put Currency Amount is
      EUR 5,000,000.00 and the Call Currency Amount is USD 5,400,000.00, with a Strike Price of 1.0800. The option
      expires on 3 June 2026 and settles on 5 June 2026. A Premium of USD 64,800.00 is payable on 5 March 2026.
      Yours faithfully,
      Harbour & Vale Bank plc`,
    says: {
      product: 'FX_OPTION',
      trade_date: '2026-03-03',
      seller: 'BANK',
      buyer: 'COUNTERPARTY',
      put_currency: 'EUR',
      put_amount: '5000000.00',
      call_currency: 'USD',
      call_amount: '5400000.00',
      strike_price: '1.0800',
      expiry_date: '2026-06-03',
      premium_amount: '64800.00',
      option_type: 'EUR_PUT_USD_CALL',
      option_style: 'EUROPEAN',
    },
  },
  {
    name: 'a non-deliverable forward in prose',
    source: 'COUNTERPARTY',
    text: `
      Orion Capital Partners LLC
      To: Harbour & Vale Bank plc
      Re: Non-deliverable forward transaction, our ref OCP-NDF-7
      Dear Sirs,
      We confirm that on 5 May 2026 we sold to you INR 417,500,000.00 against USD 5,000,000.00 at a rate of 83.50 on a
      non-deliverable basis. The Valuation Date is 6 August 2026 and the Settlement Date is 10 August 2026. The
      Settlement Currency is USD.
      Yours faithfully,
      Orion Capital Partners LLC`,
    says: {
      product: 'NON_DELIVERABLE_FORWARD',
      trade_date: '2026-05-05',
      currency: 'USD',
      notional: '5000000.00',
      currency_2: 'INR',
      notional_2: '417500000.00',
      fx_rate: '83.50',
      fixing_date: '2026-08-06',
      settlement_date: '2026-08-10',
      reference_currency_seller: 'COUNTERPARTY',
      reference_currency_buyer: 'BANK',
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
];
