import type { Product } from '@trade-matching/domain';
import { basisSwap } from './basis-swap.ts';
import { capFloor } from './cap-floor.ts';
import { commoditySwap } from './commodity-swap.ts';
import { creditDefaultSwap } from './credit-default-swap.ts';
import { crossCurrencySwap } from './cross-currency-swap.ts';
import type { ProductDefinition } from './definition.ts';
import { equitySwap } from './equity-swap.ts';
import { fxForward } from './fx-forward.ts';
import { fxOption } from './fx-option.ts';
import { fxSwap } from './fx-swap.ts';
import { interestRateSwap } from './interest-rate-swap.ts';
import { nonDeliverableForward } from './non-deliverable-forward.ts';
import { swaption } from './swaption.ts';

/**
 * Every product that is read, a module each. The compiler names the one that is missing. A name is looked for in this
 * order, narrower ones first: a non-deliverable forward is also a foreign exchange forward, an equity swap also a swap.
 */
export const DEFINITIONS: { readonly [P in Product]: ProductDefinition } = {
  NON_DELIVERABLE_FORWARD: nonDeliverableForward,
  FX_OPTION: fxOption,
  SWAPTION: swaption,
  CAP_FLOOR: capFloor,
  FX_SWAP: fxSwap,
  CROSS_CURRENCY_SWAP: crossCurrencySwap,
  BASIS_SWAP: basisSwap,
  CREDIT_DEFAULT_SWAP: creditDefaultSwap,
  COMMODITY_SWAP: commoditySwap,
  EQUITY_SWAP: equitySwap,
  INTEREST_RATE_SWAP: interestRateSwap,
  FX_FORWARD: fxForward,
};
