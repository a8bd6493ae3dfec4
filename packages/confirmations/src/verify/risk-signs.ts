import type { PaintSign } from '../read/paint/signs.ts';
import type { ReadPages } from '../read/read-text.ts';
import type { TextRun } from '../read/text-run.ts';
import { mayHavePictures, picturesOfPages } from '../scans/pictures-of-pages.ts';
import { mayMapGlyphs, pagesWithLyingFonts } from './font-signs.ts';

/**
 * Why a page may show something else than its text says: by how it is painted, or
 * - `hidden`: text is left out that nobody would see;
 * - `struck`: text is struck or crossed out, or annotated;
 * - `overlapping`: figures are printed over one another;
 * - `picture`: a picture too large to be decoded, which may lie anywhere;
 * - `font`: a font says that its glyphs are other characters than it names them.
 */
export type RiskSign = PaintSign | 'hidden' | 'struck' | 'overlapping' | 'picture' | 'font';

/** The signs of each page that has any, by its number. */
export type RiskSigns = ReadonlyMap<number, readonly RiskSign[]>;

/** Larger pictures are not painted as pages are read. Points. */
const UNPAINTED_PICTURE = 500_000;
/** Of its font size, by how much one run may reach into the next. */
const OVERLAP = 0.25;
const MARKS: ReadonlySet<string> = new Set(['struck', 'crossed', 'annotation']);

/** Finds the pages whose text may lie. The file itself is opened only where it has fonts or pictures that can. */
export async function riskSigns(bytes: Uint8Array, pages: ReadPages): Promise<RiskSigns> {
  const signs = new Map<number, RiskSign[]>();
  const add = (page: number, sign: RiskSign) => signs.set(page, [...(signs.get(page) ?? []), sign]);
  for (const page of pages) {
    for (const sign of page.signs) add(page.number, sign);
    if (page.hiddenRuns > 0) add(page.number, 'hidden');
    if (page.marks.some(({ kind }) => MARKS.has(kind))) add(page.number, 'struck');
    if (hasOverlap(page.text)) add(page.number, 'overlapping');
  }
  if (mayHavePictures(bytes)) {
    for (const [index, { largest }] of (await picturesOfPages(bytes)).entries()) {
      if (largest > UNPAINTED_PICTURE) add(index + 1, 'picture');
    }
  }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mayMapGlyphs(file)) for (const number of await pagesWithLyingFonts(bytes)) add(number, 'font');
  return signs;
}

/** Whether a run with figures reaches into the next one on its line, which says something else. */
function hasOverlap(runs: readonly TextRun[]): boolean {
  const figures = runs.filter(({ text }) => /\d/.test(text)).sort((a, b) => a.y - b.y || a.x - b.x);
  return figures.some((run, i) => {
    for (let k = i + 1; k < figures.length; k++) {
      const other = figures[k];
      if (!other || other.y - run.y > OVERLAP * run.height) return false;
      const shared = Math.min(run.x + run.width, other.x + other.width) - Math.max(run.x, other.x);
      if (shared > OVERLAP * run.height && run.text !== other.text) return true;
    }
    return false;
  });
}
