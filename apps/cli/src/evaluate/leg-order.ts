import { isSource, otherSide } from '@trade-matching/domain';

type Truth = Readonly<Record<string, string | null>>;

const CURRENCIES: readonly (readonly [string, string])[] = [
  ['currency', 'currency_2'],
  ['notional', 'notional_2'],
  ['far_notional', 'far_notional_2'],
];
const LEGS: readonly (readonly [string, string])[] = [
  ['floating_rate_payer', 'second_rate_payer'],
  ['floating_rate_index', 'second_rate_index'],
  ['designated_maturity', 'second_designated_maturity'],
  ['spread_bps', 'second_spread_bps'],
  ['floating_day_count', 'second_day_count'],
  ['floating_payment_frequency', 'second_payment_frequency'],
];

/** Which fields change places where the other leg, or the other currency, is named first. */
const PLACES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  BASIS_SWAP: LEGS,
  CROSS_CURRENCY_SWAP: [...LEGS, ...CURRENCIES.slice(0, 2)],
  FX_FORWARD: CURRENCIES,
  FX_SWAP: CURRENCIES,
  NON_DELIVERABLE_FORWARD: CURRENCIES,
};

/**
 * The same truth with its other leg, or its other currency, first: the trade is the same, and both sides' documents are read in
 * one order whichever they print first. Undefined for a product whose legs are of two kinds.
 */
export function inOtherOrder(truth: Truth): Truth | undefined {
  const places = PLACES[truth.product ?? ''];
  if (!places) return undefined;
  const turned: Record<string, string | null> = { ...truth };
  for (const [first, second] of places) {
    for (const [to, from] of [
      [first, second],
      [second, first],
    ] as const) {
      const value = truth[from];
      if (value === undefined) delete turned[to];
      else turned[to] = value;
    }
  }
  const { currency_buyer: buyer } = truth;
  // Who buys the one currency sells the other.
  if (isSource(buyer)) turned.currency_buyer = otherSide(buyer);
  return turned;
}
