/** The cities that SWIFT's codes for cuts stand for (MT305, field 31G), and ECB's. */
const CODES: Readonly<Record<string, string>> = {
  USNY: 'New York',
  JPTO: 'Tokyo',
  GBLO: 'London',
  DEFR: 'Frankfurt',
  AUSY: 'Sydney',
  SGSI: 'Singapore',
  HKHK: 'Hong Kong',
};

/** The cities of cuts in the languages that are read (Unicode CLDR, exemplar cities of time zones). */
const CITIES: readonly (readonly [RegExp, string])[] = [
  [/^n(?:ueva|uova|ova) york$|^new yorker$/i, 'New York'],
  [/^lond(?:res|ra|oner)$/i, 'London'],
  [/^tok(?:io|yo)$/i, 'Tokyo'],
  [/^fr(?:áncfort|ancfort|ancoforte|ankfurter)$/i, 'Frankfurt'],
  [/^s[iy]dney$/i, 'Sydney'],
  [/^singap(?:ur|our|ore)$/i, 'Singapore'],
  [/^z(?:ürich|urigo|úrich)$/i, 'Zurich'],
  [/^par(?:igi|ís|is)$/i, 'Paris'],
];

const TIME =
  /(?<![\d.,])(\d{1,2})(?:[:.h]?(\d{2})|\s?h\s?(\d{2}))?\s*(?:h(?:rs|ours)?\b)?\s*([ap])?\.?\s?m?\.?(?!\d|,\d)/i;
/** What is said around the place of a time, in the languages that are read. */
const AROUND =
  /\b(?:local|time|in|at|by|cut(?:[\s-]?off)?|hours?|hrs|noon|heures?|de|du|à|ora|ore|di|horas?|uhr|uur|kl|klo|ortszeit|zeit|h|until|before|only)\b|[()/.,]/giu;
/** `New York`, `USNY`: words with capitals, one behind the other. */
const NAME = /^\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){0,3}/u;
const NAME_AT_END = /(?:^|\s)(\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){0,3})$/u;
/** Of a place that is written small. */
const MOST_WORDS = 3;

/**
 * The hour and the place until which an option may be exercised: `10:00 a.m. (local time in New York)`, `10 am New York
 * time`, `1000 / USNY` → `10:00 New York`. The place stands behind the time, else right before it; other words are of
 * something else.
 */
export function readCutOff(text: string): string | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [literal, hour = '', ofDigits, ofHour, half] = match;
  const minutes = ofDigits ?? ofHour ?? '00';
  const of24 = (Number(hour) % 12) + (/p/i.test(half ?? '') ? 12 : 0);
  const hours = half === undefined ? Number(hour) : of24;
  if (hours > 24 || Number(minutes) > 59) return undefined;
  const place = placeOf(bare(text.slice(0, match.index)), bare(text.slice(match.index + literal.length)));
  return `${String(hours).padStart(2, '0')}:${minutes} ${place}`.trim();
}

function placeOf(before: string, after: string): string {
  const name = NAME.exec(after)?.[0] ?? NAME_AT_END.exec(before)?.[1];
  if (name !== undefined)
    return CODES[name] ?? CITIES.find(([pattern]) => pattern.test(name))?.[1] ?? inSmallLetters(name);
  const small = after === '' ? before : after;
  return small.split(' ').length > MOST_WORDS ? '' : small;
}

/** `NEW YORK` of a print in capitals; `TKY` is a code. */
const inSmallLetters = (name: string): string =>
  name === name.toUpperCase() && name.length > LONGEST_CODE
    ? name.toLowerCase().replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
const LONGEST_CODE = 4;

const bare = (text: string): string => text.replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
