import { expect, test } from 'vitest';
import { withEnumerators } from './enumerators.ts';
import type { ScanWord } from './scan-word.ts';

const HEIGHT = 20;

function word(text: string, x: number, row: number): ScanWord {
  const edges = Array.from({ length: text.length + 1 }, (_, k) => x + 10 * k);
  const baseline = 40 * (row + 1);
  const area = { x, y: baseline - HEIGHT, right: edges.at(-1) ?? x, bottom: baseline };
  return { text, confidence: 0.9, area, edges, baseline, lineHeight: HEIGHT, spaceAfter: true };
}

/** Rows of a number, a label and a value. */
const sheet = (rows: readonly (readonly [string, string, string])[]) =>
  withEnumerators(
    rows.flatMap(([number, label, value], row) => [
      word(number, 50, row),
      word(label, 120, row),
      word(value, 400, row),
    ]),
  ).map(({ text }) => text);

test('a number of a clause that is read as a time or with other letters is one, in a column of others', () => {
  expect(
    sheet([
      ['2.1', 'Trade', '3.5'],
      ['2.2', 'Start', '2:3'],
      ['2:3', 'End', '2:3'],
    ]),
  ).toEqual(['2.1', 'Trade', '3.5', '2.2', 'Start', '2:3', '2.3', 'End', '2:3']);
  expect(
    sheet([
      ['(i)', 'a', 'x'],
      ['(il)', 'b', 'x'],
      ['(ili)', 'c', 'x'],
      ['(iv)', 'd', '(il)'],
    ]),
  ).toEqual(['(i)', 'a', 'x', '(ii)', 'b', 'x', '(iii)', 'c', 'x', '(iv)', 'd', '(il)']);
});

test('what stands in no such column stays as it is read', () => {
  expect(
    sheet([
      ['2:3', 'a', 'x'],
      ['Time', 'b', 'x'],
      ['2.1', 'c', 'x'],
    ]),
  ).toEqual(['2:3', 'a', 'x', 'Time', 'b', 'x', '2.1', 'c', 'x']);
  expect(
    sheet([
      ['(i)', 'a', 'x'],
      ['(ii)', 'b', 'x'],
      ['(l0)', 'c', 'x'],
    ]).at(-3),
  ).toBe('(l0)');
});
