import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const page = (rest: string) => `${HEAD}
  Interest Rate Swap Confirmation
  Trade Date: | 6 October 2026
  Effective Date: | 8 October 2026
  Termination Date: | 8 October 2031
  Notional Amount: | EUR 15,000,000.00
  Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.50%
  Floating Rate Option: | EUR-EURIBOR
  ${rest}`;
const economic = async (rest: string) =>
  (await readPage(page(rest))).other_terms.filter((term) => term.economic).map(({ literal }) => literal);

test.each([
  'If the Floating Rate is less than zero it shall be deemed to be zero.',
  'Should EUR/USD trade at or above 1.2500 before expiry the option ceases to exist.',
  'The swap will terminate automatically, at market value, if the loan is repaid early.',
  'Le taux variable ne pourra être inférieur à zéro.',
  'Le Client verse une soulte de 42 000 EUR le 25 mars 2026.',
  'El Cliente abonará una prima única de 18.220,41 EUR el 20 de febrero de 2026.',
  'Il Cliente ha facoltà di recesso anticipato al 30 giugno 2029.',
  'Wird der Kassakurs 1,0200 unterschritten, erlischt die Option.',
])('what a sentence grants, takes or has paid is a term: %s', async (sentence) => {
  expect(await economic(sentence)).toEqual([expect.stringContaining(sentence.slice(0, 20))]);
});

test.each([
  ['Cancelación anticipada', 'A opción del Cliente, anualmente desde 2028'],
  ['Facoltà di estinzione anticipata', 'Ogni 12 mesi, preavviso di 10 giorni'],
  ['Attachment point', '3%'],
  ['Compounding Method', 'Spread Exclusive'],
  ['Mark-to-market reset', 'USD notional reset quarterly by 2.5 million'],
])('a term by its label: %s', async (label, value) => {
  expect(await economic(`${label}: | ${value}`)).toEqual([value]);
});

test.each([
  ['Druckdatum', '14.07.2026 10:22'],
  ['Date d’impression', '14/07/2026 à 10h22'],
  ['Board approval', 'Resolution 26/07 of 18 June 2026'],
  ['Withholding certificate', 'Valid until 31 December 2028'],
  ['System stamp', 'MX3 / 2026.07.14 / 22:10:04'],
  ['Please sign and return to', '+44 20 7946 0199'],
  ['Mark-to-market at inception', 'GBP -18,220.41 (indicative)'],
])('of the paper and the house is no term: %s', async (label, value) => {
  expect(await economic(`${label}: | ${value}`)).toEqual([]);
});

test('money under a word for a spread is none', async () => {
  expect((await readPage(page('Add-on: | GBP 412,000'))).trade.spread_bps).toBeUndefined();
});

test('an American option may be exercised from its trade date: another first day is a term', async () => {
  const option = (from: string) => `${HEAD}
    Currency Option Confirmation
    Trade Date: | 6 October 2026
    Option Style: | American
    Call Currency and Amount: | EUR 1,000,000.00
    Put Currency and Amount: | USD 1,100,000.00
    Strike Price: | 1.1000 USD per EUR
    Earliest Exercise Date: | ${from}
    Expiration Date: | 6 April 2027`;
  const terms = async (from: string) =>
    (await readPage(option(from))).other_terms.filter((term) => term.economic).map(({ literal }) => literal);
  expect(await terms('6 October 2026')).toEqual([]);
  expect(await terms('6 January 2027')).toEqual(['6 January 2027']);
});

test('a list of credit events is kept, to be compared where both sides print one', async () => {
  const { other_terms } = await readPage(`${HEAD}
    Credit Default Swap Confirmation
    Trade Date: | 6 October 2026
    Scheduled Termination Date: | 20 December 2031
    Reference Entity: | Harrow Steel plc
    Fixed Rate: | 1.00%
    Credit Events: | Bankruptcy; Failure to Pay (Payment Requirement: USD 1,000,000)
    Floating Rate Payer Calculation Amount: | EUR 10,000,000.00`);
  const events = other_terms.find(({ key }) => /^credit events?$/.test(key));
  expect(events).toMatchObject({ literal: expect.stringContaining('Failure to Pay'), economic: false });
  expect(events?.may_be).toBeUndefined();
});
