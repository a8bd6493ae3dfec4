import { isIsoDate } from '@trade-matching/domain';
import { matchesOf } from '../matches-of.ts';
import { plainFigures } from './literal.ts';

/** The months by how their names begin, in the languages that confirmations reach us in, without accents. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|gen|ene)/,
  /^(?:feb|fev)/,
  /^(?:mar(?!ti)|mrz|maa|mae)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mei|mag)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^nov/,
  /^(?:dec|dez|dic)/,
];
const MONTH =
  '(jan(?:uary|uar|vier|uari|eiro|\\.)?|gen(?:naio)?|ene(?:ro)?|feb(?:ruary|ruar|braio|rero|ruari)?|fev(?:rier|r|ereiro)?|mar(?:ch|s|zo|co|z)?|mrz|maart|maerz|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|may(?:o)?|mai(?:o)?|mei|mag(?:gio)?|june?|juni?|junio|junho|juin|giu(?:gno)?|july?|juli?|julio|julho|juil(?:l?et)?|lug(?:lio)?|aug(?:ust|ustus)?|aout|ago(?:sto)?|sept?(?:ember|embre|iembre)?|set(?:tembre|embro|iembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:embre|iembre)?)\\.?';
const DAYS_IN_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );

/** How a document writes dates with slashes. Unknown until one of its dates has a part over 12. */
export type SlashOrder = 'day-first' | 'month-first';

export type DateReading =
  | { readonly kind: 'date'; readonly date: string }
  /** `03/04/2025`: both readings are dates. */
  | { readonly kind: 'ambiguous'; readonly dayFirst: string; readonly monthFirst: string }
  | { readonly kind: 'none' };

const NONE: DateReading = { kind: 'none' };

/** `20 Feb, 20 May`: two figures before another month are its day and no year. */
const NEXT_DAY = `(?!(?:st|nd|rd|th|er)?[\\s./-]*(?:(?:of|de)\\s)?${MONTH.replace('(', '(?:')}\\b)`;

const PATTERNS: readonly { readonly pattern: RegExp; readonly read: (m: readonly string[]) => DateReading }[] = [
  { pattern: /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/, read: ([, y, m, d]) => date(y, m, d) },
  { pattern: /\b(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/, read: ([, y, m, d]) => date(y, m, d) },
  {
    // 2024-Sep-15
    pattern: new RegExp(`\\b(\\d{4})[\\s\\-/]${MONTH}[\\s\\-/](\\d{1,2})\\b`, 'i'),
    read: ([, y, m, d]) => date(y, monthNumber(m), d),
  },
  {
    pattern: new RegExp(`\\b(${DAYS_IN_WORDS.toReversed().join('|')})(?: day)? of ${MONTH}[\\s,]+(\\d{4})\\b`, 'i'),
    read: ([, d = '', m, y]) => date(y, monthNumber(m), String(DAYS_IN_WORDS.indexOf(d.toLowerCase()) + 1)),
  },
  { pattern: /\b(\d{4})(\d{2})(\d{2})\b/, read: ([, y, m, d]) => date(y, m, d) },
  {
    // 15 September 2024, 15th September, 2024, 15-Sep-24, 15SEP24, the 15th day of September, 2024
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th|er|º|o)?(?:\\s+day)?(?:\\s+(?:of|de))?[\\s\\-./]*${MONTH}(?:\\s+(?:de|del))?[\\s,\\-./']*(\\d{4}|\\d{2}${NEXT_DAY})\\b`,
      'i',
    ),
    read: ([, d, m, y]) => date(y, monthNumber(m), d),
  },
  {
    // September 15, 2024, Sep-15-2024
    pattern: new RegExp(`\\b${MONTH}[\\s\\-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,\\-]+(\\d{4})\\b`, 'i'),
    read: ([, m, d, y]) => date(y, monthNumber(m), d),
  },
  // Dots are written day first everywhere they are written.
  { pattern: /\b(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\b/, read: ([, d, m, y]) => date(y, m, d) },
  { pattern: /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/, read: ([, a, b, y]) => slashDate(a, b, y) },
];

/** A date written out or in figures, as the source of a pattern that wants one at a place in a sentence. */
export const DATE_LITERAL =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\\d{1,2}(?:st|nd|rd|th|er)?[\\s.-]*(?:(?:day )?of |de )?[A-Z][a-zéäû]{2,9}\\.?,?(?: del?)?[\\s-]+\\d{2,4}|[A-Z][a-z]{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{2}[A-Z]{3}\\d{2,4}|the [a-z0-9-]+ (?:day )?of [A-Z][a-z]+,? \\d{4})';

/** The first date in a text, ISO, or both readings of a slash date that this text alone does not settle. */
export function readDate(literal: string, order?: SlashOrder): DateReading {
  return dateIn(literal, order).reading;
}

/** The same, with what the literal holds before and after it, and a date in it that the calendar does not have. */
export function dateIn(
  literal: string,
  order?: SlashOrder,
): { readonly reading: DateReading; readonly before: string; readonly after: string; readonly impossible?: string } {
  const text = withoutAccents(plainFigures(literal));
  let found: { index: number; end: number; reading: DateReading } | undefined;
  let impossible: string | undefined;
  // There is no date without a figure.
  for (const { pattern, read } of /\d/.test(text) ? PATTERNS : []) {
    // Nothing stands before a date that the text begins with.
    if (found?.index === 0) break;
    const match = pattern.exec(text);
    if (!match || (found && match.index >= found.index)) continue;
    const reading = read(match);
    if (reading.kind === 'none') impossible ??= match[0];
    else found = { index: match.index, end: match.index + match[0].length, reading };
  }
  const reading = found?.reading ?? NONE;
  const beside = {
    before: text.slice(0, found?.index ?? 0),
    after: text.slice(found?.end ?? 0),
    ...(impossible === undefined ? {} : { impossible }),
  };
  if (reading.kind !== 'ambiguous' || order === undefined) return { reading, ...beside };
  return { reading: { kind: 'date', date: order === 'day-first' ? reading.dayFirst : reading.monthFirst }, ...beside };
}

function withoutAccents(text: string): string {
  return /[^\x20-\x7e]/.test(text) ? text.normalize('NFD').replace(/\p{Mn}/gu, '') : text;
}

const MONTH_NAME = new RegExp(`^${MONTH}(?=[\\s\\d'’/-]|$)`, 'i');

/** The month that a text is, `YYYY-MM`: `March 2027`, `März 27`, `mars 2027`, `Januar / January 2027`, `2027-03`. */
export function readMonth(literal: string): string | undefined {
  const text = withoutAccents(plainFigures(literal)).trim();
  const [, isoYear, isoMonth, month, monthYear] = /^(?:(\d{4})-(\d{2})|(\d{2})\/(\d{4}))$/.exec(text) ?? [];
  if (isoYear ?? monthYear) return monthOf(isoYear ?? monthYear, isoMonth ?? month);
  const [months, years] = [new Set<string>(), new Set<string>()];
  for (const part of text.split(/\s*\/\s*/)) {
    const [name] = MONTH_NAME.exec(part) ?? [];
    if (name === undefined) return undefined;
    months.add(monthNumber(name));
    const [rest, year] = /^[\s-]*(?:del? )?['’]?(\d{4}|\d{2})?$/i.exec(part.slice(name.length)) ?? [];
    if (rest === undefined) return undefined;
    if (year !== undefined) years.add(year.length === 2 ? `20${year}` : year);
  }
  return months.size === 1 && years.size === 1 ? monthOf([...years][0], [...months][0]) : undefined;
}

function monthOf(year = '', month = ''): string | undefined {
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : undefined;
}

/**
 * The order that the slash dates of a document agree on: from those that can be read one way only, else from those of
 * which one reading is a date that the document also writes out.
 */
export function slashOrderOf(text: string): SlashOrder | undefined {
  // `05/08/2026 (MM/DD/YYYY)`: the form says so itself.
  const said = /\b(?:(mm)([/-])dd|dd([/-])mm)[/-]y{2,4}\b/i.exec(text);
  if (said) return said[1] === undefined ? 'day-first' : 'month-first';
  const [sure, likely] = [new Set<SlashOrder>(), new Set<SlashOrder>()];
  let written: Set<string> | undefined;
  for (const [, a, b, y] of matchesOf(text, /(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?![\d/-])/g)) {
    const [dayFirst, monthFirst] = [date(y, b, a), date(y, a, b)];
    if (dayFirst.kind !== 'date' || monthFirst.kind !== 'date') {
      if (dayFirst.kind !== monthFirst.kind) sure.add(dayFirst.kind === 'date' ? 'day-first' : 'month-first');
      continue;
    }
    if (dayFirst.date === monthFirst.date) continue;
    written ??= writtenDates(text);
    const [asDayFirst, asMonthFirst] = [written.has(dayFirst.date), written.has(monthFirst.date)];
    if (asDayFirst !== asMonthFirst) likely.add(asDayFirst ? 'day-first' : 'month-first');
  }
  const orders = sure.size > 0 ? sure : likely;
  return orders.size === 1 ? [...orders][0] : undefined;
}

/** The dates that a text writes with a month's name or year first. */
function writtenDates(text: string): Set<string> {
  const dates = new Set<string>();
  for (const { pattern, read } of PATTERNS.slice(0, -1)) {
    for (const match of matchesOf(text, new RegExp(pattern.source, `${pattern.flags}g`))) {
      const reading = read(match);
      if (reading.kind === 'date') dates.add(reading.date);
    }
  }
  return dates;
}

function slashDate(a = '', b = '', y = ''): DateReading {
  const [dayFirst, monthFirst] = [date(y, b, a), date(y, a, b)];
  if (dayFirst.kind !== 'date') return monthFirst;
  if (monthFirst.kind !== 'date' || monthFirst.date === dayFirst.date) return dayFirst;
  return { kind: 'ambiguous', dayFirst: dayFirst.date, monthFirst: monthFirst.date };
}

function monthNumber(name = ''): string {
  return String(MONTHS.findIndex((month) => month.test(name.toLowerCase())) + 1);
}

function date(year = '', month = '', day = ''): DateReading {
  // Two digits: trades of this century and the end of the last; a maturity in '34 is 2034.
  const fullYear = year.length === 2 ? `${Number(year) >= 80 ? '19' : '20'}${year}` : year;
  const iso = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? { kind: 'date', date: iso } : NONE;
}
