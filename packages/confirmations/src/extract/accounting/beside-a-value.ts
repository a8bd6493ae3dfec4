import { paymentLagsIn, type TradeField, withoutPaymentLags } from '@trade-matching/domain';
import { FIRST_PAYMENT } from '../first-payments.ts';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import { addTenor, isOnePeriodAfter } from '../maturity.ts';
import { DATE_LITERAL, readDate } from '../values/dates.ts';
import { readFrequency } from '../values/terms.ts';
import { isWayToFindAPrice } from './economic.ts';
import { otherWords } from './words-of-values.ts';

/** Fields that are looked up by a word in a cell, whatever else the cell says. */
export const BY_WORD: ReadonlySet<TradeField> = new Set<TradeField>([
  'payment_frequency',
  'fixed_payment_frequency',
  'floating_payment_frequency',
  'second_payment_frequency',
  'fixed_day_count',
  'floating_day_count',
  'second_day_count',
  'business_day_convention',
  'option_style',
  'settlement_type',
  'restructuring',
]);

/** What every form says of days beside such a word: nothing that the parties agree on. */
const USUAL =
  /\bsubject to (?:any )?(?:adjustments?|(?:the )?(?:modified )?(?:following|preceding|business day))\b|\bif (?:(?:any|a|that|such|the) )?(?:(?:payment|settlement|period end|such|relevant) )?(?:date|day)s? (?:is|are|would|falls?|does)\b|\bnot a (?:business|banking|good) day\b|\bunless (?:that|such|it)\b.{0,60}\bmonth\b|\b(?:commencing|starting|beginning|from|with) (?:and including )?(?:on )?(?:the )?(?:first|initial)\b|\bsubject to (?:the )?(?:(?:\d{4} )?ISDA|sections?)\b|\bdays? (?:after|following|before|prior to)\b|\b(?:first|last|final|initial) (?:(?:fixed|floating|rate|payment|period|interest|coupon|roll|business|banking|calendar|working|good) )*(?:dates?|days?|payments?)\b|\bup to (?:and including )?the\b|\b(?:the )?difference only\b|\bsin disposiciones anticipadas\b|\b(?:sin entrega|ohne lieferung|sans livraison|senza consegna)\b/gi;

/** Words that change what a cell says: on what condition, from when, less what. */
const CHANGES =
  /\b(?:if|unless|except|save|provided|conditional|subject to|after|less|net of|plus|minus|capped?|floor(?:ed)?|elects?|election|rebate|waive[dr]?|short|long|stub|first|initial|final|until|thereafter|instead|wenn|sofern|außer|nach abzug|si|sauf|après|salvo|excepto|después|se|dopo|tranne)\b/i;

/** The contrary of what forms say of days. */
const NOT_ADJUSTED = /\bnot subject to (?:any )?adjustment\b|\bnotwithstanding\b/i;

const MONEY_OR_RATE = /(?:\b[A-Z]{3}|[$€£])\s?\d{1,3}(?:[.,'’ ]?\d{3})+\b|\d\s?(?:%|per\s?cent|basis points?|bps?\b)/;

/**
 * Whether a cell that gave a field by a word says more than that word (R2): a figure of its own, what changes it, a word that
 * such cells do not have, or dates other than the regular ones.
 *
 * @param said what of the cell is to be judged: its value without what was understood, or one of its parts
 */
export function saysMore(found: FoundFields, { label, value }: Entry, said: string = value): boolean {
  let isGiven = false;
  const isLiteral = () => Object.values(found.evidence).some((at) => at?.literal === value);
  if (NOT_ADJUSTED.test(said) && isLiteral()) return true;
  const isMethod = isWayToFindAPrice(said);
  for (const field in found.evidence) {
    if (found.evidence[field as TradeField]?.literal !== value) continue;
    if (isMethod) return field !== 'commodity_reference_price';
    if (!BY_WORD.has(field as TradeField)) return false;
    isGiven = true;
  }
  if (!isGiven) return false;
  // A first payment that is a field, or the regular one, is no more than that.
  const known = isFirstPaymentKnown(found, said) ? said.replace(FIRST_PAYMENT, ' ') : said;
  // The days are a term of their own, which is compared.
  const rest = withoutCurrencies(
    found,
    (countsDays({ label, value: said }) ? withoutPaymentLags(known) : known).replace(USUAL, ' '),
  );
  return (
    saysAnotherRhythm(found, value, said) ||
    MONEY_OR_RATE.test(rest) ||
    CHANGES.test(rest) ||
    otherWords(rest).length > 0 ||
    listsOtherDates(found, said) ||
    isOnAnotherDay(found, said)
  );
}

const FREQUENCIES: readonly TradeField[] = [
  'payment_frequency',
  'fixed_payment_frequency',
  'floating_payment_frequency',
  'second_payment_frequency',
  'reset_frequency',
];

/** `Cash, quarterly`: how often, in a cell that gave something else, of a trade that no field says so of. */
function saysAnotherRhythm(found: FoundFields, value: string, said: string): boolean {
  if (FREQUENCIES.some((field) => found.evidence[field]?.literal === value)) return false;
  const rhythm = readFrequency(said);
  // The periods of a commodity are months, unless something else is printed (ISDA 2005 Commodity Definitions, 6.2).
  const isOfMonths = rhythm === 'MONTHLY' && found.get('quantity_per_period') !== undefined;
  return rhythm !== undefined && !isOfMonths && !FREQUENCIES.some((field) => found.get(field) === rhythm);
}

/** `Non-deliverable, in USD`: the trade’s own currency beside how it settles. */
const withoutCurrencies = (found: FoundFields, text: string): string =>
  (['currency', 'currency_2', 'settlement_currency'] as const).reduce((left, field) => {
    const code = found.get(field);
    return code === undefined ? left : left.replace(new RegExp(`\\b${code}\\b(?!\\s?\\d)`, 'g'), ' ');
  }, text);

const OF_PAYMENTS = /\b(?:pay|paid|settle|due)/i;

/** Whether a cell of payments counts days to or from something. */
export const countsDays = ({ label, value }: Pick<Entry, 'label' | 'value'>): boolean =>
  OF_PAYMENTS.test(label) && paymentLagsIn(value).length > 0;

/** `mensuales, el día 15`, `quarterly, on the 26th of March, …`. */
const DAY_OF_MONTH =
  /\b(?:on the|el día|le|il|am|zum|el)\s+(\d{1,2})(?:st|nd|rd|th|er|\.)?(?![\d/.,:]|\s?(?:%|days?|business|tage|jours|días|giorni))/gi;

/** Whether a cell names a day of the month on which the trade neither begins nor ends: a rhythm of its own. */
function isOnAnotherDay(found: FoundFields, value: string): boolean {
  const regular = (['effective_date', 'termination_date'] as const).flatMap((field) => {
    const date = found.get(field);
    return date === undefined ? [] : [Number(date.slice(-2))];
  });
  return regular.length > 0 && [...value.matchAll(DAY_OF_MONTH)].some(([, day]) => !regular.includes(Number(day)));
}

const WRITTEN_DATE = new RegExp(DATE_LITERAL, 'g');

/** Whether a cell lists dates that are not the trade's regular ones: another day, a missing one, another first or last one. */
export function listsOtherDates(found: FoundFields, value: string): boolean {
  const dates = (value.match(WRITTEN_DATE) ?? []).flatMap((literal) => {
    const read = readDate(literal);
    // `17 Dec, 17 Mar` has no year.
    return read.kind === 'date' && /\d{4}/.test(literal) ? [read.date] : [];
  });
  const [first, second] = dates;
  const [from, until] = [found.get('effective_date'), found.get('termination_date')];
  if (first === undefined || second === undefined) return false;
  if (from === undefined || until === undefined) return true;
  const months = monthsBetween(first, second);
  const listed = [...dates, ...(/\btermination date\b/i.test(value) ? [until] : [])];
  if (months <= 0 || addTenor(from, `${months}M`) !== first) return true;
  const regular: string[] = [];
  for (
    let at: string | undefined = first, i = 1;
    at !== undefined && at <= until;
    at = addTenor(from, `${++i * months}M`)
  )
    regular.push(at);
  return regular.join() !== [...new Set(listed)].join();
}

const monthsBetween = (a: string, b: string): number =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7));

function isFirstPaymentKnown(found: FoundFields, value: string): boolean {
  const literal = FIRST_PAYMENT.exec(value)?.[1];
  const read = literal === undefined ? undefined : readDate(literal);
  return (
    read?.kind === 'date' &&
    (isRegularFirst(found, read.date) ||
      (['fixed_first_payment_date', 'floating_first_payment_date', 'effective_date'] as const).some(
        (field) => found.get(field) === read.date,
      ))
  );
}

/** Whether a date is one period of some leg after the start: what a leg without such a field has by itself. */
export function isRegularFirst(found: FoundFields, date: string): boolean {
  const from = found.get('effective_date');
  if (from === undefined) return false;
  return (
    ['floating_payment_frequency', 'second_payment_frequency', 'fixed_payment_frequency', 'payment_frequency'] as const
  ).some((field) => isOnePeriodAfter(from, date, found.get(field) ?? ''));
}

const PAYMENT =
  /\b(?:pays?|zahlt|paie|verse|paga|abona|versa)\b.*(?:\b[A-Z]{3}|[$€£])\s?\d|(?:\b[A-Z]{3}|[$€£])\s?\d.*\b(?:payable|paid|due)\b/;

/** `23/09/2028: Party A pays USD 100,000.00`: a payment, whatever stands before it. */
export const isPayment = (value: string): boolean => PAYMENT.test(value);
