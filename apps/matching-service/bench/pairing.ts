// Pairing one trade against a thousand and a million stored ones, in the embedded DynamoDB on this disk, in limiter.
import { bench } from '@trade-matching/benchmarks';
import { compareStores } from './stored-trades/compare-stores.ts';
import { startFilledStore } from './stored-trades/filled-store.ts';

const QUICK_TRADES = 20_000;

await bench(async function* ({ quick, trades }, progress) {
  const large = await startFilledStore(quick ? QUICK_TRADES : trades, progress);
  const small = await startFilledStore(1_000, progress);
  try {
    progress('pairing');
    yield* await compareStores(large, small, quick ? 4 : 15);
  } finally {
    await Promise.all([large.close(), small.close()]);
  }
});
