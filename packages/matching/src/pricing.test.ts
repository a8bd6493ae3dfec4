import type { OtherTerm } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';
import type { Side } from './side.ts';

const side = (...terms: readonly (readonly [string, string])[]): Side => ({
  trade: { product: 'COMMODITY_SWAP', source_type: 'BANK' },
  flags: [],
  other_terms: terms.map(
    ([label, literal]): OtherTerm => ({ label, key: label.toLowerCase(), literal, page: 1, line: 1, economic: false }),
  ),
});

/** Compared both ways round: the status must not depend on it. */
function statusOf(ours: Side, theirs: Side): string {
  const { status } = compareTrades(ours, theirs);
  expect(compareTrades(theirs, ours).status).toBe(status);
  return status;
}

test.each([
  [
    ['Pricing Dates', 'Each Commodity Business Day'],
    ['Preisermittlung', 'tägliche Abrechnungspreise'],
  ],
  [
    ['Delivery Date', 'Second Nearby Month'],
    ['Contract', 'zweiter Liefermonat'],
  ],
  [
    ['Delivery Date', 'First Nearby Month, on its last trading day the second nearby month'],
    ['Contract month', 'first nearby'],
  ],
  [
    ['Pricing', 'mean of the high and low quotations of each day'],
    ['Averaging', 'all pricing days'],
  ],
  [
    ['Specified Price', 'Settlement Price'],
    ['Precio', 'precio de liquidación'],
  ],
] as const)('%j and %j find one price', (ours, theirs) => {
  expect(statusOf(side(ours), side(theirs))).toBe('MATCHED');
});

test.each([
  [
    ['Pricing Date', 'the last trading day of the contract'],
    ['Averaging', 'mean of the last five trading days'],
  ],
  [
    ['Preisermittlung', 'täglich'],
    ['Pricing', 'last pricing day of the month'],
  ],
  [
    ['Contrat', 'première échéance'],
    ['Contract', 'third nearby'],
  ],
  [
    ['Specified Price', 'Settlement Price'],
    ['Prezzo rilevante', 'closing price'],
  ],
] as const)('%j and %j find two, for review', (ours, theirs) => {
  expect(statusOf(side(ours), side(theirs))).toBe('REVIEW');
});

test('what nobody means by default is a difference though the other is silent', () => {
  const plain = side(['Specified Price', 'Settlement Price, First Nearby Month']);
  expect(statusOf(side(['Specified Price', 'Settlement Price, First Nearby Month']), plain)).toBe('MATCHED');
  for (const [label, literal] of [
    ['Averaging', 'of the offer quotations'],
    ['Nearby', 'second'],
    ['Pricing Periods', 'the first ten days of each month'],
    ['Prix de référence', 'moyenne des deux derniers jours'],
    ['Precio', 'de los cinco últimos días'],
    ['Price', 'the lowest of each day'],
  ] as const) {
    const odd = side(['Specified Price', 'Settlement Price, First Nearby Month'], [label, literal]);
    expect([literal, statusOf(odd, plain)]).toEqual([literal, 'REVIEW']);
  }
});
