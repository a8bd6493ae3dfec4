import { expect, test } from 'vitest';
import type { ScanWord } from './scan-word.ts';
import { inLines } from './words-of-page.ts';

const word = (text: string, x: number, baseline: number): ScanWord => ({
  ...{ text, confidence: 0.9, baseline, lineHeight: 20, edges: [x, x + 30], spaceAfter: true },
  area: { x, y: baseline - 16, right: x + 30, bottom: baseline + 4 },
});

test('words are in lines from the top, each from the left, whatever order the engine read them in', () => {
  const words = [
    word('5,000,000', 300, 131),
    word('Amount:', 10, 128),
    word('Notional', 10, 100),
    word('USD', 250, 134),
  ];
  expect(inLines(words).map(({ word: { text }, line }) => `${line} ${text}`)).toEqual([
    '0 Notional',
    '1 Amount:',
    '1 USD',
    '1 5,000,000',
  ]);
});

test('lines that lie closer than letters are high stay two', () => {
  expect(inLines([word('a', 10, 100), word('b', 10, 112)]).map(({ line }) => line)).toEqual([0, 1]);
});
