import type { Extraction, Source } from '@trade-matching/domain';
import { readText, TooComplexError } from '../read/read-text.ts';
import { type ExtractionOptions, extractTrade } from './extract-trade.ts';

/** Reads a PDF that has been inspected: text, then trade. What PDF.js cannot open is a refusal, not an exception. */
export async function readConfirmation(
  bytes: Uint8Array,
  source: Source,
  options: ExtractionOptions = {},
): Promise<Extraction> {
  let text: Awaited<ReturnType<typeof readText>>;
  try {
    text = await readText(bytes);
  } catch (error) {
    return refusalOf(error);
  }
  return extractTrade(text, source, options);
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
