import { PAGE, type PlacedText, writePdf } from './pdf-writer.ts';

/** A page of lines as they stand; `|` parts cells, each at the next of these places. Points. */
export function plainPage(text: string, columns: readonly number[] = [50, 220, 390]): Uint8Array {
  const placed: PlacedText[] = [];
  let y = PAGE.height - 50;
  for (const line of text.trim().split('\n')) {
    for (const [i, cell] of line.trim().split('|').entries()) {
      if (cell.trim() !== '') placed.push({ text: cell.trim(), x: columns[i] ?? 50, y, size: 9 });
    }
    y -= 13;
  }
  return writePdf([placed]);
}
