import { expect, test } from 'vitest';
import { searchKeys } from '../src/trade-identity.ts';

test('a reference is searched as either side’s and as a UTI, however it is written, also among former ones', () => {
  const keys = searchKeys('fx 2024/1/11');
  expect(keys).toEqual([
    ...['REF#BANK#FX2024111', 'REF#COUNTERPARTY#FX2024111', 'UTI#FX2024111'],
    ...['FORMER#REF#BANK#FX2024111', 'FORMER#REF#COUNTERPARTY#FX2024111', 'FORMER#UTI#FX2024111'],
  ]);
  expect(searchKeys('FX-2024-1-11')).toEqual(keys);
  expect(searchKeys('FNB-IRS-52589154')).toContain('REF#BANK#IRS52589154');
  expect(searchKeys('')).toEqual([]);
});
