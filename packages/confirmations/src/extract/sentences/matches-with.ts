/**
 * All matches of a pattern that begins with any words, which is costly: looked for only where a word stands that each of
 * them holds.
 *
 * @param pattern with the flag `g`
 */
export function matchesWith(text: string, word: RegExp, pattern: RegExp): RegExpExecArray[] {
  return word.test(text) ? [...text.matchAll(pattern)] : [];
}
