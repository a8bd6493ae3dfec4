import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { documentationsIn } from './documentation.ts';
import { readBusinessDayConvention, readMasterAgreement } from './terms.ts';

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
