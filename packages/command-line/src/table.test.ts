import { expect, test } from 'vitest';
import { renderTable } from './table.ts';

const widthOf = (table: string) => Math.max(...table.split('\n').map((line) => line.length));

test('a column that needs less than its share leaves the rest to the others', () => {
  const table = renderTable(
    [{ head: 'a' }, { head: 'short', share: 1 }, { head: 'long', share: 1 }],
    [['1', 'x', 'y'.repeat(50)]],
    70,
  );
  expect(widthOf(table)).toBeLessThanOrEqual(70);
  expect(table).toContain('y'.repeat(50));
});

test('a row of several lines looks the same whether its cells are wrapped or not', () => {
  const columns = [{ head: 'case' }, { head: 'break', share: 1 }];
  const bars = (table: string) => table.split('\n').map((line) => line.split('│').map((cell) => cell.trim()));
  const fits = bars(
    renderTable(
      columns,
      [
        ['a\nb', 'one two\nthree\n\nfive'],
        ['c', 'd'],
      ],
      60,
    ),
  );
  expect(fits.slice(3, -1)).toEqual([
    ['', 'a', 'one two', ''],
    ['', 'b', 'three', ''],
    ['', '', 'five', ''],
    ['', 'c', 'd', ''],
  ]);
  const wraps = bars(
    renderTable(
      columns,
      [
        ['a\nb', 'one two\nthree'],
        ['c', 'd'],
      ],
      16,
    ),
  );
  expect(wraps.slice(3, -1)).toEqual([
    ['', 'a', 'one', ''],
    ['', 'b', 'two', ''],
    ['', '', 'three', ''],
    ['', 'c', 'd', ''],
  ]);
});

test('a table keeps to its width, and cuts nothing off', () => {
  const words = 'wrapped at its words';
  const unbroken = '0123456789'.repeat(5);
  const table = renderTable(
    [
      { head: 'text', share: 1 },
      { head: 'unbroken', share: 1 },
    ],
    [[words, unbroken]],
    40,
  );
  expect(widthOf(table)).toBeLessThanOrEqual(40);
  const cells = table.split('\n').map((line) => line.split('│').map((cell) => cell.trim()));
  const column = (index: number) => cells.map((row) => row[index] ?? '');
  expect(column(1).join(' ')).toContain('wrapped');
  expect(column(2).join('')).toContain(unbroken);
});
