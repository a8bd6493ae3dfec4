import { expect, test } from 'vitest';
import { relateNames } from './name-variant.ts';

test.each([
  ['Norrland Bank AB (publ)', 'NORRLAND BANK AB'],
  ['Norrland Bank AB (publ)', 'Norrland Bank Aktiebolag (publ)'],
  ['Alder Trustees DAC', 'Alder Trustees Designated Activity Company'],
])('one company, its legal form spelled in two ways: %s, %s', (a, b) => expect(relateNames(a, b)).toBe('same'));

test('Sweden’s form and Norway’s are two', () =>
  expect(relateNames('Norrland Bank AB (publ)', 'Norrland Bank ASA')).toBe('other-form'));
