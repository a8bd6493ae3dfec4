import type { Extraction, Source } from '@trade-matching/domain';
import type { PositionedText } from '../read/positioned-text.ts';
import { type ReadPages, readPages, TooComplexError, textOfPages } from '../read/read-text.ts';
import { findScans, mayBeScans } from '../scans/find-scans.ts';
import { riskSigns } from '../verify/risk-signs.ts';
import { unseenFlag, valuesOn, whyUnseen, withFlags } from '../verify/values-on-pages.ts';
import type { VerifyMode } from '../verify/verify-mode.ts';
import { type ExtractionOptions, extractTrade } from './extract-trade.ts';

export interface ReadingOptions {
  /**
   * Called with the number of pages that are pictures, or have to be looked at as such, before any of them is decoded.
   * What it throws, reading throws: so a reader of text leaves them to another.
   */
  readonly onScan?: (pages: number) => void | Promise<void>;
  /** When what pages show is compared with what their text says; `on-risk` by default. */
  readonly verify?: VerifyMode;
}

/** Reads a PDF that has been inspected: text, then trade. What PDF.js cannot open is a refusal, not an exception. */
export async function readConfirmation(
  bytes: Uint8Array,
  source: Source,
  options: ExtractionOptions = {},
  { onScan, verify = 'on-risk' }: ReadingOptions = {},
): Promise<Extraction> {
  let pages: ReadPages;
  try {
    pages = await readPages(bytes);
  } catch (error) {
    return refusalOf(error);
  }
  const extract = (text: PositionedText) => extractTrade(text, source, options);
  let scanned: readonly number[] = [];
  if (mayBeScans(bytes, pages)) {
    const scans = await findScans(bytes, pages);
    if (scans.kind === 'refused') return { outcome: 'refused', refusal: scans.refusal };
    scanned = scans.pages;
  }
  if (scanned.length === 0) return verified(bytes, pages, [], extract(textOfPages(pages)), { onScan, verify });
  await onScan?.(scanned.length);
  // Loaded for scans alone: it is more code, and slower to load, than all the rest.
  const { readScan } = await import('../scans/scan-session.ts');
  return verified(bytes, pages, scanned, await readScan(bytes, pages, scanned, extract), { onScan, verify });
}

/** What was read from the text of pages, compared with what they show where that may be something else. */
async function verified(
  bytes: Uint8Array,
  pages: ReadPages,
  scanned: readonly number[],
  extraction: Extraction,
  { onScan, verify }: { readonly onScan: ReadingOptions['onScan'] | undefined; readonly verify: VerifyMode },
): Promise<Extraction> {
  if (verify === 'off' || extraction.outcome === 'refused') return extraction;
  const signs = await riskSigns(bytes, pages);
  const looked = pages.map(({ number }) => number).filter((number) => !scanned.includes(number));
  const values = valuesOn(extraction, new Set(verify === 'always' ? looked : looked.filter((page) => signs.has(page))));
  if (values.length === 0) return extraction;
  await onScan?.(new Set(values.map(({ evidence }) => evidence.page)).size);
  const unseen = await whyUnseen(bytes, values);
  if (unseen !== undefined) return withFlags(extraction, [unseenFlag(unseen)]);
  const { verifyValues } = await import('../verify/verify-values.ts');
  return withFlags(extraction, await verifyValues(bytes, pages, values, signs));
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
