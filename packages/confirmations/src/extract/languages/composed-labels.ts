import { normaliseLabel } from '../labels.ts';
import { remembering } from '../remembering.ts';
import { labelOfWords } from '../vocabulary/index.ts';
import { saidOtherwise } from '../vocabulary/said-otherwise.ts';
import { BINDING_WORDS, WORDS_OF_LABELS } from './words.ts';

const LONGEST_LABEL = 60;
const MOST_WORDS = 6;
/** A longer phrase of the list has three words. */
const LONGEST_PHRASE = 3;
/** Readings of a label's words that are tried at most. */
const MOST_READINGS = 64;

const ENGLISH_OF: ReadonlyMap<string, readonly string[]> = new Map(
  WORDS_OF_LABELS.trim()
    .split('\n')
    .flatMap((line) => {
      const [words = '', english = ''] = line.split(' = ');
      return words.split(' | ').map((word) => [word.trim(), english.split(' | ').map((each) => each.trim())] as const);
    }),
);

/** What joins the parts of a German compound. */
const LINKS = ['', 's', 'n', 'en', 'es', 'e'];
const SHORTEST_PART = 3;

/** `Zahlungsrhythmus`, `Festzinszahlung`: a compound whose parts are all known, each with what it may mean. */
function partsOf(word: string): readonly (readonly string[])[] | undefined {
  const whole = ENGLISH_OF.get(word);
  if (whole) return [whole];
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const [head, rest] = [word.slice(0, at), word.slice(at)];
    const link = LINKS.find((each) => head.endsWith(each) && ENGLISH_OF.has(head.slice(0, head.length - each.length)));
    const first =
      ENGLISH_OF.get(head) ??
      (link === undefined ? undefined : ENGLISH_OF.get(head.slice(0, head.length - link.length)));
    const others = first && partsOf(rest);
    if (first && others) return [first, ...others];
  }
  return undefined;
}

/** A word of another language alone: `Zahlung`, and not `Option`. */
const isForeign = (word: string): boolean =>
  !(ENGLISH_OF.get(word) ?? []).some((english) => english.includes(word)) && partsOf(word) !== undefined;

/**
 * A label that no list holds, put together from words that are known: `Zahlung der Festbeträge` is the payment of the fixed
 * amounts, `Periodicità pagamenti` the payment frequency. In English, or undefined where a word is not known or the words
 * together are no label.
 */
export const composedInEnglish: (label: string) => string | undefined = remembering((label) => {
  if (label.length > LONGEST_LABEL || /\d|\S[.;]\s*\S|["“”«»]/.test(label)) return undefined;
  const words = normaliseLabel(label.replace(/\([^()]*\)/g, ' '))
    .split(' ')
    .filter(Boolean);
  if (words.length === 0 || words.length > MOST_WORDS + 2) return undefined;
  const meanings: (readonly string[])[] = [];
  for (let i = 0; i < words.length; ) {
    const phrase = Array.from({ length: LONGEST_PHRASE }, (_, less) => LONGEST_PHRASE - less).find(
      (length) => length > 1 && i + length <= words.length && ENGLISH_OF.has(words.slice(i, i + length).join(' ')),
    );
    if (phrase !== undefined) {
      meanings.push(ENGLISH_OF.get(words.slice(i, i + phrase).join(' ')) ?? []);
      i += phrase;
      continue;
    }
    const word = words[i++] ?? '';
    const parts = partsOf(word);
    if (parts) meanings.push(...parts);
    else if (!BINDING_WORDS.has(word)) meanings.push([word]);
  }
  if (meanings.length === 0 || meanings.length > MOST_WORDS || !words.some(isForeign)) return undefined;
  let readings: string[] = [''];
  for (const options of meanings)
    readings = readings
      .flatMap((begun) => options.map((option) => `${begun} ${option}`.trim()))
      .slice(0, MOST_READINGS);
  for (const reading of readings) {
    const known = labelOfWords(reading);
    if (known !== undefined) return known;
  }
  return readings.flatMap((reading) => saidOtherwise(reading))[0];
});
