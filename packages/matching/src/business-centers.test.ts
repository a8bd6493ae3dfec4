import { expect, test } from 'vitest';
import { places } from './business-centers.ts';

test.each([
  ['New York e TARGET', 'TARGET2 and New York'],
  ['Londres y Nueva York', 'GBLO, USNY'],
  ['Frankfurt am Main sowie London', 'LON/FFM'],
  ['Paris et Genève', 'CHGE, FRPA'],
  ['Milano, Londra', 'London and Milan'],
])('%s is %s', (ours, theirs) => {
  expect(places(ours)).toBe(places(theirs));
});

test('another city, or one more, is another list', () => {
  expect(places('London and New York')).not.toBe(places('London'));
  expect(places('London, Tokyo')).not.toBe(places('London, Sydney'));
});
