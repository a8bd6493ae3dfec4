import type { FieldKind } from '@trade-matching/domain';

const IN_WORDS: ReadonlySet<FieldKind> = new Set(['text', 'party-name', 'index']);

/** `0il`, `Nor1and`, `Bril1`: a figure where a word has a letter. `EURIBOR01` and `3M` have theirs rightly. */
const FIGURE_IN_WORD = /(?<![\p{L}\d])[01]\p{L}{2}|\p{L}[01]\p{L}|\p{Ll}{2}[01](?!\d)/u;
/** `BrentCrude`: two words without the space between them. */
const RUN_TOGETHER = /\p{Ll}{2}\p{Lu}\p{Ll}{2}/u;

/** `5.000,000`: thousands by one mark and by another. Only a price has three decimals, and hardly thousands as well. */
export function hasBothMarks(literal: string): boolean {
  return /\d\.\d{3},\d{3}(?!\d)|\d,\d{3}\.\d{3}(?!\d)/.test(literal);
}

/**
 * What makes a scanned text doubtful on which both engines agree: a letter and the figure of its shape, and a narrow space, look
 * alike to both. Nothing is corrected. Undefined where nothing does.
 */
export function whyUnlikely(kind: FieldKind, value: string, literal = ''): string | undefined {
  if (hasBothMarks(literal)) return 'a figure has two kinds of marks';
  if (!IN_WORDS.has(kind)) return undefined;
  if (FIGURE_IN_WORD.test(value)) return 'a figure stands in a word';
  return RUN_TOGETHER.test(value) ? 'two words may stand together' : undefined;
}
