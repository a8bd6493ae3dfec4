/**
 * All matches of a pattern in a text. `matchAll` makes a copy of its pattern each time, and V8 compiles it anew whenever
 * its cache has dropped it: for a long pattern that costs more than to look through the text.
 *
 * @param pattern with the flag `g`; it never matches nothing
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) matches.push(match);
  return matches;
}
