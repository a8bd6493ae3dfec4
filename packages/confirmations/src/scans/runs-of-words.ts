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
/** Of its size, how wide a letter of such type is (Courier); and of its width, the most paper beside its ink. */
const WIDTH_IN_SIZES = 0.6;
const BEARING = 0.6;
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
    const x = (word.edges[0] ?? 0) * scale;
    const y = baselines[i] ?? 0;
    const inks = { struck: false, faint: false, colored: false };
    const following = words[i + 1];
    const next = word.spaceAfter && following && follows(following, word) ? following : undefined;
    const typed = step === undefined ? undefined : typewritten(word, next ?? besideOf(word, words, step), step, scale);
    if (typed) return { ...typed, x, y, ...inks };
    const width = (word.edges.at(-1) ?? 0) * scale - x;
    const offsets = word.edges.map((edge) => edge * scale - x);
    return {
      // The space says that the engine saw one, however near the next word begins.
      text: next ? `${word.text} ` : word.text,
      offsets: next ? [...offsets, width] : offsets,
      x,
      y,
      width,
      height: sizes[i] ?? usual,
      ...inks,
    };
  });
  return alignedColumns(placed);
}

/** Whether a word stands after another on its line: what came between may have been left out as noise, to the end of it. */
function follows(next: ScanWord, { edges, baseline, lineHeight }: ScanWord): boolean {
  return (next.edges[0] ?? 0) > (edges[0] ?? 0) && Math.abs(next.baseline - baseline) < lineHeight;
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

/**
 * A word in type in which each letter, and the space after it, is as wide as another. An engine takes the paper beside a comma for
 * a space, too. Undefined for a word in other type.
 */
function typewritten(
  { text, edges }: ScanWord,
  next: ScanWord | undefined,
  step: number,
  scale: number,
): Pick<TextRun, 'text' | 'offsets' | 'width' | 'height'> | undefined {
  const ink = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
  if (Math.abs(ink / step - text.length) > text.length * SAME_STEP + BEARING) return undefined;
  const gap = next ? (next.edges[0] ?? 0) - (edges.at(-1) ?? 0) : 0;
  const isSpaced = next !== undefined && gap >= (1 - BESIDE_INK) * step;
  const isNext = next !== undefined && gap < (2 - BESIDE_INK) * step;
  const printed = isSpaced ? `${text} ` : text;
  const width = (isNext ? (next.edges[0] ?? 0) - (edges[0] ?? 0) : printed.length * step) * scale;
  // One space is no wider than one, however little ink the letters on either side have.
  const letter = isSpaced ? (width - step * scale) / text.length : step * scale;
  return {
    text: printed,
    offsets: Array.from({ length: printed.length + 1 }, (_, k) => Math.min(k * letter, width)).with(-1, width),
    width,
    height: (step * scale) / WIDTH_IN_SIZES,
  };
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
