import { parseArgs } from 'node:util';
import type { Measurement } from './measurement.ts';
import { describeMeasurement } from './report.ts';

export interface BenchOptions {
  /** Fewer rounds and smaller sizes: for a check of every change. */
  readonly quick: boolean;
  /** Of the largest store that pairing is measured against. */
  readonly trades: number;
}

/** What a bench says while it runs. */
export type FromBench =
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'measured'; readonly measurement: Measurement };

/** Measures, saying what it is at. */
export type Bench = (
  options: BenchOptions,
  progress: (text: string) => void,
) => AsyncIterable<Measurement> | Iterable<Measurement>;

export const DEFAULT_TRADES = 1_000_000;

/** Runs a bench as its own program: under the runner it hands its measurements over, by itself it prints them. */
export async function bench(measure: Bench): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      trades: { type: 'string', default: String(DEFAULT_TRADES) },
    },
  });
  const tell = (message: FromBench) => {
    if (process.send) process.send(message);
    else if (message.kind === 'measured') process.stdout.write(`${describeMeasurement(message.measurement)}\n`);
    else if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${message.text}`);
  };
  const options = { quick: values.quick, trades: Number(values.trades) };
  for await (const measurement of measure(options, (text) => tell({ kind: 'progress', text }))) {
    tell({ kind: 'measured', measurement });
  }
  process.disconnect?.();
}
