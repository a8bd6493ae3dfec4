import { csvLines } from '@trade-matching/command-line/csv';
import { expect, test } from 'vitest';
import { publicJson } from './public-json.ts';

test('a list in CSV has a head, quotes what parts cells, and runs no formula', () => {
  const records = [
    { id: 'a', fields: ['notional', 'fixed_rate'], owner: null, name: 'Orion, "LLC"' },
    { id: '=1+1', fields: [], owner: 'ana', name: 'two\nlines' },
  ];
  expect(csvLines(['id', 'fields', 'owner', 'name'], records)).toEqual([
    'id,fields,owner,name',
    'a,notional; fixed_rate,,"Orion, ""LLC"""',
    `'=1+1,,ana,"two\nlines"`,
  ]);
  expect(csvLines(['id'], [])).toEqual(['id']);
});

test('JSON for scripts has no keys of tables, wherever they stand', () => {
  const stored = {
    pk: 'TRADE#1',
    sk: 'CURRENT',
    trade_key: '1',
    versions: [{ sk: 'VERSION#1', status_day: 'x', version: 1 }],
  };
  expect(publicJson(stored)).toBe('{"trade_key":"1","versions":[{"version":1}]}');
});
