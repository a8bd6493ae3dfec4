import { LONGEST_CORRECTION, MAX_PAGE_WORDS, type PageWords, type ScannedWord } from '@trade-matching/domain';
import { withoutJunk } from '../inspect/junk.ts';
import { readPages } from '../read/read-text.ts';
import { findScans } from './find-scans.ts';
import { lineFinder } from './line-finder.ts';
import { lineReader } from './line-reader.ts';
import { openRenderer } from './page-renderer.ts';
import { boxOnPage, readSheet, type Sheet } from './read-sheet.ts';
import type { ScanWord } from './scan-word.ts';
import { SecondLook } from './second-look.ts';
import { tesseract } from './tesseract.ts';

const POINTS_AN_INCH = 72;
/** Of a line's height: baselines nearer than this are one. */
const SAME_BASELINE = 0.5;
/** Of a line's height, what letters reach above the baseline and below it. */
const ABOVE = 0.8;
const BELOW = 0.25;

/**
 * The words of a page that is a picture, for a person to point at. Those with figures are read by the second engine as well:
 * a value is read from what the person chose, so what engines differ in is said.
 *
 * @param number 1-based
 * @param onScan called before the page is decoded
 */
export async function wordsOfPage(
  bytes: Uint8Array,
  number: number,
  onScan: (pages: number) => void | Promise<void>,
): Promise<PageWords> {
  const scans = await findScans(bytes, await readPages(bytes));
  if (scans.kind === 'refused') return scans;
  if (!scans.pages.includes(number)) return { kind: 'text' };
  await onScan(1);
  const renderer = await openRenderer(withoutJunk(bytes));
  try {
    const [engine, finder, reader] = [await tesseract(), await lineFinder(), await lineReader()];
    const sheet = await readSheet(renderer, engine, { finder, reader }, number);
    const look = new SecondLook(reader, engine);
    await look.settleIdentifiers(sheet);
    for (const word of sheet.words) if (/\d/.test(word.text)) await look.at(sheet, word);
    const words = inLines(sheet.words).flatMap(({ word, line }) => {
      const text = bounded(textOf(word, look));
      return text === '' ? [] : [{ ...scannedWord(word, sheet, look), text, line }];
    });
    return { kind: 'picture', words: words.slice(0, MAX_PAGE_WORDS) };
  } finally {
    renderer.close();
  }
}

function textOf(word: ScanWord, look: SecondLook): string {
  const seen = look.seen(word);
  return seen?.kind === 'agreed' ? seen.text : word.text;
}

const bounded = (text: string) => text.trim().slice(0, LONGEST_CORRECTION);

function scannedWord(word: ScanWord, sheet: Sheet, look: SecondLook): Omit<ScannedWord, 'text' | 'line'> {
  const { area, baseline, lineHeight } = word;
  const scale = POINTS_AN_INCH / sheet.dpi;
  const [top, bottom] = [baseline - ABOVE * lineHeight, baseline + BELOW * lineHeight];
  const box = {
    ...{ x: area.x * scale, y: top * scale },
    ...{ width: (area.right - area.x) * scale, height: (bottom - top) * scale },
  };
  const seen = look.seen(word);
  const other = seen?.kind === 'disputed' ? bounded(seen.text) : '';
  const confidence = other === '' ? look.confidence(word) : word.confidence;
  return { ...boxOnPage(box, sheet), confidence, ...(other === '' ? {} : { other }) };
}

/** Words from the top of the sheet, each line from the left. */
export function inLines(words: readonly ScanWord[]): { readonly word: ScanWord; readonly line: number }[] {
  const lines: ScanWord[][] = [];
  for (const word of [...words].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    const first = line?.[0];
    const near = SAME_BASELINE * Math.min(word.lineHeight, first?.lineHeight ?? 0);
    if (line && first && word.baseline - first.baseline < near) line.push(word);
    else lines.push([word]);
  }
  return lines.flatMap((line, number) =>
    line.sort((a, b) => a.area.x - b.area.x).map((word) => ({ word, line: number })),
  );
}
