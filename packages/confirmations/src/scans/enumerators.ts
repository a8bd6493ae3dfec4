import type { ScanWord } from './scan-word.ts';

/** Numbers of clauses as they are printed: `(iii)`, `2.3`, `2.3.`. */
const CLEAN = /^(?:\((?:i{1,3}|i?v|vi{1,3}|i?x|xi{1,3})\)|\d{1,2}\.\d{1,2}\.?)$/;
/** As many of them have to stand in a column before another word there is taken for one. */
const LEAST = 2;
/** Of a line's height: left edges nearer than this are one column's, */
const SAME_EDGE = 1.5;
/** and baselines nearer than this one line's. */
const SAME_LINE = 0.5;

/**
 * The words of a sheet, with the numbers of clauses that an engine has read as something like one: `(ili)`, `2:3`. They
 * stand first on their lines, in a column of others, and are no part of any value; but a label behind one that is not known
 * for a number is not known either.
 */
export function withEnumerators(words: readonly ScanWord[]): ScanWord[] {
  const isAtEdge = (word: ScanWord) =>
    !words.some(
      (other) => other.area.x < word.area.x && Math.abs(other.baseline - word.baseline) < SAME_LINE * word.lineHeight,
    );
  const clean = words.filter((word) => CLEAN.test(word.text) && isAtEdge(word));
  if (clean.length < LEAST) return [...words];
  return words.map((word) => {
    const text = CLEAN.test(word.text) ? word.text : likely(word.text);
    if (text === word.text || !CLEAN.test(text) || !isAtEdge(word)) return word;
    const beside = clean.filter((other) => Math.abs(other.area.x - word.area.x) < SAME_EDGE * word.lineHeight);
    return beside.length >= LEAST ? { ...word, text } : word;
  });
}

/** What a number of a clause is that is read so: no clause has the number 50, and none stands at a time of day. */
function likely(text: string): string {
  if (/^\([ivxlI1|]{1,5}\)$/.test(text)) return text.replace(/[lI1|]/g, 'i');
  return text.replace(/^(\d{1,2})[:;,](\d{1,2})$/, '$1.$2');
}
