import type { Product, TradeField } from './trade.ts';

/**
 * The terms that tell one trade from another without its references: those whose tolerance is exact, so that two sides
 * which agree have the same fingerprint, and none that says who pays, so that a wrong direction is found and shown.
 */
export const FINGERPRINT_FIELDS: { readonly [P in Product]: readonly TradeField[] } = {
  INTEREST_RATE_SWAP: ['currency', 'effective_date', 'termination_date', 'floating_rate_index'],
  BASIS_SWAP: ['currency', 'effective_date', 'termination_date', 'floating_rate_index', 'second_rate_index'],
  CROSS_CURRENCY_SWAP: ['currency', 'currency_2', 'effective_date', 'termination_date'],
  CAP_FLOOR: ['currency', 'effective_date', 'termination_date', 'floating_rate_index'],
  SWAPTION: ['currency', 'expiry_date', 'effective_date', 'termination_date'],
  FX_SWAP: ['currency', 'currency_2', 'settlement_date', 'far_settlement_date'],
  FX_FORWARD: ['currency', 'currency_2', 'fx_rate', 'settlement_date'],
  NON_DELIVERABLE_FORWARD: ['currency', 'currency_2', 'fx_rate', 'settlement_date', 'fixing_date'],
  FX_OPTION: ['option_type', 'strike_price', 'expiry_date'],
  CREDIT_DEFAULT_SWAP: ['currency', 'reference_obligation', 'effective_date', 'termination_date'],
  EQUITY_SWAP: ['currency', 'underlier', 'effective_date', 'termination_date', 'initial_price'],
  COMMODITY_SWAP: ['commodity_reference_price', 'quantity', 'effective_date', 'termination_date'],
};
