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
/** Words of so many letters, read so surely, say whether all letters of a sheet are as wide: */
const LONG = 5;
const SURE = 0.8;
/** if of so many words at the least this share has letters as wide as each other, but for this share. */
const LEAST_WORDS = 12;
const MOST = 0.8;
const SAME_STEP = 0.06;
/** Of a letter's width, paper that may lack between two words of which one has wide letters at its end. */
const BESIDE_INK = 0.15;

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
  const step = monospacedStep(words);
  const placed = words.map((word, i): TextRun => {
    const { text, edges } = word;
    const x = (edges[0] ?? 0) * scale;
    const end = (edges.at(-1) ?? 0) * scale - x;
    const next = word.spaceAfter ? words[i + 1] : step === undefined ? undefined : besideOf(word, words, step);
    const spaces = next ? spacesBetween(word, next, step) : 0;
    // In type of one width one space is as wide as a letter: it belongs to the word, or the next would begin a column.
    const isFilled = next !== undefined && step !== undefined && spaces <= 1;
    const width = isFilled ? Math.max(end, (next.edges[0] ?? 0) * scale - x) : end;
    const offsets = edges.map((edge) => edge * scale - x);
    if (spaces === 0) offsets[offsets.length - 1] = width;
    return {
      // The space says that the engine saw one, however near the next word begins.
      text: spaces > 0 ? `${text} ` : text,
      offsets: spaces > 0 ? [...offsets, width] : offsets,
      x,
      y: baselines[i] ?? 0,
      width,
      height: sizes[i] ?? usual,
      ...{ struck: false, faint: false, colored: false },
    };
  });
  return alignedColumns(placed);
}

/** How far apart letters are where all are as wide, in points of the picture; undefined where they are not. */
function monospacedStep(words: readonly ScanWord[]): number | undefined {
  const steps = words
    .filter(({ text, confidence }) => text.length >= LONG && confidence >= SURE)
    .map(({ text, edges }) => ((edges.at(-1) ?? 0) - (edges[0] ?? 0)) / text.length);
  const usual = median(steps);
  const alike = steps.filter((step) => Math.abs(step - usual) < SAME_STEP * usual);
  return steps.length >= LEAST_WORDS && alike.length >= MOST * steps.length ? usual : undefined;
}

/** The word after a space, where the engine's layout has taken it for another column's. */
function besideOf(
  { edges, baseline, lineHeight }: ScanWord,
  words: readonly ScanWord[],
  step: number,
): ScanWord | undefined {
  const end = edges.at(-1) ?? 0;
  return words.find((other) => {
    const gap = (other.edges[0] ?? 0) - end;
    return (
      Math.abs(other.baseline - baseline) < SAME_BASELINE * lineHeight && gap >= 0 && gap < (2 - BESIDE_INK) * step
    );
  });
}

/** Spaces that stand between two words of a line. An engine takes the paper beside a comma for one, too. */
function spacesBetween({ edges }: ScanWord, next: ScanWord, step: number | undefined): number {
  const gap = (next.edges[0] ?? 0) - (edges.at(-1) ?? 0);
  if (step === undefined) return 1;
  return Math.max(0, Math.floor(gap / step + BESIDE_INK));
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
