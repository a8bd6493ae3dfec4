import type { Line, Segment } from '../../read/positioned-text.ts';

/** What a part of a page says in one row or cell: the words beside it, and its own. */
export interface RowOfPart {
  /** The row's label, the heading of the cell's column, or nothing. */
  readonly label: string;
  readonly text: string;
  readonly line: Line;
  /** What is printed of `text`. */
  readonly segments: readonly Segment[];
}

/** The rows of a page that share a mark: a column, the lines under a heading, a row of a table, or cells beside it. */
export interface PartOfPage {
  readonly mark: string;
  readonly rows: RowOfPart[];
}

interface Column {
  readonly mark: string;
  readonly heading: string;
  readonly x: number;
  readonly right: number;
}

/** What a table or a heading left for the lines below it. */
interface State {
  columns: readonly Column[];
  header: readonly Segment[];
  current: string | undefined;
}

/** So many lines without a mark may follow a marked one. */
const MOST_LINES = 8;
const HAS_VALUE = /\d{2}|\d[.,]\d|\d\s?%/;

/**
 * Parts the lines of a document by marks, whatever form they have: `Near leg | Far leg` over columns, a heading over lines,
 * a row of a table each, `Start rate | 1.08 | End rate | 1.09` in one row. Lines without a mark follow the one above for as
 * long as they say something of what is looked for. `rest` are the lines of no part.
 */
export function partsOf(
  lines: readonly Line[],
  markIn: (text: string) => string | undefined,
  saysSomething: (text: string) => boolean,
): { readonly parts: readonly PartOfPage[]; readonly rest: readonly RowOfPart[] } {
  const parts = new Map<string, PartOfPage>();
  const rest: RowOfPart[] = [];
  const state: State = { columns: [], header: [], current: undefined };
  const give = (mark: string, rows: readonly RowOfPart[]) => {
    const part = parts.get(mark) ?? { mark, rows: [] };
    parts.set(mark, part);
    part.rows.push(...rows);
  };
  let since = 0;
  for (const line of lines) {
    const { segments } = line;
    if (segments.length === 0) continue;
    const cells = inColumns(line, state.columns);
    if (cells) {
      for (const { mark, row } of cells) give(mark, [row]);
      continue;
    }
    const marks = segments.map(({ text }) => markIn(text));
    const distinct = new Set(marks.filter((mark) => mark !== undefined));
    if (distinct.size === 0) {
      state.columns = [];
      const isHeader = segments.length >= 3 && !segments.some(({ text }) => HAS_VALUE.test(text));
      const goesOn =
        state.current !== undefined && since < MOST_LINES && segments.some(({ text }) => saysSomething(text));
      if (goesOn && state.current !== undefined) {
        since++;
        give(state.current, [rowOf(line)]);
        continue;
      }
      state.header = isHeader ? segments : [];
      state.current = undefined;
      rest.push(rowOf(line));
      continue;
    }
    since = 0;
    state.columns = [];
    if (distinct.size > 1 && !segments.some(({ text }) => HAS_VALUE.test(text))) {
      state.columns = columnsOf(segments, marks);
      state.current = undefined;
      for (const { mark, heading } of state.columns) give(mark, [{ ...rowOf(line), label: '', text: heading }]);
      continue;
    }
    if (distinct.size > 1) {
      for (const { mark, row } of besideMarks(line, marks)) give(mark, [row]);
      state.current = undefined;
      continue;
    }
    const [mark = ''] = distinct;
    give(mark, state.header.length > 0 && segments.length >= 3 ? cellsUnder(line, state.header) : [rowOf(line)]);
    // The rows of a table are a part each.
    state.current = state.header.length > 0 && segments.length >= 3 ? undefined : mark;
  }
  return { parts: [...parts.values()], rest };
}

/** `Near rate: 0.6610` in one run of text. */
const LABEL_AND_TEXT = /^(.{2,60}?)\s*:\s+(.+)$/;

function rowOf(line: Line): RowOfPart {
  const [first, ...others] = line.segments;
  const whole = first?.text ?? '';
  const [, label = '', text = whole] = others.length === 0 ? (LABEL_AND_TEXT.exec(whole) ?? []) : [];
  return {
    label: others.length === 0 ? label : whole,
    text: others.length === 0 ? text : others.map((each) => each.text).join('  '),
    line,
    segments: others.length === 0 ? line.segments : others,
  };
}

const cellOf = (line: Line, segment: Segment, label: string): RowOfPart => ({
  label,
  text: segment.text,
  line,
  segments: [segment],
});

function columnsOf(segments: readonly Segment[], marks: readonly (string | undefined)[]): Column[] {
  return segments.flatMap(({ text, x, right }, i) => {
    const mark = marks[i];
    return mark === undefined ? [] : [{ mark, heading: text, x, right }];
  });
}

const middle = ({ x, right }: { readonly x: number; readonly right: number }) => (x + right) / 2;

/** So far a label may reach into the first column, in points. */
const OVERLAP = 6;

/** The cells of a row below headings of columns, each with its mark; undefined where the line is no such row. */
function inColumns(line: Line, columns: readonly Column[]): { mark: string; row: RowOfPart }[] | undefined {
  const [first] = columns;
  if (!first) return undefined;
  // Headings centred over their columns stand to the right of where the cells begin.
  const labels =
    line.segments.length === columns.length + 1
      ? line.segments.slice(0, 1)
      : line.segments.filter(({ right }) => right <= first.x + OVERLAP && right < middle(first));
  const cells = line.segments.slice(labels.length);
  const label = labels.map(({ text }) => text).join(' ');
  if (cells.length !== columns.length) return undefined;
  const inOrder = cells.every((cell, i) => {
    const [column, next, before] = [columns[i], columns[i + 1], columns[i - 1]];
    return (
      column !== undefined &&
      (next === undefined || middle(cell) < next.x + OVERLAP) &&
      (before === undefined || middle(cell) > before.right - OVERLAP)
    );
  });
  if (!inOrder) return undefined;
  return cells.map((cell, i) => ({ mark: columns[i]?.mark ?? '', row: cellOf(line, cell, label) }));
}

/** `Start date | 29 Jan 2027 | End date | 29 Apr 2027`: what follows a mark in its row. */
function besideMarks(line: Line, marks: readonly (string | undefined)[]): { mark: string; row: RowOfPart }[] {
  const groups: { mark: string; segments: Segment[] }[] = [];
  for (const [i, segment] of line.segments.entries()) {
    const mark = marks[i];
    const last = groups.at(-1);
    if (mark !== undefined && mark !== last?.mark) groups.push({ mark, segments: [segment] });
    else last?.segments.push(segment);
  }
  return groups.map(({ mark, segments }) => ({ mark, row: rowOf({ ...line, segments }) }));
}

/** The cells of a row below the headings of a table, each with the heading that stands over it. */
function cellsUnder(line: Line, header: readonly Segment[]): RowOfPart[] {
  return line.segments.map((segment) => {
    const nearest = header.reduce((best, each) => (away(each, segment) < away(best, segment) ? each : best));
    return cellOf(line, segment, nearest.text);
  });
}

/** How far apart two cells stand: by their left edges, right edges or middles. */
const away = (one: Segment, other: Segment): number =>
  Math.min(Math.abs(one.x - other.x), Math.abs(one.right - other.right), Math.abs(middle(one) - middle(other)));
