import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const LETTER = (option: string, days: string) => `Alder Fund Trustees DAC
  9 Quay Row, Dublin 2
  Port Lisle Bank plc
  1 Lisle Court, London EC2R 7HH
  7 October 2026
  Our reference AF-231
  Confirmation: Receiver swaption
  This letter records the swaption which Alder Fund Trustees DAC ("Alder") bought from Port Lisle Bank plc ("Lisle") on
  6 October 2026 (the Trade Date). Lisle is the Seller and Alder the Buyer. Alder pays a Premium of GBP 267,500 on 8 October 2026.
  ${option} It may be exercised on 6 October 2027 (the Expiration Date) until 11.00 a.m. London time, and is cash settled.
  The underlying swap starts on 6 October 2027 (the Effective Date) and ends on 6 October 2037 (the Termination Date).
  Lisle is the Fixed Rate Payer. On a notional amount of GBP 15,000,000 it pays a Fixed Rate of 3.98% per annum, annually, on
  the basis of Actual/365 (Fixed). Alder is the Floating Rate Payer. It pays GBP-SONIA-OIS Compound without any spread,
  quarterly, on the basis of Actual/360.
  Payment dates are adjusted by the Modified Following Business Day Convention, ${days}`;

test('what it pays is paid by the subject of the sentence before', async () => {
  const { trade, flags } = await readPage(
    LETTER('The option is European.', 'Business Days being those of London and New York.'),
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    counterparty_name: 'Alder Fund Trustees DAC',
    fixed_rate_payer: 'BANK',
    fixed_rate: '3.98',
    fixed_payment_frequency: 'ANNUAL',
    fixed_day_count: 'ACT/365F',
    floating_rate_payer: 'COUNTERPARTY',
    floating_rate_index: 'GBP-SONIA-OIS Compound',
    spread_bps: '0',
    floating_payment_frequency: 'QUARTERLY',
    floating_day_count: 'ACT/360',
    option_style: 'EUROPEAN',
    business_centers: 'London, New York',
  });
  expect(flags).toEqual([]);
});

test.each(["L'option est européenne.", 'Die Option ist europäisch.', 'La opción es europea.', "L'opzione è europea."])(
  'the style of an option in a sentence: %s',
  async (sentence) => {
    const { trade } = await readPage(LETTER(sentence, 'Business Days are days in Oslo.'), 'COUNTERPARTY');
    expect(trade).toMatchObject({ option_style: 'EUROPEAN', business_centers: 'Oslo' });
  },
);
