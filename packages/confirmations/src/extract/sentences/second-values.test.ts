import { expect, test } from 'vitest';
import { FoundFields } from '../found-fields.ts';
import { checkSaidNotional } from './second-values.ts';

function flagsOf(prose: string, notional = '41000000.00') {
  const found = new FoundFields();
  const entry = { page: 1, line: 4, label: 'Notional Amount', value: notional };
  found.add('notional', notional, entry);
  found.add('currency', 'CHF', entry);
  checkSaidNotional(found, prose, { slashOrder: undefined, decimalMark: undefined, party: () => undefined });
  return found.flags.map(({ code, field }) => `${code} ${field}`);
}

test('a sentence with another notional contradicts the terms', () => {
  expect(flagsOf('a swap on a Notional Amount of CHF 14 000 000.00 on the terms below')).toEqual([
    'CONTRADICTION notional',
  ]);
});

test('the same notional, an aggregate one and a threshold contradict nothing', () => {
  expect(flagsOf('a swap on a Notional Amount of CHF 41 000 000.00')).toEqual([]);
  expect(flagsOf('an aggregate Notional Amount of CHF 90,000,000')).toEqual([]);
  expect(flagsOf('a Threshold of CHF 500,000')).toEqual([]);
});
