import { PRODUCTS, type Product, type TradeField } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import { canonicalLabel } from './labels.ts';
import { fpmlProduct } from './languages/fpml.ts';
import type { Entry } from './layout/entry.ts';
import { otherProductIn } from './not-a-confirmation.ts';
import { productByContent } from './product-by-content.ts';
import { DEFINITIONS } from './products/index.ts';
import { remembering } from './remembering.ts';
import { FLOATING_INDEX } from './vocabulary/floating-indices.ts';
import { termFor } from './vocabulary/index.ts';
import { legOf } from './vocabulary/term.ts';

/** In the order of their definitions. */
const NAMING_ORDER = Object.keys(DEFINITIONS) as Product[];

const NAMED_BY =
  /^(?:product|product type|product name|transaction type|type transaction|re|subject|transaction|instrument|instrument type|asset|asset type|deal type|trade type|contract type|type|transaction confirmation|confirmation|swap type|product class|type trade|type of product)$/;

/** How the document names its product: its own field or subject first, then its title, then anywhere. */
export interface NamedProduct {
  readonly product: Product;
  readonly literal: string;
  /** The document names no product: its terms are those of this one. */
  readonly unsure?: true;
}

/** A product that is read, or the name of one that is not, or undefined where the document names none. */
export type Naming =
  | ({ readonly kind: 'product' } & NamedProduct)
  | { readonly kind: 'other'; readonly name: string; readonly literal: string };

/** How the document names its product. */
export function findProduct(text: PositionedText, entries: readonly Entry[]): Naming | undefined {
  const naming = nameOfProduct(text, entries);
  if (naming?.kind !== 'product') return naming;
  // What calls itself a foreign exchange transaction, or a swap, may be one of two exchanges, or in two currencies.
  const meant = PRODUCTS.find((product) => DEFINITIONS[product].isMeantBy?.(naming.product, entries));
  return meant ? { ...naming, product: meant } : naming;
}

function nameOfProduct(text: PositionedText, entries: readonly Entry[]): Naming | undefined {
  const lines = text.lines.map(lineText);
  for (const { label, value } of entries) {
    if (!NAMED_BY.test(canonicalLabel(label))) continue;
    const naming = namingIn(fpmlProduct(value));
    if (naming) return naming;
  }
  for (const line of lines.slice(0, TITLE_LINES)) {
    if (line.length >= LONGEST_TITLE || /definitions/i.test(line)) continue;
    const naming = namingIn(line) ?? namingIn(inUsualOrder(line));
    if (naming) return naming;
  }
  const byTerms = mostTerms(entries);
  for (const line of lines) {
    const product = line.length < LONGEST_TITLE && !/definitions/i.test(line) ? named(line) : undefined;
    // What only a sentence names must be what the terms are of.
    if (product && (byTerms === undefined || byTerms === product)) return { kind: 'product', product, literal: line };
  }
  if (byTerms) return { kind: 'product', product: byTerms, literal: byTerms };
  const swap = lines.slice(0, TITLE_LINES).find((line) => line.length < LONGEST_TITLE && SOME_SWAP.test(line));
  // A swap with a fixed and a floating side and nothing else in its name is one of rates.
  const says = (leg: 'fixed' | 'floating') =>
    entries.some(({ label, value, column, section }) =>
      [label, column, section, value].some((text) => text !== undefined && legOf(text) === leg),
    ) ||
    (leg === 'fixed' && entries.some(statesFixedRate)) ||
    (leg === 'floating' && entries.some(({ value }) => value.length < LONGEST_INDEX && FLOATING_INDEX.test(value)));
  const inPercent = entries.some(({ value }) => /\d\s?%|per\s?cent|\bbps?\b/i.test(value));
  if (swap !== undefined && inPercent && says('fixed') && says('floating'))
    return { kind: 'product', product: 'INTEREST_RATE_SWAP', literal: swap };
  const anywhere = named(lines.join(' '));
  if (anywhere) return { kind: 'product', product: anywhere, literal: anywhere };
  const byContent = productByContent(entries);
  return byContent && { kind: 'product', product: byContent, literal: byContent, unsure: true };
}

/** `Coupon: 2.95%`: a rate in per cent that names no index. */
const statesFixedRate = ({ label, value }: Entry) =>
  /^(?:coupon|rate|interest rate)$/.test(canonicalLabel(label)) &&
  /\d\s?(?:%|per\s?cent)/i.test(value) &&
  !FLOATING_INDEX.test(value);
/** A swap, or what others call one where only its rates are meant. */
const SOME_SWAP =
  /\bswap\b|\binterest rate (?:hedge|hedging|protection)\b|\bzins(?:sicherung|absicherung)|\bcouverture de taux\b/i;
const LONGEST_INDEX = 80;
const TITLE_LINES = 12;
const LONGEST_TITLE = 120;

/** `SWAP CONFIRMATION - CROSS CURRENCY`: the kind stands behind what it is a kind of. */
const KIND_BEHIND =
  /^(?:[A-Z]{2,4} )?(swap|option|forward)s? (?:trade )?(?:confirmation|affirmation|advice)\s*[-–—:,(]\s*([\p{L}/ -]{3,40}?)\)?$/iu;

function inUsualOrder(title: string): string {
  const [, name = '', kind = ''] = KIND_BEHIND.exec(title.trim()) ?? [];
  return kind === '' ? '' : `${kind} ${name}`;
}

/** Of a title with two names the one that is more of the title: `Option on a Credit Default Swap` is no swap. */
const namingIn: (text: string) => Naming | undefined = remembering((text) => {
  const name = otherProductIn(text, isNameOfOne);
  if (name !== undefined) return { kind: 'other', name, literal: text };
  const product = named(text);
  return product && { kind: 'product', product, literal: text };
});

/** Whether a product that is read is called exactly so, whatever the list of others says. */
const isNameOfOne = (name: string): boolean =>
  NAMING_ORDER.some((product) => DEFINITIONS[product].names.some((form) => form.exec(name)?.[0] === name));

/** `Zinsswap mit Zinsuntergrenze`, `interest rate swap with cap`: what it is, then what it has. */
const WITH =
  /^(.*?\S)[\s,]+(?:with|including|incl\.|mit|inkl\.|inklusive|einschließlich|avec|con|assorti d['’](?:un|une))(?=\s)(.+)$/iu;

function named(text: string): Product | undefined {
  const [, front = '', rest = ''] = WITH.exec(text) ?? [];
  const [first, second] = [front === '' ? undefined : nameIn(front), nameIn(rest)];
  // A swap that has a limit of its rate is one of rates, whatever the limit is called.
  if (first === undefined && second === 'CAP_FLOOR' && /\bswap$/i.test(front)) return 'INTEREST_RATE_SWAP';
  return first ?? nameIn(text);
}

function nameIn(text: string): Product | undefined {
  return NAMING_ORDER.find((product) => DEFINITIONS[product].names.some((name) => name.test(text)));
}

/** A document that calls itself a swap or a transaction: the one product whose required terms its labels nearly all are. */
function mostTerms(entries: readonly Entry[]): Product | undefined {
  const scores = PRODUCTS.filter((product) => !DEFINITIONS[product].alwaysNamed)
    .map((product) => {
      const terms = new Set(
        entries
          .map(({ label, section, column }) => termFor(product, label, [column, section]))
          .filter((term) => term !== undefined),
      );
      return { product, score: terms.size - DEFINITIONS[product].required.length / 2 };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first && second && first.score > 3 && first.score >= second.score + 2) return first.product;
  return byRequired(entries);
}

/** Required fields that every product has, and that so tell none. */
const OF_EVERY_PRODUCT: ReadonlySet<TradeField> = new Set([
  'trade_date',
  'effective_date',
  'termination_date',
  'currency',
  'notional',
  'settlement_date',
]);
const MOST_OF_THEM = 0.75;

/** The one product of whose own required fields the labels name the most, and nearly all. */
function byRequired(entries: readonly Entry[]): Product | undefined {
  const shares = PRODUCTS.filter((product) => !DEFINITIONS[product].alwaysNamed).map((product) => {
    const own = DEFINITIONS[product].required.filter((field) => !OF_EVERY_PRODUCT.has(field));
    const named = new Set(
      entries.flatMap(({ label, section, column }) => termFor(product, label, [column, section])?.read.gives[0] ?? []),
    );
    return { product, share: own.filter((field) => named.has(field)).length / own.length };
  });
  const [first, second] = shares.toSorted((a, b) => b.share - a.share);
  return first && second && first.share >= MOST_OF_THEM && first.share > second.share ? first.product : undefined;
}
