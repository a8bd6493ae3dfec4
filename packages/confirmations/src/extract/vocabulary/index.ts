import type { Product, TradeField } from '@trade-matching/domain';
import { canonicalLabel, lookupForms } from '../labels.ts';
import { COMMON_TERMS } from './common.ts';
import { COMMODITY_SWAP_TERMS, CREDIT_DEFAULT_SWAP_TERMS, EQUITY_SWAP_TERMS } from './credit-equity-commodity.ts';
import { FX_FORWARD_TERMS, FX_OPTION_TERMS, NON_DELIVERABLE_FORWARD_TERMS } from './fx.ts';
import { INTEREST_RATE_SWAP_TERMS } from './rates.ts';
import { type Leg, legOf, list, type Term } from './term.ts';

export { legOf } from './term.ts';

/** What a product's confirmation is read by, and what it must say to be a trade. */
export interface ProductVocabulary {
  readonly terms: readonly Term[];
  readonly required: readonly TradeField[];
}

export const VOCABULARIES: { readonly [P in Product]: ProductVocabulary } = {
  INTEREST_RATE_SWAP: {
    terms: INTEREST_RATE_SWAP_TERMS,
    required: [
      'trade_date',
      'effective_date',
      'termination_date',
      'notional',
      'currency',
      'fixed_rate',
      'fixed_rate_payer',
      'floating_rate_payer',
      'floating_rate_index',
    ],
  },
  FX_FORWARD: {
    terms: FX_FORWARD_TERMS,
    required: [
      'trade_date',
      'currency',
      'notional',
      'currency_2',
      'notional_2',
      'currency_buyer',
      'fx_rate',
      'settlement_date',
    ],
  },
  NON_DELIVERABLE_FORWARD: {
    terms: NON_DELIVERABLE_FORWARD_TERMS,
    required: [
      'trade_date',
      'currency',
      'notional',
      'currency_2',
      'reference_currency_seller',
      'fx_rate',
      'settlement_date',
      'fixing_date',
    ],
  },
  FX_OPTION: {
    terms: FX_OPTION_TERMS,
    required: [
      'trade_date',
      'seller',
      'buyer',
      'call_currency',
      'call_amount',
      'put_currency',
      'put_amount',
      'strike_price',
      'expiry_date',
    ],
  },
  CREDIT_DEFAULT_SWAP: {
    terms: CREDIT_DEFAULT_SWAP_TERMS,
    required: [
      'trade_date',
      'termination_date',
      'seller',
      'buyer',
      'reference_entity',
      'notional',
      'currency',
      'fixed_rate',
    ],
  },
  EQUITY_SWAP: {
    terms: EQUITY_SWAP_TERMS,
    required: [
      'trade_date',
      'effective_date',
      'termination_date',
      'underlier',
      'equity_amount_payer',
      'notional',
      'currency',
    ],
  },
  COMMODITY_SWAP: {
    terms: COMMODITY_SWAP_TERMS,
    required: [
      'trade_date',
      'effective_date',
      'termination_date',
      'commodity',
      'quantity',
      'fixed_price',
      'fixed_price_payer',
      'commodity_reference_price',
    ],
  },
};

interface Lookup {
  readonly plain: ReadonlyMap<string, Term>;
  readonly byLeg: { readonly [L in Leg]: ReadonlyMap<string, Term> };
}

const lookups = new Map<Product, Lookup>();

/**
 * The term that a label stands for in a product's confirmation, under these headings: the nearest heading first. The
 * label is looked up as it stands before it is looked up without what it adds.
 */
export function termFor(product: Product, label: string, headings: readonly (string | undefined)[]): Term | undefined {
  const { plain, byLeg } = lookupOf(product);
  const legs = headings.flatMap((heading) => (heading === undefined ? [] : (legOf(heading) ?? [])));
  for (const form of lookupForms(label)) {
    for (const leg of legs) {
      const term = byLeg[leg].get(form);
      if (term) return term;
    }
    const term = plain.get(form);
    if (term) return term;
  }
  return ofEitherLanguage(product, label, headings);
}

// `Handelstag / Trade Date`: of a label in two languages one part is known.
function ofEitherLanguage(
  product: Product,
  label: string,
  headings: readonly (string | undefined)[],
): Term | undefined {
  const parts = label.split(/\s*\/\s*/);
  if (parts.length < 2) return undefined;
  const terms = new Set(parts.map((part) => termFor(product, part, headings)).filter((term) => term !== undefined));
  return terms.size === 1 ? [...terms][0] : undefined;
}

function lookupOf(product: Product): Lookup {
  const known = lookups.get(product);
  if (known) return known;
  const plain = new Map<string, Term>();
  const byLeg = { fixed: new Map<string, Term>(), floating: new Map<string, Term>(), equity: new Map<string, Term>() };
  // A product's own words come first: the maturity date of a forward is its value date.
  for (const term of [...VOCABULARIES[product].terms, ...COMMON_TERMS]) {
    const map = term.leg ? byLeg[term.leg] : plain;
    for (const label of term.labels) {
      const form = canonicalLabel(label);
      if (!map.has(form)) map.set(form, term);
    }
  }
  const lookup = { plain, byLeg };
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
    netting | broker | documentation
  `);

const allLabels: ReadonlySet<string> = new Set(
  [
    ...OTHER_LABELS,
    ...[...Object.values(VOCABULARIES).flatMap(({ terms }) => terms), ...COMMON_TERMS].flatMap(({ labels }) => labels),
  ].map(canonicalLabel),
);

/** Whether a text is a label in any product's confirmation. */
export function isKnownLabel(text: string): boolean {
  if (text.length > 70) return false;
  if (/\S \/ \S/.test(text) && text.split(' / ').some((part) => allLabels.has(canonicalLabel(part)))) return true;
  return allLabels.has(canonicalLabel(text)) || (text.includes('(') && allLabels.has(lookupForms(text)[1] ?? ''));
}
