import { readCurrency } from '../extract/values/currencies.ts';
import { hasValidLeiCheckDigits } from '../extract/values/terms.ts';

/** Letters that a figure is taken for in print. */
const LOOKALIKES: Readonly<Record<string, string>> = { '0': 'O', '1': 'I' };
/** Places in which two readings of one word differ. */
const MAX_DIFFERENCES = 4;

const LEI = /^[A-Z0-9]{20}$/;
const ISIN = /^[A-Z0-9]{12}$/;
const BIC = /^[A-Z0-9]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;
const LETTERS_OF_A_BIC = 6;

/** Whether a word has the form of an LEI or an ISIN, but for a character that an engine may have read twice or not at all. */
export function isLikeIdentifier(read: string): boolean {
  const word = plain(read);
  const digits = word.match(/\d/g)?.length ?? 0;
  return /^[A-Z0-9]+$/.test(word) && digits >= 4 && /[A-Z]/.test(word) && word.length >= 18 && word.length <= 22
    ? true
    : ISIN.test(word) && digits >= 5 && /^[A-Z0-9]{2}/.test(word) && /[A-Z]/.test(word);
}

/**
 * What the check digits of an identifier say of two readings: the one word that passes, of those that have each character as
 * either of the two has it. Undefined where none or several pass: a character that both read alike is never another, since
 * one wrong word in a hundred passes the sum of an LEI, and one in ten that of an ISIN; but where the ink says so itself.
 *
 * @param inked the readings with the lookalikes that the width of the ink says they are
 */
export function settledByCheckDigits(
  first: string,
  second: string,
  inked: readonly (string | undefined)[] = [],
): string | undefined {
  const [one, other] = [plain(first), plain(second)];
  const passing = new Set([one, other, ...mixturesOf(one, other)].filter(isValid));
  // What both read, and is not valid, may be so with the lookalikes that the width of the ink says they are.
  if (passing.size === 0)
    for (const read of inked) if (read !== undefined && isValid(plain(read))) passing.add(plain(read));
  return passing.size === 1 ? [...passing][0] : undefined;
}

function isValid(word: string): boolean {
  if (LEI.test(word)) return /\d\d$/.test(word) && hasValidLeiCheckDigits(word);
  return ISIN.test(word) && hasValidIsin(word);
}

/** Without the marks around a word. */
function plain(read: string): string {
  return read.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

/**
 * A currency's code that the second engine reads where the first has a word of as many letters that is none, `Usb` for `USD`.
 * Undefined where either reading could be meant.
 */
export function settledCurrency(first: string, second: string): string | undefined {
  const [one, other] = [plain(first), plain(second)];
  const isForm = /^[A-Z]{3}$/.test(other) && /^[A-Za-z]{3}$/.test(one) && one !== one.toLowerCase();
  const alike = [...one.toUpperCase()].filter((letter, at) => letter === other.charAt(at)).length;
  const isCode = (word: string) => readCurrency(word) === word;
  return isForm && alike === 2 && isCode(other) && !isCode(one.toUpperCase()) ? other : undefined;
}

/** Whether a word that is like an identifier is like an ISIN, by which an obligation is named. */
export function isLikeIsin(read: string): boolean {
  return ISIN.test(plain(read)) && isLikeIdentifier(read);
}

/** A BIC as its form demands: six letters first. Undefined where the word has not that form even so. */
export function settledByForm(read: string): string | undefined {
  if (!BIC.test(read)) return undefined;
  const letters = [...read.slice(0, LETTERS_OF_A_BIC)].map((each) => (/\d/.test(each) ? LOOKALIKES[each] : each));
  const settled = letters.join('') + read.slice(LETTERS_OF_A_BIC);
  return /^[A-Z]{6}/.test(settled) ? settled : undefined;
}

/** A SWIFT message's tag, `:32B:`, whose first colon was taken for a 1. */
const TAG = /^[1iIl|!.,;:](\d{2}[A-Z]?)[:;.]$/;

export function isLikeTag(read: string): boolean {
  return TAG.test(read) && !/^:\d{2}[A-Z]?:$/.test(read);
}

/** The tag that another engine reads the same but for its first mark. Undefined where that has a figure there as well. */
export function settledTag(first: string, second: string): string | undefined {
  const [, tag] = TAG.exec(first) ?? [];
  const [, mark, other] = /^([^A-Za-z0-9]?)(\d{2}[A-Z]?)[:;.]?$/.exec(second) ?? [];
  return tag !== undefined && mark !== undefined && other === tag ? `:${tag}:` : undefined;
}

/** Source: ISO 6166, the Luhn sum of the digits that the letters stand for. */
export function hasValidIsin(isin: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(isin)) return false;
  const digits = [...isin].map((character) => Number.parseInt(character, 36)).join('');
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** The words with each character as one or the other reading has it; none where they differ in more than a few. */
function mixturesOf(one: string, other: string): string[] {
  if (one.length !== other.length) return [];
  const places = [...one].flatMap((character, at) => (character === other.charAt(at) ? [] : [at]));
  if (places.length > MAX_DIFFERENCES) return [];
  return places.reduce<string[]>(
    (words, at) => words.flatMap((word) => [word, word.slice(0, at) + other.charAt(at) + word.slice(at + 1)]),
    [one],
  );
}
