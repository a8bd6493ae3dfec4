import { inTurns, type Measurement, median } from '@trade-matching/benchmarks';
import { bookRecords } from './book.ts';
import type { FilledStore } from './filled-store.ts';
import { freshNumbers, type Pairing, pairOne } from './pair-one.ts';

const PAIRINGS_A_TURN = 10;

/** Pairs trades against a large and a small store in turns: what it takes, and how many items it reads. */
export async function compareStores(large: FilledStore, small: FilledStore, rounds: number): Promise<Measurement[]> {
  const fresh = freshNumbers();
  const read = { large: [] as number[], small: [] as number[] };
  const turn = async (filled: FilledStore, items: number[]) => {
    const pairings: Pairing[] = [];
    for (let i = 0; i < PAIRINGS_A_TURN; i++) pairings.push(await pairOne(filled, bookRecords(fresh())));
    items.push(...pairings.map(({ itemsRead }) => itemsRead));
    return median(pairings.map(({ milliseconds }) => milliseconds));
  };
  const { ours, baseline, ratio } = await inTurns(
    rounds,
    () => turn(large, read.large),
    () => turn(small, read.small),
  );
  const stored = (filled: FilledStore) => `${filled.trades.toLocaleString('en-US')} stored`;
  return [
    {
      what: `pairing one trade, ${stored(large)}`,
      ours: { value: ours, unit: 'ms' },
      baseline: { what: stored(small), value: baseline, unit: 'ms' },
      ratio,
      target: { of: 'ratio', is: 'at most', value: 1.2 },
    },
    {
      what: `items read for it, ${stored(large)}`,
      ours: { value: median(read.large), unit: 'items' },
      baseline: { what: stored(small), value: median(read.small), unit: 'items' },
      target: { of: 'ratio', is: 'exactly', value: 1 },
      exact: true,
      details: { most: { large: Math.max(...read.large), small: Math.max(...read.small) } },
    },
  ];
}
