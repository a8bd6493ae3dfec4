import type { LedgerRecord, Reason } from '@trade-matching/domain';

/** Why a document was refused, for a person: what is so, and what helps. The list is closed (F4). */
export const REASON_TEXTS: Readonly<Record<Reason, string>> = {
  EMPTY_FILE: 'The file has no bytes. Ask for it again.',
  FILE_TOO_LARGE: 'The file is larger than 50 MB. Ask for the confirmation alone.',
  NOT_A_PDF: 'The file is not a PDF, whatever its name says. Ask for a PDF.',
  CORRUPT_PDF: 'The PDF is damaged and cannot be opened. Ask for it again.',
  ENCRYPTED_PDF: 'The PDF takes a password. Ask for a copy without one.',
  ACTIVE_CONTENT: 'The PDF contains scripts or actions. It is kept apart. Ask for a plain copy.',
  EMBEDDED_FILE: 'The PDF contains other files. It is kept apart. Ask for a copy without attachments.',
  TOO_COMPLEX: 'The PDF takes too much time or memory to read. It is kept apart. Ask for a simpler copy.',
  NO_TEXT: 'The PDF has no text, and nothing can be read in its pictures. Ask for the original.',
  NOT_A_CONFIRMATION: 'The document does not read as a trade confirmation. Check that it is one.',
  EXTRACTION_INCOMPLETE: 'Terms that a confirmation must state were not found. Check the document.',
  MULTIPLE_TRADES: 'The document confirms several trades. Ask for one document a trade.',
  UNKNOWN_SOURCE: 'The file was uploaded under neither BANK/ nor COUNTERPARTY/. Upload it again in its place.',
  SERVICE_REJECTED: 'The matching service did not take the request. Tell who runs the system.',
  DEAD_LETTER: 'The document could not be processed in five attempts. Redrive it once the cause is fixed.',
  INTERNAL_ERROR: 'Something failed in the system, not in the document. Redrive it.',
};

const NO_CAUSE = 'The document could not be read.';

/** A letter that asks for a new copy. It says what was wrong with the file, and nothing else of ours. */
export function newCopyLetter({ key, reason }: Pick<LedgerRecord, 'key' | 'reason'>): string {
  const name = key.slice(key.lastIndexOf('/') + 1).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
  const [cause = NO_CAUSE] = (reason === undefined ? NO_CAUSE : REASON_TEXTS[reason]).split(/(?<=\.) /);
  return [
    `Subject: Please send again: ${name}`,
    '',
    `We received your file ${name} and could not process it.`,
    cause,
    '',
    'Please send the confirmation again as a PDF with text, without a password, attachments or scripts.',
  ].join('\n');
}
