import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { followDocuments, type System, type Upload } from '@trade-matching/sandbox/system';

/** Both sides of real pairs, in turns, under keys of this run; `first` is the number of its first pair. */
export function pairedUploads(documents: number, run: string, first = 0): Upload[] {
  return Array.from({ length: documents }, (_, i) => {
    const { bank, counterparty } = samplePair(first + Math.floor(i / 2));
    const [source, trade] = i % 2 === 0 ? (['BANK', bank] as const) : (['COUNTERPARTY', counterparty] as const);
    return { key: `${source}/2026/11/23/${run}-${i}.pdf`, source, bytes: renderConfirmation(trade, 'letter') };
  });
}

/** Does something with each, so many at a time. */
export async function atATime<T>(
  concurrency: number,
  each: readonly T[],
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const left = each.values();
  const worker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

/** When a document was to be uploaded and when it got its outcome, in milliseconds of `performance.now()`. */
export interface Followed {
  readonly uploadedAt: number;
  readonly filedAt: number;
}

const LONGEST_WAIT_MS = 300_000;

/**
 * Follows uploads that `drive` makes to their outcomes.
 *
 * @param drive uploads; `filed` resolves when a document has its outcome
 * @throws where a document is without an outcome after five minutes
 */
export async function followed(
  system: System,
  uploads: readonly Upload[],
  drive: (begin: (upload: Upload) => Promise<void>, filed: (upload: Upload) => Promise<void>) => Promise<void>,
): Promise<Followed[]> {
  const times = new Map<string, { uploadedAt: number; filedAt: number }>();
  const outcomes = new Map(uploads.map(({ key }) => [key, Promise.withResolvers<void>()]));
  const following = followDocuments(system, outcomes.keys(), (key) => {
    const time = times.get(key);
    if (time) time.filedAt = performance.now();
    outcomes.get(key)?.resolve();
  });
  await drive(
    async (upload) => {
      times.set(upload.key, { uploadedAt: performance.now(), filedAt: Number.NaN });
      await system.upload(upload);
    },
    (upload) => outcomes.get(upload.key)?.promise ?? Promise.resolve(),
  );
  if (!(await following.finished(LONGEST_WAIT_MS)))
    throw new Error(`${following.pending.size} documents got no outcome.`);
  return [...times.values()];
}

/** Documents a second between a tenth and nine tenths of the outcomes, without the start and the last, partial batches. */
export function steadyRate(documents: readonly Followed[]): number {
  const filed = documents.map(({ filedAt }) => filedAt).sort((a, b) => a - b);
  const [from, to] = [Math.floor(filed.length * 0.1), Math.floor(filed.length * 0.9)];
  return (to - from) / (((filed[to] ?? Number.NaN) - (filed[from] ?? Number.NaN)) / 1000);
}
