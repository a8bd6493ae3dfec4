// How documents a second and latency grow with the documents in flight: each of so many uploaders waits for its outcome.
// Batches go at once: with the window, one at a time would measure the window.
import { bench, percentile } from '@trade-matching/benchmarks';
import { changedStack, startSystem, withoutWindow } from '@trade-matching/sandbox/system';
import { atATime, followed, pairedUploads, steadyRate } from './load.ts';

const AT_A_TIME = [1, 4, 16, 64];
/** Numbers of pairs that a level has for itself: bytes that come again are duplicates, and cheaper. */
const PAIRS_A_LEVEL = 100_000;

await bench(async function* ({ quick }, progress) {
  const system = await startSystem({ stackFile: changedStack(withoutWindow) });
  const run = async (concurrency: number, documents: number, level: number) => {
    progress(`${documents} documents, ${concurrency} at a time`);
    const uploads = pairedUploads(documents, `level-${level}`, level * PAIRS_A_LEVEL);
    return followed(system, uploads, (begin, filed) =>
      atATime(concurrency, uploads, async (upload) => {
        await begin(upload);
        await filed(upload);
      }),
    );
  };
  try {
    await run(16, 100, 0);
    for (const [index, concurrency] of AT_A_TIME.entries()) {
      const documents = (quick ? 20 : 60) * (4 + Math.min(concurrency, 16));
      const times = await run(concurrency, documents, index + 1);
      const latencies = times.map(({ uploadedAt, filedAt }) => filedAt - uploadedAt);
      const [p50, p95] = [percentile(latencies, 0.5), percentile(latencies, 0.95)];
      yield {
        what: `sandbox, ${concurrency} at a time`,
        ours: { value: steadyRate(times), unit: '/s' },
        note: `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
        details: { concurrency, documents, p50, p95 },
      };
    }
  } finally {
    await system.close();
  }
});
