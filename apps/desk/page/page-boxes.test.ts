import { expect, test } from 'vitest';
import { marked, spoken } from './page-boxes.tsx';

test('a term has one number in both documents, with a letter for each of several boxes', () => {
  expect(marked(3, [{}], 0)).toBe('3');
  expect([0, 1].map((at) => marked(3, [{}, {}], at))).toEqual(['3a', '3b']);
});

test('where a box stands is said in words', () => {
  const box = { x: 59.5, y: 421, width: 50, height: 10 };
  expect(spoken(box, { width: 595, height: 842 })).toBe('50 % down the page, 10 % from the left');
});
