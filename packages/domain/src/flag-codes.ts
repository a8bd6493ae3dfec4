/** What a reader of a document or a pair may have to know. */
export const FLAG_CODES = [
  /** A document contradicts itself: the maturity by its label and by its tenor or its last payments. */
  'MATURITY_DATE_MISMATCH',
  /** Two places in one document give one field different values. */
  'CONTRADICTION',
  /** 03/04/2025 and nothing in the document says which is the month. */
  'AMBIGUOUS_DATE',
  /** Neither the names nor the source say which party is the bank, or who pays what. */
  'AMBIGUOUS_PARTY',
  /** A number that can be read two ways, 1.234 or 1,234. */
  'AMBIGUOUS_NUMBER',
  /** The check digits of an LEI fail (ISO 17442, mod 97). */
  'INVALID_LEI',
  /** Text that a reader would not see was left out: white, invisible, tiny or off the page. */
  'HIDDEN_TEXT',
  /** Glyphs without a usable mapping to characters. */
  'LOW_CONFIDENCE_TEXT',
  /** Of a pair: one document states a critical term, the other does not. */
  'ONE_SIDED_TERM',
  /** A field was not read by the rules: computed from others, or pointed out by a model. */
  'INFERRED_VALUE',
  /** The product needs fields that the document does not state (R3). The message names them. */
  'INCOMPLETE',
  /** A term's literal could not be read whole, so it has no value (R4). The message quotes it. */
  'UNREAD_VALUE',
  /** An unknown label whose value fits one open field alone. */
  'UNSURE_VALUE',
  /** The document names no product: its terms are those of one. */
  'UNSURE_PRODUCT',
  /** A date that the calendar does not have. */
  'IMPOSSIBLE_DATE',
  /** Text is struck through or painted over, or annotations change what the page says (R5). */
  'MARKED_UP',
  /** A stamp or watermark calls the document superseded, void, a draft, a specimen, cancelled or a copy (R5). */
  'STAMPED',
  /** Of a pair: a term without a field differs, or one document alone states it (R2). */
  'OTHER_TERM',
  /** Of a pair: names that differ by their legal form alone. */
  'LEGAL_FORM',
  /** A reference is that of another document but for its separators or its case: whether they are one trade is not sure. */
  'SIMILAR_REFERENCE',
  /** A value, term or flag is longer, or more, than is kept (`LONGEST`). The message names and quotes it. */
  'LEFT_OUT',
  /** A person read the field from the document (W6). The message says who, where, and what it was before. */
  'CORRECTED',
  /** A correction was of the document before; it does not hold for this one. */
  'CORRECTION_ENDED',
  /** Pages were read from pictures (R12). The message names them. */
  'SCANNED',
  /** Of a scan: engines read a value differently, or none is sure of it; it is left out. The message quotes it. */
  'UNSURE_SCAN',
  /** The page shows a value otherwise than its text says it, or shows nothing readable there. The message quotes both. */
  'SEEN_OTHERWISE',
] as const;

export type FlagCode = (typeof FLAG_CODES)[number];
