import { joinSegments, type Line, partOfSegment, type Segment } from '../../read/positioned-text.ts';
import { SAME_X } from './entry.ts';
import type { Row } from './row-bands.ts';

/** Columns of a grid: a label and a value twice, or a label and two values. */
const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 4;
/** So many full rows make a grid. */
const LEAST_ROWS = 4;
/** The lines of one cell are this much nearer to each other than the nearest two rows, and at most so many font sizes apart. */
const NEARER = 0.85;
const LINE_PITCH = 1.4;
/** A row further below the line above than this, in font sizes, tells nothing of the grid's pitch. */
const FURTHEST = 4;
/** A word that begins at a column, in points. */
const AT_COLUMN = 1.5;

/** So many cells of a column of labels are known ones, at least, and of a column of values, at most. */
const LABELS = { least: 0.5, most: 0.25 };

interface Grid {
  readonly columns: readonly number[];
  /** From the line above to a full row: the least of all. */
  readonly pitch: number;
  /** A label and a value twice: the first and the third column are labels. */
  readonly isOfPairs: boolean;
}

/**
 * Rows of a form whose cells are set in columns, with more room between rows than between the lines of a cell: the lines below a
 * row that are nearer than any row is go on with it, each with the cell above it, whatever words they begin with. A label that
 * reaches to the next column without a gap is parted from the value that begins there. Where two columns are of labels, each row
 * says so: a value beside its label is one whatever it holds, `Auction; fallback: physical`.
 */
export function gridRows(lines: readonly Line[], isLabel: (text: string) => boolean): readonly Row[] {
  const grids = gridsOf(lines, isLabel);
  if (grids.length === 0) return lines;
  const rows: Row[] = [];
  let at: Grid | undefined;
  for (const [i, line] of lines.entries()) {
    const above = rows.at(-1);
    const gap = line.y - (lines[i - 1]?.y ?? 0);
    const goesOn = above && at && lines[i - 1]?.page === line.page && goesOnWith(above, line, gap, at);
    if (goesOn) rows[rows.length - 1] = joined(above, line);
    else {
      const whole = grids.map((grid) => parted(line, grid, isLabel)).find((row, k) => stands(row, grids[k]));
      at = whole && grids.find((grid) => stands(whole, grid));
      rows.push(whole ?? line);
    }
  }
  return rows.map((row) =>
    grids.some((grid) => grid.isOfPairs && isInPairs(row, grid)) ? { ...row, of: 'pairs' } : row,
  );
}

/** Whether each cell is a label with its value to the right, or the value. */
function isInPairs({ segments }: Row, { columns }: Grid): boolean {
  const cells = segments.map(({ x }) => columns.findIndex((column) => isAt(x, column)));
  return cells.join() === '0,1' || cells.join() === '2,3' || cells.join() === '0,1,2,3';
}

function gridsOf(lines: readonly Line[], isLabel: (text: string) => boolean): Grid[] {
  const grids: { columns: readonly number[]; rows: Line[]; gaps: number[] }[] = [];
  for (const [i, line] of lines.entries()) {
    const { page, segments } = line;
    if (segments.length < FEWEST_COLUMNS || segments.length > MOST_COLUMNS) continue;
    const columns = segments.map(({ x }) => x);
    const own = grids.find(
      (grid) => grid.columns.length === columns.length && columns.every((x, k) => isAt(x, grid.columns[k])),
    );
    const grid = own ?? { columns, rows: [], gaps: [] };
    if (!own) grids.push(grid);
    grid.rows.push(line);
    const gap = line.y - (lines[i - 1]?.y ?? 0);
    if (lines[i - 1]?.page === page && gap > 0 && gap < FURTHEST * line.height) grid.gaps.push(gap);
  }
  return grids
    .filter(({ rows, gaps }) => rows.length >= LEAST_ROWS && gaps.length >= LEAST_ROWS - 1)
    .map(({ columns, rows, gaps }) => {
      const known = columns.map((_, k) => rows.filter(({ segments }) => isLabel(segments[k]?.text ?? '')).length);
      const isOfPairs =
        columns.length === MOST_COLUMNS &&
        known.every((count, k) =>
          k % 2 === 0 ? count >= LABELS.least * rows.length : count <= LABELS.most * rows.length,
        );
      return { columns, pitch: Math.min(...gaps), isOfPairs };
    });
}

const isAt = (x: number, column: number | undefined): boolean => column !== undefined && Math.abs(x - column) < SAME_X;

const stands = ({ segments }: Line, grid: Grid | undefined): boolean =>
  grid !== undefined &&
  segments.length > 1 &&
  segments.every(({ x }) => grid.columns.some((column) => isAt(x, column)));

function goesOnWith(row: Row, line: Line, gap: number, { columns, pitch }: Grid): boolean {
  return (
    gap > 0 &&
    gap < NEARER * pitch &&
    gap < LINE_PITCH * line.height &&
    line.segments.length < columns.length &&
    line.height <= row.height &&
    line.segments.every(({ x }) => row.segments.some((cell) => isAt(x, cell.x)))
  );
}

function joined(row: Row, line: Line): Row {
  return {
    ...row,
    y: line.y,
    top: row.top ?? row.y,
    segments: row.segments.map((cell) => {
      const rest = line.segments.find(({ x }) => isAt(x, cell.x));
      return rest ? joinSegments(cell, rest) : cell;
    }),
    rows: [...(row.rows ?? [row.number]), line.number],
  };
}

function parted(line: Line, { columns }: Grid, isLabel: (text: string) => boolean): Row {
  if (line.segments.length === columns.length) return line;
  const segments = line.segments.flatMap((segment): Segment[] => {
    const next = columns.find((column) => column > segment.x + SAME_X);
    if (next === undefined || segment.right <= next) return [segment];
    for (const { index } of segment.text.matchAll(/\s(?=\S)/g)) {
      const value = partOfSegment(segment, index + 1, segment.text.length);
      const label = partOfSegment(segment, 0, index);
      if (Math.abs(value.x - next) < AT_COLUMN && isLabel(label.text)) return [label, value];
    }
    return [segment];
  });
  return segments.length === line.segments.length ? line : { ...line, segments };
}
