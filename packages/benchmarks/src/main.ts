import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { processTerminal, run } from '@trade-matching/command-line';
import { benchCommand, type Options } from './command.ts';
import { isMet, type Measurement } from './measurement.ts';
import { renderMeasurements } from './report.ts';
import { BenchError, runBench } from './run-bench.ts';

/** How many times worse than its target a time may be before a busy machine is no excuse. */
const TOLERANCE = 3;

process.exitCode = await run(benchCommand(measure), process.argv.slice(2), processTerminal());

async function measure({ benches, quick, trades, json, tolerant }: Options): Promise<number> {
  const started = new Date();
  const measurements: (Measurement & { readonly bench: string })[] = [];
  const failures: string[] = [];
  for (const [index, bench] of benches.entries()) {
    const where = `[${index + 1}/${benches.length}] ${bench.name}`;
    progress(`${where}: ${bench.what}`);
    try {
      const measured = await runBench(bench, { quick, trades }, (text) => progress(`${where}: ${text}`));
      measurements.push(...measured.map((measurement) => ({ bench: bench.name, ...measurement })));
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      failures.push(error.message);
    }
  }
  progress('');
  process.stdout.write(`${renderMeasurements(measurements)}\n`);
  if (json !== undefined) {
    const machine = { node: process.version, processors: availableParallelism(), model: cpus()[0]?.model };
    writeFileSync(json, `${JSON.stringify({ started, quick, machine, measurements, failures }, null, 2)}\n`);
  }
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  const missed = measurements.filter(
    (each) => isMet(each, tolerant ? TOLERANCE : 1) === false && !(tolerant && each.knownShort),
  );
  const seconds = Math.round((Date.now() - started.getTime()) / 1000);
  process.stdout.write(
    `${missed.length} of ${measurements.length} missed${tolerant ? ' by far' : ''}, ${seconds} s.\n`,
  );
  return missed.length + failures.length > 0 ? 1 : 0;
}

/** On a terminal one line that changes; elsewhere a line for each bench. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  else if (text !== '') process.stderr.write(`${text}\n`);
}
