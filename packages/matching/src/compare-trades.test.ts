import { TRADE_FIELDS, type Trade } from '@trade-matching/domain';
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
    other_terms: [],
  });
});

test.each<[string, Partial<Trade>]>([
  ['a trade date one day later', { trade_date: '2024-09-16' }],
  ['a notional 0.01 % larger', { notional: '50005000.00' }],
  ['a fixed rate that is rounded in its fifth decimal', { fixed_rate: '3.75005' }],
  ['another spelling of a name with the same LEI', { bank_name: 'Harbour Bank Public Limited Company' }],
])('%s is within tolerance', (_name, change) => {
  expect(compare(change).status).toBe('MATCHED_WITHIN_TOLERANCE');
});

test.each<[string, Partial<Trade>]>([
  ['a trade date two days later', { trade_date: '2024-09-17' }],
  ['a notional just over 0.01 % larger', { notional: '50005000.01' }],
  ['a fixed rate with two digits exchanged', { fixed_rate: '3.7509' }],
  ['a spread of another basis point', { spread_bps: '26' }],
  ['the other direction', { fixed_rate_payer: 'COUNTERPARTY' }],
  ['another product', { product: 'EQUITY_SWAP' }],
  ['another name with another LEI', { bank_name: 'Other Bank', bank_lei: '213800BBBBBBBBBBBB01' }],
])('%s is a mismatch', (_name, change) => {
  expect(compare(change).status).toBe('MISMATCHED');
});

test('differences come in the order of the fields, whatever order the trades hold them in', () => {
  const change: Partial<Trade> = { spread_bps: '26', fixed_rate: '3.80', notional: '1.00', trade_date: '2024-10-15' };
  const reversed = Object.fromEntries(Object.entries({ ...counterparty, ...change }).reverse()) as Trade;
  const fields = compareTrades({ trade: bank, flags: [] }, { trade: reversed, flags: [] }).differences.map(
    ({ field }) => field,
  );
  expect(fields).toHaveLength(4);
  expect(fields).toEqual(TRADE_FIELDS.filter((field) => field in change));
});

test('a critical term that one side alone states is for review, and the flag says which and whose', () => {
  const { fixed_rate: _absent, ...without } = counterparty;
  expect(compareTrades({ trade: bank, flags: [] }, { trade: without, flags: [] })).toEqual({
    status: 'REVIEW',
    differences: [],
    flags: [
      {
        code: 'ONE_SIDED_TERM',
        severity: 'review',
        field: 'fixed_rate',
        message: 'only the bank states fixed_rate: 3.75',
      },
    ],
    other_terms: [],
  });
});

test('95,000 and 95,500 shares are a mismatch', () => {
  const shares = (number_of_shares: string): Trade => ({
    product: 'EQUITY_SWAP',
    source_type: 'BANK',
    underlier: 'Rheinfeld Pharma AG',
    number_of_shares,
  });
  const result = compareTrades({ trade: shares('95000'), flags: [] }, { trade: shares('95500'), flags: [] });
  expect(result).toMatchObject({ status: 'MISMATCHED', differences: [{ field: 'number_of_shares', delta: '500' }] });
});

test.each<[string, Partial<Trade>, Partial<Trade>]>([
  ['a cash settled NDF', { product: 'NON_DELIVERABLE_FORWARD', settlement_type: 'CASH' }, {}],
  [
    'the deliverable currency of an NDF',
    { product: 'NON_DELIVERABLE_FORWARD', currency_2: 'BRL', settlement_currency: 'USD' },
    { currency_2: 'BRL' },
  ],
  [
    'the number of shares that makes the notional at the price',
    { product: 'EQUITY_SWAP', notional: '49999991.50', initial_price: '526.3157', number_of_shares: '95000' },
    { notional: '49999991.50', initial_price: '526.3157' },
  ],
  [
    'an upfront three business days after the trade',
    { product: 'CREDIT_DEFAULT_SWAP', trade_date: '2026-03-11', upfront_date: '2026-03-16' },
    { trade_date: '2026-03-11' },
  ],
  [
    'one frequency for both legs',
    { payment_frequency: 'QUARTERLY' },
    { fixed_payment_frequency: 'QUARTERLY', floating_payment_frequency: 'QUARTERLY' },
  ],
  ['the currency of payments of a trade in one currency', { payment_currency: 'USD' }, {}],
])('what follows from the other fields is not one-sided: %s', (_name, ours, theirs) => {
  const product = ours.product ?? 'INTEREST_RATE_SWAP';
  const [a, b] = [ours, theirs].map((terms) => ({ trade: { ...bank, product, ...terms } as Trade, flags: [] }));
  if (!a || !b) throw new Error('two sides');
  expect(compareTrades(a, b).status).toBe('MATCHED');
  expect(compareTrades(b, a).status).toBe('MATCHED');
});

test('another frequency than the one of the whole trade is for review', () => {
  const one = { ...bank, payment_frequency: 'QUARTERLY' };
  const each = { ...bank, fixed_payment_frequency: 'ANNUAL', floating_payment_frequency: 'QUARTERLY' };
  expect(compareTrades({ trade: one, flags: [] }, { trade: each, flags: [] }).status).toBe('REVIEW');
});

test.each<
  [
    string,
    { readonly bank_name: string; readonly bank_lei?: string | undefined },
    'REVIEW' | 'MISMATCHED' | 'MATCHED_WITHIN_TOLERANCE',
  ]
>([
  ['plc and N.V. under one LEI', { bank_name: 'Harbour Bank N.V.' }, 'REVIEW'],
  ['plc and nothing, without an identifier', { bank_name: 'Harbour Bank', bank_lei: undefined }, 'REVIEW'],
  [
    'plc and its long form, without an identifier',
    { bank_name: 'HARBOUR BANK P.L.C.', bank_lei: undefined },
    'MATCHED_WITHIN_TOLERANCE',
  ],
  ['plc and N.V. under two LEIs', { bank_name: 'Harbour Bank N.V.', bank_lei: '213800BBBBBBBBBBBB01' }, 'MISMATCHED'],
])('a bank name by its legal form: %s', (_name, change, expected) => {
  const result = compare(change as Partial<Trade>);
  expect(result.status).toBe(expected);
  expect(result.flags.some(({ code }) => code === 'LEGAL_FORM')).toBe(expected === 'REVIEW');
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
