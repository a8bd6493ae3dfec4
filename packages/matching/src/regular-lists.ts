import { isIsoDate, type OtherTerm, type Trade } from '@trade-matching/domain';
import { monthNumber } from './month-names.ts';
import { printedValue } from './printed-value.ts';
import { addMonths, isAdjusted, MONTHS } from './regular-dates.ts';

/** Labels of the days on which a leg pays. A fixing, a reset and a valuation have days of their own. */
const OF_PAYMENT_DAYS =
  /^(?:(?:fixed|floating|second) )?(?:rate )?(?:payer )?(?:first )?(?:(?:interest |coupon )?payments?|payable|coupons?)(?: (?:dates?|days?|frequency))?$|^(?:(?:fixed|floating|second) )?(?:(?:calculation|interest) )?periods? end(?: dates?)?$/;
const OF_LEGS: ReadonlySet<string> = new Set(['INTEREST_RATE_SWAP', 'BASIS_SWAP', 'CROSS_CURRENCY_SWAP', 'CAP_FLOOR']);

/** Words beside such days, in five languages, that say nothing more. Not `to`, `except`, `last`, `business`. */
const BESIDE: ReadonlySet<string> = new Set(
  (
    'first friday monday tuesday wednesday thursday saturday sunday fri mon tue wed thu each every year in both legs from including ' +
    'commencing starting beginning being payment montag dienstag mittwoch donnerstag freitag jeweils am zum und erstmals erste ersten ' +
    'jedes jahres jahr ab beginnend lundi mardi mercredi jeudi vendredi le les et du chaque annee premiere premier fois pour la de des ' +
    'lunes martes miercoles jueves viernes el los y cada ano primera vez desde por a partir lunedi martedi mercoledi giovedi venerdi il e di ogni anno prima volta dal per'
  ).split(' '),
);
/** That a date is the first one. */
const FIRST =
  /^(?:first|commencing|starting|beginning|from|erstmals|ersten?|ab|beginnend|premiere?|du|primera?|desde|prima|dal)$/;

interface Days {
  /** `01-23` for each day of the year that is named. */
  readonly ofTheYear: readonly string[];
  readonly dates: readonly string[];
  readonly isFirst: boolean;
  /** `first 2027`, behind days of which the cell's field was read. */
  readonly firstYear: string | undefined;
}

/**
 * Whether a term only lists the days on which its leg regularly pays, by the effective date and the frequency that the
 * document states as fields: `23 Jan, 23 Apr, 23 Jul, 23 Oct, first 23-Jul-2026` of a quarterly leg from 23 April 2026. A day
 * more or less, another first date, or any word that says something makes it a term (2006 ISDA Definitions, 4.9 and 4.10).
 *
 * @param lists how many terms stand under this label: one for both legs, or one for each
 */
export function listsRegularDays({ key, literal }: OtherTerm, trade: Trade, lists: number): boolean {
  const { effective_date: start = '', termination_date: end = '', product } = trade;
  if (!OF_LEGS.has(product) || !OF_PAYMENT_DAYS.test(key) || !isIsoDate(start) || !isIsoDate(end)) return false;
  const days = daysIn(literal);
  if (days === undefined) return false;
  const isFirst = days.isFirst || /\bfirst\b/.test(key);
  return frequenciesFor(key, trade, lists).some((frequency) => {
    const months = MONTHS[frequency];
    return months !== undefined && areRegular({ ...days, isFirst }, start, end, months);
  });
}

/** Of the leg that the label names; else of all legs, which pay alike or have a list each. */
function frequenciesFor(key: string, trade: Trade, lists: number): readonly string[] {
  const all = trade.payment_frequency;
  const legs = {
    fixed: trade.fixed_payment_frequency ?? all,
    floating: trade.floating_payment_frequency ?? all,
    second: trade.second_payment_frequency ?? all,
  };
  const named = /^(?:fixed|floating|second)\b/.exec(key)?.[0] as keyof typeof legs | undefined;
  if (named !== undefined) return legs[named] === undefined ? [] : [legs[named]];
  const stated = [trade.fixed_payment_frequency, trade.floating_payment_frequency, trade.second_payment_frequency, all];
  const frequencies = [...new Set(stated.filter((each) => each !== undefined))];
  return frequencies.length === 1 || frequencies.length === lists ? frequencies : [];
}

function areRegular(
  { ofTheYear, dates, isFirst, firstYear }: Days,
  start: string,
  end: string,
  months: number,
): boolean {
  const first = addMonths(start, months);
  if (firstYear !== undefined && (!isFirst || dates.length > 0 || !first.startsWith(firstYear))) return false;
  if (ofTheYear.length > 0) {
    const regular = new Set(Array.from({ length: 12 / months }, (_, i) => addMonths(start, (i + 1) * months).slice(5)));
    const named = new Set(ofTheYear);
    if (named.size !== regular.size || [...named].some((day) => !regular.has(day))) return false;
  }
  if (dates.length === 0) return ofTheYear.length > 0 || firstYear !== undefined;
  if (dates.length === 1) return isFirst && isAdjusted(dates[0] ?? '', first);
  if (ofTheYear.length > 0) return false;
  const all: string[] = [];
  for (let i = 1, at = first; at <= end; at = addMonths(start, ++i * months)) all.push(at);
  return all.length === dates.length && all.at(-1) === end && all.every((at, i) => isAdjusted(dates[i] ?? '', at));
}

/** The days of a list, or undefined where it has a word that is none of such a list's. */
function daysIn(literal: string): Days | undefined {
  const text = literal
    // `15.03., 15.06.`
    .replace(/\b(\d{1,2})\.(\d{1,2})\.(?!\d)/g, (all, day: string, month: string) => {
      const name = NAMES[Number(month) - 1];
      return name === undefined ? all : `${day} ${name}`;
    })
    // `15JAN 15APR`, which nothing but a space parts.
    .replace(/\b(\d{1,2})(?:st|nd|rd|th|er)?[\s-]?(\p{L}{3,9})\b(?![\s.,-]*\d{4})/gu, '$1 $2 ;');
  const ofTheYear: string[] = [];
  const dates: string[] = [];
  let day: string | undefined;
  let isFirst = false;
  let firstYear: string | undefined;
  for (const word of printedValue(text).split(' ')) {
    const month = monthNumber(word);
    if (/^\d{4}-\d\d-\d\d$/.test(word)) dates.push(word);
    else if (/^\d{1,2}$/.test(word)) day = word;
    else if (/^20\d\d$/.test(word) && isFirst && firstYear === undefined) firstYear = word;
    else if (month !== undefined && day !== undefined) {
      ofTheYear.push(`${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
    } else if (FIRST.test(word)) isFirst = true;
    else if (word !== '' && !BESIDE.has(word)) return undefined;
    if (FIRST.test(word) && dates.length > 0) return undefined;
  }
  return { ofTheYear, dates, isFirst, firstYear };
}
const NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
