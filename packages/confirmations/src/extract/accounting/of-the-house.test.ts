import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { isEconomic } from './economic.ts';
import { hasStandardValue, isBoilerplate, isContact } from './non-economic.ts';
import {
  holdsOnlyReferences,
  isBlank,
  isHouseEntry,
  isNoneAndMore,
  isOfTheHouse,
  isOfTheLetter,
  isSignaturesLabel,
  withoutPageNumber,
} from './of-the-house.ts';

test.each([
  'Net asset value of the Fund at the last month-end: US$512,400,000.',
  'Counterparty limit utilization 61.4%.',
  'Zahlungen zu Ihren Gunsten: Konto 4471 0090 21, BLZ 200 555 10.',
  'Ein gesondertes Entgelt von EUR 150,00 wird nicht erhoben.',
])('is of the house: %s', (sentence) => expect(isOfTheHouse(sentence)).toBe(true));

test.each([
  'The swap terminates if the net asset value of the Fund falls below US$400,000,000.',
  'Ein Entgelt von EUR 150,00 wird am 6. Mai erhoben.',
  'A fee of EUR 150.00 is payable on 6 May 2027.',
  'The option is knocked out at 1.3850.',
  'The swap terminates if the share capital of the Client falls below EUR 5,000,000.',
])('is a term: %s', (sentence) => expect(isOfTheHouse(sentence)).toBe(false));

test('an imprint, a contact and a limit are of the house, a barrier and a threshold of the rate are not', () => {
  expect(isHouseEntry('board', 'Dr. H. Lühr. Registered in Hamburg, HRB 9941. Share capital EUR 48,000,000.')).toBe(
    true,
  );
  expect(isHouseEntry('coordonnees', 'bo@lisle.example, tél. +33 4 72 55 01 90')).toBe(true);
  expect(isHouseEntry('hedge designation', 'Cash flow hedge, limit EUR 60 000 000')).toBe(true);
  expect(isHouseEntry('seuil de declenchement', '1,3850')).toBe(false);
  expect(isHouseEntry('soglia', '2,50 %')).toBe(false);
  expect(isHouseEntry('barrier event', '1.2140, as registered in the dealing system')).toBe(false);
  expect(isHouseEntry('premium', 'EUR 4,000, registered in our books')).toBe(false);
});

test('nothing, and then a limit; a fee that is none is not one that follows', () => {
  expect(isNoneAndMore('none. Lines of credit available to the customer: USD 4,000,000.00.')).toBe(true);
  expect(isNoneAndMore('none. Break fee USD 4,000.00.')).toBe(false);
});

test.each([
  'Deposits with Mistral are insured by the FDIC up to USD 250,000 per depositor.',
  'Margin line USD 2,000,000.',
  'Credit facility with the bank: EUR 9,000,000.00.',
  'Gastos de correo: 0,45 EUR.',
  'Fornaci Lodi S.p.A. - Cap. soc. EUR 18.000.000 i.v. - REA CR-204417',
])('is no term: %s', (sentence) => expect(isBoilerplate(sentence)).toBe(true));

test.each([
  'A deposit of USD 250,000 is payable by the Client on 6 May 2027.',
  'The margin is 0.25 per cent. above the index.',
  'A fee of EUR 15,000.00 is payable by the Client.',
])('may be a term: %s', (sentence) => expect(isBoilerplate(sentence)).toBe(false));

test('references alone', () => {
  expect(holdsOnlyReferences('our reference HX 26/44, your reference AB-2', ['HX 26/44', 'AB-2'])).toBe(true);
  expect(holdsOnlyReferences('HX 26/44, floor 1.5 %', ['HX 26/44'])).toBe(false);
});

test('what is of the house is no other term; a condition beside it is', async () => {
  const { other_terms = [] } = await readPage(`${HEAD}\nInterest Rate Swap
    Trade Date: | 4 May 2027
    Notional: | EUR 3,000,000.00
    Hedge designation: | Cash flow hedge, limit EUR 60 000 000
    Upfront fee waiver: | EUR 2,500.00`);
  expect(other_terms.filter(({ economic }) => economic).map(({ label }) => label)).toEqual(['Upfront fee waiver:']);
});

test('credit events that every corporate has say nothing more; a further one is a term', () => {
  const isStandard = (events: string) => hasStandardValue('credit event', events);
  expect(isStandard('Bankruptcy; Failure to Pay (Payment Requirement: USD 1,000,000)')).toBe(true);
  expect(isStandard('Bankruptcy, Failure to Pay, Restructuring (Mod R)')).toBe(true);
  expect(
    isStandard('Faillite ; Défaut de paiement ; Restructuration (clause « Modified Restructuring » applicable)'),
  ).toBe(true);
  expect(isStandard('Bankruptcy, Failure to Pay, Restructuring as modified')).toBe(false);
  expect(isStandard('Bankruptcy, Failure to Pay, Obligation Acceleration')).toBe(false);
  expect(isStandard('Bankruptcy, Failure to Pay (Payment Requirement: USD 5,000,000)')).toBe(false);
});

test('a mail address is of no term, and what a figure stands behind may be one', () => {
  expect(isContact('deals@portlisle.example – tél. 01 55 50 01 44')).toBe(true);
  expect(isContact('deals@portlisle.example; a fee of EUR 5,000 is due')).toBe(false);
  expect(isContact('Restructuring@Risk Ltd')).toBe(false);
});

test('a label in the place of a value is to be filled in by hand', () => {
  for (const blank of ['Nom :', 'Name:', 'Cognome e nome: ____', 'Fecha:']) expect(isBlank(blank)).toBe(true);
  for (const value of ['Spread: 0.25 %', 'see Annex', '12:00', 'Act/360']) expect(isBlank(value)).toBe(false);
});

test('how often something is paid is economic, in one word', () => {
  expect(isEconomic('periodicita rimborso', 'trimestrale')).toBe(true);
  expect(isEconomic('payment of guarantor', 'Monthly in arrears')).toBe(true);
  expect(isEconomic('report', 'monthly')).toBe(false);
});

const SWAP = `${HEAD}
  Product: | Interest Rate Swap
  Effective date: | 4 March 2027
  Termination date: | 6 March 2030
  Notional amount: | EUR 5,790,000.00
  Fixed rate payer: | Port Lisle Bank plc
  Floating rate option: | EUR-EURIBOR`;

test.each(['pag. 1 di 2', 'Seite 1 von 2', 'page 1 sur 2', 'pág. 1 de 2'])(
  'a running line of reference and page is no term: %s',
  async (page) => {
    const { other_terms } = await readPage(`${SWAP.replace('PL-7701', 'CAP 0226/121')}\n  CAP 0226/121 – ${page}.`);
    expect(other_terms).toEqual([]);
  },
);

test('a running line that holds a rate besides holds more than a reference', () => {
  const rest = withoutPageNumber('PL-7701 Cap Rate 3.25 % – page 1 of 2');
  expect(rest).toBe('PL-7701 Cap Rate 3.25 % ');
  expect(holdsOnlyReferences(rest ?? '', ['PL-7701'])).toBe(false);
});

test('a title that names the schedule that was read adds nothing; without one it is a term', async () => {
  const title = '  This is an interest rate swap with a step-up coupon.';
  const schedule = `
  Period from | Period to | Fixed rate
  4 March 2027 | 4 March 2028 | 3.60 %
  4 March 2028 | 4 March 2029 | 3.85 %
  4 March 2029 | 6 March 2030 | 4.10 %`;
  const read = await readPage(`${SWAP}${schedule}\n${title}`);
  expect(read.trade.fixed_rate_schedule).toBe('2027-03-04 3.6; 2028-03-04 3.85; 2029-03-04 4.1');
  expect(read.other_terms).toEqual([]);
  const without = await readPage(`${SWAP}\n  Fixed rate: | 3.60 %\n${title}`);
  expect(without.other_terms).toHaveLength(1);
});

test.each([
  ['ALDERSYDE ENERGI AB', true],
  ['Bad Eulenfeld, den 4. März 2027', true],
  ['Lucca, 12 marzo 2027 Ns. rif. TM-EST 044/27', true],
  ['London, 4 March 2027 Ref. TM-EST 044/27', true],
  ['London, 4 March 2027 fixing', false],
  ['Break, 4 March 2027 at par', false],
  ['Aldersyde Energi AB pays', false],
  ['Maturity 4 March 2032', false],
  ['Break, 4 March 2027', false],
  ['Early Termination, 4 March 2027', false],
  ['Zürich, 4 March 2029', false],
])('a line of a letter: %s', (text, isOf) => {
  expect(
    isOfTheLetter(text, ['Aldersyde Energi AB', 'Port Lisle Bank plc'], ['TM-EST 044/27', 'PL-1'], '2027-03-03'),
  ).toBe(isOf);
});

test('how a telegram begins and ends is no term', () => {
  expect(isOfTheHouse('ZCZC LCC0914 100926 0811')).toBe(true);
  expect(isOfTheHouse('ZCZC LCC0914 FIXED RATE 3.25 PCT')).toBe(false);
});

test.each([
  ['Nom / Qualité', 'Nom / Qualité', true],
  ['Name, Funktion', 'Name, Funktion', true],
  ['Barrier', 'Barrier', false],
  ['Fixed Rate', 'Fixed Rate', false],
  ['Nom', 'Qualité', false],
])('the same label of two signatures says nothing: %s | %s', (label, value, isOf) => {
  expect(isSignaturesLabel(label, value)).toBe(isOf);
});
