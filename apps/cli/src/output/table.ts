import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';

export interface Column {
  readonly head: string;
  /** Share of the width that is left; none: as wide as its longest cell. */
  readonly share?: number;
  readonly align?: 'left' | 'right';
}

const BORDER_AND_PADDING = 3;
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
  for (const row of rows) {
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

function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const natural = columns.map(({ head }, index) => {
    const lines = [head, ...rows.flatMap((row) => (row[index] ?? '').split('\n'))];
    return Math.max(...lines.map(visibleLength)) + PADDING;
  });
  const fixed = columns.reduce((sum, { share }, index) => sum + (share ? 0 : (natural[index] ?? 0)), 0);
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  const left = Math.max(0, width - fixed - (columns.length * BORDER_AND_PADDING - columns.length * PADDING) - 1);
  return columns.map(({ head, share }, index) => {
    const own = natural[index] ?? 0;
    if (!share) return own;
    return Math.min(own, Math.max(head.length + PADDING, Math.floor((left * share) / shares)));
  });
}

function visibleLength(text: string): number {
  return stripVTControlCharacters(text).length;
}
