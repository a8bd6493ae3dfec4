import { matchesOf } from '../matches-of.ts';

/**
 * All matches of a pattern that begins with any words, which is costly: looked for only where a word stands that each of
 * them holds.
 *
 * @param pattern with the flag `g`
 */
export function matchesWith(text: string, word: RegExp, pattern: RegExp): RegExpExecArray[] {
  return word.test(text) ? matchesOf(text, pattern) : [];
}

/**
 * The part of a text in which a word stands, with so many characters on either side of its first and its last place: what
 * is looked for only beside the word is looked for there.
 *
 * @param word with the flag `g`
 */
export function partWith(text: string, word: RegExp, beside: number): string {
  const places = matchesOf(text, word);
  const [first, last] = [places[0], places.at(-1)];
  return first && last ? text.slice(Math.max(0, first.index - beside), last.index + last[0].length + beside) : '';
}
