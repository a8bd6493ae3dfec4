import { expect, test } from 'vitest';
import { inOtherOrder } from './leg-order.ts';

test('a forward with its other currency first has the other side as its buyer', () => {
  const truth = { product: 'FX_FORWARD', currency: 'USD', notional: '4', currency_2: 'EUR', currency_buyer: 'BANK' };
  expect(inOtherOrder(truth)).toEqual({
    product: 'FX_FORWARD',
    currency: 'EUR',
    currency_2: 'USD',
    notional_2: '4',
    currency_buyer: 'COUNTERPARTY',
  });
});

test('a basis swap has its legs in either order, and each keeps all that is its own', () => {
  const truth = { product: 'BASIS_SWAP', floating_rate_index: 'A', spread_bps: '3', second_rate_index: 'B' };
  expect(inOtherOrder(truth)).toEqual({
    product: 'BASIS_SWAP',
    floating_rate_index: 'B',
    second_rate_index: 'A',
    second_spread_bps: '3',
  });
});

test('a leg that is fixed is never taken for the floating one', () => {
  expect(inOtherOrder({ product: 'INTEREST_RATE_SWAP', fixed_rate: '3' })).toBeUndefined();
});
