import type { Line, Segment } from '../../read/positioned-text.ts';
import { SAME_X } from './entry.ts';
import { legOfHeading } from './headings.ts';
import { type Region, unfoldColumns } from './unfold-columns.ts';

/** Rows of a label and its value that make a column. */
const LEAST_ROWS = 3;
/** And of those labels, so many and such a share are known. */
const LEAST_KNOWN = 2;
const KNOWN_SHARE = 0.5;
/** Lines of one grid are nearer to each other than so many font sizes. */
const LINE_GAP = 4;

type IsLabel = (text: string) => boolean;

/**
 * Rows of labels and values in two columns of the page, each column with headings of its own at its own height: the left
 * column's lines, then the right one's. Undefined where a page has none; where all rows of both columns share their
 * baselines, they are read as they stand.
 */
export function unfoldGrid(page: readonly Line[], isLabel: IsLabel): Line[] | undefined {
  // Rows of both columns on one line, or there are no columns beside each other.
  if (page.filter(({ segments }) => segments.length > 2).length < LEAST_ROWS - 1) return undefined;
  const starts = startsOf(page);
  for (const right of starts) {
    const rightRows = rowsOf(page, right, Number.POSITIVE_INFINITY, isLabel);
    if (!rightRows) continue;
    const left = starts.find((start) => start < right - SAME_X && rowsOf(page, start, right, isLabel) !== undefined);
    if (left === undefined) continue;
    const region = regionOf(page, left, right);
    if (!region || !standApart(page.slice(region.from, region.to + 1), right)) continue;
    return unfoldColumns(page, region, [left, right]);
  }
  return undefined;
}

/** Where several pieces of text begin, left to right. */
function startsOf(page: readonly Line[]): number[] {
  const counts = new Map<number, number>();
  for (const { segments } of page)
    for (const { x } of segments) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= LEAST_ROWS)
    .map(([x]) => x)
    .toSorted((a, b) => a - b);
}

/** The lines that have, of one column, a label at its edge and one value beside it; undefined where they make no column. */
function rowsOf(page: readonly Line[], start: number, end: number, isLabel: IsLabel): Line[] | undefined {
  const inColumn = ({ x }: Segment) => x > start - SAME_X && x < end - SAME_X;
  const rows = page.filter(({ segments }) => {
    const [label, value, ...more] = segments.filter(inColumn);
    return label && value && more.length === 0 && isAt(label, start);
  });
  const known = rows.filter(({ segments }) => isLabel(segments.find(inColumn)?.text ?? '')).length;
  return rows.length >= LEAST_ROWS && known >= LEAST_KNOWN && known >= KNOWN_SHARE * rows.length ? rows : undefined;
}

const isAt = ({ x }: Segment, start: number): boolean => Math.abs(x - start) <= SAME_X;

/** From the first line that both columns begin on to the last line of either. */
function regionOf(page: readonly Line[], left: number, right: number): Region | undefined {
  const from = page.findIndex(
    ({ segments }) => segments.some((each) => isAt(each, left)) && segments.some((each) => isAt(each, right)),
  );
  if (from < 0) return undefined;
  let to = from;
  for (let at = from + 1; at < page.length; at++) {
    const [line, above] = [page[at], page[at - 1]];
    if (!line || !above || line.y - above.y > LINE_GAP * line.height) break;
    // A line from edge to edge is below the grid.
    if (line.segments.some(({ x, right: end }) => x < right - SAME_X && end > right)) break;
    to = at;
  }
  return { from, to };
}

/**
 * The right column has headings of its own: a piece of text at its edge with nothing beside it, over a label with a value.
 * Headings of two legs beside each other are columns of another kind.
 */
function standApart(lines: readonly Line[], right: number): boolean {
  const isRight = ({ x }: Segment) => x > right - SAME_X;
  const ofRight = lines.map(({ segments }) => segments.filter(isRight));
  const isTwoLegs = ({ segments }: Line) =>
    segments.length === 2 && segments.every(({ text }) => legOfHeading(text) !== undefined);
  if (lines.some(isTwoLegs)) return false;
  const headings = ofRight.filter((cells, at) => {
    const [heading, ...more] = cells;
    const below = ofRight.slice(at + 1).find(({ length }) => length > 0) ?? [];
    const isOne = heading && more.length === 0 && isAt(heading, right) && /^\p{Lu}[^:]*$/u.test(heading.text);
    return isOne && below.length === 2 && isAt(below[0] as Segment, right);
  });
  return headings.length > 0;
}
