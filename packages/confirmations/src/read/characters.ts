/** How characters are read that fonts have in several forms. */

const ASCII_END = 0x80;
/** ½ is read as 1/2, and `3½` as `3 1/2`. */
const FRACTION_SLASH = '\u2044';
const SUPERSCRIPT_OR_SUBSCRIPT = /^[\u00b2\u00b3\u00b9\u2070-\u209c]$/;
const HYPHENS = /^[\u2010\u2011\u2212]$/;
/** A hyphen that shows only where a line breaks; characters of no width. */
const UNSEEN = /^[\u00ad\u200b-\u200f\u2060\ufeff]$/;
const COMBINING = /^\p{M}+$/u;
/** Bars through the letter before: U+0335 to U+0338. */
const STRIKING = /[\u0335-\u0338]/;

const known = new Map<string, string>();

/** A glyph's text: full-width and ligature forms as plain letters, but a raised figure is no figure of the number. */
export function plainText(glyph: string): string {
  if (glyph.length === 1 && glyph.charCodeAt(0) < ASCII_END) return glyph;
  let plain = known.get(glyph);
  if (plain === undefined) {
    plain = plainForm(glyph);
    if (known.size < 10_000) known.set(glyph, plain);
  }
  return plain;
}

function plainForm(glyph: string): string {
  if (SUPERSCRIPT_OR_SUBSCRIPT.test(glyph)) return glyph;
  if (HYPHENS.test(glyph)) return '-';
  if (UNSEEN.test(glyph)) return '';
  const normal = glyph.normalize('NFKC');
  return normal.includes(FRACTION_SLASH) ? normal.replace(FRACTION_SLASH, '/') : normal;
}

export function isFraction(glyph: string): boolean {
  return glyph.length === 1 && glyph.charCodeAt(0) >= ASCII_END && plainText(glyph).includes('/');
}

export function isCombining(text: string): boolean {
  return text !== '' && text.charCodeAt(0) >= 0x300 && COMBINING.test(text);
}

export function strikes(mark: string): boolean {
  return STRIKING.test(mark);
}
