import type { Line, PositionedText, Segment } from '../../read/positioned-text.ts';
import type { Entry, LooseLine } from '../layout/entry.ts';
import type { DatedTable } from '../layout/tables.ts';

/** A cell that the layout made part of nothing. */
export interface PassedOver {
  readonly line: Line;
  readonly segment: Segment;
}

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? [];

/**
 * The cells of a document that no entry, no loose line and no table holds: a third cell beside a label and its value, a box
 * at the side. What nobody looks at cannot be called checked (R1).
 */
export function passedOver(
  text: PositionedText,
  { entries, loose, tables }: { entries: readonly Entry[]; loose: readonly LooseLine[]; tables: readonly DatedTable[] },
): PassedOver[] {
  const held = new Map<string, Set<string>>();
  const whole = new Set<string>();
  for (const { line } of loose) whole.add(`${line.page}:${line.number}`);
  for (const { page, lines } of tables) for (const line of lines) whole.add(`${page}:${line}`);
  for (const { label, value, section, column, page, line, lines = [line] } of entries) {
    const words = wordsIn(`${label} ${value} ${section} ${column ?? ''}`);
    for (const each of lines) {
      const key = `${page}:${each}`;
      const there = held.get(key) ?? new Set();
      for (const word of words) there.add(word);
      held.set(key, there);
    }
  }
  return text.lines.flatMap((line) => {
    const key = `${line.page}:${line.number}`;
    const words = held.get(key);
    // A line that holds no entry and is none of the others is of an entry above or of nothing.
    // One run of text is its entry's, however it was parted: a cell is passed over beside others.
    if (words === undefined || whole.has(key) || line.segments.length < 2) return [];
    return line.segments
      .filter((segment) =>
        wordsIn(segment.text.replace(NUMBER_OF_A_CLAUSE, '')).some((word) => word.length > 1 && !words.has(word)),
      )
      .map((segment) => ({ line, segment }));
  });
}

/** `13. Premium`, `(iv)`: which clause a cell is, and nothing of the trade. */
export const NUMBER_OF_A_CLAUSE = /^\(?(?:\d{1,2}(?:\.\d{1,2})?[.)]?|(?:[a-z]|[ivx]{1,4})[.)])(?:\s+(?=\p{L})|$)/iu;
