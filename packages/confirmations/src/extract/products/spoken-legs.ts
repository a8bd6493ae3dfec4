import type { Source } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { legIn, payingSentences } from '../sentences/leg-sentence.ts';
import { currencyIn, readCurrency } from '../values/currencies.ts';
import { amountIn } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';
import type { Leg, LegTerms } from './two-legs.ts';

/** `EUR leg: paid by Aldera at a fixed 2.95%, yearly, 30/360.` */
const PAID_BY =
  /\b([A-Z]{3}) leg:? (?:is |to be )?(?:paid|payable) by (?:the )?(.{2,60}?) (?:at|on) (.+?)(?=\s[A-Z]{3} leg\b|\.\s+(?=\p{Lu})|\.?$)/gu;
/** On which amount a leg is paid: `on the sterling amount`. */
const ON_AN_AMOUNT = /\bon (?:the )?(\p{L}[\p{L} .]{2,30}?) (?:amount|notional|principal)\b/iu;
/** On which amount, in figures: `on NOK 203,000,000.00`. */
const ON_MONEY = /\bon (?:an? )?(?:(?:notional|principal)(?: amount)? of )?([A-Z]{3})\s?\d[\d.,'’]*\d/u;
const AN_AMOUNT = /^(?:the )?[\p{L} .]{2,30}? (?:amount|notional|principal)(?: amount)?\s*:?$/iu;

interface Said {
  readonly currency: string;
  readonly payer: Source;
  readonly text: string;
}

/**
 * The two legs of a cross-currency swap that sentences state, each with the amount in its currency that a label gives.
 * Nothing unless there are exactly two, in two currencies, with one amount each.
 */
export function spokenLegs(
  prose: string,
  entries: readonly Entry[],
  context: ReadingContext,
  parties: Parties,
): [Leg, Leg] | undefined {
  const said = [...paidBy(prose, parties), ...paying(prose, parties)];
  const legs = said.flatMap(({ currency, payer, text }): Leg[] => {
    const terms = legIn(text);
    const amounts = [...spokenAmounts(currency, text, prose, context), ...amountsIn(currency, entries, context)];
    const [own] = amounts;
    if (!terms || !own || new Set(amounts.map(({ amount }) => amount)).size > 1) return [];
    const place: Entry = { ...own.entry, page: 0, line: 0, label: 'text', value: text, boxes: [] };
    const all: LegTerms = { ...terms, payer, currency, notional: own.amount };
    const places = Object.fromEntries(
      Object.keys(all).map((term) => [term, term === 'currency' || term === 'notional' ? own.entry : place]),
    );
    return [{ terms: all, places }];
  });
  const [one, other] = legs;
  return one && other && legs.length === 2 && one.terms.currency !== other.terms.currency ? [one, other] : undefined;
}

const UNDERSTOOD =
  /\b(?:[A-Z]{3} leg|paid|payable|pays?|by|at|on|an?|the|of|and|each|every|in|to|plus|minus|less|fixed|floating|rate|compounded|per|cent|annum|basis|points?|bps?|arrears|margin|spread|flat|yearly|annually|semi-?annually|quarterly|monthly|months?|years?|act(?:ual)?|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th))\b/gi;

/**
 * Notes that the entries in which the legs are stated, `EUR leg: paid by …`, ended as fields: if no word stands in them
 * besides what was read.
 */
export function useSpokenEntries(
  found: FoundFields,
  entries: readonly Entry[],
  legs: readonly Leg[],
  parties: Parties,
): void {
  for (const entry of entries) {
    const text = `${entry.label} ${entry.value}`;
    if (found.isUsed(entry) || !/^[A-Z]{3} leg\s*:?$/.test(entry.label)) continue;
    const said = legs.filter(({ places }) => places.payer && text.includes(places.payer.value));
    if (said.length === 0) continue;
    const payers = [...text.matchAll(PAID_BY)].flatMap(([, , who = '']) => (parties.resolve(who) ? [who] : []));
    const indices = said.flatMap(({ terms }) => terms.index?.split(/[^A-Za-z]+/) ?? []);
    const rest = [...payers, ...indices.filter((word) => word !== '')].reduce(
      (left, word) => left.replaceAll(word, ' '),
      text.replace(UNDERSTOOD, ' '),
    );
    if (!/\p{L}/u.test(rest)) found.use(entry);
  }
}

function paidBy(prose: string, parties: Parties): Said[] {
  return [...prose.matchAll(PAID_BY)].flatMap(([, code = '', who = '', text = '']) => {
    const payer = parties.resolve(who);
    return payer && readCurrency(`${code} 1`) === code ? [{ currency: code, payer, text }] : [];
  });
}

function paying(prose: string, parties: Parties): Said[] {
  return payingSentences(prose, parties).flatMap(({ payer, text }) => {
    const named = ON_AN_AMOUNT.exec(text)?.[1];
    const ofIndex = /\b([A-Z]{3})-[A-Z]/.exec(text)?.[1];
    const ofAmount = ON_MONEY.exec(text)?.[1];
    const currency = ofAmount ?? (named && currencyIn(named)?.code) ?? ofIndex;
    return currency === undefined ? [] : [{ currency, payer, text }];
  });
}

/** The amount of a currency that the leg's own sentence has, or one that says what the notional in it is. */
function spokenAmounts(
  currency: string,
  text: string,
  prose: string,
  { decimalMark }: ReadingContext,
): { readonly entry: Entry; readonly amount: string }[] {
  const own = ON_MONEY.exec(text);
  const of = new RegExp(
    `\\b${currency} (?:notional|principal)(?: amount)? (?:is|of|being) (${currency}\\s?\\d[\\d.,'’]*\\d)`,
  ).exec(prose);
  return [own && { literal: own[0], from: own[0] }, of && { literal: of[0], from: of[1] ?? '' }].flatMap((said) => {
    const read = said ? amountIn(said.from, decimalMark) : undefined;
    if (!said || read?.currency !== currency) return [];
    return [{ amount: read.amount, entry: { label: 'text', value: said.literal, section: '', page: 0, line: 0 } }];
  });
}

function amountsIn(
  currency: string,
  entries: readonly Entry[],
  { decimalMark }: ReadingContext,
): { readonly entry: Entry; readonly amount: string }[] {
  return entries.flatMap((entry) => {
    const read = AN_AMOUNT.test(entry.label) ? amountIn(entry.value, decimalMark) : undefined;
    return read?.currency === currency ? [{ entry, amount: read.amount }] : [];
  });
}
