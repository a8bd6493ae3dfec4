import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';
import { readDayCount } from '../values/terms.ts';

const record = async (first: string) =>
  (
    await readPage(
      `Aldersyde Energi AB
  To: Port Lisle Bank plc
  Record of an interest rate swap
  Our number AE 2027:4. Your number PL-9001.
  1. ${first}
  2. The swap starts on 6 May 2027 and ends on 6 May 2032. The notional amount is EUR 30 000 000.
  3. The Company pays the Bank interest on the notional amount at a fixed rate of 3.125 per cent a year, twice a year, on the actual number of days over 360.
  4. The Bank pays the Company interest on the notional amount at EUR-EuroSTR-OIS Compound, compounded daily in arrears, plus 12 basis points.`,
      'COUNTERPARTY',
    )
  ).trade;
const AGREED =
  'On 4 May 2027 Aldersyde Energi AB (LEI 5493001KJTIIGC8Y1R12) (the Company) and Port Lisle Bank plc (the Bank) agreed an interest rate swap.';

test('numbered clauses: who agreed on a day, and what each pays on the notional amount', async () => {
  expect(await record(AGREED)).toMatchObject({
    trade_id: 'AE 2027:4',
    trade_date: '2027-05-04',
    notional: '30000000.00',
    fixed_rate_payer: 'COUNTERPARTY',
    fixed_rate: '3.125',
    fixed_day_count: 'ACT/360',
    fixed_payment_frequency: 'SEMI_ANNUAL',
    floating_rate_payer: 'BANK',
    spread_bps: '12',
  });
});

test('how often a rate compounds is not how often it is paid', async () => {
  expect((await record(AGREED)).floating_payment_frequency).toBeUndefined();
});

test.each([
  'On 4 May 2027 Port Lisle Bank plc will pay EUR 5,000.00 to Aldersyde Energi AB as agreed.',
  'On 4 May 2027 Aldersyde Energi AB (the Company) and Port Lisle Bank plc (the Bank) agreed to amend the swap.',
  'On 4 May 2027 Aldersyde Energi AB (the Company) and Port Lisle Bank plc (the Bank) entered into a master agreement.',
])('a day of something else is not the trade’s: %s', async (first) => {
  expect((await record(first)).trade_date).toBeUndefined();
});

test.each([
  ['the actual number of days elapsed and a year of 365 days', 'ACT/365F'],
  ['the actual number of days in the period divided by 360', 'ACT/360'],
  ['the actual number of days elapsed and a year of 365 days, or 366 in a leap year', undefined],
  ['the actual number of days and the actual year', undefined],
])('a day count in words: %s', (words, code) => expect(readDayCount(words)).toBe(code));
