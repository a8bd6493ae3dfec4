// The capacity model against the sandbox: the same arrivals, once for real and once simulated. The service is made slow,
// so that what is measured is batches, windows and concurrency, not how many processors this machine has.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bench } from '@trade-matching/benchmarks';
import { type Capacity, outcomeOf, poissonArrivals, predicted, type SandboxRun } from '@trade-matching/capacity-model';
import { type System, startSystem, type Upload } from '@trade-matching/sandbox/system';
import { atATime, followed, pairedUploads } from './load.ts';

/** Where the page on scale has its measurements from. */
const RUNS = path.resolve(import.meta.dirname, '../../../packages/capacity-model/src/sandbox-runs.json');

const CASES = [
  { name: '1/s, the window decides', perSecond: 1, seconds: 60, delayed: 1 },
  { name: '2/s, batches fill', perSecond: 2, seconds: 60, delayed: 4 },
  { name: '4/s, two thirds busy', perSecond: 4, seconds: 40, delayed: 8 },
  { name: '8/s, more than it can take', perSecond: 8, seconds: 20, delayed: 8 },
] as const;

await bench(async function* ({ quick }, progress) {
  const system = await startSystem();
  try {
    const runs: SandboxRun[] = [];
    progress('starting as many functions as will be needed');
    await startEveryFunction(system);
    for (const [index, each] of (quick ? CASES.slice(1, 2) : CASES).entries()) {
      const { name, perSecond, seconds, delayed } = each;
      delayEach(system, delayed);
      progress(`${name}: one full batch alone`);
      const alone = await unloadedSeconds(system, index);
      progress(name);
      const arrivals = poissonArrivals(perSecond, seconds, index + 1);
      const capacity = { ...deliveryOf(system), time: timeOf(delayed, alone), readers: 2, variation: 0 };
      const measured = await uploadAt(system, arrivals, `case-${index}`, 100_000 * (index + 1));
      const run = { name, arrivals, capacity, measured };
      runs.push(run);
      const model = predicted(run);
      yield {
        what: `p95, ${name}`,
        ours: { value: measured.p95, unit: 's' },
        baseline: { what: 'by the model', value: model.p95, unit: 's' },
        note: `p50 ${measured.p50.toFixed(2)} s, by the model ${model.p50.toFixed(2)} s; ${measured.documentsPerSecond.toFixed(1)} documents/s, by the model ${model.documentsPerSecond.toFixed(1)}`,
        details: { measured, model },
      };
    }
    if (!quick) writeFileSync(RUNS, `${JSON.stringify(runs)}\n`);
  } finally {
    await system.close();
  }
});

/** The way of a document once it is taken: before and after the service's delay, which nothing else waits for. */
function timeOf(delayed: number, alone: number): Capacity['time'] {
  const own = Math.max(0, alone - delayed);
  return { before: own / 2, after: own / 2, service: delayed, read: 0.01 };
}

/** What the stack says of the processor's mappings. */
function deliveryOf({ stack, names }: System) {
  const mapping = stack.eventSourceMappings.find(({ functionName }) => functionName === names.processorFunction);
  if (mapping === undefined) throw new Error('The stack has no mapping of the processor.');
  const { batchSize, batchingWindow, maximumConcurrency } = mapping;
  return { batchSize, batchingWindow, concurrencyPerQueue: maximumConcurrency, pollers: 1 };
}

/** Fills every invocation of both queues at once: later ones find a process that runs. Cold starts are not in the model. */
async function startEveryFunction(system: System): Promise<void> {
  const { batchSize, concurrencyPerQueue } = deliveryOf(system);
  delayEach(system, 3);
  const uploads = pairedUploads(4 * batchSize * concurrencyPerQueue, 'start', 5_000_000);
  await followed(system, uploads, (begin) => atATime(16, uploads, begin));
}

function delayEach(system: System, seconds: number): void {
  system.proxy.setBehaviour(async (_call, forward) => {
    await sleep(seconds * 1000);
    return forward();
  });
}

/** Mean seconds of a full batch's documents where nothing else is done; the second of two, so that all is warm. */
async function unloadedSeconds(system: System, index: number): Promise<number> {
  let mean = 0;
  for (const round of [0, 1]) {
    const number = 100_000 * (index + 20) + 100 * round;
    const uploads = pairedUploads(10, `alone-${index}-${round}`, number).filter(({ source }) => source === 'BANK');
    const times = await followed(system, uploads, async (begin) => {
      await Promise.all(uploads.map(begin));
    });
    mean = times.reduce((sum, { uploadedAt, filedAt }) => sum + (filedAt - uploadedAt), 0) / times.length / 1000;
  }
  return mean;
}

/** Uploads at these times whatever becomes of the earlier ones, and follows all to their outcome. */
async function uploadAt(system: System, arrivals: readonly number[], run: string, firstPair: number) {
  const uploads = pairedUploads(arrivals.length, run, firstPair);
  const started = performance.now();
  const at = (upload: Upload, seconds: number, begin: (upload: Upload) => Promise<void>) =>
    sleep(Math.max(0, started + seconds * 1000 - performance.now())).then(() => begin(upload));
  const times = await followed(system, uploads, async (begin) => {
    await Promise.all(uploads.map((upload, i) => at(upload, arrivals[i] ?? 0, begin)));
  });
  const seconds = times.map(({ filedAt }) => (filedAt - started) / 1000);
  const latencies = times.map(({ uploadedAt, filedAt }) => (filedAt - uploadedAt) / 1000);
  return outcomeOf(arrivals, seconds, latencies);
}
