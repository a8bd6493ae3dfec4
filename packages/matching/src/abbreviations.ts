import { centerOf } from './business-centers.ts';

/** Words as systems that print capitals shorten them, where they can mean but one thing. */
const LONG: readonly (readonly [RegExp, string])[] = [
  [/\bbds?\b/gi, 'business days'],
  [/\bbus(?=\.? days?\b)\.?/gi, 'business'],
  [/\bexch(?=\.? (?:business|bus\.?) days?\b)\.?/gi, 'exchange'],
  [/\bobs(?=\.? (?:shift|period)\b)\.?/gi, 'observation'],
  [/\b(?:pay|pmt|pymt)(?= (?:dates?|days?)\b)/gi, 'payment'],
  [/\bcalc(?=\.? (?:agent|period|agt)\b)\.?/gi, 'calculation'],
  [/\bavg\b\.?/gi, 'average'],
  [/(?<=\bcalculation agent )adj\b\.?/gi, 'adjustment'],
];
const SHORT_WORD = /\b(?:bds?|bus|exch|obs|pay|pmt|pymt|calc|avg|adj)\b/i;
/** `LON business days`. */
const CODE_BEFORE_DAYS = /\b([a-z]{2,4})(?= business days?\b)/gi;

/** A text with the words that it shortens in full: `5 LON BD, NO OBS SHIFT`. */
export function withLongWords(text: string): string {
  if (!SHORT_WORD.test(text) && !/\b[A-Z]{3} business/i.test(text)) return text;
  return LONG.reduce((said, [short, long]) => said.replace(short, long), text).replace(CODE_BEFORE_DAYS, (code) =>
    centerOf(code.toLowerCase()),
  );
}
