/** Why a document was not processed (F4). A closed list: metrics, metadata and redrive select by these codes. */
export const REASONS = [
  'EMPTY_FILE',
  'FILE_TOO_LARGE',
  'NOT_A_PDF',
  'CORRUPT_PDF',
  'ENCRYPTED_PDF',
  'ACTIVE_CONTENT',
  'EMBEDDED_FILE',
  'TOO_COMPLEX',
  'NO_TEXT',
  'NOT_A_CONFIRMATION',
  'EXTRACTION_INCOMPLETE',
  'MULTIPLE_TRADES',
  'UNKNOWN_SOURCE',
  'SERVICE_REJECTED',
  'DEAD_LETTER',
  'INTERNAL_ERROR',
] as const;

export type Reason = (typeof REASONS)[number];

const QUARANTINED: ReadonlySet<Reason> = new Set<Reason>([
  'NOT_A_PDF',
  'CORRUPT_PDF',
  'ENCRYPTED_PDF',
  'ACTIVE_CONTENT',
  'EMBEDDED_FILE',
  'TOO_COMPLEX',
]);

export function isReason(value: unknown): value is Reason {
  return typeof value === 'string' && (REASONS as readonly string[]).includes(value);
}

/** Where a refused document goes: suspicious or unopenable content to QUARANTINE, the rest to FAILED (F4). */
export function outcomeOf(reason: Reason): 'QUARANTINE' | 'FAILED' {
  return QUARANTINED.has(reason) ? 'QUARANTINE' : 'FAILED';
}

/** A permanent refusal as a value: the code, and a sentence for a person. */
export interface Refusal {
  readonly reason: Reason;
  readonly message: string;
}
