import { daysInMonth } from '@trade-matching/domain';

/** A rule that gives one holiday a year. Months and days of the month from 1; weekdays as `Date` has them, 0 is Sunday. */
type Holiday =
  /** On a fixed date; one that falls on a weekend may be kept on a later day. */
  | { readonly month: number; readonly day: number; readonly moved?: 'to-next-free-day' | 'from-sunday-to-monday' }
  /** The nth such weekday of a month, or the last. */
  | { readonly month: number; readonly weekday: number; readonly nth: 1 | 2 | 3 | 4 | 'last' }
  /** Days after Easter Sunday. */
  | { readonly easter: number };

export interface BusinessCentre {
  /** As confirmations print it. */
  readonly names: RegExp;
  readonly timeZone: string;
  readonly weekend: readonly number[];
  readonly currencies: readonly string[];
  readonly holidays: readonly Holiday[];
}

const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY_AND_SUNDAY = [6, 0];
const GOOD_FRIDAY = { easter: -2 };
const EASTER_MONDAY = { easter: 1 };

/**
 * Business centres by their FpML code. Sources of the holidays: Bank of England (bank holidays in England and Wales, the
 * days proclaimed for one year left out), Federal Reserve Banks (holiday schedule: what falls on a Saturday is not moved),
 * European Central Bank (TARGET long-term calendar). A centre that is not here has weekends only.
 */
export const BUSINESS_CENTRES: Readonly<Record<string, BusinessCentre>> = {
  GBLO: {
    names: /\b(london|gblo|lon)\b/i,
    timeZone: 'Europe/London',
    weekend: SATURDAY_AND_SUNDAY,
    currencies: ['GBP'],
    holidays: [
      { month: 1, day: 1, moved: 'to-next-free-day' },
      ...[GOOD_FRIDAY, EASTER_MONDAY],
      { month: 5, weekday: MONDAY, nth: 1 },
      { month: 5, weekday: MONDAY, nth: 'last' },
      { month: 8, weekday: MONDAY, nth: 'last' },
      { month: 12, day: 25, moved: 'to-next-free-day' },
      { month: 12, day: 26, moved: 'to-next-free-day' },
    ],
  },
  USNY: {
    names: /\b(new york|usny|nyc)\b/i,
    timeZone: 'America/New_York',
    weekend: SATURDAY_AND_SUNDAY,
    currencies: ['USD'],
    holidays: [
      { month: 1, day: 1, moved: 'from-sunday-to-monday' },
      { month: 1, weekday: MONDAY, nth: 3 },
      { month: 2, weekday: MONDAY, nth: 3 },
      { month: 5, weekday: MONDAY, nth: 'last' },
      { month: 6, day: 19, moved: 'from-sunday-to-monday' },
      { month: 7, day: 4, moved: 'from-sunday-to-monday' },
      { month: 9, weekday: MONDAY, nth: 1 },
      { month: 10, weekday: MONDAY, nth: 2 },
      { month: 11, day: 11, moved: 'from-sunday-to-monday' },
      { month: 11, weekday: THURSDAY, nth: 4 },
      { month: 12, day: 25, moved: 'from-sunday-to-monday' },
    ],
  },
  EUTA: {
    names: /\b(target2?|euta)\b/i,
    timeZone: 'Europe/Berlin',
    weekend: SATURDAY_AND_SUNDAY,
    currencies: ['EUR'],
    holidays: [
      { month: 1, day: 1 },
      ...[GOOD_FRIDAY, EASTER_MONDAY],
      { month: 5, day: 1 },
      { month: 12, day: 25 },
      { month: 12, day: 26 },
    ],
  },
};

/** A centre without an entry: weekends only, days of UTC. */
const UNKNOWN_CENTRE: BusinessCentre = {
  ...{ names: /$^/, timeZone: 'UTC', weekend: SATURDAY_AND_SUNDAY, currencies: [], holidays: [] },
};

export function businessCentre(code: string): BusinessCentre {
  return BUSINESS_CENTRES[code] ?? UNKNOWN_CENTRE;
}

/**
 * Codes of the centres that a trade names, else of those of its currencies.
 *
 * @param printed the confirmation's business centres: `London and New York`
 */
export function centresOf(printed: string | undefined, currencies: readonly (string | undefined)[]): string[] {
  const entries = Object.entries(BUSINESS_CENTRES);
  const named = entries.filter(([, { names }]) => printed !== undefined && names.test(printed));
  const found = named.length > 0 ? named : entries.filter(([, centre]) => currencies.some(isOf(centre)));
  return found.map(([code]) => code);
}

const isOf = (centre: BusinessCentre) => (currency: string | undefined) =>
  currency !== undefined && centre.currencies.includes(currency);

/** The date so many days on which every centre is open after a date. Both ISO dates. */
export function businessDaysLater(date: string, days: number, centres: readonly string[]): string {
  const calendars = centres.length === 0 ? [UNKNOWN_CENTRE] : centres.map(businessCentre);
  let day = date;
  for (let left = days; left > 0; ) {
    day = shifted(day, 1);
    if (calendars.every((calendar) => isOpen(day, calendar))) left--;
  }
  return day;
}

function isOpen(date: string, centre: BusinessCentre): boolean {
  if (centre.weekend.includes(weekdayOf(date))) return false;
  const year = Number(date.slice(0, 4));
  // The first of January may be kept in the year before or after.
  return ![year - 1, year].some((each) => holidaysOf(centre, each).has(date));
}

const known = new Map<string, ReadonlySet<string>>();

/** Dates of a centre's holidays in a year, as they are kept. */
export function holidaysOf(centre: BusinessCentre, year: number): ReadonlySet<string> {
  const key = `${centre.timeZone} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const nominal = centre.holidays.map((rule) => dateOf(rule, year));
  const kept = new Set(nominal);
  for (const [i, rule] of centre.holidays.entries()) {
    const date = nominal[i] ?? '';
    const moved = 'moved' in rule ? rule.moved : undefined;
    if (moved === 'from-sunday-to-monday' && weekdayOf(date) === 0) kept.add(shifted(date, 1));
    if (moved !== 'to-next-free-day' || !centre.weekend.includes(weekdayOf(date))) continue;
    let day = date;
    while (centre.weekend.includes(weekdayOf(day)) || kept.has(day)) day = shifted(day, 1);
    kept.add(day);
  }
  known.set(key, kept);
  return kept;
}

function dateOf(rule: Holiday, year: number): string {
  if ('easter' in rule) return shifted(easterSunday(year), rule.easter);
  if ('day' in rule) return isoDate(year, rule.month, rule.day);
  const { month, weekday, nth } = rule;
  const first = ((weekday - weekdayOf(isoDate(year, month, 1)) + 7) % 7) + 1;
  const last = first + 7 * Math.floor((daysInMonth(year, month) - first) / 7);
  return isoDate(year, month, nth === 'last' ? last : first + 7 * (nth - 1));
}

/** Western Easter, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return isoDate(year, Math.floor(n / 31), (n % 31) + 1);
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

function shifted(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
