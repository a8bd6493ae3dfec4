/** How often a file may say each: a confirmation has hundreds of objects, a parser takes seconds for a million. */
const MAX_OF_EACH: readonly [word: string, most: number, what: string][] = [
  ['obj', 200_000, 'over 100,000 objects'],
  ['stream', 100_000, 'over 50,000 streams'],
];

/** What a file has more of than a parser can take, counted by its words alone. An object and a stream each say theirs twice. */
export function objectsBeyondLimit(file: Uint8Array): string | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  for (const [word, most, what] of MAX_OF_EACH) {
    let count = 0;
    for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) {
      if (++count > most) return what;
    }
  }
  return undefined;
}
