import { type MatchStatus, outcomeOf, type Reason } from '@trade-matching/domain';
import type { PlannedDocument } from '../load/planned-document.ts';
import type { DocumentOutcome, SentDocument, SentPair } from '../run-record.ts';

/**
 * What must become of a document. Of a document and its duplicates, one is processed and the others are duplicates:
 * which one depends on which arrives first.
 */
export type ExpectedOutcome =
  | { readonly kind: 'one-of-its-content' }
  | { readonly kind: 'refused'; readonly status: 'FAILED' | 'QUARANTINED'; readonly reason: Reason };

export function expectedOutcome({ content }: PlannedDocument): ExpectedOutcome {
  if (content.kind !== 'bad') return { kind: 'one-of-its-content' };
  const { reason } = content.sample;
  return { kind: 'refused', status: outcomeOf(reason) === 'QUARANTINE' ? 'QUARANTINED' : 'FAILED', reason };
}

export function isAsExpected(expected: ExpectedOutcome, outcome: DocumentOutcome): boolean {
  return expected.kind === 'refused'
    ? outcome.status === expected.status && outcome.reason === expected.reason
    : outcome.status === 'PROCESSED' || outcome.status === 'DUPLICATE';
}

/** What names a document's bytes: the key of the first document that has them. */
export function contentOf({ key, content }: PlannedDocument): string {
  return content.kind === 'duplicate' ? contentOf(content.of) : key;
}

/** What a pair must come to by what was sent of it. */
export function expectedMatch({ planned, sides }: SentPair): MatchStatus {
  return wasStored(sides.BANK) && wasStored(sides.COUNTERPARTY) ? planned.status : 'UNMATCHED';
}

/** Uploaded, or abandoned although the upload had its effect. */
export function wasStored(document: SentDocument | undefined): boolean {
  return document !== undefined && (document.uploadedAt !== undefined || document.outcome !== undefined);
}
