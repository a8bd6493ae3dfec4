import type { Letter } from './letter.ts';

/** Forwards and options, in letters and in forms whose wording differs from the usual. */
export const EXCHANGE_LETTERS: readonly Letter[] = [
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
    name: 'a forward whose sides say with whom',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      Confirmation of Forward Exchange Contract
      Contract No. | HV-FX-3301
      Your Reference | OCP 2026-0394
      Customer | Orion Capital Partners LLC
      Deal date | 09.03.2026
      We sell to you | EUR 3.250.000,00
      We buy from you | USD 3.585.400,00
      Spot rate | EUR/USD 1,0951
      All-in forward rate | EUR/USD 1,1032
      Value date | 14.09.2026
      Pay EUR to | Deutsche Bank AG Stuttgart, acc 600700999`,
    says: {
      product: 'FX_FORWARD',
      trade_id: 'HV-FX-3301',
      other_reference: 'OCP 2026-0394',
      currency: 'EUR',
      notional: '3250000.00',
      currency_2: 'USD',
      notional_2: '3585400.00',
      currency_buyer: 'COUNTERPARTY',
      fx_rate: '1.1032',
      trade_date: '2026-03-09',
      settlement_date: '2026-09-14',
    },
  },
  {
    name: 'a forward whose amounts stand below who trades them',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      FX FORWARD CONFIRMATION
      Deal No. | HV60012874
      Counterparty | Orion Capital Partners LLC
      Trade Date | 20-Jan-2026
      Value Date | 22-Jul-2026
      Contract Rate | GBP/USD 1.2716
       | Amount bought by us | Amount sold by us
      Currency | GBP | USD
      Amount | 8,000,000.00 | 10,172,800.00`,
    says: {
      product: 'FX_FORWARD',
      currency: 'GBP',
      notional: '8000000.00',
      currency_2: 'USD',
      notional_2: '10172800.00',
      currency_buyer: 'BANK',
      counterparty_name: 'Orion Capital Partners LLC',
    },
  },
  {
    name: 'a telex with the tags of SWIFT',
    source: 'BANK',
    text: `
      MT 300 STYLE CONFIRMATION - NON-DELIVERABLE FORWARD
      :20 : SENDER'S REFERENCE | : HV.26.097.0204
      :82A : PARTY A (SENDER) | : HARBOUR & VALE BANK PLC
      :87A : PARTY B (RECEIVER) | : ORION CAPITAL PARTNERS LLC
      :30T : TRADE DATE | : 20260407
      :30V : VALUE DATE | : 20260709
      :36 | : EXCHANGE RATE | : 58,420
      :32B : NOTIONAL AMOUNT | : USD 3000000,
      :33B : REFERENCE CURRENCY AMT | : PHP 175260000,
      :30U : FIXING DATE | : 20260707
      PHP BUYER | : PARTY A
      PHP SELLER | : PARTY B`,
    says: {
      product: 'NON_DELIVERABLE_FORWARD',
      trade_id: 'HV.26.097.0204',
      trade_date: '2026-04-07',
      settlement_date: '2026-07-09',
      fixing_date: '2026-07-07',
      fx_rate: '58.420',
      notional: '3000000.00',
      notional_2: '175260000.00',
      reference_currency_buyer: 'BANK',
      reference_currency_seller: 'COUNTERPARTY',
    },
  },
  {
    name: 'an option whose amounts its sentences state at the strike',
    source: 'BANK',
    text: `
      Harbour & Vale Bank plc
      To: | Orion Capital Partners LLC
      Our ref: HV.26.027.0077 Your ref: OCP-26-1190
      We are pleased to confirm that on 27 January 2026 we, Harbour & Vale Bank plc, purchased from you a European
      style USD call / JPY put currency option. Upon exercise we shall pay JPY 1,512,500,000 and receive USD 10,000,000,
      i.e. at a strike price of 151.25 (USD/JPY). The option expires on 27 April 2026 at 10:00 a.m. New York time and,
      if exercised, will be settled by delivery on 29 April 2026. The premium of USD 98,500.00 is payable by us on
      29 January 2026. The Threshold under the Credit Support Annex is USD 7,500,000 for each of us.`,
    says: {
      product: 'FX_OPTION',
      buyer: 'BANK',
      seller: 'COUNTERPARTY',
      option_type: 'USD_CALL_JPY_PUT',
      call_currency: 'USD',
      call_amount: '10000000.00',
      put_currency: 'JPY',
      put_amount: '1512500000.00',
      strike_price: '151.25',
      expiry_date: '2026-04-27',
      settlement_date: '2026-04-29',
      premium_amount: '98500.00',
      premium_date: '2026-01-29',
      trade_date: '2026-01-27',
    },
  },
  {
    name: 'an option with a column a party and a column a currency',
    source: 'COUNTERPARTY',
    text: `
      Orion Capital Partners LLC
      Currency option trade - confirmation to Harbour & Vale Bank plc
      Our ref. | OCP-26-1190
      Trade date | 27/01/2026
      Option style / type | European / USD Call JPY Put
      Strike | 152.15
      Expiry | 27/04/2026 10:00 New York
      Delivery | 29/04/2026
       | Call | Put
      Currency | USD | JPY
      Amount | 10,000,000.00 | 1,521,500,000.00
       | Buyer | Seller
      Party | Harbour & Vale Bank plc | Orion Capital Partners LLC
      Premium | pays USD 98,500.00 on 29/01/2026 | receives`,
    says: {
      product: 'FX_OPTION',
      bank_name: 'Harbour & Vale Bank plc',
      buyer: 'BANK',
      seller: 'COUNTERPARTY',
      option_style: 'EUROPEAN',
      call_amount: '10000000.00',
      put_currency: 'JPY',
      settlement_date: '2026-04-29',
      premium_amount: '98500.00',
      premium_date: '2026-01-29',
    },
  },
];
