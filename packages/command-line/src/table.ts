import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';

export interface Column {
  readonly head: string;
  /** Share of the width that is left; none: as wide as its longest cell. */
  readonly share?: number;
  readonly align?: 'left' | 'right';
}

const PADDING = 2;

/** A table this many characters wide, cells wrapped. A cell may have lines of its own; colours must not span them. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const widths = columnWidths(columns, rows, width);
  const table = new Table({
    head: columns.map(({ head }) => head),
    colWidths: widths,
    colAligns: columns.map(({ align = 'left' }) => align),
    style: { head: [], border: [], compact: true },
    wordWrap: true,
  });
  for (const row of rows.flatMap((each) => linesOf(each, widths))) {
    table.push(
      row.map((content, index) => {
        const longest = Math.max(0, ...content.split(/\s/).map(visibleLength));
        // A word longer than its column would be cut off at the border.
        return { content, wrapOnWordBoundary: longest <= (widths[index] ?? 0) - PADDING };
      }),
    );
  }
  return table.toString();
}

/**
 * A row whose lines all fit, as rows of one line each: between rows nothing is drawn, so that it looks the same. cli-table3
 * shortens a cell of several lines character by character, at each line that it draws: 50 cases took it 100 ms.
 */
function linesOf(row: readonly string[], widths: readonly number[]): readonly (readonly string[])[] {
  // cli-table3 draws no empty line of a cell that it wraps.
  const cells = row.map((content) => content.split('\n').filter((line) => line !== ''));
  const isFitting = cells.every((lines, index) =>
    lines.every((line) => visibleLength(line) <= (widths[index] ?? 0) - PADDING),
  );
  if (!isFitting) return [row];
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => cells.map((lines) => lines[line] ?? ''));
}

function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const natural = columns.map(({ head }, index) => {
    const lines = [head, ...rows.flatMap((row) => (row[index] ?? '').split('\n'))];
    return Math.max(...lines.map(visibleLength)) + PADDING;
  });
  const shareOf = (index: number) => columns[index]?.share ?? 0;
  const widths = [...natural];
  let sharing = [...columns.keys()].filter((index) => shareOf(index) > 0);
  let left = width - columns.length - 1 - sum(natural.filter((_, index) => !sharing.includes(index)));
  for (;;) {
    const shares = sum(sharing.map(shareOf));
    // A column that needs less than its share leaves the rest to the others.
    const modest = sharing.filter((index) => (natural[index] ?? 0) <= (left * shareOf(index)) / shares);
    if (modest.length === 0) break;
    left -= sum(modest.map((index) => natural[index] ?? 0));
    sharing = sharing.filter((index) => !modest.includes(index));
  }
  const shares = sum(sharing.map(shareOf));
  for (const index of sharing) {
    const least = (columns[index]?.head.length ?? 0) + PADDING;
    widths[index] = Math.max(least, Math.floor((left * shareOf(index)) / shares));
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function visibleLength(text: string): number {
  return stripVTControlCharacters(text).length;
}
