import type { Line, Segment } from './positioned-text.ts';

/** A run of text as PDF.js gives it, with y from the top of the page. Points. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Baselines closer than this share of the font size are one line. */
const SAME_LINE = 0.3;
/** A gap wider than this share of the font size parts two segments; a word space is about 0.3, a wide one 0.6. */
const SEGMENT_GAP = 1.0;
/** At the edge of a column less is enough. */
const WIDE_WORD_GAP = 0.4;
const MONOSPACED_WORD_GAP = 0.7;
/** Letters that are kerned overlap by less than this share of the font size; a label that runs over its column, by more. */
const OVERLAP = 0.3;
/** As many runs begin at the edge of a column. */
const RUNS_OF_A_COLUMN = 3;
/** Below this share of the font size two runs are one word. */
const WORD_GAP = 0.12;

/** Groups the runs of one page into lines and segments. */
export function linesOfPage(runs: readonly TextRun[], page: number): Line[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: TextRun[][] = [];
  let rowY = Number.NEGATIVE_INFINITY;
  for (const run of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(run.y - rowY) <= SAME_LINE * run.height) {
      row.push(run);
    } else {
      rows.push([run]);
      rowY = run.y;
    }
  }
  const edges = columnEdges(rows);
  return rows.map((row, index) => ({
    page,
    number: index + 1,
    y: row[0]?.y ?? 0,
    height: Math.max(...row.map(({ height }) => height)),
    segments: segmentsOf(row, edges),
  }));
}

/** Where columns begin: the places where several runs begin after a wide gap. */
function columnEdges(rows: readonly (readonly TextRun[])[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const sorted = [...row].sort((a, b) => a.x - b.x);
    for (const [i, run] of sorted.entries()) {
      const before = sorted[i - 1];
      if (!before || run.x - before.x - before.width <= SEGMENT_GAP * run.height) continue;
      counts.set(Math.round(run.x), (counts.get(Math.round(run.x)) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= RUNS_OF_A_COLUMN).map(([x]) => x));
}

// Courier's letters and spaces are 0.6 of its size.
function isMonospaced({ text, width, height }: TextRun): boolean {
  return text.length > 3 && Math.abs(width / text.length / height - 0.6) < 0.01;
}

function segmentsOf(row: readonly TextRun[], edges: ReadonlySet<number>): Segment[] {
  const segments: { text: string; x: number; right: number }[] = [];
  for (const run of [...row].sort((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const gap = last ? run.x - last.right : 0;
    // A label that fills its column, or runs over it, leaves no gap; its value still begins where values begin.
    const wide = isMonospaced(run) ? MONOSPACED_WORD_GAP : WIDE_WORD_GAP;
    const atEdge = edges.has(Math.round(run.x)) && (gap > wide * run.height || gap < -OVERLAP * run.height);
    if (!last || gap > SEGMENT_GAP * run.height || (atEdge && run.text !== last.text)) {
      segments.push({ text: run.text, x: run.x, right: run.x + run.width });
    } else {
      // Bold printed twice, a hair apart, is one word.
      if (run.text === last.text && Math.abs(run.x - last.x) < 1) continue;
      last.text += (gap > WORD_GAP * run.height && !last.text.endsWith(' ') ? ' ' : '') + run.text;
      last.right = Math.max(last.right, run.x + run.width);
    }
  }
  return segments
    .flatMap(splitAtWideSpaces)
    .map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

// Monospaced prints put columns into one run, apart by three spaces or more, but `LABEL    : value` stays whole.
function splitAtWideSpaces(segment: Segment): Segment[] {
  if (!/\S\s{3,}[^\s:]/.test(segment.text)) return [segment];
  const perGlyph = (segment.right - segment.x) / segment.text.length;
  const parts: Segment[] = [];
  for (const match of segment.text.matchAll(/\S+(?:\s{1,2}\S+|\s*:\s*\S+)*/g)) {
    const x = segment.x + match.index * perGlyph;
    parts.push({ text: match[0], x, right: x + match[0].length * perGlyph });
  }
  return parts;
}
