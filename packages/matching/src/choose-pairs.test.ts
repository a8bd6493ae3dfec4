import type { Source } from '@trade-matching/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePairs, type KeyedTrade } from './choose-pairs.ts';
import type { PairingKeys } from './pairing-keys.ts';

interface Named extends KeyedTrade {
  readonly id: string;
}

const trade = (id: string, keys: PairingKeys = {}): Named => ({
  id,
  source: id.startsWith('B') ? 'BANK' : 'COUNTERPARTY',
  keys,
});

/** `B1-C1 reference` for a pair, `B1 C1 C2 fingerprint` for a group of which none is taken. */
function outcome(trades: readonly Named[]): string[] {
  const { pairs, ambiguous } = choosePairs(trades);
  return [
    ...pairs.map(({ bank, counterparty, rule }) => `${bank.id}-${counterparty.id} ${rule}`),
    ...ambiguous.map(
      ({ trades: group, rule }) =>
        `${group
          .map(({ id }) => id)
          .sort()
          .join(' ')} ${rule}`,
    ),
  ].sort();
}

const alike = { fingerprint: 'F' };

test('a third that is just as alike unmakes what would be a pair of two', () => {
  const [b1, c1, c2] = [trade('B1', alike), trade('C1', alike), trade('C2', alike)];
  expect(outcome([b1, c1])).toEqual(['B1-C1 fingerprint']);
  expect(outcome([b1, c1, c2])).toEqual(['B1 C1 C2 fingerprint']);
});

test('a pair by references leaves its look-alikes to each other', () => {
  const byReference = [
    trade('B1', { ...alike, own: 'B1', other: 'C1' }),
    trade('C1', { ...alike, own: 'C1', other: 'B1' }),
  ];
  expect(outcome([...byReference, trade('B2', alike), trade('C2', alike)])).toEqual([
    'B1-C1 reference',
    'B2-C2 fingerprint',
  ]);
});

test('two that both name one reference are for a person, whichever came first', () => {
  const named = [
    trade('B1', { own: 'B1' }),
    trade('C1', { own: 'C1', other: 'B1' }),
    trade('C2', { own: 'C2', other: 'B1' }),
  ];
  expect(outcome(named)).toEqual(['B1 C1 C2 reference']);
  expect(outcome([trade('B1', { own: 'B1', other: 'C2' }), ...named.slice(1)])).toEqual(['B1-C2 reference']);
});

test('trades of one side are never a pair', () => {
  expect(outcome([trade('B1', alike), trade('B2', alike)])).toEqual([]);
});

const names = (side: 'B' | 'C') => fc.option(fc.constantFrom(`${side}1`, `${side}2`, `${side}3`), { nil: undefined });
const randomTrades = fc
  .array(
    fc.constantFrom<Source>('BANK', 'COUNTERPARTY').chain((source) =>
      fc.record({
        source: fc.constant(source),
        own: names(source === 'BANK' ? 'B' : 'C'),
        other: names(source === 'BANK' ? 'C' : 'B'),
        uti: fc.option(fc.constantFrom('U1', 'U2'), { nil: undefined }),
        fingerprint: fc.option(fc.constantFrom('F1', 'F2'), { nil: undefined }),
      }),
    ),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(({ source, ...keys }, i) => trade(`${source === 'BANK' ? 'B' : 'C'}#${i}`, keys as PairingKeys)),
  );

test('the order of the trades makes no difference, and nobody is in two pairs or groups', () => {
  fc.assert(
    fc.property(
      randomTrades.chain((trades) =>
        fc.tuple(fc.constant(trades), fc.shuffledSubarray(trades, { minLength: trades.length })),
      ),
      ([trades, shuffled]) => {
        const expected = outcome(trades);
        expect(outcome(shuffled)).toEqual(expected);
        const { pairs, ambiguous } = choosePairs(trades);
        const taken = [
          ...pairs.flatMap(({ bank, counterparty }) => [bank, counterparty]),
          ...ambiguous.flatMap(({ trades: group }) => group),
        ];
        expect(new Set(taken).size).toBe(taken.length);
      },
    ),
    { numRuns: 2000 },
  );
});
