import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { costTables } from './cost/tables.ts';
import { withTables } from './markdown.ts';
import { scaleTables } from './scale/tables.ts';

const TABLES = { cost: costTables, scale: scaleTables } as const;

test.each(['cost', 'scale'] as const)(
  'docs/%s.md has the tables that the model computes (update with --write)',
  (name) => {
    const page = readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8');
    expect(page).toBe(withTables(page, TABLES[name]()));
  },
);

test('a table without a place in the page is not forgotten', () => {
  expect(() => withTables('no place', { months: '| a |' })).toThrow('<!-- table: months -->');
});

test('a table takes the place of the one before it, and of nothing else', () => {
  const page = 'Text.\n\n<!-- table: a -->\n| old |\n| --- |\n\n| other |\n';
  expect(withTables(page, { a: '| new |' })).toBe('Text.\n\n<!-- table: a -->\n| new |\n\n| other |\n');
});
