import type { PDFPageProxy } from 'pdfjs-dist';
import { around } from './boxes.ts';

/** A word of a page, with its box in points from the top left of the page as it is shown. */
export interface PrintedWord {
  readonly text: string;
  readonly line: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 1, of a word that was read from a picture. */
  readonly confidence?: number;
  /** As another engine reads it in the picture, where the two do not agree. */
  readonly other?: string | undefined;
}

type Piece = Omit<PrintedWord, 'line'>;

/** Of the height of the letters: what is nearer belongs to one word, as figures that are set one by one. */
const JOINED = 0.12;
/** Of the height of the letters, below and above the baseline. */
const BELOW = 0.22;
const ABOVE = 0.78;

/** The words of a page, line by line from the top, each from the left. */
export async function printedWords(page: PDFPageProxy): Promise<PrintedWord[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent();
  const measure = document.createElement('canvas').getContext('2d');
  const pieces: Piece[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform as number[];
    const along = Math.hypot(a, b) || 1;
    const tall = Math.hypot(c, d) || item.height;
    const [dx, dy] = [a / along, b / along];
    const [ux, uy] = [c / tall, d / tall];
    if (measure) measure.font = `100px ${styles[item.fontName]?.fontFamily ?? 'sans-serif'}`;
    const lengthOf = (text: string) => measure?.measureText(text).width ?? text.length;
    const whole = lengthOf(item.str) || 1;
    for (const { 0: text, index } of item.str.matchAll(/\S+/g)) {
      const from = (item.width * lengthOf(item.str.slice(0, index))) / whole;
      const to = (item.width * lengthOf(item.str.slice(0, index + text.length))) / whole;
      const corner = (reach: number, rise: number) =>
        viewport.convertToViewportPoint(e + dx * reach + ux * rise, f + dy * reach + uy * rise) as [number, number];
      const [x1, y1] = corner(from, -BELOW * tall);
      const [x2, y2] = corner(to, ABOVE * tall);
      pieces.push({
        text,
        ...{ x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) },
      });
    }
  }
  return inLines(pieces);
}

/** Puts words into lines, and joins what is printed without a gap. */
export function inLines(pieces: readonly Piece[]): PrintedWord[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && middle(piece) - middle(first) < Math.min(first.height, piece.height) / 2) line.push(piece);
    else lines.push([piece]);
  }
  return lines.flatMap((line, number) => {
    const words: PrintedWord[] = [];
    for (const piece of line.sort((a, b) => a.x - b.x)) {
      const before = words.at(-1);
      const gap = before ? piece.x - (before.x + before.width) : Number.POSITIVE_INFINITY;
      const isJoined = before !== undefined && Math.abs(gap) <= JOINED * piece.height;
      if (isJoined) words.pop();
      words.push(
        isJoined
          ? { ...around([before, piece]), text: before.text + piece.text, line: number }
          : { ...piece, line: number },
      );
    }
    return words;
  });
}

const middle = ({ y, height }: Piece) => y + height / 2;
