import type { Line, Segment } from '../../read/positioned-text.ts';
import { SAME_X } from './entry.ts';

/** Rows that count on, from which on a form has a column of row numbers. */
const LEAST_ROWS = 5;
const NUMBER = /^\d{1,3}[.)]?$/;
/** What the column of numbers is called. */
const HEADING = /^(?:#|no\.?|nr\.?|n[°ºr]\.?|num\.?|pos\.?|lfd\.? ?nr\.?|row|line)$/i;

/**
 * Rows without their number, `16 | Payer | Fund | Dealer`, on a form that counts its rows in a column of their own: the cell
 * beside it is the label, under whatever headings stand over the others. Numbers that do not count on are somebody's values.
 */
export function withoutRowNumbers(lines: readonly Line[]): readonly Line[] {
  const numbered = lines.filter(isNumbered);
  const [first] = numbered;
  if (!first || numbered.length < LEAST_ROWS || !countOn(numbered)) return lines;
  const edges = numbered.map(({ segments }) => segments[0] as Segment);
  const areOneColumn = (of: (segment: Segment) => number) =>
    edges.every((edge) => near(of(edge), of(edges[0] as Segment)));
  if (!areOneColumn(({ x }) => x) && !areOneColumn(({ right }) => right) && !areOneColumn(middleOf)) return lines;
  const labels = Math.min(...numbered.map(({ segments }) => segments[1]?.x ?? 0));
  const rows = new Set(numbered);
  return lines.map((line) => {
    const [cell, ...rest] = line.segments;
    const heads = cell && rest.length > 1 && HEADING.test(cell.text) && cell.right < labels;
    return rows.has(line) || heads ? { ...line, segments: rest } : line;
  });
}

/** A number alone, a label that begins with a letter, and what stands beside it. */
function isNumbered({ segments: [number, label, value] }: Line): boolean {
  return number !== undefined && NUMBER.test(number.text) && value !== undefined && /^\p{L}/u.test(label?.text ?? '');
}

/** From one on, each the one before and one more; rows without a value between them may have numbers too. */
function countOn(rows: readonly Line[]): boolean {
  const numbers = rows.map(({ segments }) => Number.parseInt(segments[0]?.text ?? '', 10));
  const [first = 0] = numbers;
  const isCounted = numbers.every((number, i) => {
    const before = numbers[i - 1];
    return before === undefined || number === 1 || (number > before && number <= before + MOST_BETWEEN);
  });
  return first >= 1 && first <= MOST_BETWEEN && isCounted;
}
const MOST_BETWEEN = 3;

const near = (a: number, b: number): boolean => Math.abs(a - b) < SAME_X;
const middleOf = ({ x, right }: Segment): number => (x + right) / 2;
