import type { Source, TradeField } from '@trade-matching/domain';
import type { SlashOrder } from './dates.ts';
import { isDoubtful } from './doubts.ts';
import { leftoverOf } from './leftover.ts';
import { plainFigures } from './literal.ts';
import { type DecimalMark, isAmbiguousNumber, type NumberKind } from './numbers.ts';
import { isAbsent } from './terms.ts';

/** What a reader may ask of the document. */
export interface ReadingContext {
  readonly slashOrder: SlashOrder | undefined;
  readonly decimalMark: DecimalMark | undefined;
  readonly party: (text: string) => Source | undefined;
  /** The form gives rates as decimals: 0.0065 is 0.65 %. */
  readonly ratesAreDecimals?: true;
  /** The text is a piece of a sentence, of which it is not known where the value ends: other figures may follow it. */
  readonly inSentence?: true;
}

/** Why a literal that states a field has no value (R4). */
export type UnreadCode = 'UNREAD_VALUE' | 'AMBIGUOUS_NUMBER' | 'IMPOSSIBLE_DATE';

/** What a value says: fields, or that it can be read two ways, or not whole, or nothing. */
export type Reading =
  | {
      readonly kind: 'fields';
      readonly fields: { readonly [F in TradeField]?: string };
      /** What the reader did not use of a rate's literal: a day count, a frequency. */
      readonly rest?: string;
      /** The field whose later values the literal refers to: `USD 60,000,000.00, subject to amortisation`. */
      readonly schedule?: TradeField;
    }
  | {
      readonly kind: 'ambiguous-date';
      readonly field: TradeField;
      readonly dayFirst: string;
      readonly monthFirst: string;
    }
  /** The literal states the field, but no one value can be read from the whole of it. */
  | { readonly kind: 'unread'; readonly field: TradeField; readonly code: UnreadCode; readonly why: string }
  | { readonly kind: 'nothing' };

/** Reads a value from a whole literal. `gives` are the fields that it can give, the one it is asked for first. */
export interface ValueReader {
  (value: string, context: ReadingContext): Reading;
  readonly gives: readonly TradeField[];
}

export const NOTHING: Reading = { kind: 'nothing' };

/** A reader with the fields that it gives. */
export const reader = (
  gives: readonly TradeField[],
  read: (value: string, context: ReadingContext) => Reading,
): ValueReader => Object.assign((value: string, context: ReadingContext) => read(value, context), { gives });

export const fields = (found: { readonly [F in TradeField]?: string | undefined }, rest?: string): Reading => {
  const present = Object.entries(found).filter(([, value]) => value !== undefined && value !== '');
  if (present.length === 0) return NOTHING;
  return { kind: 'fields', fields: Object.fromEntries(present), ...(rest === undefined ? {} : { rest }) };
};

export const unread = (field: TradeField, code: UnreadCode, why: string): Reading => ({
  kind: 'unread',
  field,
  code,
  why,
});

export const WHY = {
  figure: 'it holds a second figure',
  several: 'it gives more than one value, or refers to where they are',
  none: 'no one value can be read from it',
  cut: 'its end is missing',
  sign: 'it is not clear whether it is added or taken off',
  unit: 'it is not clear what it counts',
  amount: 'it is in other units, or in another currency, than its figure says',
  not: 'it says what is not meant, or leaves a choice',
} as const;

/** A value that the rest of its literal takes nothing away from, else none. */
export function whole(
  field: TradeField,
  { inSentence }: ReadingContext,
  rest: string,
  read: () => Reading,
  known: readonly RegExp[] = [],
): Reading {
  const leftover = leftoverOf(rest, known);
  return leftover === 'harmless' || (inSentence && leftover === 'figure')
    ? read()
    : unread(field, 'UNREAD_VALUE', WHY[leftover]);
}

/** Why a literal with figures has no number: it reads two ways, or it is not one number. */
export function unreadNumber(
  field: TradeField,
  value: string,
  kind: NumberKind,
  mark: DecimalMark | undefined,
): Reading {
  if (!/\d/.test(plainFigures(value)) || isAbsent(value)) return NOTHING;
  if (isAmbiguousNumber(value, kind, mark)) {
    return unread(field, 'AMBIGUOUS_NUMBER', 'nothing in the document says which mark parts the decimals');
  }
  return LOOKS_LIKE_NUMBER.test(plainFigures(value)) ? unread(field, 'UNREAD_VALUE', WHY.none) : NOTHING;
}
/** A cell that is mostly figures: a sentence with a number in it is none. */
const LOOKS_LIKE_NUMBER = /^\W*(?:[A-Z]{3}|US\$|plus|minus|ca\.?)?\W*[OIlSB]?\d[\dOIl.,'’\s]*(?:[\s.,]|$|[%A-Za-z])/;

/** A reader of one field from any literal that is not empty. */
export const simple =
  (read: (text: string) => string | undefined) =>
  (field: TradeField): ValueReader =>
    reader([field], (value) => (isAbsent(value) ? NOTHING : certain(field, value, fields({ [field]: read(value) }))));

/** A value that was found by a word, unless the cell makes another one of it. */
export const certain = (field: TradeField, text: string, read: Reading): Reading =>
  read.kind === 'fields' && isDoubtful(field, text) ? unread(field, 'UNREAD_VALUE', WHY.not) : read;
