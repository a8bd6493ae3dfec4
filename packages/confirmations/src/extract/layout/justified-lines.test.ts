import { expect, test } from 'vitest';
import type { Line, PositionedText } from '../../read/positioned-text.ts';
import { withJustifiedLinesWhole } from './justified-lines.ts';

/** A line of words, each with its left and its right edge. */
const line = (number: number, ...words: readonly [string, number, number][]): Line => ({
  page: 1,
  number,
  y: number * 12,
  height: 10,
  segments: words.map(([text, x, right]) => ({ text, x, right })),
});
const linesOf = (...lines: readonly Line[]) =>
  withJustifiedLinesWhole({ lines } as unknown as PositionedText).lines.map(({ segments }) =>
    segments.map(({ text }) => text).join('|'),
  );
const full = line(1, ['The swap was agreed by telephone on the day that is named above.', 70, 500]);

test('a justified line with wide spaces is one run of text', () => {
  const wide = line(
    2,
    ['The', 70, 90],
    ['trade', 130, 160],
    ['is', 200, 210],
    ['reported', 250, 300],
    ['under', 340, 370],
    ['UTI', 410, 430],
    ['below', 470, 500],
  );
  expect(linesOf(full, wide)).toEqual([full.segments[0]?.text, 'The trade is reported under UTI below']);
});

test('cells that are not as far apart, or end elsewhere, stay cells', () => {
  const row = line(2, ['From', 70, 90], ['To', 130, 140], ['Amount', 300, 340], ['Rate', 470, 500]);
  expect(linesOf(full, row)[1]).toBe('From|To|Amount|Rate');
  const short = line(2, ['From', 70, 90], ['To', 130, 140], ['Days', 180, 200], ['Rate', 240, 260]);
  expect(linesOf(full, short)[1]).toBe('From|To|Days|Rate');
});
