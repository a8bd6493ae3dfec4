import type { TextRun } from '../read/text-run.ts';
import type { ScanWord } from './scan-word.ts';

const POINTS_AN_INCH = 72;
/** Of its font size, how high a line is from the top of its tall letters to the bottom of those that reach down. */
const LINE_HEIGHT = 0.93;
/** Sizes that differ by less than this share are one. */
const SAME_SIZE = 0.14;
/** Baselines nearer than this share of the font size are one. */
const SAME_BASELINE = 0.3;
/** Left edges nearer than this, in points, are one column's. */
const SAME_EDGE = 2.2;
/** A gap wider than this share of the font size may be one between columns. */
const COLUMN_GAP = 0.7;

/** The words of a sheet as text on its page. A printer sets lines and columns exactly, so what is nearly level is level. */
export function runsOfWords(words: readonly ScanWord[], dpi: number): TextRun[] {
  const scale = POINTS_AN_INCH / dpi;
  const sizes = snapped(
    words.map(({ lineHeight }) => (lineHeight * scale) / LINE_HEIGHT),
    (size) => SAME_SIZE * size,
  );
  const usual = median(sizes);
  const baselines = snapped(
    words.map(({ baseline }) => baseline * scale),
    () => SAME_BASELINE * usual,
  );
  const placed = words.map(({ text, edges, spaceAfter }, i): TextRun => {
    const x = (edges[0] ?? 0) * scale;
    const width = (edges.at(-1) ?? 0) * scale - x;
    const offsets = edges.map((edge) => edge * scale - x);
    return {
      // The space says that the engine saw one, however near the next word begins.
      text: spaceAfter ? `${text} ` : text,
      offsets: spaceAfter ? [...offsets, width] : offsets,
      x,
      y: baselines[i] ?? 0,
      width,
      height: sizes[i] ?? usual,
      ...{ struck: false, faint: false, colored: false },
    };
  });
  return alignedColumns(placed);
}

/** The same runs; those that begin a line or a column begin exactly where the others of it do. */
function alignedColumns(runs: readonly TextRun[]): TextRun[] {
  const begins = runs.map(
    (run) =>
      !runs.some(
        (other) =>
          other !== run &&
          Math.abs(other.y - run.y) < 1 &&
          other.x < run.x &&
          run.x - other.x - other.width < COLUMN_GAP * run.height,
      ),
  );
  const edges = snapped(
    runs.filter((_, i) => begins[i]).map(({ x }) => x),
    () => SAME_EDGE,
  );
  let at = 0;
  return runs.map((run, i) => {
    if (!begins[i]) return run;
    const x = edges[at++] ?? run.x;
    return {
      ...run,
      x,
      width: run.width + run.x - x,
      offsets: run.offsets.map((offset, k) => (k === 0 ? 0 : offset + run.x - x)),
    };
  });
}

/** Each value as the middle of those that are near it. */
function snapped(values: readonly number[], reach: (value: number) => number): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const result = [...values];
  let group: typeof order = [];
  const close = () => {
    const middle = group[Math.floor(group.length / 2)]?.value ?? 0;
    for (const { index } of group) result[index] = middle;
  };
  for (const each of order) {
    const first = group[0];
    if (first && each.value - first.value > reach(first.value)) {
      close();
      group = [];
    }
    group.push(each);
  }
  close();
  return result;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 10;
}
