import { expect, test } from 'vitest';
import { words } from './words.ts';

test.each([
  ['INTEREST_RATE_SWAP', 'Interest rate swap'],
  ['fixed_rate', 'Fixed rate'],
  ['FX_FORWARD', 'FX forward'],
  ['TradeMismatched', 'Trade mismatched'],
])('%s is said %s', (code, said) => {
  expect(words(code)).toBe(said);
});
