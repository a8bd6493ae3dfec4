import { describe, expect, test } from 'vitest';
import type { Line } from '../../read/positioned-text.ts';
import { isFull, isNewLabel, isRestOfLabel, isStacked, isValueOf, wrappedHeading } from './row-rules.ts';
import { segmentLabels } from './segment-labels.ts';
import { takeTables } from './tables.ts';

const labels = segmentLabels((text) => /^(?:Trade Date|Notional|Seller|Call Currency Amount)\s*:?$/.test(text));
/** A line of cells, `x text`, at a baseline. */
const line = (number: number, cells: readonly (readonly [number, string])[], height = 10): Line => ({
  page: 1,
  number,
  y: number * 12,
  height,
  segments: cells.map(([x, text]) => ({ text, x, right: x + text.length * 5 })),
});

describe('a row', () => {
  test('of labels over one of values is stacked', () => {
    const values = line(2, [
      [50, '3 April 2026'],
      [200, 'USD 5,000,000'],
    ]);
    expect(
      isStacked(
        line(1, [
          [50, 'Trade Date'],
          [200, 'Notional'],
        ]),
        values,
        labels,
        false,
      ),
    ).toBe(true);
    expect(
      isStacked(
        line(1, [
          [50, 'Fish of the day'],
          [200, 'Soup'],
        ]),
        values,
        labels,
        false,
      ),
    ).toBe(false);
  });

  test('that ends a clause is no label of the next one', () => {
    const known = segmentLabels((text) => /^(?:Scheme receives fixed\.|Notional)$/.test(text));
    const over = (above: string, below: string) =>
      isStacked(line(1, [[50, above]]), line(2, [[50, below]]), known, false);
    expect(over('Scheme receives fixed.', '5. The swap underlying the right runs for ten years')).toBe(false);
    expect(over('Scheme receives fixed.', '(e) The swap underlying the right runs')).toBe(false);
    expect(over('Notional', 'USD 5,000,000')).toBe(true);
  });

  test('of which a value has a colon of its own is a value beside a label with a colon', () => {
    const [label, value] = [
      { text: 'Obligation:', x: 50, right: 100 },
      { text: 'Obligor: Agrium Inc.', x: 200, right: 300 },
    ];
    expect(isValueOf(label, value, labels)).toBe(true);
    expect(isValueOf({ ...label, text: 'Obligation' }, value, labels)).toBe(false);
    expect(isValueOf({ ...label, text: 'The Bank pays' }, { ...value, text: 'Floating Rate: GBP-SONIA' }, labels)).toBe(
      true,
    );
  });

  test('goes on with a label that is one only as a whole', () => {
    const over = line(1, [[50, 'Call Currency']]);
    expect(isRestOfLabel(over, { text: 'Amount', x: 50, right: 80 }, labels)).toBe(true);
    expect(isRestOfLabel(over, { text: 'Seller', x: 50, right: 80 }, labels)).toBe(false);
  });
});

test('headings of two lines over columns are joined', () => {
  const heading = wrappedHeading(
    line(1, [
      [200, 'Great Lakes Finance'],
      [400, 'Harbour & Vale'],
    ]),
    line(2, [
      [200, 'Authority pays'],
      [400, 'Bank pays'],
    ]),
    line(3, [
      [50, 'Rate'],
      [200, '3.75%'],
      [400, 'SOFR'],
    ]),
    labels,
  );
  expect(heading?.segments.map(({ text }) => text)).toEqual([
    'Great Lakes Finance Authority pays',
    'Harbour & Vale Bank pays',
  ]);
});

test('a line right above another lone one is a new label, not a heading', () => {
  const above = line(1, [[50, 'Struck on']]);
  const [segment] = above.segments;
  expect(segment && isNewLabel(above, segment, line(2, [[50, '3 April 2026']]), labels)).toBe(true);
  expect(segment && isNewLabel(above, segment, line(2, [[50, 'Seller']]), labels)).toBe(false);
});

test('a line that fills its paragraph is no heading', () => {
  const words = { text: 'The definitions of 2021 are part of this Confirmation', x: 50, right: 540 };
  expect(isFull(words, 545)).toBe(true);
  expect(isFull({ ...words, right: 200 }, 545)).toBe(false);
});

test('rows that begin with a date and hold a figure are a table, with the headings over them', () => {
  const { tables, rest } = takeTables([
    line(1, [
      [50, 'Trade Date:'],
      [200, '3 April 2026'],
    ]),
    line(3, [
      [50, 'From'],
      [200, 'Notional Amount (USD)'],
    ]),
    line(4, [
      [50, '7 April 2026'],
      [200, '60,000,000.00'],
    ]),
    line(5, [
      [50, '7 April 2027'],
      [200, '52,500,000.00'],
    ]),
  ]);
  expect(tables).toMatchObject([
    { headings: ['From', 'Notional Amount (USD)'], rows: [{ line: 4 }, { line: 5 }], lines: [3, 4, 5] },
  ]);
  expect(rest.map(({ number }) => number)).toEqual([1]);
});
