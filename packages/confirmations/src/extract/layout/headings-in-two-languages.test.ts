import { expect, test } from 'vitest';
import type { Line, PositionedText } from '../../read/positioned-text.ts';
import { withHeadingsOfTwoLanguages } from './headings-in-two-languages.ts';

const line = (number: number, ...cells: readonly (readonly [string, number, number])[]): Line => ({
  page: 1,
  number,
  y: 100 + number * 14,
  height: 10,
  segments: cells.map(([text, x, right]) => ({ text, x, right })),
});
const textsOf = (lines: readonly Line[]) =>
  withHeadingsOfTwoLanguages({ lines } as unknown as PositionedText).lines.map(({ segments }) =>
    segments.map(({ text }) => text),
  );

test('what stands behind each heading at one distance is the heading in another language', () => {
  expect(
    textsOf([
      line(1, ['1. Jambe fixe', 60, 128], ['Fixed leg', 138, 180]),
      line(2, ['Taux', 60, 82], ['2.10 %', 240, 270]),
      line(3, ['2. Jambe variable', 60, 150], ['Floating leg', 160, 220]),
    ]),
  ).toEqual([['1. Jambe fixe / Fixed leg'], ['Taux', '2.10 %'], ['2. Jambe variable / Floating leg']]);
});

test.each([
  ['values in one column', [' Käufer', 120], ['Verkäufer', 134], 200, 200],
  ['values at other distances', ['Käufer', 120], ['Verkäufer', 134], 130, 163],
] as const)('%s are none', (_, [first, end], [second, secondEnd], x, secondX) => {
  const rows = [
    line(1, [`1. ${first.trim()}`, 60, end], ['Bank', x, x + 24]),
    line(2, [`2. ${second}`, 60, secondEnd], ['Kunde', secondX, secondX + 30]),
  ];
  expect(textsOf(rows)).toEqual(rows.map(({ segments }) => segments.map(({ text }) => text)));
});

test('a row with a figure is a label with its value', () => {
  const rows = [
    line(1, ['1. Notional', 60, 110], ['EUR 5,000,000.00', 120, 200]),
    line(2, ['2. Rate of interest', 60, 140], ['2.10 %', 150, 180]),
  ];
  expect(textsOf(rows)).toEqual(rows.map(({ segments }) => segments.map(({ text }) => text)));
});
