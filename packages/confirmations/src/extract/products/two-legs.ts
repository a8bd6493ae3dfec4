import { otherSide, type Source, type TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel, unitIn, withUnit } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { type Group, groupsOf, payerOfHeading } from '../leg-groups.ts';
import { isOnePeriodAfter } from '../maturity.ts';
import type { Parties } from '../parties/find-parties.ts';
import { splitIndex } from '../sentences/leg-sentence.ts';
import { readCurrency } from '../values/currencies.ts';
import { readDate } from '../values/dates.ts';
import { amountIn, inPercent, percentIn, spreadIn } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';
import { isAbsent, readDayCount, readFrequency, readTenor } from '../values/terms.ts';
import { legsOfPayers } from './legs-of-payers.ts';

/** One leg of a swap of two like legs, as far as its entries say. */
export interface LegTerms {
  readonly payer?: Source;
  readonly currency?: string;
  readonly notional?: string;
  readonly index?: string;
  readonly designated_maturity?: string;
  readonly spread_bps?: string;
  readonly fixed_rate?: string;
  readonly day_count?: string;
  readonly payment_frequency?: string;
  readonly first_payment?: string;
}

export interface Leg {
  readonly terms: LegTerms;
  /** Where each term stands. */
  readonly places: { readonly [T in keyof LegTerms]?: Entry };
}

const NUMBER = /\b(1|i|one|first|2|ii|two|second)\b/;
const PARTY = /\bparty (a|b)\b/;
const KIND = /\b(fixed|floating)\b/;
const FIRST = new Set(['1', 'i', 'one', 'first']);

/** How the labels of a document tell two legs apart: by number, as fixed and floating, by party, or by currency. */
type Marker = 'number' | 'kind' | 'party' | 'currency';
const MARKERS: readonly Marker[] = ['number', 'kind', 'party', 'currency'];

function markOf(text: string, marker: Marker): string | undefined {
  if (marker === 'currency') return currencyOf(text);
  const plain = canonicalLabel(text);
  if (marker === 'number') {
    const number = NUMBER.exec(plain)?.[1];
    return number === undefined ? undefined : FIRST.has(number) ? '1' : '2';
  }
  return (marker === 'party' ? PARTY : KIND).exec(plain)?.[1];
}

/**
 * The two legs of a swap whose legs have the same labels. A leg's entries share a mark in their label, column or section;
 * where nothing marks them, the second time that a label stands is the second leg's.
 */
export function twoLegs(entries: readonly Entry[], context: ReadingContext, parties: Parties): [Leg, Leg] | undefined {
  const marked = MARKERS.flatMap((marker) => {
    const legs = markedLegs(entries, marker, context, parties);
    return legs ? [legs] : [];
  });
  const [inFirst, ...inOthers] = marked;
  if (inFirst) {
    const best = inOthers.reduce((most, each) => (sizeOf(each) > sizeOf(most) ? each : most), inFirst);
    return saysMore(legsOfGroups(entries, context, parties), best);
  }
  const paid = legsOfPayers(entries, parties);
  if (paid) return withRowsBelow(entries, paid, context);
  const ofGroups = legsOfGroups(entries, context, parties);
  if (ofGroups) return ofGroups;
  const [once, again]: [Entry[], Entry[]] = [[], []];
  const seen = new Set<string>();
  for (const entry of entries) {
    const plain = canonicalLabel(entry.label);
    // Behind the second leg's first label the equivalent is its amount.
    const isSecond = seen.has(plain) || (again.length > 0 && EQUIVALENT.test(plain));
    (isSecond ? again : once).push(entry);
    seen.add(plain);
  }
  const [first, second] = [legOfEntries(once, context), legOfEntries(again, context)];
  return isLeg(first) && isLeg(second) ? [first, second] : undefined;
}

/** `Payable: quarterly`, `Day count: Act/360` below the cell of each leg, with the same labels below both: each leg's own. */
function withRowsBelow(entries: readonly Entry[], legs: [Leg, Leg], context: ReadingContext): [Leg, Leg] {
  const [one, other] = legs.map(({ places }) => entries.indexOf(Object.values(places)[0] as Entry));
  if (one === undefined || other === undefined || one < 0 || other <= one) return legs;
  const [first, second] = [entries.slice(one + 1, other), entries.slice(other + 1, 2 * other - one)];
  const labels = (rows: readonly Entry[]) => rows.map(({ label }) => canonicalLabel(label)).join('|');
  if (first.length === 0 || labels(first) !== labels(second)) return legs;
  const [a, b] = [first, second].map((rows) => legOfEntries(rows, context));
  const merged = (leg: Leg, more: Leg | undefined): Leg => ({
    terms: { ...more?.terms, ...leg.terms },
    places: { ...more?.places, ...leg.places },
  });
  return [merged(legs[0], a), merged(legs[1], b)];
}

/** The two legs by the marks of their entries, where there are two marks, and a leg under each. */
function markedLegs(
  entries: readonly Entry[],
  marker: Marker,
  context: ReadingContext,
  parties: Parties,
): [Leg, Leg] | undefined {
  const legs = new Map<string, Entry[]>();
  const shared: Entry[] = [];
  let last: string | undefined;
  let begun: string | undefined;
  for (const entry of entries) {
    // `LEG 1: FIXED` in the place of a heading: what follows is the leg's, until the next.
    if (marker === 'number' && A_LEG_AS_LABEL.test(entry.label) && A_KIND.test(entry.value.trim())) {
      begun = markOf(entry.label, marker);
      continue;
    }
    if (begun !== undefined && !OF_A_LEG.test(canonicalLabel(entry.label))) begun = undefined;
    const mark =
      begun ?? markOf(entry.label, marker) ?? markOf(entry.column ?? '', marker) ?? markOf(entry.section, marker);
    const plain = canonicalLabel(entry.label);
    // A spread or a tenor without a mark is of the leg above; a day count or a frequency without one is of both.
    const own = mark ?? (OF_THE_LEG_ABOVE.test(plain) ? last : undefined);
    if (own !== undefined) legs.set(own, [...(legs.get(own) ?? []), entry]);
    else if (OF_BOTH_LEGS.test(plain)) shared.push(entry);
    last = mark ?? last;
  }
  const read = [...legs.values()].map((leg) => {
    const heading = leg[0]?.column ?? leg[0]?.section ?? '';
    return withPayerOf({ heading, entries: leg }, legOfEntries([...leg, ...shared], context), parties);
  });
  const [first, second] = read;
  return first && second && read.length === 2 && isLeg(first) && isLeg(second) ? [first, second] : undefined;
}

/** The two groups of entries that are a leg each. */
function legsOfGroups(entries: readonly Entry[], context: ReadingContext, parties: Parties): [Leg, Leg] | undefined {
  const legs = groupsOf(entries).flatMap((group) => {
    const leg = withPayerOf(group, legOfEntries(group.entries, context), parties);
    return isLeg(leg) ? [leg] : [];
  });
  const [one, other] = legs;
  return one && other && legs.length === 2 ? [one, other] : undefined;
}

/** Legs by their headings where these hold more of them than marks in labels do: amounts without a mark, day counts apart. */
function saysMore(ofGroups: [Leg, Leg] | undefined, ofMarks: [Leg, Leg]): [Leg, Leg] {
  return ofGroups && sizeOf(ofGroups) > sizeOf(ofMarks) ? ofGroups : ofMarks;
}

const sizeOf = (legs: readonly Leg[]): number => legs.reduce((sum, { terms }) => sum + Object.keys(terms).length, 0);

/** `Day count, USD`, `Payer of EUR Fixed Rate`: the one currency that a label names. */
function currencyOf(text: string): string | undefined {
  const codes = (text.match(/\b[A-Z]{3}\b/g) ?? []).filter((code) => readCurrency(`${code} 1`) === code);
  return new Set(codes).size === 1 ? codes[0] : undefined;
}

/** The leg with who pays it by the heading of its group, `Fund pays`, where no label says so. */
function withPayerOf({ heading, entries }: Group, leg: Leg, parties: Parties): Leg {
  const payer = leg.terms.payer === undefined ? payerOfHeading(heading, parties) : undefined;
  const [first] = entries;
  if (!payer || !first) return leg;
  const place = { ...first, label: heading, value: heading };
  return { terms: { ...leg.terms, payer }, places: { ...leg.places, payer: place } };
}

const EQUIVALENT = /^(?:counter ?value|equivalent)(?: amount)?$/;

function isLeg({ terms }: Leg): boolean {
  return terms.index !== undefined || terms.fixed_rate !== undefined;
}

const A_LEG_AS_LABEL = /^(?:leg|stream|jambe|pata|gamba|bein)\s*(?:no\.?\s*)?[12]\s*:?$/i;
const A_KIND = /^(?:fixed|float(?:ing)?|fix|flt)(?: rate)?(?: leg)?$/i;
const OF_A_LEG =
  /^(?:payer|payment by|paid by|notional|notional amount|principal|currency|rate|fixed rate|coupon|index|floating rate|floating rate option|reference rate|spread|margin|tenor|designated maturity|day count|day count fraction|basis|frequency|payment frequency|payment date|reset frequency)$/;
const OF_THE_LEG_ABOVE = /^(?:spread|margin|designated maturity|tenor)$/;
const OF_BOTH_LEGS = /^(?:day count|day count fraction|day count basis|payment frequency|payment date|basis)$/;

/** Of a rate: how often it is paid is something else. */
const A_YEAR = /\bp\.?\s?a\.?(?=\W|$)|\bper annum\b/gi;

/** What stands in a label beside what it is of. */
const MARKS = /\b(?:1|2|i|ii|one|two|first|second|party a|party b|fixed|floating|leg)\b/g;

const READERS: readonly (readonly [
  keyof LegTerms,
  RegExp,
  (value: string, context: ReadingContext) => Partial<LegTerms>,
])[] = [
  [
    'payer',
    /\bpayer$|^(?:paid by|pay|payment|party|rate payer)$/,
    (value, { party }) => defined({ payer: party(value) }),
  ],
  [
    'notional',
    /\b(?:amount|notional|principal)\b|^(?:counter ?value|equivalent|on|calculated on|based on)$/,
    (value, { decimalMark }) => {
      const read = amountIn(value, decimalMark);
      return read?.currency === undefined ? {} : { currency: read.currency, notional: read.amount };
    },
  ],
  [
    'designated_maturity',
    /\bdesignated maturity\b|\btenor\b|^(?:index )?term$/,
    (value) => defined({ designated_maturity: readTenor(value) }),
  ],
  [
    'spread_bps',
    /\bspread\b|\bmargin\b/,
    (value, { ratesAreDecimals }) => defined({ spread_bps: spreadIn(inPercent(value, ratesAreDecimals))?.value }),
  ],
  ['currency', /^currency$/, (value) => defined({ currency: readCurrency(value) })],
  ['day_count', /\bday count\b|\bbasis\b|^accrual$/, (value) => defined({ day_count: readDayCount(value) })],
  [
    'payment_frequency',
    /\bfrequency\b|^(?:payment|paid|payable|interest payment|interest payable|interest paid|paid interest|payable interest|interest|period|interest period|periodicity|interest periodicity|payment cycle|interest settlement)$|\bpayment date\b|\bpayment period\b|\bperiod end date\b/,
    // `every 3 months, act/360`.
    (value) => defined({ payment_frequency: readFrequency(value), day_count: readDayCount(value) }),
  ],
  [
    'index',
    /\b(?:option|index|benchmark|reference rate|rate|coupon)\b/,
    (value, { ratesAreDecimals }) => {
      // `Rate type: Floating` says which kind, and not which rate.
      if (isAbsent(value) || /^(?:fixed|float(?:ing)?|variable)$/i.test(value.trim())) return {};
      const fixed = percentIn(inPercent(value, ratesAreDecimals));
      if (fixed && !/[A-Z]{3}-/.test(value)) {
        return defined({
          fixed_rate: fixed.value,
          day_count: readDayCount(fixed.rest),
          payment_frequency: readFrequency(fixed.rest.replace(A_YEAR, ' ')),
        });
      }
      const { index, tenor, spread } = splitIndex(value);
      return /[A-Za-z]{3}/.test(index) ? defined({ index, designated_maturity: tenor, spread_bps: spread }) : {};
    },
  ],
];

function defined(terms: { readonly [T in keyof LegTerms]?: string | undefined }): Partial<LegTerms> {
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
}

const A_FIRST_PAYMENT = /^first (?:payment|coupon|interest)(?: payment)?(?: date)?$/;

function legOfEntries(entries: readonly Entry[], context: ReadingContext): Leg {
  const terms: { -readonly [T in keyof LegTerms]?: string } = {};
  const places: { -readonly [T in keyof LegTerms]?: Entry } = {};
  for (const entry of entries) {
    if (A_FIRST_PAYMENT.test(canonicalLabel(entry.label))) {
      const first = readDate(entry.value, context.slashOrder);
      if (first.kind === 'date' && terms.first_payment === undefined)
        [terms.first_payment, places.first_payment] = [first.date, entry];
      continue;
    }
    const code = currencyOf(entry.label);
    const plain = canonicalLabel(entry.label)
      .replace(MARKS, ' ')
      .replace(code === undefined ? /$^/ : new RegExp(`\\b${code.toLowerCase()}\\b`), ' ')
      .replace(/\s+/g, ' ')
      .trim()
      // `Payer in USD`, `Notional amount in EUR`.
      .replace(/ in(?: [a-z]{3})?$/, '')
      .replace(/^payer of (?:the )?(?:rate|amounts?|interest|leg)$/, 'payer')
      .replace(/^(?:rate )?payer (?=\w)/, '');
    const unit = unitIn(entry.label);
    const value = unit === undefined ? entry.value : withUnit(entry.value, unit);
    if (/\b(?:exchange|reset|initial|final|business)\b/.test(plain)) continue;
    // `Pays` is a party or how often: whichever its value is.
    const read = READERS.filter(([, label]) => label.test(plain))
      .slice(0, /^(?:payment|paid)$/.test(plain) ? undefined : 1)
      .map(([, , reader]) => reader(value, context))
      .find((given) => Object.keys(given).length > 0);
    for (const [term, value] of Object.entries(read ?? {}) as [keyof LegTerms, string][]) {
      if (terms[term] !== undefined) continue;
      terms[term] = value;
      places[term] = entry;
    }
  }
  // `currency | EUR` beside `notional | 50000000.00`.
  const bare =
    terms.notional === undefined && terms.currency !== undefined ? bareAmountOf(entries, context) : undefined;
  if (bare) [terms.notional, places.notional] = [bare.amount, bare.entry];
  return { terms: terms as LegTerms, places };
}

function bareAmountOf(entries: readonly Entry[], { decimalMark }: ReadingContext) {
  for (const entry of entries) {
    const read = /^notional\b/.test(canonicalLabel(entry.label)) ? amountIn(entry.value, decimalMark) : undefined;
    if (read) return { amount: read.amount, entry };
  }
  return undefined;
}

/** In order of currency, then index, then tenor: whoever prints them first, two documents have the same first leg. */
export function inOrder([a, b]: readonly [Leg, Leg]): [Leg, Leg] {
  const key = ({ terms }: Leg) =>
    [terms.currency ?? '', terms.index?.toUpperCase() ?? '', (terms.designated_maturity ?? '').padStart(4, '0')].join(
      '|',
    );
  return key(a) <= key(b) ? [a, b] : [b, a];
}

/** Gives the terms of a leg as fields of the trade. */
export function addLeg(found: FoundFields, leg: Leg, as: { readonly [T in keyof LegTerms]?: TradeField }): void {
  for (const [term, field] of Object.entries(as) as [keyof LegTerms, TradeField][]) {
    const [value, place] = [leg.terms[term], leg.places[term]];
    if (value === undefined || !place) continue;
    if (found.get(field) === undefined) found.add(field, value, place);
    else found.use(place);
  }
}

/**
 * Takes a leg's first payment for what it is by itself where it falls one period of that leg after the start, or on one of the days
 * that a holiday moves it to: a stub stays a term.
 */
export function useRegularFirst(found: FoundFields, { terms, places }: Leg): void {
  const from = found.get('effective_date');
  const { first_payment: first, payment_frequency: often } = terms;
  if (from === undefined || first === undefined || often === undefined || !places.first_payment) return;
  if (isOnePeriodAfter(from, first, often)) found.use(places.first_payment);
}

/** Of two legs the payer of one is not the payer of the other. */
export function withBothPayers([a, b]: readonly [Leg, Leg]): [Leg, Leg] {
  const fill = (leg: Leg, other: Leg): Leg =>
    leg.terms.payer === undefined && other.terms.payer !== undefined
      ? {
          terms: { ...leg.terms, payer: otherSide(other.terms.payer) },
          places: { ...leg.places, ...(other.places.payer ? { payer: other.places.payer } : {}) },
        }
      : leg;
  return [fill(a, b), fill(b, a)];
}
