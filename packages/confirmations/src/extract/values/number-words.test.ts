import { expect, test } from 'vitest';
import { numbersInWords, saysAnotherAmount, withoutSameInWords } from './number-words.ts';

test.each([
  ['twenty-four million euro', 24_000_000],
  ['one hundred and fifty thousand shares', 150_000],
  ['two million four hundred thousand', 2_400_000],
  ['seven', 7],
])('%s', (words, value) => {
  expect(numbersInWords(words).map((each) => each.value)).toEqual([value]);
});

test('an amount in words that is none of the figures is another', () => {
  expect(saysAnotherAmount('twenty-four million euro', new Set(['25000000']))).toBe(true);
  expect(saysAnotherAmount('twenty-five million euro', new Set(['25000000']))).toBe(false);
  expect(saysAnotherAmount('two Business Days', new Set())).toBe(false);
  expect(saysAnotherAmount('EUR 25 million', new Set())).toBe(false);
});

test('brackets that say the figure again are taken away, others are not', () => {
  expect(withoutSameInWords('150,000 (one hundred and fifty thousand)')).toBe('150,000');
  expect(withoutSameInWords('150,000 (one hundred and fifteen thousand)')).toBe(
    '150,000 (one hundred and fifteen thousand)',
  );
});
