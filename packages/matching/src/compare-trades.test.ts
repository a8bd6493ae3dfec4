import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';

const bank: Trade = {
  product: 'INTEREST_RATE_SWAP',
  source_type: 'BANK',
  trade_id: 'OUR-1',
  bank_name: 'Harbour Bank plc',
  bank_lei: '213800AAAAAAAAAAAA01',
  currency: 'USD',
  notional: '50000000.00',
  trade_date: '2024-09-15',
  effective_date: '2024-09-17',
  termination_date: '2029-09-17',
  fixed_rate: '3.75',
  fixed_rate_payer: 'BANK',
  spread_bps: '25',
  calculation_agent: 'BANK',
};
const counterparty: Trade = { ...bank, source_type: 'COUNTERPARTY', trade_id: 'THEIRS-1' };
const compare = (change: Partial<Trade>, flags: Parameters<typeof compareTrades>[0]['flags'] = []) =>
  compareTrades({ trade: bank, flags }, { trade: { ...counterparty, ...change }, flags: [] });

test('equal terms match, whatever the references are and however decimals are written', () => {
  expect(compare({ fixed_rate: '3.7500', notional: '50000000' })).toEqual({
    status: 'MATCHED',
    differences: [],
    flags: [],
  });
});

test.each<[string, Partial<Trade>]>([
  ['a trade date one day later', { trade_date: '2024-09-16' }],
  ['a notional 0.01 % larger', { notional: '50005000.00' }],
  ['a fixed rate 1 bp higher', { fixed_rate: '3.76' }],
  ['another spelling of a name with the same LEI', { bank_name: 'Harbour Bank Public Limited Company' }],
])('%s is within tolerance', (_name, change) => {
  expect(compare(change).status).toBe('MATCHED_WITHIN_TOLERANCE');
});

test.each<[string, Partial<Trade>]>([
  ['a trade date two days later', { trade_date: '2024-09-17' }],
  ['a notional just over 0.01 % larger', { notional: '50005000.01' }],
  ['a fixed rate just over 1 bp higher', { fixed_rate: '3.76001' }],
  ['a spread of another basis point', { spread_bps: '26' }],
  ['the other direction', { fixed_rate_payer: 'COUNTERPARTY' }],
  ['another product', { product: 'EQUITY_SWAP' }],
  ['another name with another LEI', { bank_name: 'Other Bank', bank_lei: '213800BBBBBBBBBBBB01' }],
])('%s is a mismatch', (_name, change) => {
  expect(compare(change).status).toBe('MISMATCHED');
});

test('a critical term that one side alone states is no disagreement, and the flag says which and whose', () => {
  const { fixed_rate: _absent, ...without } = counterparty;
  expect(compareTrades({ trade: bank, flags: [] }, { trade: without, flags: [] })).toEqual({
    status: 'MATCHED',
    differences: [],
    flags: [
      {
        code: 'ONE_SIDED_TERM',
        severity: 'warning',
        field: 'fixed_rate',
        message: 'only the bank states fixed_rate: 3.75',
      },
    ],
  });
});

test.each(['calculation_agent', 'bank_lei', 'bank_name'] as const)('%s on one side alone is not compared', (field) => {
  const { [field]: _absent, ...without } = counterparty;
  expect(compareTrades({ trade: bank, flags: [] }, { trade: without as Trade, flags: [] }).status).toBe('MATCHED');
});

test('a contradicted maturity and another calculation agent are for review, both spelled out', () => {
  const flag = {
    code: 'MATURITY_DATE_MISMATCH',
    severity: 'review',
    message: 'printed as 2024-09-17 (5 Years)',
  } as const;
  const result = compareTrades(
    { trade: { ...bank, termination_date_literal: '2024-09-17' }, flags: [flag] },
    { trade: { ...counterparty, calculation_agent: 'COUNTERPARTY' }, flags: [] },
  );
  expect(result.status).toBe('REVIEW');
  expect(result.differences.map(({ field }) => field)).toEqual(['calculation_agent', 'termination_date_literal']);
  expect(result.flags).toEqual([flag]);
});

test('a flag does not hide a critical difference', () => {
  const flag = { code: 'AMBIGUOUS_DATE', severity: 'review', message: '03/04/2025' } as const;
  expect(compare({ notional: '60000000.00' }, [flag]).status).toBe('MISMATCHED');
});
