import { expect, test } from 'vitest';
import { isNone, printedValue } from './printed-value.ts';

test.each([
  ['USD 128,350.00', '128.350,00 USD', 'usd 128350'],
  ['€1,500', 'EUR 1,500.00', 'eur 1500'],
  ['25 000 000,00', "25'000'000", '25000000'],
  ['10 million', '10,000,000.00', '10000000'],
  ['1.50 per cent.', '1,5 %', '1.5 %'],
  ['50 basis points', '0.50%', '0.5 %'],
  ['17 September 2026', 'September 17th, 2026', '2026-09-17'],
  ['17-Sep-26', '17. September 2026', '2026-09-17'],
  ['17 septembre 2026', '17 de septiembre de 2026', '2026-09-17'],
  ['17/09/2026', '2026-09-17', '2026-09-17'],
  ['3:00 p.m. London time', '15:00 (London time)', '15:00 london'],
  ['10 a.m. New York time', '10:00 New York time', '10:00 new york'],
  ['10:00 a.m. New York', '10 am New York time', '10:00 new york'],
  ['five (5) Business Days', '5 business days', '5 business days'],
  ['Each calendar month', 'CALENDAR MONTHLY', 'calendar month'],
  ['(0.25)', '-0.25', '-0.25'],
  ['GBP (4,500.00) on the break date', '-GBP 4,500.00 on the break date', 'gbp -4500 break date'],
  ['CHF 300.00- je Monat', 'CHF -300 je Monat', 'chf -300 je monat'],
  ['spread of (0.35) % p.a.', 'spread of -0.35% p.a.', 'spread -0.35 % p'],
  ['ISDA Definitions (2006)', 'ISDA Definitions 2006', 'isda definitions 2006'],
  ['Reuters <ESTR02>', 'Reuters ESTR02', 'reuters estr02'],
  ['> Applicable', 'applicable', 'applicable'],
  ['twelve (12) barrels (2)', '12 barrels (2)', '12 barrels 2'],
  ['Not Applicable', 'not applicable.', 'not applicable'],
])('%s and %s are %s', (a, b, value) => {
  expect([printedValue(a), printedValue(b)]).toEqual([value, value]);
});

test.each([
  ['03/04/2026', '2026-04-03'],
  ['03/04/2026', '2026-03-04'],
  ['1.500', '1,500'],
  ['1.500', '1.5'],
  ['1,500 %', '1,500'],
  ['-0.25', '0.25'],
  ['- 0.25', '0.25'],
  ['USD 95,000', 'USD 95,500'],
  ['31 April 2026', '1 May 2026'],
  ['10:00 a.m.', '10:00 p.m.'],
  ['USD 100', 'EUR 100'],
  ['2 London Business Days', '2 New York Business Days'],
  ['5 business days', '5 days'],
  ['payable to the Bank', 'payable by the Bank'],
  ['up and in', 'up and out'],
  ['SOFR < 4.10 %', 'SOFR > 4.10 %'],
  ['spot ≤ 1.0500', 'spot ≥ 1.0500'],
  ['spot < 1.0500', 'spot ≤ 1.0500'],
  ['Bank → Fund', 'Bank ← Fund'],
  ['USD (2.40) je Tonne', 'USD 2.40 je Tonne'],
  ['-EUR 75,000 pro Jahr', '+EUR 75,000 pro Jahr'],
  ['1.25- %', '1.25 %'],
])('%s and %s are two', (a, b) => {
  expect(printedValue(a)).not.toBe(printedValue(b));
});

test('what says that there is no such term', () => {
  for (const none of ['None', 'N/A', 'not applicable', 'Nil', '-', 'entfällt', 'Sans objet'])
    expect(isNone(none)).toBe(true);
  for (const some of ['0', 'Applicable', 'No later than 2 days', '']) expect(isNone(some)).toBe(some === '');
});
