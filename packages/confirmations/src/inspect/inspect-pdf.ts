import { type PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import type { Reason, Refusal } from '@trade-matching/domain';
import { findActiveContent } from './active-content.ts';
import { expandedSize } from './expansion.ts';
import type { Finding } from './finding.ts';
import { inflatedSize, statedFilters } from './inflated-size.ts';
import { holdsAnotherPdf } from './joined-files.ts';
import { findingInBytes } from './names-in-bytes.ts';
import { objectsBeyondLimit } from './object-limits.ts';
import { openPdf } from './open-pdf.ts';
import { startsLikeAnother } from './other-formats.ts';
import { walkPages } from './page-tree.ts';
import { findUnpaintable } from './painting.ts';

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
  const other = startsLikeAnother(bytes);
  if (other) return refuse('NOT_A_PDF', `The file starts like ${other}, with a PDF behind that.`);
  if (holdsAnotherPdf(bytes)) {
    return refuse(
      'MULTIPLE_TRADES',
      'The file is several PDFs joined into one, of which readers show one. Upload one a file.',
    );
  }
  const beyond = objectsBeyondLimit(bytes);
  if (beyond) return refuse('TOO_COMPLEX', `The file has ${beyond}.`);
  if (inflatedSize(bytes, limits.maxInflatedBytes).kind === 'beyond') {
    return refuse('TOO_COMPLEX', `The file's compressed streams inflate to over ${limits.maxInflatedBytes} bytes.`);
  }
  const opened = await openPdf(bytes);
  if ('reason' in opened) return { ok: false, refusal: opened };
  if (opened.encrypted && decryptedSize(opened.document, limits.maxInflatedBytes) > limits.maxInflatedBytes) {
    return refuse('TOO_COMPLEX', `The file's decrypted streams inflate to over ${limits.maxInflatedBytes} bytes.`);
  }
  const { maxInflatedBytes } = limits;
  const refused =
    refusalFor(findActiveContent(opened, maxInflatedBytes)) ??
    refusalFor(findingInBytes(bytes, maxInflatedBytes, opened.encrypted));
  if (refused) return refused;
  const tree = walkPages(opened.document, limits.maxPages);
  switch (tree.kind) {
    case 'broken':
      return refuse('CORRUPT_PDF', `The file has ${tree.what}.`);
    case 'too-deep':
      return refuse('TOO_COMPLEX', 'The pages of the file are nested too deep.');
    case 'pages':
      break;
  }
  const { pages } = tree;
  if (pages.length > limits.maxPages) {
    return refuse('TOO_COMPLEX', `The file has over ${limits.maxPages} pages, which is the limit.`);
  }
  return refusalFor(findUnpaintable(pages)) ?? { ok: true, pages: pages.length };
}

function refusalFor(finding: Finding | undefined): Inspection | undefined {
  switch (finding?.kind) {
    case 'active-content':
      return refuse('ACTIVE_CONTENT', `The file holds active content: ${finding.what}.`);
    case 'embedded-file':
      return refuse('EMBEDDED_FILE', `The file has another file embedded: ${finding.what}.`);
    case 'unreadable':
      return refuse('CORRUPT_PDF', `The file has ${finding.what}.`);
    case 'too-complex':
      return refuse('TOO_COMPLEX', `The file has ${finding.what}.`);
    case undefined:
      return undefined;
  }
}

/** What the streams of an encrypted file come to: only after it is open can they be looked at. */
function decryptedSize(document: PDFDocument, budget: number): number {
  let total = 0;
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const { contents, dict } = object;
    const data = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
    total += expandedSize(data, statedFilters(dict.toString()), budget - total) ?? Number.POSITIVE_INFINITY;
    if (total > budget) break;
  }
  return total;
}

/** `%PDF-` within the first 1,024 bytes, where readers look for it. */
export function startsLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength)).includes('%PDF-');
}

function refuse(reason: Reason, message: string): Inspection {
  return { ok: false, refusal: { reason, message } };
}
