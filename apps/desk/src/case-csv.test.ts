import type { CaseRecord } from '@trade-matching/cases';
import { expect, test } from 'vitest';
import { caseCsv } from './case-csv.ts';
import { passes } from './case-filters.ts';

const each = {
  ...{ case_id: 'c-1', due_at: '2026-11-30T10:00:00.000Z', opened_at: '2026-11-20T10:00:00.000Z', state: 'OPEN' },
  facts: { status: 'MISMATCHED', fields: ['fixed_rate', 'notional'] },
  origin: { counterparty: '=HYPERLINK("x")', product: 'FX_SWAP', currency: 'USD', amount: '10', bank_reference: '+1' },
} as unknown as CaseRecord;

test('what a spreadsheet would run as a formula is text in the CSV of the queue', () => {
  const [head, row] = caseCsv([each]);
  expect(head).toMatch(/^due_at,opened_at,status,/);
  expect(row).toContain(`"'=HYPERLINK(""x"")"`);
  expect(row).toContain(`,'+1,`);
  expect(row).toContain('fixed_rate; notional');
});

test('each filter leaves what fits it, as people write it, and nothing else', () => {
  const now = '2026-11-29T10:00:00.000Z';
  const fits = [{}, { product: 'fx swap' }, { currency: 'usd' }, { field: 'Fixed rate' }, { age: 9 }];
  const not = [{ product: 'FX' }, { currency: 'EUR' }, { field: 'rate' }, { age: 10 }, { assignee: 'ana' }];
  expect(fits.map((filters) => passes(filters, each, now))).toEqual(fits.map(() => true));
  expect(not.map((filters) => passes(filters, each, now))).toEqual(not.map(() => false));
});

test('a row says what each side states of the first fields that differ, and names the others', () => {
  const values = [
    { field: 'notional', bank: '9000000.00', counterparty: '9500000.00' },
    { field: 'fixed_rate', bank: '2.4' },
  ];
  const facts = { ...each.facts, fields: ['cut_off_time', 'fixed_rate', 'notional'], values } as CaseRecord['facts'];
  const [, row] = caseCsv([{ ...each, facts }]);
  expect(row).toContain('notional 9000000.00 ≠ 9500000.00; fixed_rate 2.4 ≠ –; cut_off_time');
});
