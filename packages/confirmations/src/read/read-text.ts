import { mayHavePictures, picturesOfPages } from '../scans/pictures-of-pages.ts';
import { mayHaveAnnotations } from './annotations.ts';
import { withoutDoubled } from './doubled.ts';
import { withoutBrokenWords } from './hyphens.ts';
import { linesOfPage } from './lines.ts';
import type { DocumentMark } from './marks.ts';
import { openDocument } from './open-document.ts';
import type { Line, PageFrame, PositionedText } from './positioned-text.ts';
import { type ReadPage, readPage } from './read-page.ts';
import type { TextRun } from './text-run.ts';

export interface ReadLimits {
  readonly maxPages: number;
  readonly maxRuns: number;
}

export const READ_LIMITS: ReadLimits = { maxPages: 50, maxRuns: 400_000 };

/** The document has more pages or runs of text than a confirmation could have. */
export class TooComplexError extends Error {
  override readonly name = 'TooComplexError';
}

/** Larger pictures are not decoded: what counts is where they stand. Pixels. */
const MAX_PICTURE = 500_000;
/** Of a page of text the place of a picture is worth so many. */
const LARGEST_PLACED = 8_000_000;

/** A page that was read as a picture: its text takes the place of what its text layer says. */
export interface ScannedText {
  /** 1-based. */
  readonly number: number;
  readonly runs: readonly TextRun[];
  readonly frame: PageFrame;
}

/** The pages of a document as each is seen. */
export type ReadPages = readonly (ReadPage & { readonly number: number })[];

/**
 * Reads the text of a PDF with its positions, as a reader of its pages sees it.
 *
 * @throws {TooComplexError} beyond the limits; PDF.js' own exceptions for what is not a PDF
 */
export async function readText(bytes: Uint8Array, limits: ReadLimits = READ_LIMITS): Promise<PositionedText> {
  return textOfPages(await readPages(bytes, limits));
}

/**
 * Reads each page of a PDF, whatever lies on it.
 *
 * @throws {TooComplexError} beyond the limits; PDF.js' own exceptions for what is not a PDF
 */
export async function readPages(bytes: Uint8Array, limits: ReadLimits = READ_LIMITS): Promise<ReadPages> {
  const first = await readEachPage(bytes, limits, MAX_PICTURE);
  // White letters may stand on a picture that was left out: only then is it worth its time.
  const paperColored = first.some((page) => page.paperColored);
  const again = paperColored && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Image');
  if (again) return await readEachPage(bytes, limits, -1);
  return (await hasLargePictures(bytes, first)) ? await readEachPage(bytes, limits, LARGEST_PLACED) : first;
}

/** Whether a page of text has a picture that was left out, and whose place has to be known. */
async function hasLargePictures(bytes: Uint8Array, pages: ReadPages): Promise<boolean> {
  if (!mayHavePictures(bytes)) return false;
  const pictures = await picturesOfPages(bytes);
  return pages.some(({ text }, i) => text.length > 0 && (pictures[i]?.largest ?? 0) > MAX_PICTURE);
}

/** The lines of the pages; of those that were read as pictures, what was read there. */
export function textOfPages(pages: ReadPages, scans: readonly ScannedText[] = []): PositionedText {
  const lines: Line[] = [];
  const struck: Line[] = [];
  const marks: DocumentMark[] = [];
  let [hiddenRuns, glyphs, unmapped] = [0, 0, 0];
  for (const page of pages) {
    const scan = scans.find(({ number }) => number === page.number);
    // A page that was read as a picture has its terms from there.
    marks.push(...(scan ? page.marks.filter(({ kind }) => kind !== 'picture') : page.marks));
    if (!scan) {
      [hiddenRuns, glyphs, unmapped] = [hiddenRuns + page.hiddenRuns, glyphs + page.glyphs, unmapped + page.unmapped];
    }
    const onPage = scan
      ? linesOfPage(scan.runs, page.number, scan.frame)
      : linesOfPage(withoutDoubled(page.text), page.number, page.frame);
    lines.push(...onPage.lines);
    struck.push(...onPage.struck);
  }
  return {
    pages: pages.length,
    lines: withoutBrokenWords(lines),
    struck,
    marks,
    hiddenRuns,
    unmapped: glyphs === 0 ? 0 : unmapped / glyphs,
  };
}

async function readEachPage(bytes: Uint8Array, limits: ReadLimits, maxImageSize: number): Promise<ReadPages> {
  const document = await openDocument(bytes, maxImageSize);
  try {
    if (document.numPages > limits.maxPages) {
      throw new TooComplexError(`The document has ${document.numPages} pages; ${limits.maxPages} is the limit.`);
    }
    const annotated = mayHaveAnnotations(bytes);
    const pages: (ReadPage & { readonly number: number })[] = [];
    let runs = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const read = await readPage(document, page, number, annotated);
      page.cleanup();
      runs += read.runs;
      if (runs > limits.maxRuns) throw new TooComplexError(`The document has over ${limits.maxRuns} runs of text.`);
      pages.push({ ...read, number });
    }
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}
