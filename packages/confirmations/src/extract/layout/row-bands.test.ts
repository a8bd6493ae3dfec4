import { expect, test } from 'vitest';
import type { Line } from '../../read/positioned-text.ts';
import { rowsOf } from './row-bands.ts';

/** Lines of cells, `[y, [x, text], …]`, of a font of 8.5 points. */
const lines = (...rows: readonly (readonly [number, ...(readonly [number, string])[]])[]): Line[] =>
  rows.map(([y, ...cells], i) => ({
    page: 1,
    number: i + 1,
    y,
    height: 8.5,
    segments: cells.map(([x, text]) => ({ text, x, right: x + text.length * 4 })),
  }));
const textsOf = (given: readonly Line[]) => rowsOf(given, () => false).map((row) => row.segments.map((s) => s.text));

test('a cell of three lines beside cells of one, all centred, is of their row', () => {
  const rows = lines(
    [205.8, [59, 'Type'], [164, 'FX Forward'], [323, 'Trade Date'], [428, 'February 4, 2027']],
    [220.2, [428, '1992 ISDA Master Agreement']],
    [230, [59, 'Value Date'], [164, 'August 6, 2027'], [323, 'Agreement'], [428, '(Multicurrency) dated as']],
    [239.8, [428, 'of July 8, 1999']],
    [272.8, [59, 'Amount Bought by'], [323, 'Amount Sold by']],
    [282.6, [59, 'Lisle Bank,'], [165, 'CHF 7,850,000.00'], [323, 'Lisle Bank,'], [428, 'USD 10,000,000.00']],
    [292.4, [59, 'N.A.'], [323, 'N.A.']],
  );
  expect(textsOf(rows)).toEqual([
    ['Type', 'FX Forward', 'Trade Date', 'February 4, 2027'],
    [
      'Value Date',
      'August 6, 2027',
      'Agreement',
      '1992 ISDA Master Agreement (Multicurrency) dated as of July 8, 1999',
    ],
    ['Amount Bought by Lisle Bank, N.A.', 'CHF 7,850,000.00', 'Amount Sold by Lisle Bank, N.A.', 'USD 10,000,000.00'],
  ]);
});

test('rows at one distance from each other stay rows', () => {
  const rows = lines(
    [200, [59, 'Trade Date'], [164, '4 February 2027']],
    [209.8, [164, 'subject to our approval']],
    [219.6, [59, 'Value Date'], [164, '6 August 2027']],
    [229.4, [164, 'or the day after']],
  );
  expect(textsOf(rows)).toHaveLength(4);
});
