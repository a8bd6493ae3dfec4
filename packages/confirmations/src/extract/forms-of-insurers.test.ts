import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const LETTER = `Castle Moor Life plc
  Investment Services
  Port Lisle Bank plc Derivatives Confirmations
  Our reference: CML/DER/0588
  Your reference: PL-4430
  We, Castle Moor Life plc, write to confirm the terms of the transaction that we entered into with you, Port Lisle Bank plc.`;

const PAGES: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'legs of two currencies, each in a cell with its amount',
    'COUNTERPARTY',
    `${LETTER}
  Cross-currency swap
  (a) Trade Date: 10 November 2027
  (b) Effective Date: 12 November 2027
  (c) Termination Date: 12 November 2032
  (d) Euro leg: you pay us 2.45% per annum on EUR 22,000,000, annually, day count fraction 30/360
  (e) Dollar leg: we pay you 3.98% per annum on USD 25,740,000, semi-annually, day count fraction 30/360`,
    {
      ...{
        bank_name: 'Port Lisle Bank plc',
        currency: 'EUR',
        notional: '22000000.00',
        fixed_rate_payer: 'BANK',
        fixed_rate: '2.45',
      },
      ...{ currency_2: 'USD', notional_2: '25740000.00', second_rate_payer: 'COUNTERPARTY', second_fixed_rate: '3.98' },
    },
  ],
  [
    'who pays which leg, in the cells of its amounts',
    'COUNTERPARTY',
    `${LETTER}
  Interest rate swap
  (a) Trade Date: 10 November 2027
  (b) Effective Date: 12 November 2027
  (c) Termination Date: 12 November 2032
  (d) Notional Amount: EUR 22,000,000
  (e) Fixed Amounts: you pay us a fixed rate of 2.715% per annum, annually, on the day count fraction 30/360
  (f) Floating Amounts: we pay you six-month EUR-EURIBOR flat, semi-annually, on the day count fraction Actual/360`,
    {
      ...{
        fixed_rate_payer: 'BANK',
        fixed_rate: '2.715',
        fixed_day_count: '30/360',
        fixed_payment_frequency: 'ANNUAL',
      },
      ...{
        floating_rate_payer: 'COUNTERPARTY',
        floating_rate_index: 'EUR-EURIBOR',
        designated_maturity: '6M',
        spread_bps: '0',
      },
    },
  ],
  [
    'a role in a clause of its own',
    'COUNTERPARTY',
    `${LETTER}
  Interest rate cap
  (a) Trade Date: 10 November 2027
  (b) Notional Amount: EUR 22,000,000
  (c) Cap Rate: 3.00%
  (d) Buyer: we buy the cap
  (e) Seller: you sell the cap`,
    { buyer: 'COUNTERPARTY', seller: 'BANK' },
  ],
  [
    'what is paid at the start, under a heading of its own',
    'BANK',
    `Port Lisle Bank plc
  CREDIT DEFAULT SWAP
  Our reference: | PL-CR-11
  To: | Castle Moor Life plc
  Trade Date: | 28 September 2027
  Protection Buyer: | Port Lisle Bank plc
  Calculation Amount: | USD 15,000,000.00
  INITIAL PAYMENT
  Paid by: | Port Lisle Bank plc
  Amount: | USD 96,450.00
  Payment Date: | 1 October 2027`,
    { notional: '15000000.00', upfront_amount: '96450.00', upfront_payer: 'BANK', upfront_date: '2027-10-01' },
  ],
  [
    'amounts of an exchange whose labels are in two languages',
    'BANK',
    `Landesbank Lisle
  Bestätigung eines Devisenswaps / Confirmation of an FX Swap
  Bank: | Landesbank Lisle
  Vertragspartner / Counterparty: | Castle Moor AB
  Geschäftsnummer / Transaction number: | LL-5510
  Abschlussdatum / Trade Date: | 23.11.2027
  Kassageschäft / Near Leg
  Käufer EUR / Buyer of EUR: | Bank
  Betrag EUR / EUR Amount: | EUR 15.000.000,00
  Betrag SEK / SEK Amount: | SEK 165.810.000,00
  Kurs / Rate: | 11,0540
  Valuta / Value Date: | 25.11.2027
  Termingeschäft / Far Leg
  Verkäufer EUR / Seller of EUR: | Bank
  Betrag EUR / EUR Amount: | EUR 15.000.000,00
  Betrag SEK / SEK Amount: | SEK 166.072.500,00
  Kurs / Rate: | 11,0715
  Valuta / Value Date: | 25.02.2028`,
    { currency: 'EUR', notional: '15000000.00', currency_buyer: 'BANK', notional_2: '165810000.00' },
  ],
];

test.each(PAGES)('%s', async (_, source, page, says) => {
  const { trade } = await readPage(page, source);
  expect(trade).toMatchObject(says);
});

test('a leg’s cell that says more than a leg is none', async () => {
  const { trade, other_terms } = await readPage(
    `${LETTER}
  Cross-currency swap
  (a) Trade Date: 10 November 2027
  (b) Effective Date: 12 November 2027
  (c) Termination Date: 12 November 2032
  (d) Euro leg: you pay us 2.45% per annum on EUR 22,000,000, annually, after a rebate, 30/360
  (e) Dollar leg: we pay you 3.98% per annum on USD 25,740,000, semi-annually, day count fraction 30/360`,
    'COUNTERPARTY',
  );
  expect(trade.notional).toBeUndefined();
  expect(other_terms.map(({ label }) => label)).toContain('Euro leg');
});
