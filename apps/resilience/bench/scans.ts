// Latency of documents with text while scans come to their lane at ten a minute, against the same without scans.
import { bench, inTurns, percentile } from '@trade-matching/benchmarks';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { makeScan, SCAN_KINDS } from '@trade-matching/confirmation-samples/scans';
import { changedStack, type System, startSystem, type Upload, withoutWindow } from '@trade-matching/sandbox/system';
import { followed, pairedUploads } from './load.ts';

/** Ten a minute. */
const BETWEEN_SCANS_MS = 6_000;
/** Five a second: what a desk of a large bank has at its busiest, and less than half of what the service does. */
const BETWEEN_DOCUMENTS_MS = 200;
/** Pairs of the scans, apart from those of documents with text. */
const FIRST_SCANNED = 1_000_000;

await bench(async function* ({ quick }, progress) {
  const scansARound = quick ? 2 : 6;
  const rounds = quick ? 2 : 4;
  const documents = (scansARound * BETWEEN_SCANS_MS) / BETWEEN_DOCUMENTS_MS;
  progress('making scans');
  const scans = await scannedUploads(scansARound * (rounds + 1));
  const system = await startSystem({ stackFile: changedStack(withoutWindow) });
  try {
    let [runs, read] = [0, 0];
    const p95 = async (beside: readonly Upload[]) => {
      const uploads = pairedUploads(documents, `run-${++runs}`, runs * documents);
      const [times, scanned] = await Promise.all([
        steadily(system, uploads, BETWEEN_DOCUMENTS_MS),
        beside.length > 0 ? steadily(system, beside, BETWEEN_SCANS_MS) : [],
      ]);
      read += scanned.length;
      return percentile(
        times.map(({ uploadedAt, filedAt }) => filedAt - uploadedAt),
        0.95,
      );
    };
    const { ours, baseline, ratio } = await inTurns(
      rounds,
      () => {
        progress(`${documents} documents with ${scansARound} scans beside`);
        return p95(scans.splice(0, scansARound));
      },
      () => {
        progress(`${documents} documents alone`);
        return p95([]);
      },
    );
    yield {
      what: 'p95 of documents with text, ten scans a minute beside',
      ours: { value: ours, unit: 'ms' },
      baseline: { what: 'without scans', value: baseline, unit: 'ms' },
      ratio,
      target: { of: 'ratio', is: 'at most', value: 1.1 },
      note: `${read} scans read beside ${runs * documents} documents, five a second`,
      details: { rounds, documents, scans: read },
    };
  } finally {
    await system.close();
  }
});

/** Uploads each when its time comes, whether or not those before have their outcomes. */
function steadily(system: System, uploads: readonly Upload[], everyMs: number) {
  return followed(system, uploads, async (begin) => {
    const started = performance.now();
    for (const [index, upload] of uploads.entries()) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, started + index * everyMs - performance.now())));
      await begin(upload);
    }
  });
}

function scannedUploads(count: number): Promise<Upload[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, i) => ({
      key: `BANK/2026/11/23/scan-${i}.pdf`,
      source: 'BANK' as const,
      bytes: await makeScan(
        renderConfirmation(samplePair(FIRST_SCANNED + i).bank, 'letter'),
        SCAN_KINDS['straight-200'],
        i,
      ),
    })),
  );
}
