/** Words that say nothing of which term a label names. Not `by` and `to`, `per`, `if`, `no`: they say who, how often, whether. */
const SMALL_WORDS: ReadonlySet<string> = new Set([
  ...['the', 'an', 'of', 'for', 'on', 'and', 'or', 'is', 'shall', 'be'],
  ...['transaction', 'trade', 'swap', 'equity', 'specified', 'relevant', 'applicable', 'clause', 'provision'],
  ...['convention', 'method', 'category', 'option', 'optional'],
]);

/**
 * What kind of value a label speaks of: one label may say it and the other not. `Mandatory`, `only`, `total`, `first` and
 * all other words make another term.
 */
const KINDS_OF_VALUES: ReadonlySet<string> = new Set([
  ...['date', 'time', 'amount', 'rate', 'price', 'payment', 'period', 'terms', 'details', 'type', 'currency', 'number'],
  ...['value', 'level', 'percentage', 'share'],
]);
/** Those that say when, in what or of which kind: with one of them a label is another matter, whose words are others, too. */
const OF_ANOTHER_MATTER: ReadonlySet<string> = new Set([
  'date',
  'time',
  'period',
  'type',
  'currency',
  'number',
  'price',
]);

/** One word for what is one kind. */
const ALIKE: Readonly<Record<string, string>> = {
  dates: 'date',
  day: 'date',
  days: 'date',
  amounts: 'amount',
  rates: 'rate',
  prices: 'price',
  payments: 'payment',
  periods: 'period',
  term: 'terms',
  shares: 'share',
};

/** Behind these, a letter or a figure says which one: `Party A`, `Leg 2`, `Step 1`. Elsewhere `a` is an article. */
const NUMBERED = /^(?:party|leg|side|step|tranche|period|option|barrier|counterparty|client|class|series|part)$/;

/**
 * Whether two labels may be names of one term: they differ by nothing but what kind of value they speak of, which one of
 * them leaves out. `Early Termination` and `Optional Early Termination Date` may be one; `Cap Strike` and `Floor Strike`,
 * `Break Rate` and `Break Level`, `Fee payable by us` and `Fee payable to us`, `Floor of leg 1` and `Floor of leg 2` are not.
 */
export function areRelated(key: string, other: string): boolean {
  return wordsBetween(key, other) !== undefined;
}

/**
 * Whether two labels are of one matter, so that other words under them are a difference: `Rounding` and `Rounding
 * Convention`, not `Valuation` and `Valuation Time`.
 */
export function areOfOneMatter(key: string, other: string): boolean {
  return wordsBetween(key, other)?.every((word) => !OF_ANOTHER_MATTER.has(word)) ?? false;
}

/** The kinds of values that one of two related labels says and the other leaves out; undefined where they are not related. */
function wordsBetween(key: string, other: string): readonly string[] | undefined {
  const [words, others] = [tellingWords(key), tellingWords(other)];
  const [more, less] = [without(words, others), without(others, words)];
  if (more.length > 0 && less.length > 0) return undefined;
  const rest = more.length > 0 ? more : less;
  const areDates = words.includes('date') || others.includes('date');
  // When something is paid is another day than when it is due or falls away.
  const isKind = (word: string) => KINDS_OF_VALUES.has(word) && !(areDates && word === 'payment');
  const shared = without(words, rest);
  const areNamed = shared.some((word) => rest.length === 0 || !KINDS_OF_VALUES.has(word));
  return areNamed && rest.every(isKind) ? rest : undefined;
}

const without = (words: readonly string[], others: readonly string[]): string[] =>
  words.filter((word) => !others.includes(word));

function tellingWords(label: string): string[] {
  const words = label.split(' ');
  return words.flatMap((word, i) => {
    if (SMALL_WORDS.has(word) && !(word === 'convention' && /^days?$/.test(words[i - 1] ?? ''))) return [];
    if (word === 'a' && i < words.length - 1 && !NUMBERED.test(words[i - 1] ?? '')) return [];
    const plain = ALIKE[word] ?? word;
    return [KINDS_OF_VALUES.has(plain) ? plain : stem(plain)];
  });
}

/** What a label is about: its words without those that many labels share. */
export const significantWords = (label: string): string[] =>
  tellingWords(label).filter((word) => !KINDS_OF_VALUES.has(word) && word.length > 2);

/** `shares` and `share`, `averaging` and `average`. */
export function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|es|ed|s|e)$/, '') : word;
}
