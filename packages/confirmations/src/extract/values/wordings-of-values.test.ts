import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { documentationsIn } from './documentation.ts';
import { indexLiteral } from './rate-index.ts';
import { readBusinessCenters, readBusinessDayConvention, readMasterAgreement } from './terms.ts';

test.each([
  'Siguiente día hábil modificado',
  'Jour ouvré suivant modifié',
  'Giorno lavorativo successivo modificato',
  'folgender Geschäftstag, modifiziert',
])('modified following, with words between the two: %s', (text) =>
  expect(readBusinessDayConvention(text)).toBe('MODIFIED_FOLLOWING'),
);

test('the next business day is not modified', () => {
  expect(readBusinessDayConvention('Siguiente día hábil')).toBe('FOLLOWING');
  expect(readBusinessDayConvention('successivo')).toBe('FOLLOWING');
});

test.each([
  ['ISDA Master Agreement 2002, de 7 de noviembre de 2022', 'ISDA 2002', '2022-11-07'],
  ['ISDA Master Agreement (1992) sottoscritto il 3 aprile 1999', 'ISDA 1992', '1999-04-03'],
  ['ISDA 2002 Master Agreement daté du / dated as of 14/11/2022', 'ISDA 2002', '2022-11-14'],
])('an agreement with its year behind, and its date: %s', (text, agreement, date) => {
  expect(documentationsIn(text, 'day-first')).toMatchObject([{ agreement, date }]);
  expect(readMasterAgreement(text)).toBe(agreement);
});

const SWAP = `${HEAD}
  Product: | Interest Rate Swap
  Effective date: | 4 March 2027
  Termination date: | 6 March 2032
  Notional amount: | EUR 5,790,000.00
  Fixed rate: | 2.10 %
  Floating rate option: | EUR-EURIBOR`;

test.each([
  'Taux plancher / Floor Rate (hors marge / before Spread)',
  'Suelo sobre el tipo de referencia, antes de diferencial',
  'Mindestsatz vor Marge',
  'Floor sul parametro prima dello spread',
])('a floor on the rate before its spread: %s', async (label) => {
  const { trade } = await readPage(`${SWAP}\n  ${label} | 0.00 %`);
  expect(trade.floor_rate).toBe('0');
});

test('how often, and then when, is one value', async () => {
  const { trade, other_terms } = await readPage(
    `${SWAP}\n  Fixed Rate Payment Dates | Quarterly: 6 March, 6 June, 6 September, 6 December`,
  );
  expect(trade.fixed_payment_frequency).toBe('QUARTERLY');
  expect(other_terms).toEqual([]);
});

test('that periods are adjusted is no place', () => {
  expect(readBusinessCenters('TARGET, Modified Following (adjusted)')).toBe('TARGET');
  expect(readBusinessCenters('London and New York, Following, unadjusted')).toBe('London, New York');
});

test('how an index accrues and when it is set is no part of its name', () => {
  const { literal } = indexLiteral('3M EURIBOR (EUR-EURIBOR), act/360, set on the first day of each period');
  expect(literal.replace(/\s+3M$/, '')).toBe('EUR-EURIBOR');
});

test.each(['EURIBOR für drei Monate', 'EURIBOR à trois mois', 'EURIBOR a tres meses', 'EURIBOR a tre mesi'])(
  'the tenor of an index in words: %s',
  (text) => expect(indexLiteral(text).literal).toBe('EURIBOR 3 months'),
);

test.each([
  ['1 à 2', '3 à 4', "2,35 % l'an", "2,75 % l'an"],
  ['1', '2', '2.35 % p.a.', '2.75 % p.a.'],
  ['1-2', '3-4', '2,35 %', '2,75 %'],
])('a dated table may number its rows: %s', async (one, two, first, second) => {
  const { trade, other_terms } = await readPage(`${HEAD}
  Product: | Interest Rate Swap
  Effective date: | 14 October 2026
  Termination date: | 14 October 2030
  Notional amount: | EUR 5,790,000.00
  Floating rate option: | EUR-EURIBOR
  Période | Du (inclus) | Taux Fixe
  ${one} | 14/10/2026 | ${first}
  ${two} | 14/10/2028 | ${second}`);
  expect(trade.fixed_rate_schedule).toBe('2026-10-14 2.35; 2028-10-14 2.75');
  expect(other_terms.filter(({ economic }) => economic)).toEqual([]);
});

test.each([
  ['+9 basispunten / basis points', '9'],
  ['-4 Basispunkte / basis points', '-4'],
])('a spread whose unit stands in two languages: %s', async (cell, spread) => {
  const { trade } = await readPage(`${SWAP}
    Spread: | ${cell}`);
  expect(trade.spread_bps).toBe(spread);
});
