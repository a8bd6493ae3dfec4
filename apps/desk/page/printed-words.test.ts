import { expect, test } from 'vitest';
import { inLines } from './printed-words.ts';

const piece = (text: string, x: number, y: number, width = text.length * 5) => ({ text, x, y, width, height: 10 });

test('words come line by line from the top, each line from the left, whatever order the page draws them in', () => {
  const drawn = [piece('2.67', 90, 30), piece('Rate', 60, 31), piece('Notional', 60, 10), piece('EUR', 200, 9)];
  expect(inLines(drawn).map(({ text, line }) => `${line} ${text}`)).toEqual([
    ...['0 Notional', '0 EUR', '1 Rate', '1 2.67'],
  ]);
});

test('a figure that is set piece by piece is one word, with one box; words apart stay apart', () => {
  expect(inLines([piece('1,', 60, 10), piece('500', 70, 10), piece('EUR', 100, 10)])).toEqual([
    { text: '1,500', line: 0, x: 60, y: 10, width: 25, height: 10 },
    expect.objectContaining({ text: 'EUR' }),
  ]);
});
