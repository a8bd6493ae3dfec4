import { expect, test } from 'vitest';
import { checkConsistency } from './consistency.ts';
import { FoundFields } from './found-fields.ts';

const PLACE = { page: 1, line: 1, label: '', value: '' };

function flagsOf(fields: Readonly<Record<string, string>>): (string | undefined)[] {
  const found = new FoundFields();
  for (const [field, value] of Object.entries(fields)) found.add(field as 'notional', value, PLACE);
  checkConsistency(found, 'FX_SWAP');
  return found.flags.map(({ field }) => field);
}

const SWAP = {
  trade_date: '2027-06-07',
  currency: 'GBP',
  notional: '3000000.00',
  currency_2: 'USD',
  notional_2: '3900000.00',
  fx_rate: '1.3000',
  settlement_date: '2027-06-09',
};

test('values that fit each other raise no flag', () => {
  expect(flagsOf(SWAP)).toEqual([]);
});

test.each([
  [{ currency_2: 'GBP' }, 'currency_2'],
  [{ fx_rate: '1.4000' }, 'fx_rate'],
  [{ settlement_date: '2027-06-06' }, 'settlement_date'],
  [{ far_settlement_date: '2027-06-08' }, 'far_settlement_date'],
])('values that cannot be together are flagged: %o', (change, field) => {
  expect(flagsOf({ ...SWAP, ...change })).toEqual([field]);
});
