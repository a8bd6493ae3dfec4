import type { TextRun } from './text-run.ts';

/** A gap wider than this share of the font size parts two segments; a word space is about 0.3, a wide one 0.6. */
export const SEGMENT_GAP = 1.0;
/** At the edge of a column less is enough. */
const WIDE_WORD_GAP = 0.4;
const MONOSPACED_WORD_GAP = 0.7;
/** Letters that are kerned overlap by less than this share of the font size; a label that runs over its column, by more. */
const OVERLAP = 0.3;
/** As many runs begin at the edge of a column. */
const RUNS_OF_A_COLUMN = 3;
/** Where each word is a run of its own, words of a paragraph begin below each other now and then. */
const WORDS_OF_A_COLUMN = 5;
/** A label and a value are at least as far apart, in font sizes; parts of one word are nearer. */
const TOUCHING = 0.04;
/** In font sizes. */
const NARROWEST_SPACE = 0.2;
/** More runs than this on a line are words, fewer are cells. */
const CELLS = 4;
/** A column of this many lines without one that goes through its edge. */
const REACH = 12;

/** Where the columns of a page begin. */
export class Columns {
  private readonly edges: ReadonlySet<number>;
  private readonly rows: readonly (readonly TextRun[])[];
  /** Of each place where a run begins behind another, the rows. */
  private readonly starts: ReadonlyMap<number, readonly number[]>;

  /** @param rows the runs of each line, left to right */
  constructor(rows: readonly (readonly TextRun[])[]) {
    this.rows = rows;
    const wide = new Map<number, number>();
    const starts = new Map<number, number[]>();
    for (const [index, row] of rows.entries()) {
      for (let i = 1; i < row.length; i++) {
        const [before, run] = [row[i - 1], row[i]];
        if (!before || !run) continue;
        const x = Math.round(run.x);
        const at = starts.get(x);
        if (!at) starts.set(x, [index]);
        else if (at.at(-1) !== index) at.push(index);
        if (run.x - before.x - before.width > SEGMENT_GAP * run.height) wide.set(x, (wide.get(x) ?? 0) + 1);
      }
    }
    this.edges = new Set([...wide].filter(([, count]) => count >= RUNS_OF_A_COLUMN).map(([x]) => x));
    this.starts = starts;
  }

  /**
   * Whether a run begins a column.
   *
   * @param gap between it and the run before it, in points
   * @param spaced whether a space is printed between them
   */
  begins(run: TextRun, gap: number, spaced: boolean, row: number): boolean {
    const x = Math.round(run.x);
    // A label that fills its column, or runs over it, leaves no gap; its value still begins where values begin.
    const wide = isMonospaced(run) ? MONOSPACED_WORD_GAP : WIDE_WORD_GAP;
    const isEdge = this.edges.has(x);
    if (isEdge && (gap > wide * run.height || gap < -OVERLAP * run.height)) return true;
    return !spaced && gap > TOUCHING * run.height && gap < this.touchingGap(row) * run.height && this.isClear(x, row);
  }

  /** Where words or letters are runs of their own, what is as wide as a space is one. */
  private touchingGap(row: number): number {
    return (this.rows[row]?.length ?? 0) > CELLS ? NARROWEST_SPACE : SEGMENT_GAP;
  }

  /**
   * Labels may touch their values: then no line goes through the place where, on several lines, a run begins; and there
   * is a wide gap on most of them, or the labels begin at different places, as they do when they are set to the right.
   */
  private isClear(x: number, row: number): boolean {
    // Letters of one width stand below each other everywhere.
    const long = this.rows[row]?.filter(({ text }) => text.length > 3) ?? [];
    if (long.length > 0 && long.every(isMonospaced)) return false;
    const starts = this.starts.get(x) ?? [];
    const cells = (this.rows[row]?.length ?? 0) <= CELLS;
    const needed = cells ? RUNS_OF_A_COLUMN : WORDS_OF_A_COLUMN;
    if (starts.length < needed) return false;
    const at = starts.indexOf(row);
    for (let first = Math.max(0, at - needed + 1); first <= at; first++) {
      const [from, to] = [starts[first], starts[first + needed - 1]];
      if (from === undefined || to === undefined || to - from > REACH) continue;
      if (this.rows.slice(from, to + 1).some((runs) => goesThrough(runs, x))) continue;
      const lines = starts.slice(first, first + needed);
      if (this.isRaggedLeft(lines, x) || this.hasGapBefore(lines, x)) return true;
    }
    return false;
  }

  /** Whether the text before a place ends well before it on most of these lines. */
  private hasGapBefore(lines: readonly number[], x: number): boolean {
    const wide = lines.filter((line) => {
      const row = this.rows[line] ?? [];
      return (
        gapBefore(
          row,
          row.findIndex((run) => Math.round(run.x) === x),
        ) > SEGMENT_GAP
      );
    });
    return wide.length > lines.length / 2;
  }

  /** Whether the text before a place begins elsewhere on most of these lines. */
  private isRaggedLeft(lines: readonly number[], x: number): boolean {
    const begins = lines.map((line) => {
      const row = this.rows[line] ?? [];
      const last = row.findLastIndex((run) => run.x < x - 2);
      let first = last;
      while (first > 0 && gapBefore(row, first) < SEGMENT_GAP) first--;
      return Math.round(row[first]?.x ?? 0);
    });
    return new Set(begins).size > begins.length / 2;
  }
}

/** Between a run and the one before it, in font sizes. */
function gapBefore(row: readonly TextRun[], at: number): number {
  const [before, run] = [row[at - 1], row[at]];
  return before && run ? (run.x - before.x - before.width) / run.height : Number.POSITIVE_INFINITY;
}

function goesThrough(runs: readonly TextRun[], x: number): boolean {
  return runs.some((run) => run.x < x - 2 && run.x + run.width > x + 2);
}

// Courier's letters and spaces are 0.6 of its size.
function isMonospaced({ text, width, height }: TextRun): boolean {
  return text.length > 3 && Math.abs(width / text.length / height - 0.6) < 0.01;
}
