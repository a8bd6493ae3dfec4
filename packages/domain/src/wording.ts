import type { Source } from './source.ts';
import type { Product, TradeField } from './trade.ts';

/**
 * A label that people said states a field, where the reader did not know it (R11). Proposed by one person from a document,
 * in force when another accepts it.
 */
export interface Wording {
  /** The proposer's: sent again after a lost answer, it is one wording. */
  readonly wording_id: string;
  /** As printed. */
  readonly label: string;
  /** The label normalised, as `OtherTerm.key`. */
  readonly key: string;
  readonly field: TradeField;
  readonly product: Product;
  /** Whose documents it is for; absent: everybody's. */
  readonly counterparty?: string;
  readonly proposed_by: string;
  /** ISO 8601, UTC. */
  readonly proposed_at: string;
  readonly comment: string;
  /** From which it was proposed. */
  readonly document: { readonly source: Source; readonly s3_key: string; readonly document_hash: string };
  readonly decided?: {
    readonly what: 'ACCEPTED' | 'REFUSED';
    readonly by: string;
    readonly at: string;
    readonly comment: string;
  };
}

/** What the reader needs of an accepted one. */
export type AcceptedWording = Pick<Wording, 'wording_id' | 'label' | 'key' | 'field' | 'product' | 'counterparty'>;

/** In force at one time: each is looked for in every document, and all stand in one item. */
export const MAX_WORDINGS = 200;
