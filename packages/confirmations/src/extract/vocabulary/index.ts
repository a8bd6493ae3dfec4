import { FIELD_KINDS, PRODUCTS, type Product, type TradeField } from '@trade-matching/domain';
import { canonicalLabel, lookupForms } from '../labels.ts';
import { DEFINITIONS } from '../products/index.ts';
import { remembering } from '../remembering.ts';
import { wordsMeant } from './abbreviations.ts';
import { COMMON_TERMS } from './common.ts';
import { saidOtherwise } from './said-otherwise.ts';
import { type Leg, legOf, legOfField, list, type Term } from './term.ts';

export { legOf } from './term.ts';

interface Lookup {
  readonly plain: ReadonlyMap<string, readonly Term[]>;
  readonly byLeg: { readonly [L in Leg]: ReadonlyMap<string, readonly Term[]> };
  /** The terms that the lists hold for a label under headings that name these legs. */
  readonly labelled: (legs: readonly Leg[]) => (label: string) => readonly Term[];
  /** The terms whose pattern a canonical label fits. */
  readonly withWordsOf: (form: string) => readonly Term[];
}

const lookups = new Map<Product, Lookup>();
/** Words that make a label one of another amount or date than the trade's. */
export const OF_SOMETHING_ELSE =
  /\b(?:hedge|fee|first|original|prior|previous|early|optional|maximum|minimum|default|clearing|reporting|agent|threshold|limit|collateral|account|upfront|floor|cap|spot|amendment|novation|brokerage|broker|break|independent|tax|credit line|margin call|unwind|indicative|requirement|shares)\b/;

/** A label of more words is a sentence, and says more than its words do. */
const LONGEST_PATTERN_WORDS = 8;

/**
 * The terms that a label may stand for in a product's confirmation, under these headings, the likeliest first: the one
 * whose reader can read the value is meant. The label is looked up as it stands, then without what it adds.
 */
export function termsFor(product: Product, label: string, headings: readonly (string | undefined)[]): readonly Term[] {
  const exact = labelled(product, label, headings);
  if (exact.length > 0) return exact;
  const either = ofEitherLanguage(product, label, headings);
  return either.length > 0 ? either : shortened(product, label, headings);
}

/** The first term that the lists hold a label for, as it stands. */
export function listedTerm(product: Product, label: string): Term | undefined {
  return labelled(product, label, [])[0];
}

/** The one term of a label that the vocabulary lists. */
export function termFor(product: Product, label: string, headings: readonly (string | undefined)[]): Term | undefined {
  return (labelled(product, label, headings)[0] ?? ofEitherLanguage(product, label, headings)[0]) || undefined;
}

/** Whether a product's lists hold a label as it stands. */
export function isListed(product: Product, label: string): boolean {
  return labelled(product, label, []).length > 0;
}

function labelled(product: Product, label: string, headings: readonly (string | undefined)[]): readonly Term[] {
  return lookupOf(product).labelled(legsOf(headings))(label);
}

function labelledIn({ plain, byLeg }: Pick<Lookup, 'plain' | 'byLeg'>, legs: readonly Leg[], label: string): Term[] {
  const terms = lookupForms(label).flatMap((form) => [
    ...legs.flatMap((leg) => byLeg[leg].get(form) ?? []),
    ...(plain.get(form) ?? []),
  ]);
  // `Underlying / Index` in the column of the floating leg is its rate's index.
  const isOf = ({ leg, read: { gives } }: Term) => leg ?? (gives[0] === undefined ? undefined : legOfField(gives[0]));
  const own = (term: Term) => legs.some((leg) => leg === isOf(term));
  return legs.length === 0 ? terms : [...terms.filter(own), ...terms.filter((term) => !own(term))];
}

/** The terms whose words a label has that no list holds: less sure, so only for what no listed label gave. */
export function termsByWords(product: Product, label: string, headings: readonly (string | undefined)[]): Term[] {
  const form = canonicalLabel(label);
  if (form.split(' ').length > LONGEST_PATTERN_WORDS || OF_SOMETHING_ELSE.test(form)) return [];
  const own = legOf(form);
  const legs = own === undefined ? legsOf(headings) : [own];
  return lookupOf(product)
    .withWordsOf(form)
    .filter(({ leg }) => leg === undefined || legs.includes(leg));
}

/** The terms of the labels that say the same in the words of the lists: `Cover runs to` is the termination date. */
export function termsSaidOtherwise(product: Product, label: string, headings: readonly (string | undefined)[]): Term[] {
  const terms = [...new Set(saidOtherwise(label).flatMap((listed) => labelled(product, listed, headings)))];
  // A frequency beside no leg may be either's.
  return product === 'COMMODITY_SWAP' ? terms : terms.filter(({ read }) => read.gives[0] !== 'payment_frequency');
}

/** A label of more words is hardly one that a system shortens. */
const MOST_SHORT_WORDS = 4;

/**
 * The terms of the labels that a label shortens by rule (`Ntl`, `Sprd`, `Rtn`), where all of them are of one field. A word
 * that stands in any list is itself, and stands for no longer one.
 */
function shortened(product: Product, label: string, headings: readonly (string | undefined)[]): readonly Term[] {
  const legs = legsOf(headings);
  const { plain, byLeg, labelled: under } = lookupOf(product);
  for (const form of lookupForms(label)) {
    const words = form.split(' ');
    if (words.length > MOST_SHORT_WORDS || words.every(isWordOfLabels)) continue;
    const meant = words.map(wordsOfShort);
    if (meant.some(({ length }) => length === 0)) continue;
    const listed = [...plain.keys(), ...legs.flatMap((leg) => [...byLeg[leg].keys()])].filter((one) => {
      const parts = one.split(' ');
      return parts.length === words.length && parts.every((part, i) => meant[i]?.includes(part));
    });
    const terms = listed.flatMap(under(legs));
    const fields = new Set(listed.map((one) => under(legs)(one)[0]?.read.gives[0]));
    const [field] = fields;
    // A name says of every label's kind that it is one.
    if (fields.size === 1 && field !== undefined && FIELD_KINDS[field as TradeField] !== 'text')
      return [...new Set(terms)];
  }
  return [];
}

function legsOf(headings: readonly (string | undefined)[]): Leg[] {
  return headings.flatMap((heading) => (heading === undefined ? [] : (legOf(heading) ?? [])));
}

// `Handelstag / Trade Date`: of a label in two languages one part is known.
function ofEitherLanguage(product: Product, label: string, headings: readonly (string | undefined)[]): readonly Term[] {
  const parts = label.replace(/\([^()]*\)\s*:?$/, '').split(/\s*\/\s*| or /);
  if (parts.length < 2) return [];
  const terms = parts.flatMap((part) => labelled(product, part, headings));
  // `Underlying / Index` in a leg's column is what that leg has of the two.
  return [...new Set([...terms.filter(({ leg }) => leg !== undefined), ...terms])];
}

function lookupOf(product: Product): Lookup {
  const known = lookups.get(product);
  if (known) return known;
  const plain = new Map<string, Term[]>();
  const byLeg = {
    fixed: new Map<string, Term[]>(),
    floating: new Map<string, Term[]>(),
    equity: new Map<string, Term[]>(),
  };
  // A product's own words come first: the maturity date of a forward is its value date.
  const terms = [...DEFINITIONS[product].terms, ...COMMON_TERMS];
  for (const term of terms) {
    const map = term.leg ? byLeg[term.leg] : plain;
    for (const label of term.labels) {
      const form = canonicalLabel(label);
      const there = map.get(form) ?? [];
      if (!there.includes(term)) map.set(form, [...there, term]);
    }
  }
  const withWordsOf = remembering((form) => terms.filter(({ pattern }) => pattern?.test(form)));
  // Of three legs, two headings make few combinations.
  const byLegs = new Map<string, (label: string) => readonly Term[]>();
  const labelledUnder = (legs: readonly Leg[]) => {
    const key = legs.join(' ');
    const known = byLegs.get(key) ?? remembering((label) => labelledIn({ plain, byLeg }, legs, label));
    byLegs.set(key, known);
    return known;
  };
  const lookup: Lookup = { plain, byLeg, labelled: labelledUnder, withWordsOf };
  lookups.set(product, lookup);
  return lookup;
}

const OTHER_LABELS = list(`
  bank reference | bank trade id | party a reference | party b reference |
    product | product type | transaction type | type of transaction | dealer | client | dealer lei |
    client lei | our lei | your lei | counterparty lei | legal name | name | lei | lei code | swift |
    swift code | bic | address | short name | we buy | we sell | you buy | you sell | expiration time |
    expiry time | credit events | exchanges | exchange | credit line | party a | party b | counterparty |
    our account | amount bought | amount sold | buy amount | sell amount | buy currency | sell currency |
    currency pair | clearing | clearing house | averaging | averaging dates | automatic exercise |
    payment method | confirmation time | trade time | time of trade | status | version | trader | book |
    netting | broker | to | from | lei from | lei to | issuing party | receiving party |
    issuer of this confirmation | issuer of this confirmation lei | credit events | pricing | pricing basis |
    pricing date | determination of floating price | how the floating price is found | floating price |
    client lei | bank lei | counterparty lei | party a lei | party b lei | lei party a | lei party b | lei bank | lei counterparty | cut |
    cash settlement method | premium rate | premium payer | spot rate | forward points | swap points
  `);

const allLabels: ReadonlySet<string> = new Set(
  [
    ...OTHER_LABELS,
    ...[...PRODUCTS.map((product) => DEFINITIONS[product]).flatMap(({ terms }) => terms), ...COMMON_TERMS].flatMap(
      ({ labels, alsoValues }) => (alsoValues ? [] : labels),
    ),
  ].map(canonicalLabel),
);

const sortedWords = (label: string): string => canonicalLabel(label).split(' ').toSorted().join(' ');

/** The listed labels by their words in any order. */
const labelsByWords: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...allLabels].filter((label) => label.includes(' ')),
  sortedWords,
);

/** The listed label that has these words, in whatever order: `day count fixed amount`. Of several the one that begins alike. */
export function labelOfWords(words: string): string | undefined {
  const form = canonicalLabel(words);
  if (allLabels.has(form)) return words;
  const same = labelsByWords.get(sortedWords(words)) ?? [];
  const [first] = form.split(' ');
  return same.find((label) => label.startsWith(`${first} `)) ?? same[0];
}

const allPatterns: readonly RegExp[] = [
  ...PRODUCTS.map((product) => DEFINITIONS[product]).flatMap(({ terms }) => terms),
  ...COMMON_TERMS,
].flatMap(({ pattern }) => pattern ?? []);
/** A few words without a figure: what is longer may be a sentence that happens to speak of a term. */
const LONGEST_LABEL_WORDS = 6;

/** `Modified Following Business Day Convention`, `Bond Basis` and `Tenor basis swap` are values that have a label's words. */
const A_VALUE =
  /\b(?:swap|swaption)$|\b[A-Z]{3}\/[A-Z]{3}\b|\b(?:modified|following|preceding|unadjusted|bond|eurobond|actual|annual\w*|quarterly|monthly|semi\W?annual\w*|money market)\b/i;

/** `JET FUEL-CARGOES CIF NWE/BASIS ARA-PLATTS`: a price by its publication or exchange (2005 ISDA Commodity Definitions, Sub-Annex A). */
const A_REFERENCE_PRICE =
  /-(?:PLATTS|ARGUS|ICE|NYMEX|COMEX|CBOT|CME|LME|LPMCL|LBMA|EURONEXT|MATIF|OPIS|APPI|ICIS|HEREN|EEX|EPEX|TFS|DTN|RIM|IPE|TTF|NGX)\b/;

function isPatterned(text: string): boolean {
  if (/\d|[.;,]\s*\S|:\s*\S|["“”]/.test(text) || text.split(/\s+/).length > LONGEST_LABEL_WORDS) return false;
  if (A_VALUE.test(text) || A_REFERENCE_PRICE.test(text)) return false;
  const form = canonicalLabel(text);
  return !OF_SOMETHING_ELSE.test(form) && allPatterns.some((pattern) => pattern.test(form));
}

/** `Bus Ctrs`, `Ntl`: a listed label in words that are shortened by rule. A code in capitals, `PLN`, is a value. */
function isShortened(text: string): boolean {
  const words = canonicalLabel(text).split(' ');
  if (!/\p{Ll}/u.test(text) || /[\d.;,"“”]/.test(text) || words.length > MOST_SHORT_WORDS) return false;
  const meant = words.map(wordsOfShort);
  if (words.every(isWordOfLabels) || meant.some(({ length }) => length === 0)) return false;
  const labels = meant.reduce<string[]>(
    (heads, all) => heads.flatMap((head) => all.map((word) => `${head} ${word}`)),
    [''],
  );
  return labels.some((label) => allLabels.has(label.trim()));
}

/** A word of labels itself, or those that it may be short for. */
function wordsOfShort(word: string): readonly string[] {
  return isWordOfLabels(word) ? [word] : wordOfAbbreviation(word);
}

/** Whether a text is a label in any product's confirmation. */
export const isKnownLabel: (text: string) => boolean = remembering((text) => {
  if (text.length > 70) return false;
  if (
    /\S \/ \S/.test(text) &&
    !/:\s*\S/.test(text) &&
    text.split(' / ').some((part) => allLabels.has(canonicalLabel(part)))
  )
    return true;
  if (isPatterned(text) || isShortened(text)) return true;
  return allLabels.has(canonicalLabel(text)) || (text.includes('(') && allLabels.has(lookupForms(text)[1] ?? ''));
});

/** Whether a text is in a list of labels, not only like one. */
export const isListedLabel = (text: string): boolean => allLabels.has(canonicalLabel(text));

let wordsOfLabels: ReadonlySet<string> | undefined;

const allWords = (): ReadonlySet<string> => {
  wordsOfLabels ??= new Set([...allLabels].flatMap((label) => label.split(' ')));
  return wordsOfLabels;
};

/** The words of listed labels that a short word may stand for. */
const wordOfAbbreviation = remembering((word) => wordsMeant(word, allWords()));

/** Whether some listed label has this word. */
export function isWordOfLabels(word: string): boolean {
  return canonicalLabel(word)
    .split(' ')
    .every((part) => allWords().has(part));
}
