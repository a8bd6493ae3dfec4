import { expect, test } from 'vitest';
import { isOfTheHouse } from './of-the-house.ts';

test.each([
  'CPTY COPY',
  'Copy 2 of 3',
  'Client copy',
  'This ticket copy is sent to the external party in lieu of a letter confirmation.',
  'This advice is issued instead of a written confirmation.',
])('%s says which sheet the paper is', (line) => {
  expect(isOfTheHouse(line)).toBe(true);
});

test.each([
  'This ticket is sent in lieu of a letter confirmation and cancels trade 4471.',
  'This premium is sent to the bank in lieu of delivery.',
  'Copy 2 of 3, notional 5,000,000',
  'Cancelled',
  'AMENDED COPY',
])('%s may say more', (line) => {
  expect(isOfTheHouse(line)).toBe(false);
});
