import type { Box } from '@trade-matching/domain';
import { type Line, lineText, type Segment } from '../../read/positioned-text.ts';
import { readDate, readMonth } from '../values/dates.ts';
import { boxOf } from './entry.ts';

/** A table of dated rows: an amortisation, the periods of a commodity swap, a rate that steps. */
export interface DatedTable {
  /** What stands over each column, empty where nothing does. */
  readonly headings: readonly string[];
  readonly rows: readonly DatedRow[];
  readonly page: number;
  /** Every line that it takes on its first page, its headings included. */
  readonly lines: readonly number[];
  /** And on the pages where it goes on. */
  readonly linesOfFurtherPages: readonly { readonly page: number; readonly line: number }[];
  /** What stands right above it: a caption. */
  readonly caption: string;
  /** Rows beside those taken, of the same columns, that are not understood: the table says more than its rows. */
  readonly beside: readonly string[];
}

export interface DatedRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly boxes: readonly Box[];
}

/** Fewer rows are the terms of a leg, not a table. */
const LEAST_ROWS = 2;
/** Lines above the first row that may be headings. */
const MOST_HEADING_LINES = 3;
const ROW_GAP = 2.6;
/** Of rows with cells below each other, set with a line between them. */
const WIDE_ROW_GAP = 4.2;
/** Lines of one heading are nearer than this many font sizes. */
const HEADING_GAP = 1.75;
/** How many lines after a table, and on top of the next page, are looked at for a further row of it. */
const LINES_AFTER = 3;
const LINES_ON_TOP = 6;
/** How far a row's cells may stand from those above them, in points. */
const COLUMN_SHIFT = 6;
/** The foot of one page and the head of the next. */
const LINES_BETWEEN = 10;
const TOTAL = /^(?:grand |sub)?(?:totale?|summe|gesamt\w*|insgesamt|suma|somme|somma)\b/i;
const FIGURE =
  /^(?:[A-Z]{3}\s?|[$€£]\s?)?\d[\d.,'’\s]*\s?(?:%(?:\s?(?:p\.?\s?a\.?|per annum|l['’]an|par an|anual|annuo|jährlich))?|[A-Za-z]{1,9}|[$€£])?$/;
/** The number of a row, or of the periods that it is for, before its first date: `1`, `1 à 2`, `3-4`. */
const ROW_NUMBER = /^\d{1,3}(?:\s?(?:à|a|al|bis|to|[-–])\s?\d{1,3})?\.?$/;
/** What begins a row of dated rows without being a date that is known: `Mrt 2027`, `Q1 2027`, `3. Periode 2027`. */
const LIKE_A_DATE = /^(?:\d{1,2}[.\s]\s?)?\p{L}{1,12}\d?\.?[\s-]+['’]?\d{2,4}$|^\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?$/u;

/** Takes the tables of dated rows out of the lines, since their rows are no labels with values. */
export function takeTables(
  printed: readonly Line[],
  isLabel: (text: string) => boolean = () => false,
): { readonly tables: DatedTable[]; readonly rest: Line[] } {
  const unnumbered = new Map<Line, Line>();
  const lines = printed.map((line) => {
    const dated = withoutRowNumber(line);
    if (dated !== line) unnumbered.set(dated, line);
    return dated;
  });
  const tables: DatedTable[] = [];
  const taken = new Set<Line>();
  for (let at = 0; at < lines.length; at++) {
    const rows = rowsFrom(lines, at);
    if (rows.length < LEAST_ROWS) continue;
    const headings = headingsAbove(lines, at, rows[0] as Line, isLabel);
    const caption = lines[at - headings.length - 1];
    const [first] = rows;
    const repeated = rowsBelowRepeatedHeadings(lines, at + rows.length, headings, first as Line);
    rows.push(...repeated.rows);
    rows.push(...rowsOnNextPage(lines, rows));
    for (const line of [...headings, ...repeated.headings, ...rows]) taken.add(line);
    tables.push({
      headings: (first as Line).segments.map((cell, i) => headingOf(cell, i, headings, first as Line)),
      rows: rows.map((line) => ({
        cells: line.segments.map(({ text }) => text),
        line: line.number,
        boxes: line.segments.map((segment) => boxOf(line, segment)),
      })),
      page: (first as Line).page,
      lines: [...headings, ...rows].filter(({ page }) => page === first?.page).map(({ number }) => number),
      linesOfFurtherPages: [...repeated.headings, ...rows]
        .filter(({ page }) => page !== first?.page)
        .map(({ page, number }) => ({ page, line: number })),
      caption: caption?.page === first?.page ? (caption?.segments.map(({ text }) => text).join(' ') ?? '') : '',
      beside: rowsBeside(lines, at, rows).map(lineText),
    });
    at = lines.indexOf(rows.at(-1) as Line);
  }
  return { tables, rest: lines.filter((line) => !taken.has(line)).map((line) => unnumbered.get(line) ?? line) };
}

function withoutRowNumber(line: Line): Line {
  const [number, date] = line.segments;
  if (!number || !date || line.segments.length < 3 || !ROW_NUMBER.test(number.text) || !isDateAlone(date)) return line;
  return { ...line, segments: line.segments.slice(1) };
}

/** Consecutive lines of as many cells, of which the first is a date or a month and the last holds a figure. */
function rowsFrom(lines: readonly Line[], at: number): Line[] {
  const rows: Line[] = [];
  const [first] = lines.slice(at, at + 1);
  if (!first || first.segments.length < 2 || !isDatedRow(first)) return rows;
  for (const line of lines.slice(at)) {
    const last = rows.at(-1);
    if (line.segments.length !== first.segments.length || !isDatedRow(line)) break;
    if (last && (line.page !== last.page || line.y - last.y > gapOf(last, line) * line.height)) break;
    rows.push(line);
  }
  return rows;
}

/** How far the next row may be, in font sizes: further where every cell stands below the one above. */
function gapOf(above: Line, below: Line): number {
  const areUnder =
    above.segments.length > 2 && below.segments.every((cell, i) => isUnder(cell, above.segments[i] as Segment));
  return areUnder ? WIDE_ROW_GAP : ROW_GAP;
}

/** The rows of a table that goes on below its headings printed again: on the next page, or after a break on this one. */
function rowsBelowRepeatedHeadings(
  lines: readonly Line[],
  after: number,
  headings: readonly Line[],
  first: Line,
): { readonly rows: Line[]; readonly headings: Line[] } {
  const found = { rows: [] as Line[], headings: [] as Line[] };
  if (headings.length === 0) return found;
  const texts = headings.map(lineText);
  for (let at = after; at < Math.min(after + LINES_BETWEEN, lines.length); at++) {
    const again = lines.slice(at, at + headings.length);
    if (again.length < headings.length || again.some((line, i) => lineText(line) !== texts[i])) continue;
    const rows: Line[] = [];
    for (const line of lines.slice(at + headings.length)) {
      const last = rows.at(-1) ?? (again.at(-1) as Line);
      if (line.page !== last.page || line.y - last.y > WIDE_ROW_GAP * line.height) break;
      if (line.segments.length !== first.segments.length || !isDatedRow(line)) break;
      rows.push(line);
    }
    if (rows.length === 0) continue;
    found.rows.push(...rows);
    found.headings.push(...again);
    after = at + headings.length + rows.length;
    at = after - 1;
  }
  return found;
}

/**
 * The rows of a table that goes on at the top of the next page without its headings: as many cells, each below the one above,
 * on the days that follow. Between them is the foot of one page and the head of the next.
 */
function rowsOnNextPage(lines: readonly Line[], above: readonly Line[]): Line[] {
  const last = above.at(-1) as Line;
  const after = lines.slice(lines.indexOf(last) + 1);
  const onPage = after.findIndex(({ page }) => page !== last.page);
  if (above.length < LEAST_ROWS || onPage < 0 || onPage > LINES_AFTER) return [];
  const begins = after.findIndex((line, i) => i >= onPage && goesOnOver(line, last));
  if (begins < 0 || begins > onPage + LINES_ON_TOP) return [];
  const rows: Line[] = [];
  for (const line of after.slice(begins)) {
    const before = rows.at(-1) ?? last;
    const isNext = rows.length === 0 || line.y - before.y <= gapOf(before, line) * line.height;
    if (line.page !== last.page + 1 || !isNext || !goesOnOver(line, before)) break;
    rows.push(line);
  }
  return [...rows, ...(rows.length < LEAST_ROWS ? [] : rowsOnNextPage(lines, rows))];
}

function goesOnOver(line: Line, above: Line): boolean {
  const areUnder = line.segments.every((cell, i) => isUnder(cell, above.segments[i] as Segment));
  if (line.segments.length !== above.segments.length || !isDatedRow(line) || !areUnder) return false;
  const [before, now] = [above, line].map(({ segments: [first] }) => readDate(first?.text ?? ''));
  return before?.kind !== 'date' || now?.kind !== 'date' || now.date > before.date;
}

function isDatedRow({ segments }: Line): boolean {
  const [first, ...rest] = segments;
  return first !== undefined && rest.some(isFigure) && (isDateAlone(first) || readMonth(first.text) !== undefined);
}

function isFigure({ text }: Segment): boolean {
  return FIGURE.test(text) && readDate(text).kind === 'none';
}

function isDateAlone({ text }: Segment): boolean {
  return (text.length <= 24 && readDate(text).kind !== 'none') || isPeriod(text);
}

/** `Du 15/03/2027 au 15/03/2028 :`, `vom 1. April 2027 bis 30. Juni 2027`, `01 Jan 2027 - 31 Jan 2027`. */
const PERIOD =
  /^(?:(?:from|vom|von|du|del|dal)\s+)?(.{6,24}?)\s+(?:to|through|thru|until|bis(?: zum)?|au|al|hasta(?: el)?|fino al|[-–—])\s+(.{6,24}?)\s*:?$/i;

function isPeriod(text: string): boolean {
  const [, from, to] = PERIOD.exec(text) ?? [];
  return from !== undefined && to !== undefined && readDate(from).kind !== 'none' && readDate(to).kind !== 'none';
}

/**
 * The lines right above and below a table, and on top of the next page, that are rows of it without being understood.
 * They end at a total, or where the page goes on with something else.
 */
function rowsBeside(lines: readonly Line[], at: number, rows: readonly Line[]): Line[] {
  const beside: Line[] = [];
  const [first, last] = [rows[0] as Line, rows.at(-1) as Line];
  const above = lines[at - 1];
  if (above && isNear(above, first) && isLikeRow(above, rows) && isDateLike(above)) beside.push(above);
  const end = lines.indexOf(last) + 1;
  const after = lines.slice(end, end + LINES_AFTER + LINES_ON_TOP);
  const onPage = after.filter(({ page }) => page === last.page);
  let before = last;
  for (const line of onPage.slice(0, LINES_AFTER)) {
    if (!isNear(before, line)) break;
    if (line.segments.some(({ text }) => TOTAL.test(text))) return beside;
    if (isLikeRow(line, rows)) beside.push(line);
    before = line;
  }
  // Under the last line of a page there is its foot at most.
  if (onPage.length > LINES_AFTER) return beside;
  const goesOn = after.find((line) => line.page === last.page + 1 && isDatedRow(line) && isLikeRow(line, rows));
  return goesOn ? [...beside, goesOn] : beside;
}

function isNear(above: Line, below: Line): boolean {
  return above.page === below.page && below.y - above.y <= ROW_GAP * above.height;
}

/** A line of the table's columns that begins as its rows do, or that has a figure of their kind where they have theirs. */
function isLikeRow(line: Line, rows: readonly Line[]): boolean {
  const { segments } = rows.at(-1) as Line;
  const [start, ...rest] = line.segments;
  if (!start || !isUnder(start, segments[0] as Segment) || start.text.endsWith(':')) return false;
  if (isDateLike(line)) return true;
  const column = segments.findIndex((cell, i) => i > 0 && isFigure(cell));
  const figure = rest.find((cell) => isUnder(cell, segments[column] as Segment));
  return (
    line.segments.length === segments.length &&
    figure !== undefined &&
    isFigure(figure) &&
    unitOf(figure) === unitOf(segments[column] as Segment)
  );
}

function isDateLike({ segments: [start] }: Line): boolean {
  return start !== undefined && (isDateAlone(start) || LIKE_A_DATE.test(start.text));
}

function isUnder(cell: Segment, above: Segment): boolean {
  return Math.abs(cell.x - above.x) < COLUMN_SHIFT || Math.abs(cell.right - above.right) < COLUMN_SHIFT;
}

/** What is written beside the digits of a figure. */
const unitOf = ({ text }: Segment): string => text.replace(/[\d.,'’\s]+/g, '');

function headingsAbove(lines: readonly Line[], at: number, first: Line, isLabel: (text: string) => boolean): Line[] {
  const headings: Line[] = [];
  for (let above = at - 1; above >= 0 && headings.length < MOST_HEADING_LINES; above--) {
    const line = lines[above];
    const below = headings[0] ?? first;
    // Headings may be as far from their rows as those are from each other.
    const gap = below === first ? WIDE_ROW_GAP : ROW_GAP;
    if (!line || line.page !== first.page || below.y - line.y > gap * first.height) break;
    if (line.segments.length < 2 || line.segments.length > first.segments.length) break;
    if (line.segments.some(({ text }) => /:$|\d{3}/.test(text))) break;
    // Above headings that are whole, what does not stand tight over them is a row of its own.
    const isWhole = headings.some(({ segments }) => segments.length === first.segments.length);
    if (isWhole && below.y - line.y > HEADING_GAP * line.height) break;
    // `Business day convention | Modified Following, London` above them is a label with its value.
    const [label, value] = line.segments;
    const isRow = line.segments.length < Math.max(first.segments.length, 3) && label && isLabel(label.text);
    if (isWhole && isRow && value && !isLabel(value.text)) break;
    if (isWhole && line.segments.length < first.segments.length && !wraps(line, headings[0] as Line)) break;
    headings.unshift(line);
  }
  return headings;
}

/** Whether a heading of the upper line goes on in the lower one: `Calculation` over `period`, `Quantity` over `(MMBtu)`. */
const wraps = (upper: Line, lower: Line): boolean =>
  upper.segments.some(({ text, x, right }) =>
    lower.segments.some(
      (cell) =>
        cell.x < right &&
        cell.right > x &&
        (/^[\p{Ll}(%]/u.test(cell.text) ||
          /[-/–]$|\s(?:of|per|in|de|di|der|des|du)$/i.test(text) ||
          isFigureUnit(cell.text)),
    ),
  );
const isFigureUnit = (text: string): boolean =>
  /^(?:[A-Z]{3}|MMBtu|MWh|mt|bbl|barrels|tonnes|date|from|to|end|start)$/i.test(text);

function headingOf(cell: Segment, index: number, headings: readonly Line[], first: Line): string {
  return headings
    .map(({ segments }) => {
      if (segments.length === first.segments.length) return segments[index]?.text ?? '';
      return segments.find(({ x, right }) => x < cell.right + 4 && right > cell.x - 4)?.text ?? '';
    })
    .filter((text) => text !== '')
    .join(' ');
}
