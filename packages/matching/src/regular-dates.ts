import { daysBetween, isIsoDate, type OtherTerm, type Trade, type TradeField } from '@trade-matching/domain';
import { monthNumber } from './month-names.ts';
import { normaliseText } from './normalise-text.ts';
import { printedValue } from './printed-value.ts';

/** Months of a payment frequency. */
export const MONTHS: Readonly<Record<string, number>> = { MONTHLY: 1, QUARTERLY: 3, SEMI_ANNUAL: 6, ANNUAL: 12 };

/** A date that falls on a weekend is paid on the next business day: at most a Monday holiday and one more later. */
const DAYS_OF_A_ROLL = 3;
/** Months. */
const LONGEST_TERM = 1200;

/** A leg's first date, by the frequency of its leg (ISDA 2006 Definitions, 4.9 and 4.10: periods start from the effective date). */
const FIRST_DATES: { readonly [F in TradeField]?: TradeField } = {
  fixed_first_payment_date: 'fixed_payment_frequency',
  floating_first_payment_date: 'floating_payment_frequency',
};

/** Dates that are another field's: the last payment is at the end. */
const SAME_DATES: { readonly [F in TradeField]?: TradeField } = {
  fixed_final_payment_date: 'termination_date',
  floating_final_payment_date: 'termination_date',
};

/**
 * Whether a date that one document states is the regular one by the other's terms: a first payment one period after the
 * effective date, a last one on the termination date. A stub is not.
 */
export function isRegularDate(field: TradeField, leavesOut: Trade, stated: Trade): boolean {
  const date = stated[field] ?? '';
  // Credit default swaps pay on IMM dates, whatever their effective date is.
  if (leavesOut.product === 'CREDIT_DEFAULT_SWAP') return false;
  const first = FIRST_DATES[field];
  if (first !== undefined) {
    const months = MONTHS[leavesOut[first] ?? leavesOut.payment_frequency ?? ''];
    const { effective_date: start = '', termination_date: end = '' } = leavesOut;
    if (months === undefined || !isIsoDate(start)) return false;
    const regular = addMonths(start, months);
    return isAdjusted(date, regular) || (isIsoDate(end) && isAdjusted(date, onDayOf(end, regular, months)));
  }
  const same = SAME_DATES[field];
  return same !== undefined && isAdjusted(date, leavesOut[same] ?? '');
}

const LABELS: Readonly<Record<string, readonly string[]>> = {
  MONTHLY: ['monthly'],
  QUARTERLY: ['quarterly'],
  SEMI_ANNUAL: ['semi annual', 'semi annually', 'semiannually'],
  ANNUAL: ['annual', 'annually', 'yearly'],
};
const DAY_AND_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?\.? ?(\p{L}+)\.?$/u;

/**
 * Whether a term is labelled with a frequency and lists the days on which it falls from the effective date on: `Quarterly:
 * 24 Dec, 24 Mar, 24 Jun`.
 *
 * @param frequency of the one leg that there is
 */
export function areRegularDays({ key, literal }: OtherTerm, trade: Trade, frequency: string | undefined): boolean {
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(trade.effective_date ?? '') ?? [];
  const months = MONTHS[frequency ?? ''];
  if (months === undefined || (!LABELS[frequency ?? '']?.includes(key) && key !== 'payment date')) return false;
  const days = withoutTails(literal, trade, months);
  if (days === undefined || (key === 'payment date' && days.split(/,|\band\b/).length !== 12 / months)) return false;
  return days.split(/,|\band\b/).every((one) => {
    const [, printed, name = ''] = DAY_AND_MONTH.exec(one.trim()) ?? [];
    const number = monthNumber(normaliseText(name));
    return Number(printed) === Number(day) && number !== undefined && (number - Number(month)) % months === 0;
  });
}

const EACH_YEAR = /\s+(?:in|of) (?:each|every) year\b/i;
const LAST_AT_END = /[;,]\s*(?:the )?(?:final|last) payment (?:is )?on the (?:maturity|termination) date\.?$/i;
const FIRST_ON =
  /[;,]\s*(?:from and including|commencing(?: on)?|beginning(?: on)?|the first(?: (?:being )?on)?) (.{6,20}?)\.?$/i;

/** The list of days without `in each year`, the last payment on the last day, and a first payment that is the regular one. */
function withoutTails(literal: string, { effective_date: start = '' }: Trade, months: number): string | undefined {
  const text = literal.trim().replace(LAST_AT_END, '');
  const first = FIRST_ON.exec(text);
  if (first && !(isIsoDate(start) && isAdjusted(printedValue(first[1] ?? ''), addMonths(start, months))))
    return undefined;
  return (first ? text.slice(0, first.index) : text).replace(EACH_YEAR, '').replace(/\.$/, '');
}

/** Whether a date is a regular one, or the business day after it where that is on a weekend. */
export function isAdjusted(date: string, unadjusted: string): boolean {
  if (date === unadjusted) return isIsoDate(date);
  if (!isIsoDate(date) || !isIsoDate(unadjusted) || !isWeekend(unadjusted) || isWeekend(date)) return false;
  return date > unadjusted && Math.abs(daysBetween(unadjusted, date)) <= DAYS_OF_A_ROLL;
}

/**
 * The date a whole number of periods before the end that is within a roll of another date, else that date itself: of a trade
 * that starts on Monday 16 March and ends on 17 March, as its periods do.
 */
function onDayOf(end: string, near: string, months: number): string {
  for (let back = months; back <= LONGEST_TERM; back += months) {
    const date = addMonths(end, -back);
    if (Math.abs(daysBetween(date, near)) <= DAYS_OF_A_ROLL) return date;
    if (date < near) break;
  }
  return near;
}

function isWeekend(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).getUTCDay() % 6 === 0;
}

/** The same day of a later month, or that month's last. */
export function addMonths(date: string, months: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0));
  last.setUTCDate(Math.min(day.getUTCDate(), last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
