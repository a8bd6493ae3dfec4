import type { MatchStatus } from '@trade-matching/domain';

/** What is sent. Shares in [0, 1]: the first two of the pairs, the other two of the documents. */
export interface Mix {
  /** Pairs whose sides differ in a critical term. */
  readonly mismatch: number;
  /** Pairs whose sides differ within the tolerance. */
  readonly withinTolerance: number;
  /** The bytes of an earlier document once more, under another key. */
  readonly duplicate: number;
  /** Files that must be refused. */
  readonly bad: number;
}

/** What a pair of the mix must come to. */
export type PairStatus = Extract<MatchStatus, 'MATCHED' | 'MATCHED_WITHIN_TOLERANCE' | 'MISMATCHED'>;

/**
 * How many of a share fall between two places, so that over any stretch from the start the share is met exactly,
 * rounded.
 */
export function shareBetween(share: number, from: number, to: number): number {
  return Math.round(share * to) - Math.round(share * from);
}
