import { inTurns, type Measurement, median } from '@trade-matching/benchmarks';
import { bookRecords } from './book.ts';
import type { FilledStore } from './filled-store.ts';
import { freshNumbers, type Pairing, pairOne } from './pair-one.ts';

const PAIRINGS_A_TURN = 10;

/** Pairs trades against a large and a small store in limiter: what it takes on processors, and how many items it reads. */
export async function compareStores(large: FilledStore, small: FilledStore, rounds: number): Promise<Measurement[]> {
  const fresh = freshNumbers();
  const seen: Record<'large' | 'small', Pairing[]> = { large: [], small: [] };
  const turn = async (filled: FilledStore, all: Pairing[]) => {
    const pairings: Pairing[] = [];
    for (let i = 0; i < PAIRINGS_A_TURN; i++) pairings.push(await pairOne(filled, bookRecords(fresh())));
    all.push(...pairings);
    return median(pairings.map(({ processor }) => processor));
  };
  const medianOf = (which: 'large' | 'small', figure: keyof Pairing) => median(seen[which].map((each) => each[figure]));
  const most = (which: 'large' | 'small') => Math.max(...seen[which].map(({ itemsRead }) => itemsRead));
  const { ours, baseline, ratio } = await inTurns(
    rounds,
    () => turn(large, seen.large),
    () => turn(small, seen.small),
  );
  const stored = (filled: FilledStore) => `${filled.trades.toLocaleString('en-US')} stored`;
  return [
    {
      what: `pairing one trade, ${stored(large)}`,
      ours: { value: ours, unit: 'ms' },
      baseline: { what: stored(small), value: baseline, unit: 'ms' },
      ratio,
      target: { of: 'ratio', is: 'at most', value: 1.2 },
      note: `by the clock ${medianOf('large', 'clock').toFixed(1)} ms against ${medianOf('small', 'clock').toFixed(1)} ms`,
    },
    {
      what: `items read for it, ${stored(large)}`,
      ours: { value: medianOf('large', 'itemsRead'), unit: 'items' },
      baseline: { what: stored(small), value: medianOf('small', 'itemsRead'), unit: 'items' },
      target: { of: 'ratio', is: 'exactly', value: 1 },
      exact: true,
      details: { most: { large: most('large'), small: most('small') } },
    },
  ];
}
