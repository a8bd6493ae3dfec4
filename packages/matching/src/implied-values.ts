import type { Product, Trade, TradeField } from '@trade-matching/domain';

/** What a product's name says of a term that its documents need not print. */
const BY_PRODUCT: { readonly [P in Product]?: { readonly [F in TradeField]?: string } } = {
  // ISDA 1998 FX Definitions, 2.2(b): settled in the settlement currency, never delivered.
  NON_DELIVERABLE_FORWARD: { settlement_type: 'CASH' },
  // ISDA Commodity Definitions: a swap's amounts are cash flows.
  COMMODITY_SWAP: { settlement_type: 'CASH' },
  INTEREST_RATE_SWAP: { settlement_type: 'CASH' },
  // What is exchanged is what is agreed, unless the product or the document says otherwise.
  FX_FORWARD: { settlement_type: 'PHYSICAL' },
};

/** A confirmation that states one frequency for the whole trade says it of each leg. */
const LEG_FREQUENCIES: readonly TradeField[] = [
  'fixed_payment_frequency',
  'floating_payment_frequency',
  'second_payment_frequency',
];

/** Currencies of payments: of a trade in one currency, that one. */
const PAYMENT_CURRENCIES: readonly TradeField[] = ['settlement_currency', 'payment_currency'];

/**
 * What a document says of a field that it does not print, by its product or by its other fields; undefined where it
 * says nothing.
 *
 * @param stated what the other document says of it
 */
export function impliedValue(field: TradeField, trade: Trade, stated: Trade): string | undefined {
  const byProduct = BY_PRODUCT[trade.product]?.[field];
  if (byProduct !== undefined) return byProduct;
  if (LEG_FREQUENCIES.includes(field)) return trade.payment_frequency;
  if (field === 'payment_frequency') {
    const legs = LEG_FREQUENCIES.map((leg) => trade[leg]).filter((value) => value !== undefined);
    return new Set(legs).size === 1 ? legs[0] : undefined;
  }
  if (PAYMENT_CURRENCIES.includes(field) && trade.currency_2 === undefined && stated.currency_2 === undefined) {
    return trade.settlement_currency ?? trade.payment_currency ?? trade.currency;
  }
  return undefined;
}
