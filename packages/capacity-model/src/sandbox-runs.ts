import { readFileSync } from 'node:fs';
import path from 'node:path';
import { percentile } from '@trade-matching/benchmarks/statistics';
import { type Capacity, simulate } from './simulate.ts';

/** A run of the sandbox: what was asked of it, and what it did. */
export interface SandboxRun {
  readonly name: string;
  /** Seconds, ascending: when each document was uploaded. */
  readonly arrivals: readonly number[];
  /** As the sandbox was set up; its times were measured with one full batch and nothing else to do. */
  readonly capacity: Capacity;
  readonly measured: Outcome;
}

export interface Outcome {
  readonly documentsPerSecond: number;
  /** Seconds. */
  readonly p50: number;
  readonly p95: number;
  /** Seconds from the first upload to the last outcome. */
  readonly seconds: number;
}

/** The committed runs: `npm run bench -- --only model` made them. */
export function sandboxRuns(): SandboxRun[] {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, 'sandbox-runs.json'), 'utf8')) as SandboxRun[];
}

/** What the model says of the same arrivals. */
export function predicted({ arrivals, capacity }: Pick<SandboxRun, 'arrivals' | 'capacity'>): Outcome {
  const { filedAt, latencies } = simulate(arrivals, capacity, 5);
  return outcomeOf(arrivals, filedAt, latencies);
}

/** @param filedAt seconds, as the arrivals are */
export function outcomeOf(
  arrivals: readonly number[],
  filedAt: readonly number[],
  latencies: readonly number[],
): Outcome {
  const seconds = filedAt.reduce((last, at) => Math.max(last, at), 0) - (arrivals[0] ?? 0);
  return {
    documentsPerSecond: arrivals.length / seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    seconds,
  };
}
