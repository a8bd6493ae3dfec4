import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';

/** Compared both ways round: the status must not depend on it. */
function statusOf(ours: Partial<Trade>, theirs: Partial<Trade>): string {
  const side = (fields: Partial<Trade>) => ({
    trade: { product: 'EQUITY_SWAP', source_type: 'BANK', ...fields } as Trade,
    flags: [],
  });
  const { status, flags } = compareTrades(side(ours), side(theirs));
  expect(compareTrades(side(theirs), side(ours)).status).toBe(status);
  if (status === 'REVIEW') expect(flags).toHaveLength(1);
  return status;
}
const shares = (a: string, b: string) => statusOf({ underlier: a }, { underlier: b });

test.each([
  ['Lindqvist Verken AB (publ), ISIN SE0000108656', 'Lindqvist Verken AB (ISIN SE0000108656)'],
  ['Ordinary shares of Lindqvist Verken AB', 'Lindqvist Verken AB registered ordinary shares'],
  ['Lindqvist Verken AB registered shares, ISIN SE0000108656', 'Lindqvist Verken AB ordinary shares (SE0000108656)'],
  ['Stammaktien der Lindqvist Verken AB, ISIN SE0000108656', 'SE0000108656'],
  ['LQV SS Equity (ISIN SE0000108656)', 'Lindqvist Verken AB, ISIN SE0000108656'],
  ['EURO STOXX 50 Index (.STOXX50E)', '.STOXX50E'],
])('%s is %s', (a, b) => {
  expect(shares(a, b)).toBe('MATCHED');
});

test.each([
  ['Lindqvist Verken AB, ISIN SE0000108656', 'Oresund Kraft AB, ISIN SE0000108656'],
  ['Lindqvist Verken AB Vorzugsaktien', 'Lindqvist Verken AB Stammaktien'],
  ['Lindqvist Verken AB', 'Lindqvist Verken AB preference shares'],
  ['Lindqvist Verken AB', 'Lindqvist Verken plc'],
  ['Lindqvist Verken AB class A shares', 'Lindqvist Verken AB class B shares'],
  ['actions Lindqvist Verken', 'indice Lindqvist Verken'],
  ['Lindqvist Verken sponsored ADRs (ISIN SE0000108656)', 'Lindqvist Verken ordinary shares (ISIN SE0000108656)'],
])('%s against %s is for review', (a, b) => {
  expect(['REVIEW', 'MISMATCHED']).toContain(shares(a, b));
});

const bond = (a: string, b: string) => statusOf({ reference_obligation: a }, { reference_obligation: b });

test('an obligation is its identifier, unless its description is another', () => {
  expect(bond('3,75 % Anleihe 2031 (ISIN XS1900000017)', '3.750% Notes due 1 May 2031, XS1900000017')).toBe('MATCHED');
  expect(bond('XS1900000017', 'Senior Notes due 2031, XS1900000017')).toBe('MATCHED');
  expect(bond('3.75 % Notes (XS1900000017)', '4 1/8 %, that is 4.125 %, Notes (XS1900000017)')).toBe('REVIEW');
  expect(bond('Notes due 2031 (XS1900000017)', 'Notes due 2035 (XS1900000017)')).toBe('REVIEW');
  expect(bond('Anleihe XS1900000017', 'nachrangige Anleihe XS1900000017')).toBe('REVIEW');
});

test('a reference entity of a longer name is for review, whatever the obligation says', () => {
  const entity = (reference_entity: string): Partial<Trade> => ({
    reference_entity,
    reference_obligation: 'XS1900000017',
  });
  expect(statusOf(entity('Halvorsen Rederi ASA'), entity('HALVORSEN REDERI A.S.A.'))).not.toBe('MISMATCHED');
  expect(statusOf(entity('Halvorsen Intl ASA'), entity('Halvorsen International ASA'))).toBe(
    'MATCHED_WITHIN_TOLERANCE',
  );
  expect(statusOf(entity('Halvorsen Rederi ASA'), entity('Halvorsen Rederi Treasury ASA'))).toBe('REVIEW');
  expect(statusOf(entity('Halvorsen Rederi ASA'), entity('HR ASA'))).toBe('REVIEW');
  expect(statusOf(entity('Halvorsen Rederi ASA'), entity('Halvorsen Rederi ASA, bonds alone'))).toBe('REVIEW');
  expect(statusOf(entity('Halvorsen Rederi ASA'), entity('Kvist Energi ASA'))).toBe('MISMATCHED');
});
