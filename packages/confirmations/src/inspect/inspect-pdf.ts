import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib';
import type { Reason, Refusal } from '@trade-matching/domain';
import { findActiveContent } from './active-content.ts';
import { inflatedSize } from './inflated-size.ts';

export interface InspectionLimits {
  /** Bytes of the file. */
  readonly maxFileBytes: number;
  /** Bytes of all its streams, inflated. */
  readonly maxInflatedBytes: number;
  readonly maxPages: number;
}

export const INSPECTION_LIMITS: InspectionLimits = {
  maxFileBytes: 50 * 1024 * 1024,
  maxInflatedBytes: 64 * 1024 * 1024,
  maxPages: 50,
};

export type Inspection =
  | { readonly ok: true; readonly pages: number }
  | { readonly ok: false; readonly refusal: Refusal };

/** Decides whether a file may be opened at all (M1), cheapest question first. Nothing in it is run, rendered or fetched. */
export async function inspectPdf(bytes: Uint8Array, limits: InspectionLimits = INSPECTION_LIMITS): Promise<Inspection> {
  if (bytes.length === 0) return refuse('EMPTY_FILE', 'The file is empty.');
  if (bytes.length > limits.maxFileBytes) {
    return refuse('FILE_TOO_LARGE', `The file has ${bytes.length} bytes; ${limits.maxFileBytes} is the limit.`);
  }
  if (!startsLikePdf(bytes))
    return refuse('NOT_A_PDF', 'The file does not start like a PDF (no %PDF- in its first 1,024 bytes).');
  if (inflatedSize(bytes, limits.maxInflatedBytes).kind === 'beyond') {
    return refuse('TOO_COMPLEX', `The file's compressed streams inflate to over ${limits.maxInflatedBytes} bytes.`);
  }
  const opened = await open(bytes);
  if ('reason' in opened) return { ok: false, refusal: opened };
  const finding = findActiveContent(opened);
  switch (finding?.kind) {
    case 'active-content':
      return refuse('ACTIVE_CONTENT', `The file holds active content: ${finding.what}.`);
    case 'embedded-file':
      return refuse('EMBEDDED_FILE', `The file has another file embedded: ${finding.what}.`);
    case 'too-complex':
      return refuse('TOO_COMPLEX', `The file has ${finding.what}.`);
    case undefined:
      break;
  }
  const pages = pageCount(opened);
  if (pages > limits.maxPages)
    return refuse('TOO_COMPLEX', `The file has ${pages} pages; ${limits.maxPages} is the limit.`);
  return { ok: true, pages };
}

/** `%PDF-` within the first 1,024 bytes, where readers look for it. */
export function startsLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength)).includes('%PDF-');
}

async function open(bytes: Uint8Array): Promise<PDFDocument | Refusal> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) return cannotBeOpened(error);
  }
  // Encrypted against changes alone, a document opens with an empty password, as every reader does it.
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false, password: '' });
  } catch {
    return { reason: 'ENCRYPTED_PDF', message: 'The file needs a password to open.' };
  }
}

function cannotBeOpened(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  return { reason: 'CORRUPT_PDF', message: `The file cannot be opened: ${message}` };
}

// The page tree of a damaged file may be missing; reading the text says what is wrong with it.
function pageCount(document: PDFDocument): number {
  try {
    return document.getPageCount();
  } catch {
    return 0;
  }
}

function refuse(reason: Reason, message: string): Inspection {
  return { ok: false, refusal: { reason, message } };
}
