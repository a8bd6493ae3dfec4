import type { ExtractedTrade, Flag, OtherTerm, Trade } from '@trade-matching/domain';

/** One side of a pair: its trade, what its document was flagged for, and what it prints besides. */
export interface Side {
  readonly trade: Trade;
  readonly flags: readonly Flag[];
  /** Absent of a trade that was stored before there were any. */
  readonly other_terms?: readonly OtherTerm[];
  /** The labels and literals of the fields. */
  readonly evidence?: ExtractedTrade['evidence'];
}
