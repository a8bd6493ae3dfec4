import { otherSide, type Source } from '@trade-matching/domain';
import type { Letter } from './letter.ts';

const LETTERHEADS: Readonly<Record<Source, string>> = {
  BANK: 'Harbour & Vale Bank plc\n14 Basinghall Yard, London',
  COUNTERPARTY: 'Orion Capital Partners LLC\n410 Lexington Avenue, New York',
};

/** From one letterhead to the other's address, with a subject and the sentences. */
function letter(source: Source, subject: string, sentences: string): string {
  const [name] = LETTERHEADS[source].split('\n');
  return [
    LETTERHEADS[source],
    LETTERHEADS[otherSide(source)],
    subject,
    'Dear Sirs,',
    sentences.trim(),
    'Yours faithfully,',
    name,
  ].join('\n');
}

/** Letters of a few sentences and no form at all: who pays stands in the passive, and one date follows another. */
export const PLAIN_LETTERS: readonly Letter[] = [
  {
    name: 'a swap whose amounts are paid by us and by you',
    source: 'BANK',
    text: letter(
      'BANK',
      'Subject: Interest Rate Swap (our reference HV-IRS-77, your reference OCP-31)',
      `This letter records the swap transaction agreed by telephone on 4th May 2026, running from 6th May 2026 to
      6th May 2030 on a notional amount of GBP 9.5 million. The fixed rate of 4.05 per cent is to be paid annually by
      us. The floating rate, being GBP-SONIA-OIS Compound, is to be paid annually by you.`,
    ),
    says: {
      trade_date: '2026-05-04',
      effective_date: '2026-05-06',
      termination_date: '2030-05-06',
      notional: '9500000.00',
      fixed_rate: '4.05',
      fixed_rate_payer: 'BANK',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
    },
  },
  {
    name: 'a forward whose sides deliver',
    source: 'BANK',
    text: letter(
      'BANK',
      'Foreign Exchange Forward (our reference HV-FX-12, your reference OCP-32)',
      `We confirm the forward exchange contract dealt on 4th May 2026. On 6th August 2026 you shall deliver EUR 20 mn
      to us, and we shall deliver USD 21.69 mn in exchange, equal to an outright rate of USD 1.0845 for each EUR.`,
    ),
    says: {
      currency: 'EUR',
      notional: '20000000.00',
      currency_2: 'USD',
      notional_2: '21690000.00',
      currency_buyer: 'BANK',
      fx_rate: '1.0845',
      settlement_date: '2026-08-06',
    },
  },
  {
    name: 'a non-deliverable forward that we sold and you bought',
    source: 'COUNTERPARTY',
    text: letter(
      'COUNTERPARTY',
      'Non-Deliverable Forward (our reference OCP-33, your reference HV-NDF-4)',
      `On 4th May 2026 we sold and you bought KRW 6.7 billion forward against USD 5 million in a non-deliverable forward
      transaction at a forward rate of 1,340.00 KRW per USD. The rate fixes on 4th August 2026, and the difference
      will be paid in cash in USD on 6th August 2026.`,
    ),
    says: {
      reference_currency_seller: 'COUNTERPARTY',
      fixing_date: '2026-08-04',
      settlement_date: '2026-08-06',
    },
  },
  {
    name: 'an option whose sale is confirmed',
    source: 'BANK',
    text: letter(
      'BANK',
      'Foreign Exchange Option (our reference HV-FXO-9, your reference OCP-34)',
      `We confirm the sale by Orion Capital Partners LLC to Harbour & Vale Bank plc, on 4th May 2026, of a European
      currency option (USD put / GBP call): call amount GBP 5 million, put amount USD 6.45 million, strike 1.2900 USD
      per GBP. The expiration date is 4th August 2026. Harbour & Vale Bank plc will pay a premium of GBP 61,250.00 on
      6th May 2026.`,
    ),
    says: {
      trade_date: '2026-05-04',
      seller: 'COUNTERPARTY',
      buyer: 'BANK',
      option_style: 'EUROPEAN',
      option_type: 'USD_PUT_GBP_CALL',
      strike_price: '1.2900',
      expiry_date: '2026-08-04',
      premium_amount: '61250.00',
    },
  },
  {
    name: 'protection on a name in an amount',
    source: 'BANK',
    text: letter(
      'BANK',
      'Credit Default Swap (our reference HV-CDS-2, your reference OCP-35)',
      `On 4th May 2026 we bought credit protection from you on Tamarack Pipelines Inc. in an amount of
      USD 20,000,000.00, effective 5th May 2026 and scheduled to terminate on 20th June 2031. The protection buyer
      pays a fixed rate of 100 basis points per annum quarterly.`,
    ),
    says: {
      buyer: 'BANK',
      reference_entity: 'Tamarack Pipelines Inc.',
      notional: '20000000.00',
      effective_date: '2026-05-05',
      termination_date: '2031-06-20',
    },
  },
  {
    name: 'the total return of an index',
    source: 'BANK',
    text: letter(
      'BANK',
      'Equity Index Swap (our reference HV-EQ-5, your reference OCP-36)',
      `On 4th May 2026 the parties agreed an equity swap referencing the AEX Index (.AEX) with an equity notional amount
      of EUR 4,500,000.00. It is effective from 6th May 2026 and terminates on 6th May 2027. Harbour & Vale Bank plc
      pays the total return of the index. Orion Capital Partners LLC pays EUR-EURIBOR-Reuters with a designated
      maturity of one month, plus a spread of 22.5 basis points, on an Actual/360 basis.`,
    ),
    says: {
      underlier: 'AEX Index (.AEX)',
      equity_amount_payer: 'BANK',
      return_type: 'TOTAL_RETURN',
      floating_rate_index: 'EUR-EURIBOR-Reuters',
      spread_bps: '22.5',
    },
  },
  {
    name: 'a commodity in each month and in aggregate',
    source: 'COUNTERPARTY',
    text: letter(
      'COUNTERPARTY',
      'Commodity Swap (our reference OCP-37, your reference HV-COM-8)',
      `We confirm the commodity swap dealt on 4th May 2026. It is effective 1st June 2026, terminates 31st May 2027 and
      covers Natural Gas, 310,000 MMBtu in each month (3,720,000 MMBtu in aggregate). The fixed price of USD 3.145 per
      MMBtu is payable by us and the floating price, determined by reference to NATURAL GAS-NYMEX, is payable by you.`,
    ),
    says: {
      commodity: 'Natural Gas',
      quantity: '3720000',
      fixed_price: '3.145',
      fixed_price_payer: 'COUNTERPARTY',
      floating_price_payer: 'BANK',
      commodity_reference_price: 'NATURAL GAS-NYMEX',
    },
  },
];
