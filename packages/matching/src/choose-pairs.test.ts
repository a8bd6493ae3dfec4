import type { PairDecisions, Source } from '@trade-matching/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePairs, type KeyedTrade } from './choose-pairs.ts';
import type { PairingKeys } from './pairing-keys.ts';

interface Named extends KeyedTrade {
  readonly id: string;
}

const trade = (id: string, keys: PairingKeys = {}, pair_decisions?: PairDecisions): Named => ({
  id,
  source: id.startsWith('B') ? 'BANK' : 'COUNTERPARTY',
  keys,
  trade_key: id,
  ...(pair_decisions === undefined ? {} : { pair_decisions }),
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

test('two that a person forced together are a pair, whatever else ties them', () => {
  const forced = [
    trade('B1', { own: 'B1', other: 'C2' }, { forced_with: 'C1' }),
    trade('C1', { own: 'C1' }, { forced_with: 'B1' }),
  ];
  expect(outcome(forced)).toEqual(['B1-C1 decision']);
  // One that the rules would rather have goes to the next that fits.
  const wanted = trade('C2', { own: 'C2', other: 'B1', fingerprint: 'F' });
  expect(outcome([...forced, wanted, trade('B2', alike)])).toEqual(['B1-C1 decision', 'B2-C2 fingerprint']);
});

test('one that was forced together with a trade that is not here is in no other pair', () => {
  expect(outcome([trade('B1', alike, { forced_with: 'C9' }), trade('C1', alike)])).toEqual([]);
});

test('a decision of which one side alone was read makes no pair', () => {
  expect(outcome([trade('B1', {}, { forced_with: 'C1' }), trade('C1')])).toEqual([]);
});

test('two that a person parted are no pair, and leave each other to the next that fits', () => {
  const b1 = trade('B1', { ...alike, own: 'B1', other: 'C1' }, { never_with: ['C1'] });
  const c1 = trade('C1', { ...alike, own: 'C1', other: 'B1' }, { never_with: ['B1'] });
  expect(outcome([b1, c1])).toEqual([]);
  expect(outcome([trade('B1', alike, { never_with: ['C1'] }), trade('C1', alike), trade('C2', alike)])).toEqual([
    'B1-C2 fingerprint',
  ]);
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

/** The same with decisions on some: who is forced together is so with one, and who is parted with anybody. */
const decidedTrades = randomTrades.chain((trades) => {
  const ofSide = (source: Source) => trades.filter((each) => each.source === source);
  const [banks, counterparties] = [ofSide('BANK'), ofSide('COUNTERPARTY')];
  const couples = banks.flatMap((bank) => counterparties.map((counterparty) => [bank.id, counterparty.id] as const));
  return fc
    .tuple(fc.subarray(banks), fc.shuffledSubarray(counterparties), fc.subarray(couples))
    .map(([ours, theirs, parted]) => {
      const count = Math.min(2, ours.length, theirs.length);
      const forced = Array.from({ length: count }, (_, i) => [ours[i]?.id, theirs[i]?.id]);
      const otherOf = (pair: readonly (string | undefined)[], id: string) => pair.find((each) => each !== id);
      return trades.map((each) => {
        const forced_with = forced.filter((pair) => pair.includes(each.id)).map((pair) => otherOf(pair, each.id))[0];
        const never_with = parted.filter((pair) => pair.includes(each.id)).map((pair) => otherOf(pair, each.id) ?? '');
        const isForced = forced_with !== undefined;
        return trade(each.id, each.keys, {
          ...(isForced ? { forced_with } : {}),
          never_with: never_with.filter((id) => id !== forced_with),
        });
      });
    });
});

test('whatever the rules say, who is forced together is a pair, and who is parted is none', () => {
  let forced = 0;
  fc.assert(
    fc.property(decidedTrades, (trades) => {
      const { pairs, ambiguous } = choosePairs(trades);
      const partnerOf = new Map(
        pairs.flatMap(({ bank, counterparty }) => [
          [bank.id, counterparty.id] as const,
          [counterparty.id, bank.id] as const,
        ]),
      );
      const grouped = new Set(ambiguous.flatMap(({ trades: group }) => group.map(({ id }) => id)));
      for (const { id, pair_decisions } of trades) {
        const partner = partnerOf.get(id);
        if (pair_decisions?.forced_with !== undefined) {
          forced++;
          expect(partner).toBe(pair_decisions.forced_with);
          expect(grouped.has(id)).toBe(false);
        }
        if (partner !== undefined) expect(pair_decisions?.never_with).not.toContain(partner);
      }
    }),
    { numRuns: 2000 },
  );
  expect(forced).toBeGreaterThan(500);
});

test('the order of the trades makes no difference, and nobody is in two pairs or groups', () => {
  fc.assert(
    fc.property(
      fc
        .oneof(randomTrades, decidedTrades)
        .chain((trades) => fc.tuple(fc.constant(trades), fc.shuffledSubarray(trades, { minLength: trades.length }))),
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
