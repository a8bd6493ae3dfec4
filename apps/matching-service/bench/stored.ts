// How pairing grows: with the stored trades, and with those among them that only their references tell apart.
import { bench, median } from '@trade-matching/benchmarks';
import { crowdedRecords } from './stored-trades/book.ts';
import { compareStores } from './stored-trades/compare-stores.ts';
import { startFilledStore } from './stored-trades/filled-store.ts';
import { freshNumbers, pairOne } from './stored-trades/pair-one.ts';

const STORED = [10_000, 100_000, 1_000_000];
const ALIKE = [0, 10, 50, 200];
const PAIRINGS = 10;

await bench(async function* ({ quick, trades }, progress) {
  const small = await startFilledStore(1_000, progress);
  try {
    for (const stored of STORED.filter((each) => each <= trades)) {
      const large = await startFilledStore(stored, progress);
      try {
        progress(`pairing, ${stored} stored`);
        yield* await compareStores(large, small, quick ? 4 : 15);
      } finally {
        await large.close();
      }
    }
    const fresh = freshNumbers();
    for (const alike of ALIKE) {
      progress(`pairing among ${alike} alike`);
      const crowd = fresh();
      for (let i = 0; i < alike; i++) await small.store.writeVersion(crowdedRecords(fresh(), crowd).BANK, undefined);
      const pairings = [];
      for (let i = 0; i < PAIRINGS; i++) pairings.push(await pairOne(small, crowdedRecords(fresh(), crowd)));
      yield {
        what: `pairing one trade among ${alike} alike`,
        ours: { value: median(pairings.map(({ processor }) => processor)), unit: 'ms' },
        note: `${median(pairings.map(({ itemsRead }) => itemsRead))} items read`,
        details: { alike, pairings },
      };
    }
  } finally {
    await small.close();
  }
});
