import type { Entry } from '../layout/entry.ts';
import { remembering } from '../remembering.ts';
import { isListedLabel, isWordOfLabels } from '../vocabulary/index.ts';
import { composedInEnglish } from './composed-labels.ts';
import { englishHalf } from './english-half.ts';
import { inEnglish } from './translate.ts';

const BAR = /\s+\/\s+/;
/** Labels in two languages from which on a form is printed so. */
const LEAST_LABELS = 3;

const isRead = (label: string): boolean =>
  isListedLabel(label) ||
  label.split(/\s+/).every(isWordOfLabels) ||
  (inEnglish(label) ?? composedInEnglish(label)) !== undefined;

/** At which place of a label's two halves the one stands that is read, where the other is in a language that is not. */
const placeOfRead: (label: string) => 0 | 1 | undefined = remembering((label) => {
  const [first = '', second = '', ...more] = label.replace(/\s*:$/, '').split(BAR);
  // An element's path, `initialPayment / paymentDate`, is in one language.
  if (second === '' || more.length > 0 || /[\d()]|[a-z][A-Z]/.test(label)) return undefined;
  const [isFirst, isSecond] = [isRead(first), isRead(second)];
  if (isFirst === isSecond) return undefined;
  return isFirst ? 0 : 1;
});

/** Whether a label begins in a language that is not read, and says the same in one that is: `Looptijd / Maturity`. */
export const isForeignFirst = (label: string): boolean => placeOfRead(label) === 1;

const figuresIn = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');
const wordsIn = (text: string): number => (text.match(/\p{L}+/gu) ?? []).length;

/** Whether a text may be another one in a language that is not read: the same figures, and no clause of its own. */
export const isTranslation = (foreign: string, read: string): boolean =>
  wordsIn(foreign) > 0 &&
  wordsIn(read) > 0 &&
  wordsIn(foreign) <= wordsIn(read) + 1 &&
  figuresIn(foreign) === figuresIn(read) &&
  !/[;:()]/.test(foreign);

/**
 * Entries of a form that prints labels and values in two languages, of which one is not read: `Looptijd / Designated
 * maturity: 6 maanden / 6 months` has the value `6 months`. A half with other figures, or with more words, stays.
 */
export function withValuesInOneLanguage(entries: readonly Entry[]): readonly Entry[] {
  const places = entries.map(({ label }) => placeOfRead(label));
  const labels = new Set(entries.flatMap(({ label }, i) => (places[i] === undefined ? [] : [label])));
  if (labels.size < LEAST_LABELS) return entries;
  return entries.map((entry, i) => {
    const english = /[;()]/.test(entry.value) ? undefined : englishHalf(entry);
    if (english !== undefined) return { ...entry, value: english };
    const [place, halves] = [places[i], entry.value.split(BAR)];
    const [read, foreign] = place === undefined || halves.length !== 2 ? [] : [halves[place], halves[1 - place]];
    if (read === undefined || foreign === undefined || /,\s/.test(entry.value)) return entry;
    return isTranslation(foreign, read) ? { ...entry, value: read } : entry;
  });
}
