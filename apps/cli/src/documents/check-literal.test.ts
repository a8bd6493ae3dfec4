import { expect, test } from 'vitest';
import { literalOn } from './check-literal.ts';

const PAGES = ['Notional Amount: USD 1,234, 567.00 Fixed Rate 4.0125 %', '', 'Trade Date 12 November 2026'];

test.each([
  ['USD 1,234,567.00', 1, 'found'],
  ['4.0125%', 1, 'found'],
  ['１２ November 2026', 3, 'found'],
  ['USD 9,999.00', 1, 'not found'],
  ['12 November 2026', 1, 'not found'],
  ['USD 1,234,567.00', 4, 'not found'],
  ['4.0125 %', 2, 'not checked'],
] as const)('%s on page %i is %s', (literal, page, kind) => {
  expect(literalOn(PAGES, literal, page).kind).toBe(kind);
});

test('a literal that stands on another page is not found, and says on which it does', () => {
  expect(literalOn(PAGES, '12 November 2026', 1)).toMatchObject({ why: expect.stringContaining('; page 3 does') });
});
