import type { RunRecord } from '../run-record.ts';
import { duration } from './figures.ts';

/** Milliseconds between two lines: a terminal's is rewritten, elsewhere each stays. */
const REWRITTEN_EVERY = 250;
const WRITTEN_EVERY = 5_000;
/** The rate is that of so many milliseconds. */
const RATE_WINDOW = 5_000;

/** Where progress is shown: standard error, so that the answer stays clean. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how a run goes, until it is stopped. */
export function showProgress(record: RunRecord, documents: number, output: ProgressOutput): () => void {
  const started = Date.now();
  const recent: { at: number; outcomes: number }[] = [];
  const show = () => {
    const now = Date.now();
    recent.push({ at: now, outcomes: record.counted.withOutcome });
    // The last one before the window stays, so that there is always something to count from.
    while ((recent[1]?.at ?? now) < now - RATE_WINDOW) recent.shift();
    const first = recent[0];
    const rate =
      first && now > first.at ? (record.counted.withOutcome - first.outcomes) / ((now - first.at) / 1000) : 0;
    const line = progressLine(record, documents, { seconds: (now - started) / 1000, rate });
    output.write(output.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, output.isTTY ? REWRITTEN_EVERY : WRITTEN_EVERY);
  let stopped = false;
  return () => {
    if (stopped) return;
    stopped = true;
    clearInterval(timer);
    show();
    if (output.isTTY) output.write('\n');
  };
}

interface Pace {
  readonly seconds: number;
  /** Outcomes a second, of late. */
  readonly rate: number;
}

export function progressLine(record: RunRecord, documents: number, { seconds, rate }: Pace): string {
  const { uploaded, uploadsFailed, withOutcome } = record.counted;
  const of = Number.isFinite(documents) ? `/${documents}` : '';
  const errors = [...record.errors.values()].reduce((sum, count) => sum + count, 0);
  return [
    `${seconds.toFixed(0).padStart(4)} s`,
    `uploaded ${uploaded}${of}`,
    `outcomes ${withOutcome}`,
    `in flight ${Math.max(0, uploaded - withOutcome)}`,
    `${rate.toFixed(1)} documents/s`,
    `p95 ${withOutcome === 0 ? '-' : duration(record.endToEnd.percentile(95))}`,
    ...(uploadsFailed > 0 ? [`uploads failed ${uploadsFailed}`] : []),
    ...(errors > uploadsFailed ? [`calls failed ${errors - uploadsFailed}`] : []),
  ].join('  ');
}
