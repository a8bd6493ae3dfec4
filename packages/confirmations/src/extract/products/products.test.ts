// Long: one letter a product, a form and a language.
import type { Trade } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const HEAD = `
  Harbour & Vale Bank plc
  To: | Orion Capital Partners LLC
  Our Reference: | HV-2201`;
const DATES = `
  Trade Date: | 3 April 2026
  Effective Date: | 7 April 2026
  Termination Date: | 7 April 2031`;

const CONFIRMATIONS: readonly { readonly name: string; readonly text: string; readonly says: Partial<Trade> }[] = [
  {
    name: 'a basis swap, its legs by number',
    text: `${HEAD}\nRe: Basis Swap Transaction${DATES}
      Notional Amount: | EUR 50,000,000
      Floating Rate Payer 1: | Harbour & Vale Bank plc
      Floating Rate Option 1: | EUR-EURIBOR-Reuters
      Designated Maturity 1: | 6 months
      Spread 1: | None
      Floating Rate Payer 2: | Orion Capital Partners LLC
      Floating Rate Option 2: | EUR-EURIBOR-Reuters
      Designated Maturity 2: | 3 months
      Spread 2: | Plus 7.25 basis points
      Day Count Fraction: | Actual/360`,
    says: {
      product: 'BASIS_SWAP',
      notional: '50000000.00',
      // In order of their tenor, whoever prints them first.
      floating_rate_payer: 'COUNTERPARTY',
      designated_maturity: '3M',
      spread_bps: '7.25',
      second_rate_payer: 'BANK',
      second_designated_maturity: '6M',
      second_spread_bps: '0',
      second_day_count: 'ACT/360',
    },
  },
  {
    name: 'a basis swap, its legs by their headings',
    text: `${HEAD}\nRe: Single Currency Basis Swap${DATES}
      Notional: | EUR 35,000,000.00
      Leg 1 - We pay
      Index: | EURIBOR 1M
      Margin: | 6.5 bp
      Basis: | Act/360
      Leg 2 - We receive
      Index: | EURIBOR 3M
      Margin: | 0 bp
      Basis: | Act/360`,
    says: {
      product: 'BASIS_SWAP',
      floating_rate_payer: 'BANK',
      designated_maturity: '1M',
      spread_bps: '6.5',
      second_rate_payer: 'COUNTERPARTY',
      second_designated_maturity: '3M',
    },
  },
  {
    name: 'an overnight index swap, which is no equity swap',
    text: `${HEAD}\nOVERNIGHT INDEX SWAP CONFIRMATION${DATES}
      Notional Amount: | GBP 18,000,000.00
      Fixed Rate Payer: | Orion Capital Partners LLC
      Fixed Rate: | 4.0125%
      Floating Rate Payer: | Harbour & Vale Bank plc
      Floating Rate Option: | GBP-SONIA-OIS Compound`,
    says: { product: 'INTEREST_RATE_SWAP', fixed_rate: '4.0125', fixed_rate_payer: 'COUNTERPARTY' },
  },
  {
    name: 'a swap that is called a hedge, by its two rates',
    text: `${HEAD}\nYour interest rate hedge${DATES}
      Notional Amount: | EUR 9,000,000.00
      Pay side (Orion Capital Partners pays)
      Coupon: | 2.615%
      Receive side (Harbour & Vale Bank pays)
      Index: | EURIBOR 6M + 20 bps`,
    says: {
      product: 'INTEREST_RATE_SWAP',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '2.615',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '6M',
      spread_bps: '20',
    },
  },
  {
    name: 'a cross-currency swap that is called a swap',
    text: `${HEAD}\nRe: Swap Transaction${DATES}
      Fixed Amounts:
      Fixed Rate Payer: | Orion Capital Partners LLC
      Fixed Rate Payer Currency Amount: | EUR 40,000,000.00
      Fixed Rate: | 2.7500%
      Fixed Rate Day Count Fraction: | 30/360
      Floating Amounts:
      Floating Rate Payer: | Harbour & Vale Bank plc
      Floating Rate Payer Currency Amount: | USD 46,000,000.00
      Floating Rate Option: | USD-SOFR-OIS Compound
      Spread: | Plus 25 basis points
      Initial Exchange Date: | 7 April 2026
      Final Exchange Date: | 7 April 2031`,
    says: {
      product: 'CROSS_CURRENCY_SWAP',
      currency: 'EUR',
      notional: '40000000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '2.75',
      currency_2: 'USD',
      notional_2: '46000000.00',
      second_rate_payer: 'BANK',
      second_rate_index: 'USD-SOFR-OIS Compound',
      second_spread_bps: '25',
      initial_exchange_date: '2026-04-07',
      final_exchange_date: '2031-04-07',
    },
  },
  {
    name: 'an FX swap in a letter, each leg a sentence',
    text: `${HEAD}\nForeign exchange swap
      We confirm that on 3 April 2026 we concluded with you a foreign exchange swap in GBP 4,000,000.00 against US dollars.
      Near leg: on 7 April 2026 we sell you GBP 4,000,000.00 and buy USD 5,200,000.00 at a rate of 1.3000.
      Far leg: on 7 July 2026 we buy back GBP 4,000,000.00 and sell USD 5,220,000.00 at a rate of 1.3050.`,
    says: {
      product: 'FX_SWAP',
      currency: 'GBP',
      notional: '4000000.00',
      notional_2: '5200000.00',
      currency_buyer: 'COUNTERPARTY',
      fx_rate: '1.3000',
      settlement_date: '2026-04-07',
      far_notional: '4000000.00',
      far_notional_2: '5220000.00',
      far_fx_rate: '1.3050',
      far_settlement_date: '2026-07-07',
    },
  },
  {
    name: 'an FX swap, near and far leg below headings',
    text: `${HEAD}\nForeign Exchange Transaction
      Trade Date: | 2 June 2026
      Near Leg
      We buy: | EUR 10,000,000.00
      We sell: | USD 11,220,000.00
      Exchange Rate: | 1.1220
      Settlement Date: | 4 June 2026
      Far Leg
      We sell: | EUR 10,000,000.00
      We buy: | USD 11,275,000.00
      Exchange Rate: | 1.1275
      Settlement Date: | 4 September 2026`,
    says: {
      product: 'FX_SWAP',
      currency: 'EUR',
      notional: '10000000.00',
      currency_2: 'USD',
      notional_2: '11220000.00',
      currency_buyer: 'BANK',
      fx_rate: '1.1220',
      settlement_date: '2026-06-04',
      far_notional: '10000000.00',
      far_notional_2: '11275000.00',
      far_fx_rate: '1.1275',
      far_settlement_date: '2026-09-04',
    },
  },
  {
    name: 'an interest rate cap',
    text: `${HEAD}\nRe: Interest Rate Cap Transaction${DATES}
      Notional Amount: | GBP 12,000,000
      Cap Buyer: | Orion Capital Partners LLC
      Cap Seller: | Harbour & Vale Bank plc
      Cap Rate: | 4.50%
      Floating Rate Option: | GBP-SONIA-OIS Compound
      Premium: | GBP 84,000.00
      Premium Payment Date: | 7 April 2026`,
    says: {
      product: 'CAP_FLOOR',
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
      cap_rate: '4.5',
      notional: '12000000.00',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
      premium_amount: '84000.00',
      premium_date: '2026-04-07',
    },
  },
  {
    name: 'a swaption',
    text: `${HEAD}\nRe: Swaption Transaction
      Trade Date: | 3 April 2026
      Option Style: | European
      Seller: | Harbour & Vale Bank plc
      Buyer: | Orion Capital Partners LLC
      Premium: | USD 210,000.00
      Expiration Date: | 3 April 2027
      Expiration Time: | 11:00 a.m. New York time
      Settlement: | Cash
      Underlying Swap Transaction
      Effective Date: | 7 April 2027
      Termination Date: | 7 April 2037
      Notional Amount: | USD 20,000,000
      Fixed Rate Payer: | Orion Capital Partners LLC
      Fixed Rate: | 4.01%
      Floating Rate Payer: | Harbour & Vale Bank plc
      Floating Rate Option: | USD-SOFR-OIS Compound`,
    says: {
      product: 'SWAPTION',
      buyer: 'COUNTERPARTY',
      expiry_date: '2027-04-03',
      cut_off_time: '11:00 New York',
      option_style: 'EUROPEAN',
      settlement_type: 'CASH',
      fixed_rate: '4.01',
      fixed_rate_payer: 'COUNTERPARTY',
      termination_date: '2037-04-07',
      premium_amount: '210000.00',
    },
  },
  {
    name: 'an option with a barrier',
    text: `${HEAD}\nCurrency Option Transaction
      Trade Date: | 14 April 2026
      Buyer: | Orion Capital Partners LLC
      Seller: | Harbour & Vale Bank plc
      Currency Option Style: | European
      Currency Option Type: | EUR Put / USD Call
      Call Currency Amount: | USD 5,610,000.00
      Put Currency Amount: | EUR 5,000,000.00
      Strike Price: | 1.1220 USD/EUR
      Expiration Date: | 14 October 2026
      Barrier Event Type: | Knock-Out
      Barrier Level: | 1.0450 USD/EUR`,
    says: { product: 'FX_OPTION', barrier_type: 'KNOCK_OUT', barrier_level: '1.0450' },
  },
  {
    name: 'an index credit default swap with its initial payment',
    text: `${HEAD}\nCredit Derivative Transaction
      Index: | iTraxx Europe Series 45 Version 1
      Trade Date: | 2 April 2026
      Scheduled Termination Date: | 20 June 2031
      Original Notional Amount: | EUR 25,000,000.00
      Floating Rate Payer: | Harbour & Vale Bank plc (the "Seller")
      Fixed Rate Payer: | Orion Capital Partners LLC (the "Buyer")
      Fixed Rate: | 100 basis points per annum
      Initial Payment Payer: | Buyer
      Initial Payment Amount: | EUR 411,250.00`,
    says: {
      product: 'CREDIT_DEFAULT_SWAP',
      index_series: '45',
      index_version: '1',
      notional: '25000000.00',
      fixed_rate: '1',
      upfront_amount: '411250.00',
      upfront_payer: 'COUNTERPARTY',
    },
  },
  {
    name: 'a swap with an amortisation table and a floor',
    text: `${HEAD}\nInterest Rate Swap${DATES}
      Notional Amount: | USD 60,000,000.00, subject to amortization as set out in Schedule A
      Fixed Rate Payer: | Orion Capital Partners LLC
      Fixed Rate: | 3.6250%
      Floating Rate Payer: | Harbour & Vale Bank plc
      Floating Rate Option: | USD-SOFR-OIS Compound
      Floating Rate Floor: | 0.50%
      SCHEDULE A
      From and including | To but excluding | Notional Amount (USD)
      7 April 2026 | 7 April 2027 | 60,000,000.00
      7 April 2027 | 7 April 2028 | 52,500,000.00
      7 April 2028 | 7 April 2031 | 41,200,000.00`,
    says: {
      notional: '60000000.00',
      notional_schedule: '2026-04-07 60000000.00; 2027-04-07 52500000.00; 2028-04-07 41200000.00',
      floor_rate: '0.5',
    },
  },
  {
    name: 'a swap whose rate steps in its cell',
    text: `${HEAD}\nInterest Rate Swap${DATES}
      Notional Amount: | USD 60,000,000.00
      Fixed Rate Payer: | Orion Capital Partners LLC
      Fixed Rate: | 3.75% until 7 April 2028 and 4.25% thereafter
      Floating Rate Payer: | Harbour & Vale Bank plc
      Floating Rate Option: | USD-SOFR-OIS Compound`,
    says: { fixed_rate: '3.75', fixed_rate_schedule: '2026-04-07 3.75; 2028-04-07 4.25' },
  },
  {
    name: 'a print of a SWIFT MT300',
    text: `Swift Input : FIN 300 Foreign Exchange Confirmation
      :15A: New Sequence
      :20: Sender's Reference | FX19941737
      :22A: Type of Operation | NEWT
      :82A: Party A | HARBPLPWXXX BANK HARBOR SA
      :87A: Party B | VALEGB2LXXX VALETAL BANK AG
      :30T: Trade Date | 20260907
      :30V: Value Date | 20260909
      :36: Exchange Rate | 1,544
      :32B: Currency, Amount Bought | USD5000000,
      :33B: Currency, Amount Sold | CHF7720000,`,
    says: {
      product: 'FX_FORWARD',
      trade_id: 'FX19941737',
      trade_date: '2026-09-07',
      settlement_date: '2026-09-09',
      currency: 'USD',
      notional: '5000000.00',
      notional_2: '7720000.00',
      currency_buyer: 'BANK',
      fx_rate: '1.544',
      bank_bic: 'HARBPLPWXXX',
    },
  },
  {
    name: 'a telex without the second amount',
    text: `TO: VALETAL BANK AG
      FROM: BANK HARBOR SA
      REF: FX-20261737
      FOREIGN EXCHANGE CONFIRMATION
      WE CONFIRM THAT ON 19/06/26 WE SOLD YOU 5,000,000.00 USD AGAINST CHF AT 0.8845 VALUE 23/06/26.`,
    says: { notional: '5000000.00', currency_buyer: 'COUNTERPARTY', fx_rate: '0.8845', notional_2: '4422500.00' },
  },
];

describe('a confirmation of', () => {
  test.each(CONFIRMATIONS)('$name is read', async ({ text, says }) => {
    const { trade, flags } = await readPage(text);
    expect(trade).toMatchObject(says);
    expect(flags).toEqual([]);
  });

  test.each([
    [
      'German',
      `Landesbank Oberweser AG
      An | Stadtwerke Lindental GmbH
      Zinssatzswap – Ref.-Nr.: ZS-2026-4411
      Abschlusstag: | 3. März 2026
      Anfangsdatum: | 5. März 2026
      Enddatum: | 5. März 2031
      Bezugsbetrag: | EUR 10.000.000,00
      Festbeträge
      Zahler der Festbeträge: | Stadtwerke Lindental GmbH
      Festzinssatz: | 2,875 % p.a.
      Variable Beträge
      Zahler der variablen Beträge: | Landesbank Oberweser AG
      Basis-Satz: | 6-Monats-EURIBOR`,
    ],
    [
      'French',
      `Banque de l'Orme S.A.
      Destinataire : Compagnie du Lac S.A.
      Confirmation d'échange de taux d'intérêt, notre référence : ZS-2026-4411
      Date de négociation | 3 mars 2026
      Date de départ | 5 mars 2026
      Date d'échéance | 5 mars 2031
      Montant notionnel | EUR 10 000 000,00
      Payeur du taux fixe | Compagnie du Lac S.A.
      Taux fixe | 2,875 % l'an
      Payeur du taux variable | Banque de l'Orme S.A.
      Taux variable | EURIBOR 6 mois`,
    ],
    [
      'Spanish',
      `Banco de la Sierra S.A.
      To: | Aguas del Norte S.A.
      Confirmación de permuta financiera de tipos de interés
      Nuestra referencia | ZS-2026-4411
      Fecha de contratación | 3 de marzo de 2026
      Fecha de inicio | 5 de marzo de 2026
      Fecha de vencimiento | 5 de marzo de 2031
      Importe nocional | EUR 10.000.000,00
      Pagador del tipo fijo | Aguas del Norte S.A.
      Tipo fijo | 2,875 %
      Pagador del tipo variable | Banco de la Sierra S.A.
      Tipo variable | EURIBOR 6 meses`,
    ],
    [
      'Italian',
      `Banca del Lario S.p.A.
      To: | Acque Alpine S.p.A.
      Conferma di swap su tasso d'interesse
      Nostro riferimento | ZS-2026-4411
      Data di negoziazione | 3 marzo 2026
      Data di decorrenza | 5 marzo 2026
      Data di scadenza | 5 marzo 2031
      Importo nozionale | EUR 10.000.000,00
      Pagatore del tasso fisso | Acque Alpine S.p.A.
      Tasso fisso | 2,875 %
      Pagatore del tasso variabile | Banca del Lario S.p.A.
      Tasso variabile | EURIBOR 6 mesi`,
    ],
  ])('an interest rate swap in %s is read', async (_language, text) => {
    expect((await readPage(text)).trade).toMatchObject({
      product: 'INTEREST_RATE_SWAP',
      trade_id: 'ZS-2026-4411',
      trade_date: '2026-03-03',
      effective_date: '2026-03-05',
      termination_date: '2031-03-05',
      notional: '10000000.00',
      currency: 'EUR',
      fixed_rate: '2.875',
      fixed_rate_payer: 'COUNTERPARTY',
      floating_rate_payer: 'BANK',
      designated_maturity: '6M',
    });
  });
});

describe('a label that no list has', () => {
  const TERMS = `${DATES}
    Notional Amount: | USD 20,000,000
    Fixed Rate Payer: | Orion Capital Partners LLC
    Floating Rate Payer: | Harbour & Vale Bank plc
    Floating Rate Option: | USD-SOFR-OIS Compound`;

  test('over a value that fits one open field alone is read, for a person to look at', async () => {
    const { trade, flags, evidence } = await readPage(
      `${HEAD}\nInterest Rate Swap${TERMS}\nWhat is owed yearly: | 4.0125%`,
    );
    expect(trade.fixed_rate).toBe('4.0125');
    expect(evidence.fixed_rate?.confidence).toBeLessThan(0.6);
    expect(flags).toMatchObject([{ code: 'UNSURE_VALUE', severity: 'review', field: 'fixed_rate' }]);
  });

  test('over a value that fits nothing open is an other term', async () => {
    const { other_terms, accounting } = await readPage(
      `${HEAD}\nInterest Rate Swap${TERMS}\nFixed Rate: | 4.01%\nCompensation on unwind: | USD 12,500.00`,
    );
    expect(other_terms).toMatchObject([{ key: 'compensation on unwind', literal: 'USD 12,500.00', economic: true }]);
    expect(accounting.accounted).toBe(accounting.lines);
  });
});

test('a value of a sentence says where it stands', async () => {
  const { evidence } = await readPage(`${HEAD}
    Currency Option
    We, Harbour & Vale Bank plc, have sold to you a European EUR Put / USD Call option on 14 April 2026.
    Strike Price: | 1.1220`);
  expect(evidence.trade_date).toMatchObject({
    page: 1,
    line: 5,
    boxes: [expect.objectContaining({ height: expect.any(Number) })],
  });
});
