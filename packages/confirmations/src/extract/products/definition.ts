import type { TradeField } from '@trade-matching/domain';
import type { ValueReader } from '../values/readers.ts';
import type { Leg, Term } from '../vocabulary/term.ts';

/** What a letter says in a sentence. The first group of the pattern is the value. */
export interface Phrase {
  /** The field that it fills, where nothing else has. */
  readonly gives: TradeField;
  readonly pattern: RegExp;
  readonly read: ValueReader;
}

/** Everything that makes a product (R7). Adding one is a module of this form, its line in `index.ts` and its fields in `domain`. */
export interface ProductDefinition {
  /** What it is called in titles and in fields that name the product. */
  readonly names: readonly RegExp[];
  /** Its labels with their readers, before the common ones. */
  readonly terms: readonly Term[];
  /** What letters say in sentences. */
  readonly phrases: readonly Phrase[];
  /** What its confirmation must state; what is missing is named by an `INCOMPLETE` flag. */
  readonly required: readonly TradeField[];
  /** Who pays each leg. */
  readonly legPayers?: { readonly [L in Leg]?: TradeField };
  /** Two roles of which each party has one. */
  readonly counterparts?: readonly (readonly [TradeField, TradeField])[];
}
