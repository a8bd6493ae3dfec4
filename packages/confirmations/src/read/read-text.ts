import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { runsOfFields } from './form-fields.ts';
import { linesOfPage, type TextRun } from './lines.ts';
import { mayHideText } from './may-hide-text.ts';
import type { Line, PositionedText } from './positioned-text.ts';
import { uprightPage } from './upright.ts';
import { type PaintedRun, paintedRuns } from './visible-runs.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

export interface ReadLimits {
  readonly maxPages: number;
  readonly maxRuns: number;
}

export const READ_LIMITS: ReadLimits = { maxPages: 50, maxRuns: 200_000 };

/** The document has more pages or runs of text than a confirmation could have. */
export class TooComplexError extends Error {
  override readonly name = 'TooComplexError';
}

/** Text smaller than this is not for readers; the smallest print of real confirmations is 5 points. */
const SMALLEST_POINTS = 2;

/**
 * Reads the text of a PDF with its positions.
 *
 * @throws {TooComplexError} beyond the limits; PDF.js' own exceptions for what is not a PDF
 */
export async function readText(bytes: Uint8Array, limits: ReadLimits = READ_LIMITS): Promise<PositionedText> {
  const document = await open(bytes);
  try {
    if (document.numPages > limits.maxPages) {
      throw new TooComplexError(`The document has ${document.numPages} pages; ${limits.maxPages} is the limit.`);
    }
    const lines: Line[] = [];
    const painted = mayHideText(bytes);
    const hasFields = (await document.getFieldObjects()) !== null;
    let [runs, hiddenRuns, glyphs, unmapped] = [0, 0, 0, 0];
    for (let pageNumber = 1; pageNumber <= document.numPages; pageNumber++) {
      const page = await document.getPage(pageNumber);
      const { box, place } = await uprightPage(page);
      const visible: TextRun[] = [];
      const printed = painted ? await runsAsPainted(document, page) : await runsOfText(page);
      for (const unplaced of hasFields ? [...printed, ...(await runsOfFields(page))] : printed) {
        const run = place(unplaced);
        if (++runs > limits.maxRuns) throw new TooComplexError(`The document has over ${limits.maxRuns} runs of text.`);
        glyphs += run.text.length;
        unmapped += countUnmapped(run.text);
        const onPage = run.x < box.right && run.x + run.width > box.x && run.y > box.y && run.y < box.top;
        if (run.hidden || !onPage || run.height < SMALLEST_POINTS) hiddenRuns++;
        else visible.push({ ...run, text: plainHyphens(run.text), x: run.x - box.x, y: box.top - run.y });
      }
      lines.push(...linesOfPage(visible, pageNumber));
      page.cleanup();
    }
    return { pages: document.numPages, lines, hiddenRuns, unmapped: glyphs === 0 ? 0 : unmapped / glyphs };
  } finally {
    await document.loadingTask.destroy();
  }
}

/**
 * Opens the document without the library's own `getDocumentProxy`, which looks for the package pdfjs-dist each time: not
 * finding it costs a tenth of reading a page.
 */
async function open(bytes: Uint8Array): Promise<Document> {
  const { getDocument } = await getResolvedPDFJS();
  // PDF.js takes the buffer over, so it gets a copy.
  return getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
}

// Some fonts draw a hyphen as a minus sign or keep words together by it: a reference is the same by either.
function plainHyphens(text: string): string {
  return text.replace(/[\u2010\u2011\u2212]/g, '-').replace(/\u00ad/g, '');
}

async function runsOfText(page: Page): Promise<PaintedRun[]> {
  const { items } = await page.getTextContent({ disableNormalization: false });
  const runs: PaintedRun[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    runs.push({ text: item.str, x, y, width: item.width, height: item.height || Math.hypot(a, b), hidden: false });
  }
  return runs;
}

async function runsAsPainted(document: Document, page: Page): Promise<PaintedRun[]> {
  const layers = await document.getOptionalContentConfig();
  return paintedRuns(page, (properties) => layers.isVisible(properties as Parameters<typeof layers.isVisible>[0]));
}

// Private use, replacement and control characters: what a font without a usable mapping gives.
function countUnmapped(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) count++;
  }
  return count;
}
