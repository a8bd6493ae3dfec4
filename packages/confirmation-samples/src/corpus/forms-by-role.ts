import type { Letter } from './letter.ts';

/** Forms that say who pays and who buys in ways of their own. */
export const ROLES: readonly Letter[] = [
  {
    name: 'a swap with a block of pairs a leg',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      INTEREST RATE SWAP CONFIRMATION
      To: Orion Capital Partners LLC
      Our Ref: HV-31
      Trade Date: 3 March 2026
      Effective Date: 5 March 2026
      Termination Date: 5 March 2031
      Notional: GBP 10,000,000
      FIXED LEG | | FLOATING LEG
      Payer: Party A | | Payer: Party B
      Rate: 4.10% | | Index: GBP-SONIA-OIS Compound
      Day Count: ACT/365F | | Day Count: ACT/365F
      Frequency: 6M | | Frequency: 12M
      Party A: Harbour & Vale Bank plc
      Party B: Orion Capital Partners LLC`,
    says: {
      product: 'INTEREST_RATE_SWAP',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'HV-31',
      trade_date: '2026-03-03',
      effective_date: '2026-03-05',
      termination_date: '2031-03-05',
      notional: '10000000.00',
      currency: 'GBP',
      fixed_rate_payer: 'BANK',
      floating_rate_payer: 'COUNTERPARTY',
      fixed_rate: '4.1',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
      fixed_day_count: 'ACT/365F',
      floating_day_count: 'ACT/365F',
      fixed_payment_frequency: 'SEMI_ANNUAL',
      floating_payment_frequency: 'ANNUAL',
    },
  },
  {
    name: 'a swap with a column a party',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Interest Rate Swap Confirmation
      Our Reference | HV-32
      Client | Orion Capital Partners LLC
      Trade Date | 3 March 2026
      Effective Date | 5 March 2026
      Maturity Date | 5 March 2031
      Notional | GBP 10,000,000
      | Party A | Party B
      Name | Harbour & Vale Bank plc | Orion Capital Partners LLC
      Pays | Fixed | Floating
      Rate | 4.10% | GBP-SONIA-OIS Compound
      Day Count | ACT/365F | ACT/365F`,
    says: {
      product: 'INTEREST_RATE_SWAP',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      fixed_rate_payer: 'BANK',
      floating_rate_payer: 'COUNTERPARTY',
      trade_id: 'HV-32',
      trade_date: '2026-03-03',
      effective_date: '2026-03-05',
      termination_date: '2031-03-05',
      notional: '10000000.00',
      currency: 'GBP',
      fixed_rate: '4.1',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
      fixed_day_count: 'ACT/365F',
      floating_day_count: 'ACT/365F',
    },
  },
  {
    name: 'a forward with a column a party',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Foreign Exchange Forward Confirmation
      Our Reference | HV-33
      Trade Date | 3 March 2026
      Value Date | 5 June 2026
      | Harbour & Vale Bank plc | Orion Capital Partners LLC
      Buys | EUR 1,000,000.00 | USD 1,090,000.00
      Sells | USD 1,090,000.00 | EUR 1,000,000.00
      Rate | 1.0900`,
    says: {
      product: 'FX_FORWARD',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'HV-33',
      trade_date: '2026-03-03',
      settlement_date: '2026-06-05',
      fx_rate: '1.0900',
      currency: 'EUR',
      notional: '1000000.00',
      currency_2: 'USD',
      notional_2: '1090000.00',
      currency_buyer: 'BANK',
    },
  },
  {
    name: 'an option between you and us',
    source: 'COUNTERPARTY',
    text: `
      Orion Capital Partners LLC
      FX Option Confirmation
      Client: | Harbour & Vale Bank plc
      Our Reference: | O-34
      Trade Date: | 3 March 2026
      Buyer: | You
      Seller: | We
      Put/Call: | EUR Call / USD Put
      Call Amount: | EUR 1,000,000.00
      Put Amount: | USD 1,100,000.00
      Exercise Price: | 1.1000
      Expiration: | 3 June 2026
      Premium: | 1.25% of Call Amount, EUR 12,500.00
      Delivery: | 5 June 2026`,
    says: {
      product: 'FX_OPTION',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'O-34',
      trade_date: '2026-03-03',
      buyer: 'BANK',
      seller: 'COUNTERPARTY',
      option_type: 'EUR_CALL_USD_PUT',
      call_amount: '1000000.00',
      call_currency: 'EUR',
      put_amount: '1100000.00',
      put_currency: 'USD',
      strike_price: '1.1000',
      expiry_date: '2026-06-03',
      premium_amount: '12500.00',
      premium_currency: 'EUR',
    },
  },
  {
    name: 'a swap that says what each party pays',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Interest Rate Swap
      Our Reference: | HV-35
      Counterparty: | Orion Capital Partners LLC
      Trade Date: | 3 March 2026
      Start Date: | 5 March 2026
      Maturity: | 5 March 2031 (5Y)
      Notional Amount: | EUR 10,000,000
      Harbour & Vale Bank plc pays: | Floating: EUR-EURIBOR-Reuters 3M flat
      Orion Capital Partners LLC pays: | Fixed rate 2.55%`,
    says: {
      product: 'INTEREST_RATE_SWAP',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'HV-35',
      trade_date: '2026-03-03',
      effective_date: '2026-03-05',
      termination_date: '2031-03-05',
      notional: '10000000.00',
      currency: 'EUR',
      floating_rate_payer: 'BANK',
      fixed_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'EUR-EURIBOR-Reuters',
      designated_maturity: '3M',
      fixed_rate: '2.55',
      tenor: '5Y',
    },
  },
  {
    name: 'a credit default swap with a spread',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Credit Default Swap
      Our Reference: | HV-36
      Counterparty: | Orion Capital Partners LLC
      Trade Date: | 3 March 2026
      Effective Date: | 4 March 2026
      Termination Date: | 20 June 2031
      Buyer of Protection: | Party B
      Seller of Protection: | Party A
      Party A: | Harbour & Vale Bank plc
      Party B: | Orion Capital Partners LLC
      Reference Entity: | Agrium Inc.
      Notional: | USD 5 million
      Spread: | 112.5 bps p.a.`,
    says: {
      product: 'CREDIT_DEFAULT_SWAP',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'HV-36',
      trade_date: '2026-03-03',
      effective_date: '2026-03-04',
      termination_date: '2031-06-20',
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
      reference_entity: 'Agrium Inc.',
      notional: '5000000.00',
      currency: 'USD',
      fixed_rate: '1.125',
    },
  },
  {
    name: 'a non-deliverable forward as bought and sold',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      NDF Confirmation
      Our Reference: | HV-37
      To: | Orion Capital Partners LLC
      Trade Date: | 3 March 2026
      We sell: | BRL 27,150,000.00
      We buy: | USD 5,000,000.00
      NDF Rate: | 5.4300
      Fixing Date: | 3 June 2026
      Value Date: | 5 June 2026
      Settlement Currency: | USD`,
    says: {
      product: 'NON_DELIVERABLE_FORWARD',
      bank_name: 'Harbour & Vale Bank plc',
      counterparty_name: 'Orion Capital Partners LLC',
      trade_id: 'HV-37',
      trade_date: '2026-03-03',
      fx_rate: '5.4300',
      fixing_date: '2026-06-03',
      settlement_date: '2026-06-05',
      settlement_currency: 'USD',
      currency: 'USD',
      notional: '5000000.00',
      currency_2: 'BRL',
      notional_2: '27150000.00',
      reference_currency_buyer: 'COUNTERPARTY',
      reference_currency_seller: 'BANK',
    },
  },
];
