import { expect, test } from 'vitest';
import { areOfOneMatter, areRelated } from './related-labels.ts';

test.each([
  ['rebate', 'rebate amount'],
  ['valuation date', 'valuation dates'],
  ['observation period', 'period of observation'],
  ['early termination', 'optional early termination date'],
  ['early termination', 'early termination option'],
  ['early termination date', 'optional early termination'],
  ['dividend', 'dividend share'],
  ['knock out fee', 'the knock out fee payment'],
  ['rounding', 'rounding convention'],
])('“%s” and “%s” may be one term', (a, b) => {
  expect([areRelated(a, b), areRelated(b, a)]).toEqual([true, true]);
});

test.each([
  ['margin on leg a', 'margin on leg b'],
  ['tranche 1 attachment', 'tranche 2 attachment'],
  ['compensation by the fund', 'compensation to the fund'],
  ['gebuhr der partei 1', 'gebuhr der partei 2'],
  ['extension', 'compulsory extension'],
  ['knock in', 'knock in at expiry only'],
  ['termination fee date', 'termination fee payment date'],
  ['exercise date', 'exercise notice date'],
  ['trigger active after', 'trigger not active after'],
  ['commission', 'commission totale'],
  ['commission par periode', 'commission totale'],
  ['trigger rate', 'trigger level'],
  ['cap', 'floor'],
  ['payment date', 'expiry date'],
])('“%s” and “%s” are two', (a, b) => {
  expect([areRelated(a, b), areRelated(b, a)]).toEqual([false, false]);
});

test('when, in what and how often are matters of their own', () => {
  expect(areOfOneMatter('rounding', 'rounding convention')).toBe(true);
  expect(areOfOneMatter('dividend', 'dividend payment')).toBe(true);
  expect(areOfOneMatter('valuation', 'valuation time')).toBe(false);
  expect(areOfOneMatter('dividend', 'dividend period')).toBe(false);
  expect(areOfOneMatter('settlement', 'settlement currency')).toBe(false);
  expect(areOfOneMatter('payment business days', 'payment business day convention')).toBe(false);
});
