import type { Entry } from '../layout/entry.ts';
import { remembering } from '../remembering.ts';
import { isListedLabel, isWordOfLabels } from '../vocabulary/index.ts';
import { composedInEnglish } from './composed-labels.ts';
import { inEnglish } from './translate.ts';

/** Of the words behind a listed label, such a share are no words of English labels: they say it again in another language. */
const FOREIGN_SHARE = 0.3;
/** Labels in two languages, one above the other, from which on a form is printed so. */
const LEAST_LABELS = 3;
const LONGEST_WORDS = 10;

/**
 * Entries of a form that prints each label in English and below it in another language, which is none of those that are
 * read: `Premium Payment Date Data de Pagamento do Prémio` is `Premium Payment Date`.
 */
export function withEnglishAbove(entries: readonly Entry[]): readonly Entry[] {
  const english = entries.map(({ label }) => englishAbove(label));
  if (new Set(english.filter((each) => each !== undefined)).size < LEAST_LABELS) return entries;
  return entries.map((entry, i) => (english[i] === undefined ? entry : { ...entry, label: english[i] ?? '' }));
}

const englishAbove: (printed: string) => string | undefined = remembering((printed) => {
  const label = printed.replace(/\s*:$/, '');
  const words = label.split(/\s+/);
  if (words.length < 2 || words.length > LONGEST_WORDS || /[\d.:;/()]/.test(label) || isListedLabel(label))
    return undefined;
  if ((inEnglish(label) ?? composedInEnglish(label)) !== undefined) return undefined;
  for (let count = words.length - 1; count > 0; count--) {
    const english = words.slice(0, count).join(' ');
    if (!isListedLabel(english)) continue;
    const rest = words.slice(count);
    // The other language begins as a label does.
    if (!/^\p{Lu}/u.test(rest[0] ?? '')) return undefined;
    const foreign = rest.filter((word) => word.length > 1 && !isWordOfLabels(word));
    return foreign.length >= FOREIGN_SHARE * rest.length ? english : undefined;
  }
  return undefined;
});
