/** `½` and its kin as figures. */
const VULGAR_FRACTIONS: Readonly<Record<string, string>> = {
  '¼': '1/4',
  '½': '1/2',
  '¾': '3/4',
  '⅐': '1/7',
  '⅑': '1/9',
  '⅒': '1/10',
  '⅓': '1/3',
  '⅔': '2/3',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅙': '1/6',
  '⅚': '5/6',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
};

/** Full-width figures and letters (U+FF01 to U+FF5E) as plain ones, vulgar fractions as `1/2`, a typed figure space as a space. */
export function plainFigures(text: string): string {
  if (!/[！-～　¼-¾⅐-⅞⁄\u2007]/.test(text)) return text;
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/　|\u2007/g, ' ')
    .replace(
      /(\d?)([¼-¾⅐-⅞])/g,
      (_, digit: string, sign: string) => `${digit === '' ? '' : `${digit} `}${VULGAR_FRACTIONS[sign] ?? sign}`,
    )
    .replaceAll('⁄', '/');
}

/** Digits, the marks that group them and spaces, and a currency or a per cent sign beside them: one number and nothing else. */
const ONE_NUMBER =
  /^(\s*(?:[A-Z]{3}|US\$|[A-Z]{1,2}\$|[$€£¥])?[\s:]*)([-+−–]?\s?\d[\d.,'’\s]*\d[.,]?)(\s*(?:[A-Z]{3}|%|per ?cent.*|p\.\s?a\.?)?\s*)$/;
const GROUPED = /^[-+−–]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[-+−–]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/**
 * Joins the digits of a cell that holds one number which the print has put apart: `50, 000, 000.00`, `5 0,000,000.00`,
 * `5 0 , 0 0 0 . 0 0`. It is joined only where the digits without the spaces are grouped as one number is.
 */
export function joinedNumber(text: string): string {
  if (!/\d\s+[\d.,]|[.,]\s+\d/.test(text)) return text;
  const [, before = '', digits = '', after = ''] = ONE_NUMBER.exec(text) ?? [];
  const joined = digits.replace(/\s+/g, '');
  // Behind an amount's cents a further figure is another number, the next row's: `5.000.000,00 9`.
  if (/[.,]\d{2}\s+\d+$/.test(digits)) return text;
  return GROUPED.test(joined) ? `${before}${joined}${after}` : text;
}

/** Denominators that rates are quoted in; 30/360 is none. */
const FRACTION = '(\\d{1,2})\\/(2|4|5|8|10|16|20|32|64|100|128)(?![\\d/])';
const MIXED = new RegExp(`(\\d+)(?:\\s+|-)${FRACTION}(?=\\s*(?:%|per|pct|p\\.\\s?c|$|\\())`, 'i');
const OF_ONE = new RegExp(`(?<![\\d/.,])${FRACTION}\\s+of\\s+(?:1|one)\\s*(%|per\\s?cent\\.?)`, 'i');
const ALONE = new RegExp(`(?<![\\d/.,])${FRACTION}(?=\\s*(?:%|per\\s?cent|pct))`, 'i');

/** `3 3/4 per cent.`, `1/4 of 1%`, `7/8%` with decimals. */
export function withDecimalFractions(text: string): string {
  if (!text.includes('/')) return text;
  const share = (numerator = '0', denominator = '1') => Number(numerator) / Number(denominator);
  return (
    text
      .replace(MIXED, (_, whole: string, a: string, b: string) => String(Number(whole) + share(a, b)))
      .replace(OF_ONE, (_, a: string, b: string, sign: string) => `${share(a, b)} ${sign}`)
      // `21/2%` is `2 1/2%` whose space was lost: nobody writes a rate as 10.5 that way, and it is left unread.
      .replace(ALONE, (all: string, a: string, b: string) => (Number(a) < Number(b) ? String(share(a, b)) : all))
  );
}

/** A hyphen at the end: the name goes on where the layout was not followed. */
export const isCutOff = (value: string): boolean => /[\p{L}\p{N}][-–/]\s*$/u.test(value);
