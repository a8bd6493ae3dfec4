import type { Entry } from '../layout/entry.ts';
import { remembering } from '../remembering.ts';
import { isListedLabel, isWordOfLabels } from '../vocabulary/index.ts';
import { composedInEnglish } from './composed-labels.ts';
import { inEnglish } from './translate.ts';

const BAR = /\s+\/\s+/;

/** Which half of a label in two languages, `Opslag / Spread`, is the English one: 0 or 1; undefined where it is no such label. */
const englishSide: (label: string) => 0 | 1 | undefined = remembering((label) => {
  const halves = label.replace(/\s*:$/, '').split(BAR);
  const [first = '', second = ''] = halves;
  if (halves.length !== 2 || isListedLabel(first) === isListedLabel(second)) return undefined;
  const [side, other] = isListedLabel(first) ? [0 as const, second] : [1 as const, first];
  return isForeign(other) ? side : undefined;
});

/** Known in another language, or most of its words are none of English labels. */
function isForeign(text: string): boolean {
  if (inEnglish(text) !== undefined || composedInEnglish(text) !== undefined) return true;
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.length > 0 && words.filter((word) => !isWordOfLabels(word)).length * 2 > words.length;
}

const figures = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');
const countWords = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;
/** One language may take a word more to say the same. */
const MORE_WORDS = 1;

/**
 * What a value in two languages says in English, beside a label that is in the same two: `none` of `Geen / none`. A figure that
 * stands once is of both: `+12 basispunten / basis points` is `+12 basis points`. Undefined where the halves do not look alike,
 * so that the other one may say more: another figure, or more words.
 */
export function englishHalf({ label, value }: Pick<Entry, 'label' | 'value'>): string | undefined {
  const side = value.includes('/') ? englishSide(label) : undefined;
  const halves = value.trim().split(BAR);
  if (side === undefined || halves.length !== 2) return undefined;
  const [english = '', foreign = ''] = side === 0 ? halves : halves.toReversed();
  if (english === '' || foreign === '') return undefined;
  if (figures(english) === figures(foreign)) return isAsLong(foreign, english) ? english : withLastClause(side, halves);
  // The figure stands before the bar alone, with nothing but words behind it.
  const [, figure = '', words = ''] = /^(\D*\d[\d.,'’]*\s*(?:%\s*)?)(\D*)$/.exec(foreign) ?? [];
  return side === 1 && !/\d/.test(english) && figure !== '' && isAsLong(words, english)
    ? `${figure.trimEnd()} ${english}`
    : undefined;
}

const isAsLong = (foreign: string, english: string): boolean => countWords(foreign) <= countWords(english) + MORE_WORDS;

/** `Modified Following, angepasst / adjusted`: the last clause alone is in two languages. */
function withLastClause(side: 0 | 1, [first = '', second = '']: readonly string[]): string | undefined {
  const [, before = '', clause = ''] = /^(.*,\s+)([^,]+)$/.exec(first) ?? [];
  if (before === '' || side === 0 || second.includes(',') || /\d/.test(clause)) return undefined;
  return isAsLong(clause, second) ? `${before}${second}` : undefined;
}
