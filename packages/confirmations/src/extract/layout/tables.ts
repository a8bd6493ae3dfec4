import type { Box } from '@trade-matching/domain';
import type { Line, Segment } from '../../read/positioned-text.ts';
import { readDate } from '../values/dates.ts';
import { boxOf } from './entry.ts';

/** A table of dated rows: an amortisation, the periods of a commodity swap, a rate that steps. */
export interface DatedTable {
  /** What stands over each column, empty where nothing does. */
  readonly headings: readonly string[];
  readonly rows: readonly DatedRow[];
  readonly page: number;
  /** Every line of the page that it takes, its headings included. */
  readonly lines: readonly number[];
  /** What stands right above it: a caption. */
  readonly caption: string;
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
const MONTH_AND_YEAR = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s-]*'?(?:\d{4}|\d{2})$/i;
const TOTAL = /^(?:grand |sub)?total\b/i;

/** Takes the tables of dated rows out of the lines, since their rows are no labels with values. */
export function takeTables(lines: readonly Line[]): { readonly tables: DatedTable[]; readonly rest: Line[] } {
  const tables: DatedTable[] = [];
  const taken = new Set<Line>();
  for (let at = 0; at < lines.length; at++) {
    const rows = rowsFrom(lines, at);
    if (rows.length < LEAST_ROWS) continue;
    const headings = headingsAbove(lines, at, rows[0] as Line);
    const caption = lines[at - headings.length - 1];
    const [first] = rows;
    for (const line of [...headings, ...rows]) taken.add(line);
    tables.push({
      headings: (first as Line).segments.map((cell, i) => headingOf(cell, i, headings, first as Line)),
      rows: rows.map((line) => ({
        cells: line.segments.map(({ text }) => text),
        line: line.number,
        boxes: line.segments.map((segment) => boxOf(line, segment)),
      })),
      page: (first as Line).page,
      lines: [...headings, ...rows].map(({ number }) => number),
      caption: caption?.page === first?.page ? (caption?.segments.map(({ text }) => text).join(' ') ?? '') : '',
    });
    at += rows.length - 1;
  }
  return { tables, rest: lines.filter((line) => !taken.has(line)) };
}

/** Consecutive lines of as many cells, of which the first is a date or a month and the last holds a figure. */
function rowsFrom(lines: readonly Line[], at: number): Line[] {
  const rows: Line[] = [];
  const [first] = lines.slice(at, at + 1);
  if (!first || first.segments.length < 2 || !isDatedRow(first)) return rows;
  for (const line of lines.slice(at)) {
    const last = rows.at(-1);
    if (last && (line.page !== last.page || line.y - last.y > ROW_GAP * line.height)) break;
    if (line.segments.length !== first.segments.length || !isDatedRow(line)) break;
    rows.push(line);
  }
  return rows;
}

function isDatedRow({ segments }: Line): boolean {
  const [first, ...rest] = segments;
  const figure = rest.some(
    ({ text }) =>
      /^(?:[A-Z]{3}\s?|[$€£]\s?)?\d[\d.,'’\s]*\s?(?:%|[A-Za-z]{1,9})?$/.test(text) && readDate(text).kind === 'none',
  );
  return first !== undefined && figure && (isDateAlone(first) || MONTH_AND_YEAR.test(first.text));
}

function isDateAlone({ text }: Segment): boolean {
  return text.length <= 24 && readDate(text).kind !== 'none';
}

function headingsAbove(lines: readonly Line[], at: number, first: Line): Line[] {
  const headings: Line[] = [];
  for (let above = at - 1; above >= 0 && headings.length < MOST_HEADING_LINES; above--) {
    const line = lines[above];
    const below = headings[0] ?? first;
    if (!line || line.page !== first.page || below.y - line.y > ROW_GAP * first.height) break;
    if (line.segments.length < 2 || line.segments.length > first.segments.length) break;
    if (line.segments.some(({ text }) => /:$|\d{3}/.test(text))) break;
    headings.unshift(line);
  }
  return headings;
}

function headingOf(cell: Segment, index: number, headings: readonly Line[], first: Line): string {
  return headings
    .map(({ segments }) => {
      if (segments.length === first.segments.length) return segments[index]?.text ?? '';
      return segments.find(({ x, right }) => x < cell.right + 4 && right > cell.x - 4)?.text ?? '';
    })
    .filter((text) => text !== '')
    .join(' ');
}

/** Whether a row sums up a table. */
export const isTotal = (text: string): boolean => TOTAL.test(text);
