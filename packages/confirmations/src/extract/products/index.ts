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

/** Every product that is read, a module each. The compiler names the one that is missing. */
export const DEFINITIONS: { readonly [P in Product]: ProductDefinition } = {
  INTEREST_RATE_SWAP: interestRateSwap,
  BASIS_SWAP: basisSwap,
  CROSS_CURRENCY_SWAP: crossCurrencySwap,
  CAP_FLOOR: capFloor,
  SWAPTION: swaption,
  FX_SWAP: fxSwap,
  FX_FORWARD: fxForward,
  NON_DELIVERABLE_FORWARD: nonDeliverableForward,
  FX_OPTION: fxOption,
  CREDIT_DEFAULT_SWAP: creditDefaultSwap,
  EQUITY_SWAP: equitySwap,
  COMMODITY_SWAP: commoditySwap,
};
