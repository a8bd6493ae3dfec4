import type { Entry } from '../layout/entry.ts';
import { BY_LABEL } from '../parties/labels-of-parties.ts';
import { remembering } from '../remembering.ts';
import { isListedLabel, isWordOfLabels } from '../vocabulary/index.ts';
import { composedInEnglish } from './composed-labels.ts';
import { inEnglish } from './translate.ts';

/** Of the words beside a listed label, such a share are no words of English labels: they say it again in another language. */
const FOREIGN_SHARE = 0.3;
/** Labels in two languages, one above the other, from which on a form is printed so. */
const LEAST_LABELS = 3;
const LONGEST_WORDS = 10;

/**
 * Entries of a form that prints each label in English with another language above or below it, and nothing between:
 * `Premium Payment Date Data de Pagamento do Prémio` is `Premium Payment Date`, and `Agente de cálculo Calculation Agent`
 * is `Calculation Agent`. The other language need not be one that is read.
 */
export function withEnglishLabels(entries: readonly Entry[]): readonly Entry[] {
  const english = entries.map(({ label }) => englishIn(label));
  if (new Set(english.filter((each) => each !== undefined)).size < LEAST_LABELS) return entries;
  return entries.map((entry, i) => (english[i] === undefined ? entry : { ...entry, label: english[i] ?? '' }));
}

const meaning = (text: string): string | undefined => inEnglish(text) ?? composedInEnglish(text);

const englishIn: (printed: string) => string | undefined = remembering((printed) => {
  const label = printed.replace(/\s*:$/, '');
  const words = label.split(/\s+/);
  if (words.length < 2 || words.length > LONGEST_WORDS || /[\d:;/()]/.test(label) || isListedLabel(label))
    return undefined;
  // The longest listed part is the English label.
  for (let count = words.length - 1; count > 0; count--) {
    const [first, last] = [words.slice(0, count), words.slice(-count)];
    if (isListedLabel(first.join(' ')) && isForeign(words.slice(count)) && meaning(label) === undefined)
      return first.join(' ');
    if (isEnglish(last.join(' ')) && isForeign(words.slice(0, -count), true) && /^\p{Lu}/u.test(last[0] ?? ''))
      return last.join(' ');
  }
  return undefined;
});

const isEnglish = (text: string): boolean =>
  isListedLabel(text) || BY_LABEL.some(({ labels }) => labels.test(text.toLowerCase()));

/**
 * Another language begins as a label does, and is known for one, or has words that no English label has. `EUR Fixed Rate` and
 * `Seagull Strike` are English: a word or two before a label say which one it is.
 */
function isForeign(words: readonly string[], isBefore = false): boolean {
  const text = words.join(' ');
  if (!/^\p{Lu}/u.test(text) || isListedLabel(text)) return false;
  if (meaning(text) !== undefined) return true;
  const foreign = words.filter((word) => word.length > 1 && !isWordOfLabels(word));
  return isBefore
    ? foreign.length >= FOREIGN_WORDS && words.length === foreign.length
    : foreign.length >= FOREIGN_SHARE * words.length;
}
const FOREIGN_WORDS = 2;
