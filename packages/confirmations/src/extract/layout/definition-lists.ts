import { joinSegments, type Line, type PositionedText, type Segment } from '../../read/positioned-text.ts';
import { inEnglish } from '../languages/translate.ts';
import { SAME_X } from './entry.ts';
import { unfoldGrid } from './label-grids.ts';
import type { Row } from './row-bands.ts';
import { unfoldColumns } from './unfold-columns.ts';

/** A value is set in by this many points below its label. */
const INDENT = { least: 6, most: 36 } as const;
/** A value begins this many font sizes below its label, and its further lines below each other. */
const BELOW = { least: 0.5, most: 2 } as const;
/** Labels over their values, from which on a page has a definition list; a second column beside one needs fewer. */
const LEAST_PAIRS = 4;
const LEAST_PAIRS_BESIDE = 2;
/** Of the labels of a list, these are known: as many, and as large a share. */
const LEAST_KNOWN = 3;
const KNOWN_SHARE = 0.5;

/** Where the labels and the values of one column of a list begin. */
interface Column {
  readonly label: number;
  readonly value: number;
  readonly pairs: readonly Pair[];
}

interface Pair {
  readonly label: Placed;
  readonly value: Placed;
}

interface Placed {
  readonly at: number;
  readonly line: Line;
  readonly segment: Segment;
}

type IsLabel = (text: string) => boolean;

/**
 * The lines of a page whose definition list (a label, its value set in on the lines below) or whose rows of labels and
 * values run on from one column of the page into the next: the first column's lines, then the next one's. Lines are
 * numbered anew in this order; those of a later column count on from the bottom of the one before, as the pages of a
 * sheet do.
 */
export function inOrderOfColumns(text: PositionedText, isLabelInEnglish: IsLabel): PositionedText {
  const isLabel = (label: string) => isLabelInEnglish(label) || inEnglish(label) !== undefined;
  let changed = false;
  const lines = byPage(text.lines).flatMap((page) => {
    const columns = columnsOf(page, isLabel);
    const unfolded = columns.length > 1 ? unfold(page, columns) : unfoldGrid(page, isLabel);
    changed ||= unfolded !== undefined;
    return unfolded ?? page;
  });
  return changed ? { ...text, lines } : text;
}

/** Joins each label of a definition list with the lines of its value to one row; a line over a label is its heading. */
export function definitionRows(lines: readonly Line[], isLabel: IsLabel): Line[] {
  return byPage(lines).flatMap((page) => {
    const columns = columnsOf(page, isLabel);
    if (columns.length === 0) return page;
    const rows = new Map(columns.flatMap((column) => [...rowsOfColumn(page, column)]));
    return page.flatMap((line) => rows.get(line) ?? (rows.has(line) ? [] : [line]));
  });
}

function byPage(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [];
  for (const line of lines) {
    const last = pages.at(-1);
    if (last?.[0]?.page === line.page) last.push(line);
    else pages.push([line]);
  }
  return pages;
}

/** The columns of the page's definition list, left to right; none where it has no such list. */
function columnsOf(page: readonly Line[], isLabel: IsLabel): Column[] {
  const placed = page.flatMap((line, at) => line.segments.map((segment) => ({ at, line, segment })));
  const counts = new Map<number, number>();
  for (const { segment } of placed) counts.set(Math.round(segment.x), (counts.get(Math.round(segment.x)) ?? 0) + 1);
  const edges = [...counts].filter(([, count]) => count >= LEAST_PAIRS_BESIDE).map(([x]) => x);
  const columns = edges
    .toSorted((a, b) => a - b)
    .flatMap((label): Column[] => {
      const found = edges
        .filter((value) => value - label >= INDENT.least && value - label <= INDENT.most)
        .map((value) => ({ label, value, pairs: pairsOf(placed, label, value) }))
        .filter(({ pairs }) => pairs.length >= LEAST_PAIRS_BESIDE)
        .toSorted((a, b) => b.pairs.length - a.pairs.length);
      return found.slice(0, 1);
    });
  const whole = columns.filter(({ pairs }) => {
    const known = pairs.filter(({ label }) => isKnown(label.segment.text, isLabel)).length;
    const values = pairs.filter(({ value }) => isKnown(value.segment.text, isLabel)).length;
    return known >= LEAST_KNOWN && known >= KNOWN_SHARE * pairs.length && values < known / 2;
  });
  const [first] = whole.filter(({ pairs }) => pairs.length >= LEAST_PAIRS);
  if (!first) return [];
  const indent = first.value - first.label;
  // Columns of one list are set in alike.
  return columns.filter(
    (column) => column === first || (column.label > first.value && isLike(column, indent, isLabel)),
  );
}

function isLike({ label, value, pairs }: Column, indent: number, isLabel: IsLabel): boolean {
  return (
    Math.abs(value - label - indent) <= 1 && pairs.some(({ label: { segment } }) => isKnown(segment.text, isLabel))
  );
}

/** `Beginn / Effective date`: a label of two languages is known by either. */
function isKnown(text: string, isLabel: IsLabel): boolean {
  return isLabel(text) || (text.includes(' / ') && text.split(/\s\/\s/).some((part) => isLabel(part)));
}

/** Each piece of text at the one place with what stands right below it at the other. */
function pairsOf(placed: readonly Placed[], label: number, value: number): Pair[] {
  const own = placed.filter(({ segment: { x } }) => x > label - SAME_X && x < value + SAME_X);
  return own.flatMap((above, i) => {
    const below = own[i + 1];
    // `Calculation agent: …` below a heading is a label with its value.
    if (!below || /^[^:]{2,40}:\s/.test(below.segment.text)) return [];
    if (Math.abs(above.segment.x - label) > 1 || Math.abs(below.segment.x - value) > 1) return [];
    const gap = (below.line.y - above.line.y) / Math.max(above.line.height, below.line.height);
    return gap >= BELOW.least && gap <= BELOW.most ? [{ label: above, value: below }] : [];
  });
}

/** The lines of one column after those of another, or undefined where text reaches from one into the next. */
function unfold(page: readonly Line[], columns: readonly Column[]): Line[] | undefined {
  const pairs = columns.flatMap((column) => column.pairs);
  const from = Math.min(...pairs.map(({ label }) => label.at));
  const last = Math.max(...pairs.map(({ value }) => value.at));
  const to = last + linesOfRest(page, columns, last);
  return unfoldColumns(
    page,
    { from, to },
    columns.map(({ label }) => label),
  );
}

/** How many more lines the last value takes. */
function linesOfRest(page: readonly Line[], columns: readonly Column[], last: number): number {
  let count = 0;
  for (const line of page.slice(last + 1)) {
    const above = page[last + count];
    const near = above && line.y - above.y <= BELOW.most * line.height;
    if (!near || !line.segments.every(({ x }) => columns.some(({ value }) => Math.abs(x - value) <= 1))) break;
    count++;
  }
  return count;
}

/** The rows of a list by the lines of its labels; a line of a value has none. */
function rowsOfColumn(page: readonly Line[], { value, pairs }: Column): Map<Line, Row[] | undefined> {
  const rows = new Map<Line, Row[] | undefined>();
  for (const { label, value: begins } of pairs) {
    // A label or a value beside something else is a row of its own kind.
    if (label.line.segments.length > 1 || begins.line.segments.length > 1) continue;
    let whole = begins.segment;
    const numbers = [label.line.number, begins.line.number];
    rows.set(begins.line, undefined);
    for (let at = begins.at + 1; at < page.length; at++) {
      const [line, above] = [page[at], page[at - 1]];
      const [segment] = line?.segments ?? [];
      if (!line || !above || !segment || line.segments.length > 1 || Math.abs(segment.x - value) > 1) break;
      if (line.y - above.y > BELOW.most * line.height) break;
      whole = joinSegments(whole, segment);
      numbers.push(line.number);
      rows.set(line, undefined);
    }
    rows.set(label.line, [{ ...label.line, segments: [label.segment, whole], rows: numbers, of: 'definition' }]);
    const above = page[label.at - 1];
    const heads = above?.segments.length === 1 && Math.abs((above.segments[0]?.x ?? 0) - label.segment.x) <= 1;
    if (above && heads) rows.set(above, [{ ...above, of: 'heading' }]);
  }
  return rows;
}
