import { fork } from 'node:child_process';
import path from 'node:path';
import type { BenchOptions, FromBench } from './bench.ts';
import type { BenchEntry } from './benches.ts';
import type { Measurement } from './measurement.ts';

/** The repository. */
const ROOT = path.resolve(import.meta.dirname, '../../..');

/** A bench ended before it had measured everything. */
export class BenchError extends Error {
  override readonly name = 'BenchError';
}

/**
 * Runs a bench in a process of its own, so that none measures with another's warm code and full heap.
 *
 * @throws {BenchError} where it fails, with what it said
 */
export function runBench(
  { name, script }: BenchEntry,
  { quick, trades }: BenchOptions,
  progress: (text: string) => void,
): Promise<Measurement[]> {
  const child = fork(path.join(ROOT, script), [...(quick ? ['--quick'] : []), '--trades', String(trades)], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const measurements: Measurement[] = [];
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  child.on('message', (message: FromBench) => {
    if (message.kind === 'progress') progress(message.text);
    else measurements.push(message.measurement);
  });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return new Promise<Measurement[]>((resolve, reject) => {
    child.once('error', (cause) => reject(new BenchError(`${name} could not be started.`, { cause })));
    child.once('close', (code, signal) => {
      if (code === 0) resolve(measurements);
      else reject(new BenchError(`${name} (${script}) ended with ${signal ?? `exit code ${code}`}.\n${said.trim()}`));
    });
  }).finally(() => process.off('SIGINT', forward).off('SIGTERM', forward));
}
