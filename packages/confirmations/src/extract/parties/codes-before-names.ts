import { normaliseLabel } from '../labels.ts';
import { isCompanyName } from './company-names.ts';

const CODE_AND_NAME = /^([A-Z]{2,6})\s+(\p{Lu}\p{Ll}.*)$/u;

/** A party's name, and the code that a system's print sets in front of it. */
export interface NameWithCode {
  readonly name: string;
  readonly code?: string;
}

/**
 * `HBVL Harbour & Vale Bank plc` on a print that calls it HBVL elsewhere too: the name behind its code. The code is of the first
 * letters of the words behind it, in their order, so that a name that begins with letters of its own keeps them.
 */
export function withoutCodeBefore(given: string, prose: string): NameWithCode {
  const [, code = '', name = ''] = CODE_AND_NAME.exec(given) ?? [];
  if (code === '' || !isCompanyName(name) || !isAbbreviated(code.toLowerCase(), wordsOf(name))) return { name: given };
  const alone = new RegExp(`(?<![\\w-])${code}(?![\\w-])(?!\\s+${name.split(/\s+/)[0]})`);
  return alone.test(prose) ? { name, code } : { name: given };
}

const wordsOf = (name: string): string[] =>
  normaliseLabel(name)
    .split(' ')
    .filter((word) => word !== 'and');

/** Whether letters are, one after the other, the first letters of words: `PLIS` of Port Lisle; or the consonants of the first, `NRD` of Norwood. */
function isAbbreviated(code: string, words: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  return (
    isOfFirstLetters(code, words) || (rest.length > 0 && first.length > code.length && isOfConsonants(code, first))
  );
}

function isOfFirstLetters(code: string, [word, ...rest]: readonly string[]): boolean {
  if (code === '') return true;
  if (word === undefined) return false;
  for (let count = Math.min(code.length, word.length); count > 0; count--)
    if (word.startsWith(code.slice(0, count)) && isOfFirstLetters(code.slice(count), rest)) return true;
  return false;
}

/** `NRD` of Norwood. */
function isOfConsonants(code: string, word: string): boolean {
  const consonants = word[0] + word.slice(1).replace(/[aeiouy]/g, '');
  let at = -1;
  for (const letter of code) {
    at = consonants.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return code[0] === word[0];
}
