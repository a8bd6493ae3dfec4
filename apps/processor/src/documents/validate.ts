import {
  hasPdfSuffix,
  type ObjectCreated,
  parseIncomingKey,
  type Refusal,
  startsLikePdf,
} from '@trade-matching/domain';

/** P4. */
export const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;

/** What can be said from the event alone, before any download (P4). */
export function refusalFromEvent({ key, size }: ObjectCreated): Refusal | undefined {
  if (parseIncomingKey(key) === undefined) {
    return { reason: 'UNKNOWN_SOURCE', message: 'The key begins with neither BANK/ nor COUNTERPARTY/.' };
  }
  if (size === 0) return { reason: 'EMPTY_FILE', message: 'The file is empty.' };
  if (size > MAX_DOCUMENT_BYTES) {
    return { reason: 'FILE_TOO_LARGE', message: `The file has ${size} bytes; ${MAX_DOCUMENT_BYTES} are allowed.` };
  }
  if (!hasPdfSuffix(key)) return { reason: 'NOT_A_PDF', message: "The file's name does not end in .pdf." };
  return undefined;
}

/** What the first bytes say. */
export function refusalFromStart(start: Uint8Array): Refusal | undefined {
  if (startsLikePdf(start)) return undefined;
  return { reason: 'NOT_A_PDF', message: 'The file does not start like a PDF (no %PDF- in its first 1,024 bytes).' };
}
