import type { TextRun } from './text-run.ts';

/** Letters further apart than this share of the font size are spaced; a kerned pair is nearer. */
const SPACED = 0.05;
/** Fewer single letters in a row say nothing of how they are spaced. */
const LETTERS_OF_A_STRETCH = 4;
/** Letters further apart than this, in font sizes, belong to two columns. */
const WIDEST = 3;

/**
 * How far apart the letters are set on a line whose glyphs are placed one by one: of each run, the space before it
 * that parts no words, in font sizes. 0 where a gap is a gap.
 *
 * @param row runs of one line, left to right
 */
export function letterSpacing(row: readonly TextRun[]): readonly number[] {
  const spacing = new Array<number>(row.length).fill(0);
  for (let start = 0; start < row.length; ) {
    let end = start + 1;
    while (end < row.length && follows(row[end - 1], row[end])) end++;
    if (end - start >= LETTERS_OF_A_STRETCH) {
      const gaps = row.slice(start + 1, end).map((run, i) => gapBetween(row[start + i], run));
      // Of `A / B` set glyph by glyph half the gaps part words: letters that are spaced have next to no gap without it.
      if (quantile(gaps, 1 / 4) > SPACED) spacing.fill(quantile(gaps, 1 / 2), start + 1, end);
    }
    start = end;
  }
  return spacing;
}

/** Text in which each letter is typed apart, `5 0 , 0 0 0`, words by two spaces or more. */
export function closedUp(text: string): string {
  return /^\S(?: {1,4}\S){5,}$/.test(text) && /\S {2,}\S/.test(text) === / {2}/.test(text)
    ? text.replace(/(\S) (?=\S)/g, '$1')
    : text;
}

function follows(before: TextRun | undefined, run: TextRun | undefined): boolean {
  if (!before || !run || before.text.length > 1 || run.text.length > 1) return false;
  return gapBetween(before, run) < WIDEST;
}

function gapBetween(before: TextRun | undefined, run: TextRun): number {
  return before ? (run.x - before.x - before.width) / run.height : 0;
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
