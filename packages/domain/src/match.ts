import type { Flag, TradeField } from './trade.ts';

/** Where a trade stands against the other side's (M5). */
export const MATCH_STATUSES = [
  /** Alleged: the other side's confirmation is not here. */
  'UNMATCHED',
  'MATCHED',
  'MATCHED_WITHIN_TOLERANCE',
  'MISMATCHED',
  /** Ambiguous or flagged: a person decides. */
  'REVIEW',
  'CANCELLED',
] as const;

export type MatchStatus = (typeof MATCH_STATUSES)[number];

/** Which rule put two trades together. `decision`: a person did (W4). */
export const PAIRING_RULES = ['decision', 'reference', 'uti', 'fingerprint'] as const;

export type PairingRule = (typeof PAIRING_RULES)[number];

/** How one field compares: equal, apart but within tolerance, or out of it. */
export type Verdict = 'EQUAL' | 'WITHIN_TOLERANCE' | 'DIFFERENT' | 'NOT_COMPARED';

/** One field on which the two sides are not equal after normalisation. */
export interface Difference {
  readonly field: TradeField | 'product';
  readonly bank?: string;
  readonly counterparty?: string;
  /** The tolerance applied, for a person: `exact`, `1 calendar day`, `0.01 %`, `1 bp`. */
  readonly tolerance: string;
  readonly verdict: Exclude<Verdict, 'EQUAL'>;
  /** By how much, for a person: `1 day`, `0.27 (0.38 %)`. */
  readonly delta?: string;
}

/** One field that either side states, with how each document prints it: what a result says of itself. */
export interface ComparedField {
  readonly field: TradeField | 'product';
  /** Normalised. */
  readonly bank?: string;
  readonly counterparty?: string;
  /** As printed. */
  readonly bank_literal?: string;
  readonly counterparty_literal?: string;
  /** Why a value that is not printed is known. */
  readonly bank_inferred?: string;
  readonly counterparty_inferred?: string;
  /** Of a value that was read from a picture (R12), how sure its reading is: 0 to 1. */
  readonly bank_scan_confidence?: number;
  readonly counterparty_scan_confidence?: number;
  readonly tolerance: string;
  readonly verdict: Verdict;
  readonly delta?: string;
}

/** A term without a field that both documents print and that differs, or that one alone prints (R2). */
export interface OtherTermDifference {
  /** Of `OtherTerm`. */
  readonly key: string;
  /** As the side prints it that states it; the bank's where both do. */
  readonly label: string;
  readonly bank?: string;
  readonly counterparty?: string;
  readonly verdict: 'DIFFERENT' | 'ONE_SIDED';
}

/** What a comparison says of a pair. */
export interface MatchResult {
  readonly status: MatchStatus;
  readonly paired_by?: PairingRule;
  readonly differences: readonly Difference[];
  readonly flags: readonly Flag[];
  /** Terms without a field on which the documents do not agree (R2). */
  readonly other_terms: readonly OtherTermDifference[];
}
