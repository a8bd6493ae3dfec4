import type { QueueSample } from '../follow/queue-samples.ts';
import type { SentDocument } from '../run-record.ts';

/** One stretch of a run. */
export interface Bin {
  /** Seconds from the start of the run to the start of the bin. */
  readonly at: number;
  /** How many were meant to be sent, were uploaded, came to their outcome, could not be uploaded. */
  readonly intended: number;
  readonly uploaded: number;
  readonly outcomes: number;
  readonly errors: number;
  /** Of those that came to their outcome in the bin, milliseconds from the intended upload; null where none did. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  /** The deepest that each queue was; null where it was not asked. */
  readonly queues: Readonly<Record<string, number | null>>;
}

export interface TimeSeries {
  readonly binSeconds: number;
  readonly bins: readonly Bin[];
}

/** More points than this are more than a chart has pixels for. */
const MAX_BINS = 100;
const WIDTHS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

/** Lays what happened out in time. `start` and `end` are milliseconds since the epoch. */
export function timeSeries(
  documents: readonly SentDocument[],
  samples: readonly QueueSample[],
  start: number,
  end: number,
): TimeSeries {
  const seconds = Math.max(1, (end - start) / 1000);
  const binSeconds = WIDTHS.find((width) => seconds / width <= MAX_BINS) ?? Math.ceil(seconds / MAX_BINS);
  const count = Math.ceil(seconds / binSeconds);
  const binOf = (at: number) => Math.min(count - 1, Math.max(0, Math.floor((at - start) / 1000 / binSeconds)));
  const sums = Array.from({ length: count }, () => ({
    intended: 0,
    uploaded: 0,
    errors: 0,
    latencies: [] as number[],
  }));
  for (const { intendedAt, uploadedAt, uploadError, outcome } of documents) {
    at(sums, binOf(intendedAt)).intended += 1;
    if (uploadedAt !== undefined) at(sums, binOf(uploadedAt)).uploaded += 1;
    if (uploadError !== undefined) at(sums, binOf(intendedAt)).errors += 1;
    if (outcome) at(sums, binOf(outcome.at)).latencies.push(Math.max(0, outcome.at - intendedAt));
  }
  const queueNames = Object.keys(samples[0]?.depths ?? {});
  return {
    binSeconds,
    bins: sums.map(({ intended, uploaded, errors, latencies }, i) => {
      const sorted = latencies.sort((a, b) => a - b);
      const inBin = samples.filter((sample) => binOf(sample.at) === i);
      return {
        at: i * binSeconds,
        intended,
        uploaded,
        outcomes: sorted.length,
        errors,
        p50: percentileOf(sorted, 0.5),
        p95: percentileOf(sorted, 0.95),
        p99: percentileOf(sorted, 0.99),
        queues: Object.fromEntries(
          queueNames.map((queue) => [
            queue,
            inBin.length === 0 ? null : Math.max(...inBin.map(({ depths }) => depths[queue] ?? 0)),
          ]),
        ),
      };
    }),
  };
}

function percentileOf(sorted: readonly number[], share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? null;
}

function at<T>(items: readonly T[], index: number): T {
  return items[index] as T;
}
