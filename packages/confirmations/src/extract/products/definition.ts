import type { Product, TradeField } from '@trade-matching/domain';
import type { PositionedText } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import type { ReadingContext, ValueReader } from '../values/readers.ts';
import type { Leg, Term } from '../vocabulary/term.ts';

/** What a letter says in a sentence. The first group of the pattern is the value. */
export interface Phrase {
  /** The field that it fills, where nothing else has. */
  readonly gives: TradeField;
  readonly pattern: RegExp;
  readonly read: ValueReader;
}

/** What a product's own reader works on, after the labels were read. */
export interface ProductReading {
  readonly found: FoundFields;
  readonly entries: readonly Entry[];
  readonly context: ReadingContext;
  readonly parties: Parties;
  readonly prose: string;
  /** What a reader of the pages sees, for what no label says. */
  readonly text: PositionedText;
  /** How the document names the product. */
  readonly title: string;
  /** The sentences that are part of no entry. */
  readonly sentences: readonly string[];
}

/** Everything that makes a product (R7). Adding one is a module of this form, its line in `index.ts` and its fields in `domain`. */
export interface ProductDefinition {
  /** What it is called in titles and in fields that name the product. */
  readonly names: readonly RegExp[];
  /** Its labels are those of other products too: a document names it, or is told to be one by `isMeantBy`. */
  readonly alwaysNamed?: boolean;
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
  /** Whether the entries are this product's though the document's name is that of another, wider one. */
  isMeantBy?(named: Product, entries: readonly Entry[]): boolean;
  /** What its forms state otherwise than as a label with its value. */
  read?(reading: ProductReading): void;
}
