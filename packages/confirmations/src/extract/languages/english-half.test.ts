import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { englishHalf } from './english-half.ts';

test.each([
  ['Opslag / Spread', 'Geen / none', 'none'],
  ['Påslag / Spread', '+ 14 räntepunkter / basis points', '+ 14 basis points'],
  ['Spread / Marża', '0,25 % / 0.25 %', '0,25 %'],
  ['Betalning / Payment', 'kvartalsvis / quarterly', 'quarterly'],
  [
    'Werkdagconventie / Business day convention',
    'Modified Following, aangepast / adjusted',
    'Modified Following, adjusted',
  ],
])('%s: %s', (label, value, english) => {
  expect(englishHalf({ label, value })).toBe(english);
});

test.each([
  // Another figure, or words that the other half does not have.
  ['Opslag / Spread', '12 / 14'],
  ['Opslag / Spread', 'Geen tot de eerste herziening / none'],
  ['Opslag / Spread', '12 basispunten tot 2029 / basis points'],
  // Both halves are labels in English, or none is.
  ['Buyer / Seller', 'Bank / Client'],
  ['Opslag / Toeslag', 'Geen / none'],
  ['Spread', 'Geen / none'],
])('%s: %s says no half', (label, value) => {
  expect(englishHalf({ label, value })).toBeUndefined();
});

test('a form in a language that is not read, beside English', async () => {
  const { trade, flags, other_terms } = await readPage(`${HEAD}
  Interest Rate Swap
  Affärsdag / Trade date | 15 September 2026
  Startdag / Effective date | 17 September 2026
  Slutdag / Termination date | 17 September 2028
  Nominellt belopp / Notional amount | SEK 90,000,000.00
  Betalare av fast ränta / Fixed rate payer | Port Lisle Bank plc
  Fast ränta / Fixed rate | 2.4475%
  Betalare av rörlig ränta / Floating rate payer | Aldersyde Credit Fund
  Rörlig ränta / Floating rate option | SEK-STIBOR
  Löptid / Designated maturity | 3 månader / 3 months
  Marginal / Spread | + 14 räntepunkter / basis points`);
  expect(trade).toMatchObject({ designated_maturity: '3M', spread_bps: '14', notional: '90000000.00' });
  expect([flags, other_terms]).toEqual([[], []]);
});
