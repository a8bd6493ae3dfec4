import { FIELD_KINDS, type FieldKind, type Product, type TradeField } from '@trade-matching/domain';
import { isNonEconomicLabel, NON_ECONOMIC_SECTION } from './accounting/non-economic.ts';
import { isDecoy, isForeignTo } from './belonging.ts';
import type { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { DEFINITIONS } from './products/index.ts';
import { currencyIn } from './values/currencies.ts';
import type { ReadingContext } from './values/readers.ts';
import { readDayCount } from './values/terms.ts';
import { COMMON_TERMS } from './vocabulary/common.ts';
import { FLOATING_INDEX } from './vocabulary/floating-indices.ts';
import { OF_SOMETHING_ELSE } from './vocabulary/index.ts';
import { legOf, legOfField, type Term } from './vocabulary/term.ts';

/** An entry that no label names, in the place of a field that is still open. */
export interface Candidate {
  readonly entry: Entry;
  readonly field: TradeField;
  readonly fields: { readonly [F in TradeField]?: string };
  readonly score: number;
}

/** Kinds whose readers take nothing that is of another kind: where nothing but the value speaks, it has to speak for itself. */
export const TELLING: ReadonlySet<FieldKind> = new Set([
  'date',
  'amount',
  'percent',
  'party',
  'frequency',
  'day-count',
  'business-day-convention',
  'index',
  'decimal',
]);
/** Words of the trade that every label may have, and that tell no field from another. */
const PLAIN_WORDS = new Set([
  'date',
  'rate',
  'amount',
  'payment',
  'price',
  'number',
  'currency',
  'of',
  'on',
  'for',
  'in',
  'by',
]);
/** Words that turn a label round, or make it another end of the trade: both labels have them, or neither. */
const DIRECTIONS =
  'payer receiver pay receive paid received buyer seller buy sell bought sold put call cap floor near far first final initial start end earliest latest minimum maximum by to'.split(
    ' ',
  );
/** Whoever receives is not who pays: such a party is not taken by its kind. */
const RECEIVES = /\b(?:receiver|receive|received|payee|beneficiary)\b/;
const BUYING = /\b(?:buy|buys|buyer|buying|bought|purchas\w*|long|acquir\w*)\b/;
const SELLING = /\b(?:sell|sells|seller|selling|sold|grant\w*|writ\w+|short)\b/;

/** Whoever buys is not the seller, nor the other way round; whoever receives does not pay. */
function isAgainst(field: TradeField, label: string): boolean {
  if (RECEIVES.test(label)) return true;
  const [buys, sells] = [BUYING.test(label), SELLING.test(label)];
  return buys !== sells && (/seller/.test(field) ? buys : /buyer/.test(field) && sells);
}

/** A bare number under these words is a level or a price: an index at 1,842.60 is no amount of money. */
const IS_NO_MONEY = /\b(?:level|price|index|strike|rate|point|unit|ratio|share|fixing)\b/;
const PRICES: ReadonlySet<TradeField> = new Set(['fixed_price', 'initial_price']);
/** Money, so much for each unit, or a level by itself. */
const A_PRICE = /\b[A-Z]{3}\b|[$€£¥]|\d\s*(?:per\b|\/)|^\s*\d[\d.,'’ ]*(?:\s?points?)?\s*$/;
const FIGURES: ReadonlySet<FieldKind> = new Set(['amount', 'decimal', 'quantity', 'basis-points', 'percent']);
/** Who a party is, and not what it does. */
const A_PARTY =
  /^(?:(?:the|our|swap|hedge|dealing) )?(?:bank|banco|banque|banca|dealer|broker|counterparty|client|customer|cliente|kunde|fund|company|entity|party)(?: name)?$/;
/** A number, at most the places or the kind of days that it counts, then the word for days. */
const COUNTS_DAYS =
  /(?<![\d.,])\d{1,3}\)?\s+(?:[\p{L}/&+,.-]+\s+){0,4}?(?:b\.?d\.?s?|[a-z]*days?|\p{L}*tagen?|jours?|d[ií]as?|giorni|werkdagen|dagen)(?![\p{L}])/iu;
const LONGEST_VALUE = 90;
const LONGEST_LABEL = 60;

export function isOpen(found: FoundFields, entry: Entry): boolean {
  const { label, value, section } = entry;
  const plain = canonicalLabel(label);
  return (
    !found.isUsed(entry) &&
    value !== '' &&
    value.length <= LONGEST_VALUE &&
    label.length <= LONGEST_LABEL &&
    /\p{L}{2}/u.test(label) &&
    !/\d{3}/.test(label) &&
    !PAGE_NUMBER.test(value) &&
    !NON_ECONOMIC_SECTION.test(section) &&
    !isNonEconomicLabel(plain) &&
    !OF_SOMETHING_ELSE.test(plain)
  );
}

/** At a page's edge, beside a name or a title. */
const PAGE_NUMBER = /^(?:page|seite|pagina|página)\s+\d+(?:\s*(?:of|von|sur|de|di|\/)\s*\d+)?$/i;

/** The terms of the fields that have no value, one a field, the leg's own before the plain ones. */
export function openTerms(found: FoundFields, product: Product): Term[] {
  return [...DEFINITIONS[product].terms, ...COMMON_TERMS].filter((term) => {
    const [field] = term.read.gives;
    return (
      field !== undefined &&
      found.get(field) === undefined &&
      !found.unclear.has(field) &&
      CHOSEN.has(FIELD_KINDS[field]) &&
      !isForeignTo(product, field)
    );
  });
}
/** Texts and references fit anything: they are never chosen by their value. */
const CHOSEN: ReadonlySet<FieldKind> = new Set([...TELLING, 'basis-points', 'tenor', 'quantity', 'enum', 'currency']);

export function candidateFor(entry: Entry, term: Term, product: Product, context: ReadingContext): Candidate[] {
  const [field] = term.read.gives;
  if (field === undefined || isDecoy(entry.section, field)) return [];
  const own = term.leg ?? (DEFINITIONS[product].legPayers ? legOfField(field) : undefined);
  const heading = own && (legOf(canonicalLabel(entry.label)) ?? legOf(entry.column ?? '') ?? legOf(entry.section));
  if (heading !== undefined && own !== undefined && heading !== own) return [];
  // `Fund sells USD / buys BRL`: who does which is read with the currencies.
  if (FIELD_KINDS[field] === 'party' && /\bsell.*\bbuy|\bbuy.*\bsell/i.test(entry.value)) return [];
  const isRole = A_PARTY.test(canonicalLabel(entry.label));
  if (FIELD_KINDS[field] === 'party' && (isRole || isAgainst(field, canonicalLabel(entry.label)))) return [];
  // What stands under a label of references is one, whatever its letters look like.
  if (isReferenceAlone(entry)) return [];
  const reading = term.read(entry.value, context);
  if (reading.kind !== 'fields' || reading.fields[field] === undefined) return [];
  // A text under an unknown label is an index only if it names a rate.
  if (FIELD_KINDS[field] === 'index' && !FLOATING_INDEX.test(entry.value) && !/\b[A-Z]{3}-[A-Z]/.test(entry.value))
    return [];
  // `ACT/365F` is no amount, and `3/12` no price.
  if (FIGURES.has(FIELD_KINDS[field]) && readDayCount(entry.value) !== undefined) return [];
  // `2 LON BD after period end`: a number of days is no money, no rate and no price.
  if (FIGURES.has(FIELD_KINDS[field]) && COUNTS_DAYS.test(entry.value)) return [];
  // The house number of an address is no money.
  if (FIELD_KINDS[field] === 'amount' && !/\d{3}/.test(entry.value) && currencyIn(entry.value) === undefined) return [];
  // `Five (5) Business Days`, `2,500 MT`: a number of something is no price.
  if (PRICES.has(field) && !A_PRICE.test(entry.value)) return [];
  if (
    FIELD_KINDS[field] === 'amount' &&
    Object.keys(reading.fields).length < 2 &&
    IS_NO_MONEY.test(canonicalLabel(entry.label))
  )
    return [];
  return [
    {
      entry,
      field,
      fields: reading.fields,
      score: likeness(entry.label, term) + (heading !== undefined && heading === own ? 0.1 : 0),
    },
  ];
}

/** `Bank deal ref`, `Ticket no.`: a label that ends in a word for a reference, with one code of letters and figures for its value. */
const OF_A_REFERENCE = /\b(?:ref(?:erence|erencia|érence|erenz|erenza)?|number|no|nr|id|identifier|ticket|uti|usi)$/iu;
const A_REFERENCE = /^(?=\S*\d)[\p{L}\d]+(?:[-/._][\p{L}\d]+)+$|^(?=.*\p{L})[\p{L}\d]*\d{4}[\p{L}\d]*$/u;

const isReferenceAlone = ({ label, value }: Entry): boolean =>
  OF_A_REFERENCE.test(canonicalLabel(label)) && A_REFERENCE.test(value.trim());

const wordsOf = new WeakMap<Term, readonly (readonly string[])[]>();

/** The share of a label's words, the telling ones counted double, that one of the term's labels has too. */
function likeness(label: string, term: Term): number {
  const words = canonicalLabel(label.replace(/\([^)]*\)/g, ' '))
    .split(' ')
    .filter(Boolean);
  let listed = wordsOf.get(term);
  if (!listed) {
    // Labels of legs are the plain ones with the leg's words: a few tell as much as all.
    listed = [...new Set(term.labels.map(canonicalLabel))].slice(0, 60).map((each) => each.split(' '));
    wordsOf.set(term, listed);
  }
  const weight = (word: string) => (PLAIN_WORDS.has(word) ? 1 : 2);
  const total = (list: readonly string[]) => list.reduce((sum, word) => sum + weight(word), 0);
  let best = 0;
  for (const each of listed) {
    if (DIRECTIONS.some((word) => words.includes(word) !== each.includes(word))) continue;
    const common = each.filter((word) => words.includes(word));
    if (common.every((word) => PLAIN_WORDS.has(word))) continue;
    best = Math.max(best, (2 * total(common)) / (total(words) + total(each)));
  }
  return best;
}
