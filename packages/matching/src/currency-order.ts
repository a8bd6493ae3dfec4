import { otherSide, type Source, type Trade, type TradeField } from '@trade-matching/domain';
import { NOT_DELIVERED } from './implied-values.ts';
import type { Side } from './side.ts';

/** Fields that change places when a document prints the other currency first. */
const PLACES: readonly (readonly [TradeField, TradeField])[] = [
  ['currency', 'currency_2'],
  ['notional', 'notional_2'],
  ['far_notional', 'far_notional_2'],
];

/**
 * Both sides with their two currencies in one order. An exchange is the same whichever of its currencies is printed first:
 * who buys the one sells the other. Rates keep what they are. Of two sides in two orders, the one whose codes are not in
 * the order of the alphabet is turned, so that it makes no difference which side is given first.
 */
export function inOneOrder(one: Side, other: Side): readonly [Side, Side] {
  const [a, b] = [one.trade, other.trade];
  const isTurned =
    a.product === b.product &&
    a.currency !== undefined &&
    a.currency_2 !== undefined &&
    a.currency !== a.currency_2 &&
    a.currency === b.currency_2 &&
    a.currency_2 === b.currency;
  if (!isTurned || !isOrderFree(a)) return [one, other];
  return (a.currency ?? '') > (a.currency_2 ?? '') ? [turned(one), other] : [one, turned(other)];
}

/**
 * Of a forward, all terms but the amounts name their currency. A non-deliverable one calls a currency the reference
 * currency: which one is meant is certain where one of the two alone is delivered.
 */
export function isOrderFree({ product, currency = '', currency_2 = '' }: Trade): boolean {
  if (product === 'FX_FORWARD' || product === 'FX_SWAP') return true;
  return product === 'NON_DELIVERABLE_FORWARD' && NOT_DELIVERED.has(currency) !== NOT_DELIVERED.has(currency_2);
}

function turned(side: Side): Side {
  const { trade, evidence } = side;
  const buyer = trade.currency_buyer as Source | undefined;
  return {
    ...side,
    trade: {
      ...exchanged(trade),
      ...(buyer === undefined ? {} : { currency_buyer: otherSide(buyer) }),
    },
    ...(evidence === undefined ? {} : { evidence: exchanged(evidence) }),
  };
}

function exchanged<T extends { readonly [F in TradeField]?: unknown }>(given: T): T {
  const result: { [F in TradeField]?: unknown } = { ...given };
  for (const [first, second] of PLACES) {
    for (const [to, from] of [
      [first, second],
      [second, first],
    ] as const) {
      if (given[from] === undefined) delete result[to];
      else result[to] = given[from];
    }
  }
  return result as T;
}
