import { expect, test } from 'vitest';
import { jurisdictionNamed, jurisdictionOfLaw } from './jurisdictions.ts';

test.each([
  ['the laws of England and Wales', 'English'],
  ['LAWS OF THE STATE OF NEW YORK', 'New York'],
  ['unterliegt irischem Recht', 'Irish'],
  ['droit irlandais', 'Irish'],
  ['legislación española; Juzgados y Tribunales de León', 'Spanish'],
  ['österreichisches Recht', 'Austrian'],
  ['legge italiana', 'Italian'],
  ['schweizerisches Recht', 'Swiss'],
  ['the laws of the Netherlands', 'Dutch'],
])('%s is %s law', (text, name) => expect(jurisdictionOfLaw(text)).toBe(name));

test.each(['English law, or French law where a court in Paris says so', 'London', 'the law', 'Irish whiskey'])(
  '%s names no one law',
  (text) => expect(jurisdictionOfLaw(text)).toBeUndefined(),
);

test.each([
  ['State of New York', 'New York'],
  ['England & Wales', 'English'],
  ['Suisse', 'Swiss'],
  ['General Terms', undefined],
])('%s alone', (text, name) => expect(jurisdictionNamed(text)).toBe(name));
