import type { Product, TradeField } from '@trade-matching/domain';
import { COMMON_TERMS } from './common.ts';
import { COMMODITY_SWAP_TERMS, CREDIT_DEFAULT_SWAP_TERMS, EQUITY_SWAP_TERMS } from './credit-equity-commodity.ts';
import { FX_FORWARD_TERMS, FX_OPTION_TERMS, NON_DELIVERABLE_FORWARD_TERMS } from './fx.ts';
import { INTEREST_RATE_SWAP_TERMS } from './rates.ts';
import { type Leg, legOf, type Term } from './term.ts';

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

/** The term that a label stands for in a product's confirmation, under these headings: the nearest heading first. */
export function termFor(product: Product, label: string, headings: readonly (string | undefined)[]): Term | undefined {
  const { plain, byLeg } = lookupOf(product);
  for (const heading of headings) {
    const leg = heading === undefined ? undefined : legOf(heading);
    const term = leg && byLeg[leg].get(label);
    if (term) return term;
  }
  return plain.get(label);
}

function lookupOf(product: Product): Lookup {
  const known = lookups.get(product);
  if (known) return known;
  const plain = new Map<string, Term>();
  const byLeg = { fixed: new Map<string, Term>(), floating: new Map<string, Term>(), equity: new Map<string, Term>() };
  // A product's own words come first: the maturity date of a forward is its value date.
  for (const term of [...VOCABULARIES[product].terms, ...COMMON_TERMS]) {
    const map = term.leg ? byLeg[term.leg] : plain;
    for (const label of term.labels) if (!map.has(label)) map.set(label, term);
  }
  const lookup = { plain, byLeg };
  lookups.set(product, lookup);
  return lookup;
}

const OTHER_LABELS = [
  'product',
  'product type',
  'transaction type',
  'type of transaction',
  'dealer',
  'client',
  'dealer lei',
  'client lei',
  'our lei',
  'your lei',
  'legal name',
  'name',
  'lei',
  'lei code',
  'swift',
  'swift code',
  'bic',
  'address',
  'short name',
  'we buy',
  'we sell',
  'you buy',
  'you sell',
  'expiration time',
  'credit events',
  'exchanges',
  'exchange',
  'credit line',
  'party a',
  'party b',
  'counterparty',
  'our account',
];

const allLabels: ReadonlySet<string> = new Set([
  ...OTHER_LABELS,
  ...[...Object.values(VOCABULARIES).flatMap(({ terms }) => terms), ...COMMON_TERMS].flatMap(({ labels }) => labels),
]);

/** Whether a text is a label in any product's confirmation. */
export function isKnownLabel(normalised: string): boolean {
  return allLabels.has(normalised);
}
