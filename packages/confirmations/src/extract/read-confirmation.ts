import type { Extraction, Source } from '@trade-matching/domain';
import { type ReadPages, readPages, TooComplexError, textOfPages } from '../read/read-text.ts';
import { findScans, mayBeScans } from '../scans/find-scans.ts';
import { type ExtractionOptions, extractTrade } from './extract-trade.ts';

export interface ReadingOptions {
  /**
   * Called with the number of pages that are pictures, before any of them is decoded. What it throws, reading throws: so
   * a reader of text leaves a scan to another.
   */
  readonly onScan?: (pages: number) => void | Promise<void>;
}

/** Reads a PDF that has been inspected: text, then trade. What PDF.js cannot open is a refusal, not an exception. */
export async function readConfirmation(
  bytes: Uint8Array,
  source: Source,
  options: ExtractionOptions = {},
  { onScan }: ReadingOptions = {},
): Promise<Extraction> {
  let pages: ReadPages;
  try {
    pages = await readPages(bytes);
  } catch (error) {
    return refusalOf(error);
  }
  if (mayBeScans(bytes, pages)) {
    const scans = await findScans(bytes, pages);
    if (scans.kind === 'refused') return { outcome: 'refused', refusal: scans.refusal };
    if (scans.pages.length > 0) {
      await onScan?.(scans.pages.length);
      // Loaded for scans alone: it is more code, and slower to load, than all the rest.
      const { readScan } = await import('../scans/scan-session.ts');
      return readScan(bytes, pages, scans.pages, (text) => extractTrade(text, source, options));
    }
  }
  return extractTrade(textOfPages(pages), source, options);
}

function refusalOf(error: unknown): Extraction {
  const { name = '', message = String(error) } = error instanceof Error ? error : {};
  if (error instanceof TooComplexError) return { outcome: 'refused', refusal: { reason: 'TOO_COMPLEX', message } };
  if (error instanceof RangeError) {
    return {
      outcome: 'refused',
      refusal: { reason: 'TOO_COMPLEX', message: `The document is nested too deep: ${message}` },
    };
  }
  if (name === 'PasswordException') {
    return { outcome: 'refused', refusal: { reason: 'ENCRYPTED_PDF', message: 'The document needs a password.' } };
  }
  if (/^(?:InvalidPDF|MissingPDF|Format|UnexpectedResponse|UnknownError|XRef)/.test(name) || /pdf/i.test(message)) {
    return {
      outcome: 'refused',
      refusal: { reason: 'CORRUPT_PDF', message: `The document cannot be opened: ${message}` },
    };
  }
  throw error;
}
