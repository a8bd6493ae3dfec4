const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const TIMES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };

/** The English words of numbers, as alternatives of a pattern. */
export const NUMBER_WORD = [...ONES, ...TENS, ...Object.keys(TIMES)].join('|');
/** What a number begins with: `million` behind a figure, `EUR 25 million`, is none. */
const FIRST = [...ONES, ...TENS].join('|');
/** A run of number words: `twenty-four million`, `one hundred and fifty thousand`. */
const RUN = new RegExp(`(?<!\\p{L})(?:${FIRST})(?:(?:[\\s-]+(?:and\\s+)?)(?:${NUMBER_WORD}))*(?!\\p{L})`, 'giu');

/** The number that a run of English number words says. */
function numberOf(run: string): number {
  let [total, part] = [0, 0];
  for (const word of run.toLowerCase().match(/[a-z]+/g) ?? []) {
    const [one, ten, times] = [ONES.indexOf(word), TENS.indexOf(word), TIMES[word]];
    if (one >= 0) part += one;
    else if (ten >= 0) part += (ten + 2) * 10;
    else if (times === 100) part = Math.max(part, 1) * 100;
    else if (times !== undefined) [total, part] = [total + Math.max(part, 1) * times, 0];
  }
  return total + part;
}

/** The numbers that a text says in English words, with the words: only those of a thousand and more are amounts for sure. */
export function numbersInWords(text: string): readonly { readonly words: string; readonly value: number }[] {
  return [...text.matchAll(RUN)].map(([words]) => ({ words, value: numberOf(words) }));
}

const LEAST_AMOUNT = 1000;

/** Whether a text says an amount in words that is none of the known figures. */
export const saysAnotherAmount = (text: string, known: ReadonlySet<string>): boolean =>
  numbersInWords(text).some(({ value }) => value >= LEAST_AMOUNT && !known.has(String(value)));

/** `150,000 (one hundred and fifty thousand)` without the brackets that say the figure again. */
export function withoutSameInWords(text: string): string {
  return text.replace(/\s*\(([^()]{3,80})\)/g, (whole, inside: string) => {
    const [said, ...more] = numbersInWords(inside);
    const figures = text.replace(whole, ' ').match(/\d[\d.,'’ ]*\d|\d/g) ?? [];
    const isSame = figures.some((figure) => Number(figure.replace(/[,'’ ]|\.0+$/g, '')) === said?.value);
    return said !== undefined && more.length === 0 && isSame ? '' : whole;
  });
}
