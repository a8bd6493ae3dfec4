import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { mayHaveAnnotations } from './annotations.ts';
import { withoutDoubled } from './doubled.ts';
import { withoutBrokenWords } from './hyphens.ts';
import { linesOfPage } from './lines.ts';
import type { DocumentMark } from './marks.ts';
import type { Line, PositionedText } from './positioned-text.ts';
import { readPage } from './read-page.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

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

/**
 * Reads the text of a PDF with its positions, as a reader of its pages sees it.
 *
 * @throws {TooComplexError} beyond the limits; PDF.js' own exceptions for what is not a PDF
 */
export async function readText(bytes: Uint8Array, limits: ReadLimits = READ_LIMITS): Promise<PositionedText> {
  const first = await readPages(bytes, limits, MAX_PICTURE);
  // White letters may stand on a picture that was left out: only then is it worth its time.
  const again = first.paperColored && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Image');
  const { text } = again ? await readPages(bytes, limits, -1) : first;
  return text;
}

async function readPages(bytes: Uint8Array, limits: ReadLimits, maxImageSize: number) {
  const document = await open(bytes, maxImageSize);
  try {
    if (document.numPages > limits.maxPages) {
      throw new TooComplexError(`The document has ${document.numPages} pages; ${limits.maxPages} is the limit.`);
    }
    const lines: Line[] = [];
    const struck: Line[] = [];
    const marks: DocumentMark[] = [];
    const annotated = mayHaveAnnotations(bytes);
    let paperColored = false;
    let [runs, hiddenRuns, glyphs, unmapped] = [0, 0, 0, 0];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const read = await readPage(document, page, number, annotated);
      page.cleanup();
      runs += read.runs;
      if (runs > limits.maxRuns) throw new TooComplexError(`The document has over ${limits.maxRuns} runs of text.`);
      [hiddenRuns, glyphs, unmapped] = [hiddenRuns + read.hiddenRuns, glyphs + read.glyphs, unmapped + read.unmapped];
      paperColored ||= read.paperColored;
      marks.push(...read.marks);
      const onPage = linesOfPage(withoutDoubled(read.text), number, read.frame);
      lines.push(...onPage.lines);
      struck.push(...onPage.struck);
    }
    const text: PositionedText = {
      pages: document.numPages,
      lines: withoutBrokenWords(lines),
      struck,
      marks,
      hiddenRuns,
      unmapped: glyphs === 0 ? 0 : unmapped / glyphs,
    };
    return { text, paperColored };
  } finally {
    await document.loadingTask.destroy();
  }
}

/**
 * Opens the document without the library's own `getDocumentProxy`, which looks for the package pdfjs-dist each time: not
 * finding it costs a tenth of reading a page.
 */
async function open(bytes: Uint8Array, maxImageSize: number): Promise<Document> {
  const { getDocument } = await getResolvedPDFJS();
  // PDF.js takes the buffer over, so it gets a copy.
  return getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize,
    verbosity: 0,
  }).promise;
}
