import type { OtherTerm } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';
import type { Side } from './side.ts';

type Printed = readonly (readonly [string, string])[];
const side = (terms: Printed): Side => ({
  trade: { product: 'EQUITY_SWAP', source_type: 'BANK' },
  flags: [],
  other_terms: terms.map(
    ([label, literal]): OtherTerm => ({ label, key: label.toLowerCase(), literal, page: 1, line: 1, economic: false }),
  ),
});

/** Compared both ways round: the status must not depend on it. */
function statusOf(ours: Printed, theirs: Printed): string {
  const { status } = compareTrades(side(ours), side(theirs));
  expect(compareTrades(side(theirs), side(ours)).status).toBe(status);
  return status;
}

test.each<[Printed, Printed]>([
  [[['Dividende', 'brutto']], [['Dividend entitlement', 'gross']]],
  [[['Monitoring', 'continuous']], [['Beobachtung', 'laufend bis zum Verfall']]],
  [[['Obligation Characteristics', 'Not Subordinated']], [['Rang', 'vorrangig']]],
  [
    [
      ['Interest periods', 'Unadjusted'],
      ['Periods of leg 2', 'adjusted'],
    ],
    [['Zinsperioden', 'unangepasst']],
  ],
  [[['Valuation', 'closing level']], []],
  [[['Rounding', 'four decimals']], [['Calendar', 'four cities']]],
])('%j and %j say nothing contrary', (ours, theirs) => {
  expect(statusOf(ours, theirs)).toBe('MATCHED');
});

test.each<[Printed, Printed]>([
  [[['Dividende', 'netto']], [['Dividend entitlement', 'gross']]],
  [[['Ausschüttung', 'wiederangelegt']], [['Dividends', 'paid out on each payment date']]],
  [[['Interest accrual', 'no adjustment']], [['Zinsperioden', 'angepasst']]],
  [[['Berechnungszeiträume', 'nicht angepasst']], [['Periods', 'adjusted']]],
  [[['Fijación del tipo', 'vencida']], [['Rate set', 'at the start of each period']]],
  [[['Exercice', 'automatique']], [['Exercise', 'by notice to the seller']]],
  [[['Cash settlement', 'Zero Coupon Yield']], [['Valuation method', 'Par Yield Curve Unadjusted']]],
  [[['Rang', 'nachrangig']], [['Seniority', 'Senior']]],
])('%j and %j are contrary, for review', (ours, theirs) => {
  expect(statusOf(ours, theirs)).toBe('REVIEW');
});

test.each<Printed[number]>([
  ['Seniority', 'Subordinated'],
  ['Beobachtung', 'bei Verfall'],
  ['Final price', 'VWAP of the last day'],
])('%s: %s is for review though the other document is silent', (label, literal) => {
  expect(statusOf([[label, literal]], [])).toBe('REVIEW');
});

test('two labels of one matter with other words are for review, and named with both', () => {
  const { status, other_terms } = compareTrades(
    side([['Rounding', 'four decimals']]),
    side([['Rounding convention', 'two decimals']]),
  );
  expect(status).toBe('REVIEW');
  expect(other_terms).toEqual([
    { key: 'rounding', label: 'Rounding', bank: 'four decimals', counterparty: 'two decimals', verdict: 'DIFFERENT' },
  ]);
});
