import type { Segment } from '../../read/positioned-text.ts';
import { canonicalLabel } from '../labels.ts';
import { inEnglish } from '../languages/translate.ts';
import { SAME_X } from './entry.ts';
import type { Row } from './row-bands.ts';

/** Rows that print their label twice, from which on a form has a column of labels for each language. */
const LEAST_ROWS = 3;
/** The rest of a wrapped label follows within this many font sizes. */
const WRAP = 1.75;

/** `Abschlusstag | Trade date | 12.11.2026`: a label in two languages, each in a column of its own, before its value. */
const isTwice = (foreign: Segment, english: Segment): boolean => {
  const meant = inEnglish(foreign.text);
  return meant !== undefined && canonicalLabel(meant) === canonicalLabel(english.text);
};

/** Leaves out the column of labels in another language where a form has one in English beside it. */
export function inOneLanguage(rows: readonly Row[]): Row[] {
  const twice = rows.filter(
    ({ segments: [first, second, third] }) => first && second && third && isTwice(first, second),
  );
  if (twice.length < LEAST_ROWS) return [...rows];
  const columns = twice.map(({ segments: [first, second] }) => [first?.x ?? 0, second?.x ?? 0] as const);
  const isOfColumns = (first: Segment, second: Segment) =>
    columns.some(([a, b]) => Math.abs(first.x - a) < SAME_X && Math.abs(second.x - b) < SAME_X);
  let above: { readonly label: string; readonly row: Row } | undefined;
  return rows.flatMap((row) => {
    const [first, second, third] = row.segments;
    const last = above;
    above = undefined;
    if (first && second && third && row.segments.length === 3 && isOfColumns(first, second)) {
      above = { label: first.text, row };
      return [{ ...row, segments: row.segments.slice(1) }];
    }
    // The rest of the label that was left out: `Beträge` below `Zahler der variablen`.
    const near = last && last.row.page === row.page && row.y - last.row.y <= WRAP * row.height;
    const isRest = near && first && !second && inEnglish(`${last.label} ${first.text}`) !== undefined;
    return isRest ? [] : [row];
  });
}
