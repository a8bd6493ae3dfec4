import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const page = (rest: string, { title = 'Interest Rate Swap Confirmation', end = '8 October 2031' } = {}) => `${HEAD}
  ${title}
  Trade Date: | 6 October 2026
  Effective Date: | 8 October 2026
  Termination Date: | ${end}
  Notional Amount: | EUR 15,000,000.00
  Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.50%
  Floating Rate Payer: | Aldersyde Credit Fund
  Floating Rate Option: | EUR-EURIBOR
  ${rest}`;
const economic = async (text: string) =>
  (await readPage(text)).other_terms.filter((term) => term.economic).map(({ literal }) => literal);
const review = async (text: string) =>
  (await readPage(text)).flags.filter(({ severity }) => severity === 'review').map(({ message }) => message);

test.each([
  'Northwick Gas plc is carved out of this Transaction.',
  'The parties will pay only the balance after offset against contract PL-7788.',
  'Die Forderungen hieraus sind an die Nordtreuhand AG abgetreten.',
  'Les droits en sont cédés à la société de gestion.',
  'The rate and the spread together are never to be less than nil.',
])('a sentence that changes the trade is a term: %s', async (sentence) => {
  expect(await economic(page(sentence))).not.toEqual([]);
});

test.each([
  ['Roll Dates', 'Third Wednesday of March and September'],
  ['MtM leg', 'notional reset each quarter to the prevailing spot'],
  ['Give-up', 'accepted by Cotter Prime Ltd as principal in place of the Fund'],
  ['In words', 'fourteen million euro'],
])('a row that changes the trade is a term, whatever its label: %s', async (label, value) => {
  expect(await economic(page(`${label}: | ${value}`))).toEqual([value]);
});

test('words that contradict the figures behind them are a term', async () => {
  const said = (words: string) => page(`The notional is ${words} euros (EUR 15,000,000.00).`);
  expect(await economic(said('fourteen million'))).not.toEqual([]);
  expect(await economic(said('fifteen million'))).toEqual([]);
});

test('the notional in words, the same, is none', async () => {
  expect(await economic(page('In words: | fifteen million euro'))).toEqual([]);
});

test('an end that is not adjusted is more than its date', async () => {
  const more = 'not subject to adjustment, notwithstanding the Following Business Day Convention';
  expect(await economic(page('', { end: `8 October 2031, ${more}` }))).toEqual([more]);
  const usual = '8 October 2031, subject to adjustment in accordance with the Following Business Day Convention';
  expect(await economic(page('', { end: usual }))).toEqual([]);
});

test.each(['as agent for Lisle Markets DAC', ', Sucursal en España', ', Frankfurt branch'])(
  'a role in another capacity than the party’s is a term: %s',
  async (capacity) => {
    const text = page('').replace('Payer: | Port Lisle Bank plc', `Payer: | Port Lisle Bank plc ${capacity}`);
    expect(await economic(text)).toEqual([expect.stringContaining(capacity.replace(', ', ''))]);
  },
);

test.each([
  'Interest Rate Swap Confirmation (pre-hedge)',
  'Interest Rate Swap Confirmation - Historic Rate Rollover',
  'Conditional Interest Rate Swap Confirmation',
])('what a title says of whether the trade stands is for a person to look at: %s', async (title) => {
  expect(await review(page('', { title }))).toEqual([expect.stringContaining('the title')]);
});

test('a master agreement with its date, under whatever label, and a house that is a swap dealer are no terms', async () => {
  const rest = `Framework: | ISDA 2002 Master Agreement dated 2 February 2022
  Port Lisle Bank plc is provisionally registered as a swap dealer with the CFTC and is a member of the NFA.`;
  expect(await economic(page(rest))).toEqual([]);
});
