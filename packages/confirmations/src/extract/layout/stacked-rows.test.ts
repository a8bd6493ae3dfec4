import { expect, test } from 'vitest';
import type { Line } from '../../read/positioned-text.ts';
import { isKnownLabel } from '../vocabulary/index.ts';
import { segmentLabels } from './segment-labels.ts';
import { StackedRows } from './stacked-rows.ts';

const labels = segmentLabels(isKnownLabel);
const COLUMNS = [40, 215, 390];

/** A line of these cells in the form's columns, so far down the page, in print of this size. */
const row = (y: number, height: number, ...cells: readonly string[]): Line => ({
  page: 1,
  number: y,
  y,
  height,
  segments: cells.map((text, i) => ({ text, x: COLUMNS[i] ?? 0, right: (COLUMNS[i] ?? 0) + 60 })),
});

const FORM: readonly (readonly [Line, Line])[] = [
  [
    row(100, 7, 'Trade date', 'Effective date', 'Termination date'),
    row(108, 8, '4 May 2027', '6 May 2027', '6 May 2032'),
  ],
  [row(122, 7, 'Notional', 'Currency', 'Governing law'), row(130, 8, 'EUR 3,000,000.00', 'EUR', 'English law')],
  [row(144, 7, 'Fixed rate', 'Day count', 'Calculation agent'), row(152, 8, '2.75%', '30/360', 'Bank')],
];

/** A form of which these rows were read. */
const after = (rows: typeof FORM): StackedRows => {
  const stacks = new StackedRows();
  for (const [line, next] of rows) expect(stacks.holds(line, next, labels, false)).toBe(true);
  return stacks;
};

test('a row in the columns and at the distance of the rows above is of labels, whatever they are called', () => {
  const [line, next] = [row(166, 7, 'Our desk', 'Option'), row(174, 8, 'Buy', 'EUR Call / USD Put')];
  expect(after(FORM).holds(line, next, labels, false)).toBe(true);
  expect(after(FORM.slice(0, 2)).holds(line, next, labels, false)).toBe(false);
});

test.each([
  ['values over the next labels', row(152, 8, 'Up and out', 'Bank'), row(166, 7, 'Our desk', 'Option')],
  ['another distance', row(166, 7, 'Our desk', 'Our view'), row(180, 8, 'Buy', 'Spot')],
  ['another place', row(166, 7, 'Our desk', 'Our view'), { ...row(174, 8, 'Buy', 'Spot'), page: 2 }],
  ['figures', row(166, 7, '12.50', '14.75'), row(174, 8, 'Buy', 'Spot')],
  ['print of one size', row(166, 8, 'Our desk', 'Our view'), row(174, 8, 'Buy', 'Spot')],
])('%s are no labels over values', (_, line, next) => {
  expect(after(FORM).holds(line, next, labels, false)).toBe(false);
});
