import type { Product, Trade } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';
import { inOneOrder } from './currency-order.ts';
import { fingerprint } from './pairing-keys.ts';

const forward: Trade = {
  product: 'FX_FORWARD',
  source_type: 'BANK',
  trade_id: 'PL-1',
  currency: 'GBP',
  notional: '2000000.00',
  currency_2: 'NOK',
  notional_2: '27100000.00',
  currency_buyer: 'BANK',
  fx_rate: '13.55',
  settlement_date: '2026-09-30',
};
const forwardTurned: Trade = {
  ...forward,
  source_type: 'COUNTERPARTY',
  trade_id: 'AC-9',
  currency: 'NOK',
  notional: '27100000.00',
  currency_2: 'GBP',
  notional_2: '2000000.00',
  currency_buyer: 'COUNTERPARTY',
};
const { currency_buyer: _ours, ...rest } = forward;
const { currency_buyer: _theirs, ...restTurned } = forwardTurned;
const ndf = { product: 'NON_DELIVERABLE_FORWARD', reference_currency_seller: 'BANK' } as const;
const nonDeliverable: Trade = { ...rest, ...ndf, currency_2: 'CLP' };
const nonDeliverableTurned: Trade = { ...restTurned, ...ndf, currency: 'CLP' };
const swap: Trade = { ...forward, product: 'FX_SWAP', far_notional: '2000000.00', far_notional_2: '27160000.00' };
const swapTurned: Trade = {
  ...{ ...forwardTurned, product: 'FX_SWAP' },
  ...{ far_notional: '27160000.00', far_notional_2: '2000000.00' },
};

/** The status, which is the same whichever side is given first. */
function statusOf(ours: Trade, theirs: Trade): string {
  const [a, b] = [ours, theirs].map((trade) => ({ trade, flags: [] })) as [never, never];
  const { status } = compareTrades(a, b);
  expect(compareTrades(b, a).status).toBe(status);
  return status;
}

const PAIRS: readonly [Product, Trade, Trade][] = [
  ['FX_FORWARD', forward, forwardTurned],
  ['NON_DELIVERABLE_FORWARD', nonDeliverable, nonDeliverableTurned],
  ['FX_SWAP', swap, swapTurned],
];

describe.each(PAIRS)('%s printed with its currencies in the other order', (_product, ours, theirs) => {
  test('is the same trade', () => {
    expect(statusOf(ours, theirs)).toBe('MATCHED');
  });

  test('has the same fingerprint', () => {
    const more = {
      ...{ bank_name: 'Pond Bank', counterparty_name: 'Acre plc' },
      ...{ fixing_date: '2026-09-28', far_settlement_date: '2026-12-30' },
    };
    expect(fingerprint({ ...ours, ...more })).toBeDefined();
    expect(fingerprint({ ...ours, ...more })).toBe(fingerprint({ ...theirs, ...more }));
  });

  test.each(Object.keys(theirs).filter((field) => !['product', 'source_type', 'trade_id'].includes(field)))(
    'is another trade with another %s',
    (field) => {
      const value = theirs[field as keyof Trade] ?? '';
      const other =
        value === 'BANK'
          ? 'COUNTERPARTY'
          : value === 'COUNTERPARTY'
            ? 'BANK'
            : /^[A-Z]{3}$/.test(value)
              ? 'SEK'
              : value.replace(/\d/, (digit) => `${(Number(digit) % 9) + 1}`);
      expect(statusOf(ours, { ...theirs, [field]: other })).toBe('MISMATCHED');
    },
  );
});

test('amounts that change places without their currencies are a mismatch', () => {
  const exchanged = { notional: forward.notional_2 ?? '', notional_2: forward.notional ?? '' };
  expect(statusOf(forward, { ...forward, ...exchanged })).toBe('MISMATCHED');
  expect(statusOf(nonDeliverable, { ...nonDeliverable, ...exchanged })).toBe('MISMATCHED');
});

test('which currency is the reference currency is not guessed of two that are both delivered, or both not', () => {
  expect(statusOf({ ...rest, ...ndf }, { ...restTurned, ...ndf })).toBe('MISMATCHED');
  const both = (trade: Trade, field: 'currency' | 'currency_2'): Trade => ({ ...trade, [field]: 'INR' });
  expect(statusOf(both(nonDeliverable, 'currency'), both(nonDeliverableTurned, 'currency_2'))).toBe('MISMATCHED');
});

test('a swap of interest in two currencies is left as it is: its legs are in order', () => {
  const product = 'CROSS_CURRENCY_SWAP';
  expect(statusOf({ ...forward, product }, { ...forwardTurned, product })).toBe('MISMATCHED');
});

test('the evidence goes with its value', () => {
  const at = (line: number) => ({ page: 1, line, label: 'Amount', literal: '', confidence: 1 });
  const [ours, theirs] = inOneOrder(
    { trade: forward, flags: [] },
    { trade: forwardTurned, flags: [], evidence: { notional: at(4), notional_2: at(5) } },
  );
  expect(ours.trade).toEqual(forward);
  expect(theirs.trade).toMatchObject({ currency: 'GBP', notional: '2000000.00', currency_buyer: 'BANK' });
  expect(theirs.evidence).toEqual({ notional: at(5), notional_2: at(4) });
});
