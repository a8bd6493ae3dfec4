import { expect, test } from 'vitest';
import { creditEventsOf } from './credit-events.ts';

test.each([
  ['Bankruptcy; Failure to Pay', 'Failure to Pay and Bankruptcy'],
  ['Bankruptcy, Failure to Pay, Restructuring (Mod Mod R)', 'Insolvenz; Nichtzahlung; Restrukturierung'],
  ['Bankruptcy; Failure to Pay (Payment Requirement: USD 1,000,000)', 'BANKRUPTCY, FAILURE TO PAY'],
])('%s are the events of %s', (one, other) => expect(creditEventsOf(one)).toBe(creditEventsOf(other)));

test.each([
  ['Bankruptcy, Failure to Pay', 'Failure to Pay'],
  ['Bankruptcy, Failure to Pay', 'Bankruptcy, Failure to Pay, Repudiation/Moratorium'],
  ['Failure to Pay', 'Failure to Pay, Grace Period Extension applicable'],
  ['Failure to Pay', 'Failure to Pay (grace of thirty days)'],
  ['Failure to Pay (Payment Requirement: USD 5,000,000)', 'Failure to Pay (Payment Requirement: USD 1,000,000)'],
])('%s are not the events of %s', (one, other) => expect(creditEventsOf(one)).not.toBe(creditEventsOf(other)));

test('what is excluded is compared as it is printed', () =>
  expect(creditEventsOf('Bankruptcy, Failure to Pay, Restructuring excluded')).toBeUndefined());
