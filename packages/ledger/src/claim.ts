import type { LedgerRecord, Source } from '@trade-matching/domain';

/** What is claimed: one content under one key, in the version that was notified. */
export interface ClaimedDocument {
  readonly source: Source | 'UNKNOWN';
  readonly key: string;
  readonly versionId?: string;
  readonly etag: string;
  /** Padded, so that two of one key compare as text. */
  readonly sequencer: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal; absent where the bytes are not read. */
  readonly hash?: string;
}

/** The right to process a content until the lease ends. Every later write is conditional on it. */
export interface Claim {
  readonly pk: string;
  readonly owner: string;
  readonly attempts: number;
  /** Where the content stands that was refused before and is uploaded again under the same key. */
  readonly refusedAs?: string;
}

export type ClaimResult =
  | { readonly kind: 'claimed'; readonly claim: Claim }
  /** Somebody else holds the lease: come again when it has ended. */
  | { readonly kind: 'held'; readonly until: string }
  /** This document has its outcome; the move may have been cut off. */
  | { readonly kind: 'settled'; readonly record: LedgerRecord }
  /** The same bytes were processed under another key. */
  | { readonly kind: 'duplicate'; readonly record: LedgerRecord };

/**
 * What a claim that was not given means, from the record that stood in its way.
 *
 * ```
 *                claim                    outcome
 *   (absent) ───────────▶ IN_PROGRESS ───────────────▶ PROCESSED | FAILED | QUARANTINED
 *                          │    ▲ lease ended: taken over        │
 *                          └────┘        redriven: claimed again ┘  (not PROCESSED: that is final for these bytes)
 * ```
 *
 * A refused content is claimed again by a later upload of it, which is how a redrive works; a repeated delivery of the
 * upload that was refused is not later, so it only finishes the move.
 */
export function readRefusedClaim(
  record: LedgerRecord,
  document: ClaimedDocument,
  now: string,
): Exclude<ClaimResult, { kind: 'claimed' }> | { readonly kind: 'take-over' } {
  switch (record.status) {
    case 'IN_PROGRESS':
      return record.lease_until !== undefined && record.lease_until > now
        ? { kind: 'held', until: record.lease_until }
        : { kind: 'take-over' };
    case 'PROCESSED':
      return record.key === document.key ? { kind: 'settled', record } : { kind: 'duplicate', record };
    case 'FAILED':
    case 'QUARANTINED':
      return record.key === document.key && record.sequencer >= document.sequencer
        ? { kind: 'settled', record }
        : { kind: 'take-over' };
    case 'DUPLICATE':
      throw new Error(`The ledger's item ${record.pk} is a duplicate without an original.`);
  }
}
