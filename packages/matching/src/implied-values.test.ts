import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';

const common: Trade = {
  product: 'INTEREST_RATE_SWAP',
  source_type: 'BANK',
  bank_name: 'Harbour Bank plc',
  currency: 'EUR',
  notional: '30000000.00',
  trade_date: '2025-03-03',
  effective_date: '2025-03-05',
  termination_date: '2030-03-05',
};
const swap: Partial<Trade> = { fixed_payment_frequency: 'ANNUAL', floating_payment_frequency: 'QUARTERLY' };
const vanilla: Partial<Trade> = { floating_rate_index: 'EUR-EURIBOR', designated_maturity: '3M' };
const basis: Partial<Trade> = {
  product: 'BASIS_SWAP',
  floating_payment_frequency: 'QUARTERLY',
  second_payment_frequency: 'SEMI_ANNUAL',
};
const cross: Partial<Trade> = { product: 'CROSS_CURRENCY_SWAP', currency_2: 'USD', notional_2: '33000000.00' };
const credit: Partial<Trade> = { product: 'CREDIT_DEFAULT_SWAP', buyer: 'BANK', seller: 'COUNTERPARTY' };
const swaption: Partial<Trade> = {
  product: 'SWAPTION',
  buyer: 'BANK',
  seller: 'COUNTERPARTY',
  fixed_rate_payer: 'BANK',
};
const pair: Partial<Trade> = { product: 'FX_SWAP', currency_2: 'SEK', notional_2: '330000000.00' };
const option: Partial<Trade> = { product: 'FX_OPTION', buyer: 'BANK', expiry_date: '2025-09-03' };

/** In either order: what one document states over and above what both do. */
function statusOf(both: Partial<Trade>, stated: Partial<Trade>, leavesOut: Partial<Trade> = {}) {
  const states = { trade: { ...common, ...both, ...stated } as Trade, flags: [] };
  const silent = { trade: { ...common, ...both, ...leavesOut } as Trade, flags: [] };
  const { status } = compareTrades(states, silent);
  expect(compareTrades(silent, states).status).toBe(status);
  return status;
}

test.each<[string, Partial<Trade>, Partial<Trade>]>([
  ['a first fixed payment after one period', swap, { fixed_first_payment_date: '2026-03-05' }],
  ['a first floating payment after one period', swap, { floating_first_payment_date: '2025-06-05' }],
  [
    'a first payment on the Monday after a Saturday',
    { ...swap, effective_date: '2025-03-07' },
    { floating_first_payment_date: '2025-06-09' },
  ],
  [
    'a first payment at the end of a shorter month',
    { ...swap, effective_date: '2025-11-30' },
    { floating_first_payment_date: '2026-03-02' },
  ],
  [
    'a first payment on the day of the month on which the trade ends, a day after the one on which it starts',
    { ...swap, effective_date: '2025-03-05', termination_date: '2030-03-06' },
    { floating_first_payment_date: '2025-06-06' },
  ],
  ['the delivery of both currencies of an FX swap', pair, { settlement_type: 'PHYSICAL' }],
  ['a last payment on the termination date', swap, { fixed_final_payment_date: '2030-03-05' }],
  ['the protection buyer as the payer of the fixed rate', credit, { fixed_rate_payer: 'BANK' }],
  ['the protection seller as the payer of floating amounts', credit, { floating_rate_payer: 'COUNTERPARTY' }],
  ['the buyer’s right to pay the fixed rate as a payer swaption', swaption, { option_type: 'PAYER' }],
  [
    'the buyer’s right to receive it as a receiver swaption',
    { ...swaption, fixed_rate_payer: 'COUNTERPARTY' },
    { option_type: 'RECEIVER' },
  ],
  ['a frequency that repeats one of the legs’', basis, { payment_frequency: 'SEMI_ANNUAL' }],
])('implied by what both state or by the market: %s', (_name, both, stated) => {
  expect(statusOf(both, stated)).toBe('MATCHED');
});

test.each<[string, Partial<Trade>, Partial<Trade>]>([
  ['a short first period', swap, { fixed_first_payment_date: '2025-12-05' }],
  ['a long first period', swap, { floating_first_payment_date: '2025-09-05' }],
  ['a first payment a day after a weekday', swap, { floating_first_payment_date: '2025-06-06' }],
  [
    'a first payment before the weekend',
    swap,
    { effective_date: '2025-03-07', floating_first_payment_date: '2025-06-06' },
  ],
  ['a first payment without a frequency', {}, { floating_first_payment_date: '2025-06-05' }],
  ['a last payment before the end', swap, { floating_final_payment_date: '2029-12-05' }],
  ['an exchange of a cross-currency swap at its start', cross, { initial_exchange_date: '2025-03-05' }],
  ['an exchange of a cross-currency swap at its end', cross, { final_exchange_date: '2030-03-05' }],
  ['the protection seller as the payer of the fixed rate', credit, { fixed_rate_payer: 'COUNTERPARTY' }],
  ['a first payment of a default swap', { ...credit, ...swap }, { fixed_first_payment_date: '2026-03-05' }],
  ['the period of a rate as the leg’s', vanilla, { floating_payment_frequency: 'QUARTERLY' }],
  ['a frequency that is no leg’s', basis, { payment_frequency: 'MONTHLY' }],
  ['a receiver swaption whose buyer would pay', swaption, { option_type: 'RECEIVER' }],
  ['an FX swap settled in cash', pair, { settlement_type: 'CASH' }],
  [
    'the delivery of a currency that is not delivered abroad',
    { ...pair, currency_2: 'KRW' },
    { settlement_type: 'PHYSICAL' },
  ],
  ['a European swaption', swaption, { option_style: 'EUROPEAN' }],
  ['a European option', option, { option_style: 'EUROPEAN' }],
  ['an American option', option, { option_style: 'AMERICAN' }],
])('not implied: %s', (_name, both, stated) => {
  const { effective_date, ...rest } = stated;
  expect(statusOf(effective_date === undefined ? both : { ...both, effective_date }, rest)).toBe('REVIEW');
});

test('what both state and differs is a mismatch, whatever would be implied', () => {
  expect(statusOf(vanilla, { floating_payment_frequency: 'QUARTERLY' }, { floating_payment_frequency: 'ANNUAL' })).toBe(
    'MISMATCHED',
  );
  expect(statusOf(cross, { final_exchange_date: '2030-03-05' }, { final_exchange_date: '2030-04-05' })).toBe(
    'MISMATCHED',
  );
});

const withoutNotional = { ...swap, notional: undefined } as unknown as Partial<Trade>;
test.each<[string, Partial<Trade>, Partial<Trade>, Partial<Trade>]>([
  ['a spread of nothing beside an index', vanilla, { spread_bps: '0' }, {}],
  [
    'what a schedule begins with',
    withoutNotional,
    { notional: '30000000.00', notional_schedule: '2025-03-05 30000000.00; 2027-03-05 20000000.00' },
    { notional_schedule: '2025-03-05 30000000.00; 2027-03-05 20000000.00' },
  ],
])('implied: %s', (_name, both, stated, leavesOut) => {
  expect(statusOf(both, stated, leavesOut)).toBe('MATCHED');
});

test('a spread is not implied, nor what a schedule begins otherwise with', () => {
  expect(statusOf(vanilla, { spread_bps: '15' })).toBe('REVIEW');
  const steps = { notional_schedule: '2025-03-05 30000000.00; 2027-03-05 20000000.00' };
  expect(statusOf(withoutNotional, { notional: '40000000.00', ...steps }, steps)).not.toBe('MATCHED');
});
