import { PAGE_SIZE, type PlacedText, type StandardFont } from './pdf-writer.ts';

/** Points. */
export const MARGIN = 50;

const FOOT = 60;

export interface TextStyle {
  readonly size: number;
  readonly font: StandardFont;
}

export const BODY: TextStyle = { size: 9, font: 'Helvetica' };
export const HEADING: TextStyle = { size: 10, font: 'Helvetica-Bold' };
export const TITLE: TextStyle = { size: 14, font: 'Helvetica-Bold' };
export const TELEX: TextStyle = { size: 9, font: 'Courier' };

/** A cell of a row: text at a column, wrapped to its width. */
export interface Cell {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly style: TextStyle;
}

/** Lays text down the page, and goes on to the next one where a row does not fit. */
export class PageFlow {
  readonly pages: PlacedText[][] = [[]];
  #y = PAGE_SIZE.height - MARGIN;

  /** One row of cells; it is as high as its longest cell. */
  row(cells: readonly Cell[], gap = 3): void {
    let height = 0;
    const wrapped: { cell: Cell; lines: readonly string[] }[] = [];
    for (const cell of cells) {
      const lines = wrap(cell.text, cell.width, cell.style);
      wrapped.push({ cell, lines });
      height = Math.max(height, lines.length * leading(cell.style));
    }
    if (this.#y - height < FOOT) this.#newPage();
    const page = this.pages[this.pages.length - 1];
    for (const { cell, lines } of wrapped) {
      let y = this.#y - cell.style.size;
      for (const text of lines) {
        page?.push({ text, x: cell.x, y, size: cell.style.size, font: cell.style.font });
        y -= leading(cell.style);
      }
    }
    this.#y -= height + gap;
  }

  /** A row of one cell, as wide as the page. */
  text(text: string, style: TextStyle = BODY, gap = 3): void {
    this.row([{ text, x: MARGIN, width: PAGE_SIZE.width - 2 * MARGIN, style }], gap);
  }

  space(points: number): void {
    this.#y -= points;
  }

  #newPage(): void {
    this.pages.push([]);
    this.#y = PAGE_SIZE.height - MARGIN;
  }
}

const leading = ({ size }: TextStyle) => size + 3;

// Courier's advance is 0.6 em. Helvetica's mean is below 0.56 em in mixed case, and its capitals' below 0.72 em.
const EM: { readonly [F in StandardFont]: number } = { Courier: 0.6, Helvetica: 0.56, 'Helvetica-Bold': 0.62 };
const CAPITALS_EM = 0.72;

function wrap(text: string, width: number, { size, font }: TextStyle): readonly string[] {
  // Text that fits whatever its letters are, which is most of it, is not looked at.
  if (text.length * size * CAPITALS_EM <= width) return [text];
  const em = font !== 'Courier' && text === text.toUpperCase() ? CAPITALS_EM : EM[font];
  const most = Math.max(1, Math.floor(width / (size * em)));
  if (text.length <= most) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
