import { Columns, SEGMENT_GAP } from './columns.ts';
import { letterSpacing } from './letter-spacing.ts';
import type { Line, PageFrame, Piece, Segment } from './positioned-text.ts';
import type { TextRun } from './text-run.ts';
import { pagesOnSheet } from './two-up.ts';

/** Baselines closer than this share of the font size are one line. */
const SAME_LINE = 0.3;
/** Cells beside each other that are set in two fonts may differ by this much. */
const SAME_ROW = 0.45;
/** Below this share of the font size two runs are one word. */
const WORD_GAP = 0.12;
/** Beyond the space between its letters, spaced text has a gap this wide between words. */
const SPACED_WORD_GAP = 0.17;
/** Between figures less is enough: better two numbers than a wrong one. */
const SPACED_FIGURE_GAP = 0.12;
/** Small capitals are this much lower than the capital before them, and as near to it as this. */
const SMALL_CAPITALS = 0.9;
const SMALL_CAPITALS_GAP = 0.2;

export interface PageLines {
  readonly lines: readonly Line[];
  /** What is struck through, on the lines that it stands on. */
  readonly struck: readonly Line[];
}

/** Groups the runs of one page into lines and segments, live and struck apart. */
export function linesOfPage(runs: readonly TextRun[], page: number, frame: PageFrame): PageLines {
  const lines: Line[] = [];
  const struck: Line[] = [];
  let count = 0;
  for (const [half, its] of pagesOnSheet(runs, frame).entries()) {
    const rows = rowsOf(its.flatMap(tidy));
    const live = rows.map((row) => row.filter((run) => !run.struck));
    const columns = new Columns(live);
    for (const [index, row] of rows.entries()) {
      const place = { page, number: ++count, y: (row.y ?? 0) + half * frame.height };
      for (const [into, of] of [
        [lines, live[index] ?? []],
        [struck, row.filter((run) => run.struck)],
      ] as const) {
        const segments = segmentsOf(of, columns, index, frame);
        if (segments.length === 0) continue;
        into.push({ ...place, height: Math.max(...of.map(({ height }) => height)), segments });
      }
    }
  }
  return { lines, struck };
}

/** Runs of one baseline, left to right. */
type Row = TextRun[] & { y?: number };

function rowsOf(runs: readonly TextRun[]): Row[] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row?.y !== undefined && Math.abs(run.y - row.y) <= SAME_LINE * run.height) {
      row.push(run);
    } else {
      rows.push(Object.assign([run], { y: run.y }));
    }
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return joinNeighbours(rows);
}

/** Joins two rows whose cells stand beside each other, a little higher and lower. */
function joinNeighbours(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  for (const [index, row] of rows.entries()) {
    const [before, next] = [joined.at(-1), rows[index + 1]];
    const distance = (row.y ?? 0) - (before?.y ?? Number.NEGATIVE_INFINITY);
    const lowest = Math.min(...row.map(({ height }) => height));
    const nearer = !next || (next.y ?? 0) - (row.y ?? 0) > 2 * distance;
    if (before && nearer && distance <= SAME_ROW * lowest && isBeside(before, row)) {
      before.push(...row);
      before.sort((a, b) => a.x - b.x);
    } else {
      joined.push(row);
    }
  }
  return joined;
}

function isBeside(row: Row, other: Row): boolean {
  const [a, b] = [row.at(-1), other.at(-1)];
  if (!a || !b || !row[0] || !other[0]) return false;
  const gap = Math.max(other[0].x - a.x - a.width, row[0].x - b.x - b.width);
  return gap > SEGMENT_GAP * a.height && Math.abs(a.height - b.height) < 0.5 * a.height;
}

/** A run as its words read: parts that are three spaces or more apart, without spaces around or doubled. */
interface Words extends TextRun {
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
  /** A column of its own, by the spaces before it. */
  readonly isColumn: boolean;
}

/** As many spaces part columns in one run, whatever they come to; `LABEL    : value` stays whole. */
const WIDE_SPACES = 3;

function tidy(run: TextRun): readonly Words[] {
  const { text, offsets, height } = run;
  if (!/^\s|\s\s|[\t\n\u00a0]|\s$/.test(text)) {
    return [Object.assign(run, { spaceBefore: false, spaceAfter: false, isColumn: false })];
  }
  const parts: Words[] = [];
  let from = text.search(/\S/);
  for (const { 0: spaces, index } of text.matchAll(/\s{2,}/g)) {
    const end = index + spaces.length;
    if (index < from || end === text.length) continue;
    const width = (offsets[end] ?? 0) - (offsets[index] ?? 0);
    if (text.charAt(end) === ':' || (width <= SEGMENT_GAP * height && spaces.length < WIDE_SPACES)) continue;
    parts.push(wordsFrom(run, from, index, parts.length > 0));
    from = end;
  }
  if (from >= 0) parts.push(wordsFrom(run, from, text.trimEnd().length, parts.length > 0));
  return parts;
}

function wordsFrom(run: TextRun, from: number, to: number, isColumn: boolean): Words {
  const start = run.offsets[from] ?? 0;
  const end = run.offsets[to] ?? run.width;
  const offsets: number[] = [];
  let text = '';
  for (let i = from; i < to; i++) {
    const isSpace = /\s/.test(run.text.charAt(i));
    if (isSpace && text.endsWith(' ')) continue;
    text += isSpace ? ' ' : run.text.charAt(i);
    offsets.push((run.offsets[i] ?? 0) - start);
  }
  offsets.push(end - start);
  return {
    ...run,
    text,
    x: run.x + start,
    width: end - start,
    offsets,
    spaceBefore: from > 0,
    spaceAfter: to < run.text.length,
    isColumn,
  };
}

/** A segment that is being read. */
interface OpenSegment {
  text: string;
  readonly x: number;
  right: number;
  readonly pieces: Piece[];
  last: Words;
}

function segmentsOf(row: readonly TextRun[], columns: Columns, index: number, frame: PageFrame): Segment[] {
  const segments: OpenSegment[] = [];
  const spacing = letterSpacing(row);
  for (const [i, run] of (row as readonly Words[]).entries()) {
    const last = segments.at(-1);
    const gap = last ? run.x - last.right : 0;
    const spaced = spacing[i] ?? 0;
    const parted = run.isColumn || gap > (SEGMENT_GAP + 2 * spaced) * run.height;
    if (!last || parted || (spaced === 0 && columns.begins(run, gap, run.spaceBefore || last.last.spaceAfter, index))) {
      segments.push({
        text: run.text,
        x: run.x,
        right: run.x + run.width,
        pieces: [pieceOf(run, 0, frame)],
        last: run,
      });
    } else if (!isPrintedAgain(last, run)) {
      if (isGapOfWords(last.last, run, gap / run.height, spaced)) last.text += ' ';
      last.pieces.push(pieceOf(run, last.text.length, frame));
      last.text += run.text;
      last.right = Math.max(last.right, run.x + run.width);
      last.last = run;
    }
  }
  return segments.map(({ text, x, right, pieces, last }) => ({
    text,
    x,
    right,
    pieces,
    printed: text,
    ...(last.struck ? { struck: true } : {}),
  }));
}

function isGapOfWords(before: Words, run: Words, gap: number, spaced: number): boolean {
  if (before.spaceAfter || run.spaceBefore) return true;
  if (spaced > 0) {
    const figures = /\d$/.test(before.text) && /^\d/.test(run.text);
    return gap > spaced + (figures ? SPACED_FIGURE_GAP : SPACED_WORD_GAP);
  }
  const small =
    run.height < SMALL_CAPITALS * before.height && /(?:^|\s)\p{Lu}$/u.test(before.text) && /^\p{Lu}/u.test(run.text);
  return gap > (small ? SMALL_CAPITALS_GAP : WORD_GAP);
}

/** Bold that is printed twice, the second time in other parts. */
function isPrintedAgain(segment: OpenSegment, run: Words): boolean {
  if (run.x + run.width > segment.right + 1 || segment.right - run.x < 0.5 * run.height) return false;
  const piece = segment.pieces.find(
    ({ edges }) => (edges[0] ?? 0) <= run.x + 1 && (edges.at(-1) ?? 0) >= run.x + run.width - 1,
  );
  if (!piece) return false;
  const at = piece.edges.findIndex((edge) => Math.abs(edge - run.x) <= 1);
  return at !== -1 && segment.text.startsWith(run.text, piece.at + at);
}

function pieceOf({ x, y, height, offsets }: TextRun, at: number, frame: PageFrame): Piece {
  return { at, edges: offsets.map((offset) => x + offset), y, height, frame };
}
