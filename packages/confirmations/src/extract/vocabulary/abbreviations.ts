/** Short words that stand for one which no label of a field has, and so for none that one has: `pct`, `avg`. */
const OF_OTHER_WORDS: ReadonlySet<string> = new Set(
  'cntr pct avg min max pos div divs bal adj std sgl dbl lot lots sec secs sys usr src acc acct bkr tkr mkt cls cld'.split(
    ' ',
  ),
);

/** A word of a label that may be shortened: trade systems print `Ntl`, `Sprd`, `Rtn`, `Agmt`. */
const SHORT = /^[a-z]{3,6}$/;
/** `ntl` of `notional`: what is shortened more could be too many words. */
const MOST_TIMES = 3;
const VOWELS = /[aeiouy]/g;

/** A word's consonants, those that are doubled once: `return` as `rtrn`. */
const consonantsOf = (word: string): string => word.replace(VOWELS, '').replace(/(.)\1/g, '$1');

const isSubsequence = (short: string, long: string): boolean => {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
};

/**
 * Whether a short word stands for a longer one by how words are shortened: it begins it with three letters or more
 * (`init`, `terms`), or it begins alike, has its letters in their order, no more vowels than the first, and ends on the
 * word's last consonant (`sprd`, `agmt`) or has its first consonants (`frq`). In lower case, both in the singular.
 */
export function abbreviates(short: string, word: string): boolean {
  if (!SHORT.test(short) || OF_OTHER_WORDS.has(short) || short[0] !== word[0]) return false;
  if (word.length <= short.length || word.length > short.length * MOST_TIMES) return false;
  if (word.startsWith(short)) return word.length > short.length + 1;
  const tail = short.slice(1);
  if (/[aeiou]/.test(tail) || !isSubsequence(short, word)) return false;
  const consonants = consonantsOf(word);
  return consonants.startsWith(short) || consonants.at(-1) === short.at(-1);
}

/** The words that a short one may stand for: of several the shortest, since less is left out. */
export function wordsMeant(short: string, words: Iterable<string>): readonly string[] {
  const all = [...words].filter((word) => abbreviates(short, word));
  const shortest = Math.min(...all.map(({ length }) => length));
  return all.filter(({ length }) => length === shortest);
}
