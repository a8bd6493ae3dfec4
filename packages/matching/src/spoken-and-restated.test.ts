import type { OtherTerm, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';
import type { Side } from './side.ts';

const trade: Trade = { product: 'INTEREST_RATE_SWAP', source_type: 'BANK', notional: '50000000.00' };
const term = (label: string, literal: string): OtherTerm => ({
  ...{ label, key: label.toLowerCase(), literal, page: 1, line: 1, economic: true },
});
const side = (other_terms: readonly OtherTerm[]): Side => ({ trade, flags: [], other_terms });

/** Compared both ways round: the status must not depend on it. */
function compare(ours: Side, theirs: Side) {
  const result = compareTrades(ours, theirs);
  expect(compareTrades(theirs, ours).status).toBe(result.status);
  return result;
}

test('a label that says us or you names the party, whoever speaks', () => {
  const owed = (by: string) => side([term(`Arrangement fee payable by ${by}`, 'CHF 12,000.00')]);
  expect(compare(owed('us'), owed('you')).status).toBe('MATCHED');
  const { status, other_terms } = compareTrades(owed('us'), owed('us'));
  expect(status).toBe('REVIEW');
  expect(other_terms.map(({ verdict }) => verdict)).toEqual(['ONE_SIDED', 'ONE_SIDED']);
  expect(compare(side([term('US Dollar fee', 'USD 1.00')]), side([term('US Dollar fee', 'USD 1.00')])).status).toBe(
    'MATCHED',
  );
});

test('a term that repeats a field’s figure and says more is not restated', () => {
  const premium: Partial<Trade> = { premium_amount: '48000.00', premium_currency: 'GBP' };
  const paid = (literal?: string): Side => ({
    ...side(literal === undefined ? [] : [term('Premium Amount', literal)]),
    trade: { ...trade, ...premium },
  });
  expect(compare(paid('GBP 48,000.00'), paid()).status).toBe('MATCHED');
  for (const more of [
    'GBP 48,000.00 each year',
    'GBP 48,000.00 (2)',
    'GBP 48,000.00, refundable',
    '48.000 GBP je Monat',
  ])
    expect(compare(paid(more), paid()).status).toBe('REVIEW');
});

test('a restructuring that is limited by further words is not the short name’s', () => {
  const credit: Partial<Trade> = { product: 'CREDIT_DEFAULT_SWAP', restructuring: 'MM' };
  const said = (literal?: string): Side => ({
    ...side(literal === undefined ? [] : [term('Restructuring', literal)]),
    trade: { ...trade, ...credit },
  });
  expect(compare(said('Mod Mod R applicable'), said()).status).toBe('MATCHED');
  expect(compare(said('Mod Mod R of loans alone'), said()).status).toBe('REVIEW');
});

test('an obligation that is printed again with another rank is not restated', () => {
  const of = (literal?: string): Side => ({
    ...side(literal === undefined ? [] : [term('Reference Obligation', literal)]),
    trade: { ...trade, product: 'CREDIT_DEFAULT_SWAP', reference_obligation: 'XS1900000017' },
  });
  expect(compare(of('ISIN XS1900000017'), of()).status).toBe('MATCHED');
  expect(compare(of('obligations subordonnées XS1900000017'), of()).status).toBe('REVIEW');
});

test('what one names under a label, and the other in a sentence that says that it applies, is one term', () => {
  const supplement = 'Kessler Europe Untranched Standard Terms Supplement';
  const named = (label = 'Terms') => side([{ ...term(label, supplement), economic: false }]);
  const said = (sentence: string) => side([term('text', sentence)]);
  expect(compare(said(`The terms of the ${supplement} apply to this transaction.`), named()).status).toBe('MATCHED');
  for (const other of [
    `The terms of the ${supplement} do not apply to this transaction.`,
    `The terms of the ${supplement} apply to this transaction until 2029.`,
    'The terms of the Kessler Europe Tranched Standard Terms Supplement apply to this transaction.',
  ])
    expect(compare(said(other), named()).status).toBe('REVIEW');
  const applies = said(`The terms of the ${supplement} apply to this transaction.`);
  expect(compare(applies, named('Excluded terms')).status).toBe('REVIEW');
  expect(compare(applies, side([])).status).toBe('REVIEW');
});
