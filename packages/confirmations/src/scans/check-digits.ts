import { hasValidLeiCheckDigits } from '../extract/values/terms.ts';

/** Characters that look alike in print, each with what it may be instead. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ O: '0', '0': 'O', Q: '0', D: '0', I: '1', '1': 'I', L: '1', l: '1', S: '5', '5': 'S' },
  ...{ B: '8', '8': 'B', Z: '2', '2': 'Z', G: '6', '6': 'G' },
};
/** More of them in one word are too many to try. */
const MAX_CHANGES = 2;

const LEI = /^[A-Z0-9]{20}$/;
const ISIN = /^[A-Z0-9]{12}$/;
const BIC = /^[A-Z0-9]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;
const LETTERS_OF_A_BIC = 6;

/**
 * A word whose check digits say what it is: as it was read, or the one word of lookalikes that passes. Undefined where it is
 * no identifier with check digits, or where none or several pass.
 */
export function settledByCheckDigits(read: string): string | undefined {
  const word = read.replace(/[^A-Za-z0-9]+$/, '');
  const valid = LEI.test(word) ? hasValidLeiCheckDigits : ISIN.test(word) && mayBeIsin(word) ? hasValidIsin : undefined;
  if (!valid) return undefined;
  if (valid(word)) return word;
  const passing = new Set(variantsOf(word, MAX_CHANGES).filter(valid));
  return passing.size === 1 ? [...passing][0] : undefined;
}

/** A BIC as its form demands: six letters first. Undefined where the word has not that form even so. */
export function settledByForm(read: string): string | undefined {
  if (!BIC.test(read)) return undefined;
  const letters = [...read.slice(0, LETTERS_OF_A_BIC)].map((each) => (/\d/.test(each) ? LOOKALIKES[each] : each));
  const settled = letters.join('') + read.slice(LETTERS_OF_A_BIC);
  return /^[A-Z]{6}/.test(settled) ? settled : undefined;
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

/** A word of twelve letters is no identifier: one has digits, and begins with a country. */
function mayBeIsin(word: string): boolean {
  return (word.match(/\d/g)?.length ?? 0) >= 5 && /^[A-Z]{2}/.test(word);
}

function variantsOf(word: string, changes: number, from = 0): string[] {
  if (changes === 0) return [];
  const variants: string[] = [];
  for (let at = from; at < word.length; at++) {
    const other = LOOKALIKES[word.charAt(at)];
    if (other === undefined) continue;
    const variant = word.slice(0, at) + other + word.slice(at + 1);
    variants.push(variant, ...variantsOf(variant, changes - 1, at + 1));
  }
  return variants;
}
