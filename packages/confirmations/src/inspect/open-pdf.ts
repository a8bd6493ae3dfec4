import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import type { Refusal } from '@trade-matching/domain';
import { withoutJunk } from './junk.ts';

/** A document whose objects are read, decrypted where they were not. */
export interface OpenedPdf {
  readonly document: PDFDocument;
  readonly encrypted: boolean;
}

/** Opens a PDF with no password, or with an empty one; or says why it cannot be. */
export async function openPdf(file: Uint8Array): Promise<OpenedPdf | Refusal> {
  const bytes = withoutJunk(file);
  // By default the parser rests for a millisecond after each hundred objects, for the sake of a page that it shares.
  const parseSpeed = ParseSpeeds.Fastest;
  const options = { updateMetadata: false, throwOnInvalidObject: false, parseSpeed } as const;
  try {
    return { document: await PDFDocument.load(bytes, options), encrypted: false };
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) return cannotBeOpened(error, bytes);
  }
  // Encrypted against changes alone, a document opens with an empty password, as every reader does it.
  try {
    return { document: await PDFDocument.load(bytes, { ...options, password: '' }), encrypted: true };
  } catch {
    return { reason: 'ENCRYPTED_PDF', message: 'The file needs a password to open.' };
  }
}

function cannotBeOpened(error: unknown, bytes: Uint8Array): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  // The parser's own stack: dictionaries or arrays nested by the ten thousand.
  if (error instanceof RangeError) return { reason: 'TOO_COMPLEX', message: `The file is nested too deep: ${message}` };
  const encrypted = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(Buffer.from(bytes.subarray(-4096)).toString('latin1'));
  if (encrypted) return { reason: 'ENCRYPTED_PDF', message: `The file is encrypted and cannot be opened: ${message}` };
  return { reason: 'CORRUPT_PDF', message: `The file cannot be opened: ${message}` };
}
