import type { Source } from './source.ts';
import type { Box, TradeField } from './trade.ts';

/** A value that a person read from a document where the machine did not (W6). It holds for that document alone. */
export interface Correction {
  readonly source: Source;
  /** SHA-256 of the document. */
  readonly document_hash: string;
  readonly field: string;
  /** As printed. */
  readonly literal: string;
  /** 1-based. */
  readonly page: number;
  readonly box?: Box;
  /** 0 to 1, of a literal whose words were read from a picture; absent where the page has text. */
  readonly confidence?: number;
  /** How the document writes its dates, where the literal is one that reads two ways. */
  readonly slash_order?: 'day-first' | 'month-first';
  /** Whether the text of that page has the literal; absent where nobody looked. */
  readonly in_text?: 'yes' | 'no' | 'no text';
}

/** A correction as its trade keeps it. */
export interface TradeCorrection extends Correction {
  /** Of the event in the trade's case, which says why. */
  readonly event_id: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** These say which trade it is: a document with others is another trade. */
const IDENTIFYING: readonly TradeField[] = [
  ...(['trade_id', 'other_reference', 'uti'] as const),
  ...(['bank_name', 'counterparty_name', 'bank_lei', 'counterparty_lei', 'bank_bic', 'counterparty_bic'] as const),
];

/** Whether a person may correct a field: not what says which trade it is. */
export function isCorrectable(field: TradeField): boolean {
  return !IDENTIFYING.includes(field);
}

/** Corrections of one trade. */
export const MAX_CORRECTIONS = 40;

/** Characters of a corrected literal: a value, not a paragraph. */
export const LONGEST_CORRECTION = 200;
