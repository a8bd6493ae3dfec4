/** What a file may say only so often: a confirmation has hundreds of objects, a parser takes seconds for a million. */
const MOST_OF_EACH: readonly [word: string, most: number, what: string][] = [
  ['obj', 200_000, 'over 100,000 objects'],
  ['stream', 100_000, 'over 50,000 streams'],
];

/** What there is too much of in a file to parse it, by its words alone. An object and a stream each say theirs twice. */
export function crowdedWith(file: Uint8Array): string | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  for (const [word, most, what] of MOST_OF_EACH) {
    let count = 0;
    for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) {
      if (++count > most) return what;
    }
  }
  return undefined;
}
