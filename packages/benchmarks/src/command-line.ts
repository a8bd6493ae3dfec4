import { parseArgs } from 'node:util';
import { DEFAULT_TRADES } from './bench.ts';
import { BENCHES, type BenchEntry } from './benches.ts';

const list = (set: BenchEntry['set']) =>
  BENCHES.filter((each) => each.set === set)
    .map(({ name, what }) => `  ${name.padEnd(12)} ${what}`)
    .join('\n');

export const HELP = `Measures what design promises, each as a ratio to a baseline of the same run, and prints one table.

Usage
  npm run bench                           the targets; about ten minutes, most of them for a store of a million trades
  npm run bench -- --quick                smaller sizes, fewer rounds: about two minutes
  npm run bench -- --growth               how costs grow with size and concurrency
  npm run bench -- --only extraction,calls

Options
  --only NAME,…   these benches alone
  --growth        those that show how costs grow, in place of the targets
  --quick         for a check of every change
  --trades N      the larger store of \`pairing\` (default ${DEFAULT_TRADES})
  --json FILE     keep what was measured
  --tolerant      exit 1 only where a count (calls, bytes, items read) misses its target, or a time is three times off
  --help          this text

Targets
${list('targets')}

Growth
${list('growth')}

Exit code: 0 where all targets are met, 1 where one is missed or a bench fails, 2 for wrong usage.`;

export interface Options {
  readonly benches: readonly BenchEntry[];
  readonly quick: boolean;
  readonly trades: number;
  readonly json?: string;
  readonly tolerant: boolean;
}

export type CommandLine =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong-usage'; readonly message: string };

const LEAST_TRADES = 1_000;

export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true, default: [] },
        growth: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        trades: { type: 'string', default: String(DEFAULT_TRADES) },
        json: { type: 'string' },
        tolerant: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const trades = Number(values.trades);
    if (!Number.isInteger(trades) || trades < LEAST_TRADES) {
      return wrong(`--trades is a whole number from ${LEAST_TRADES}, not "${values.trades}"`);
    }
    const only = values.only.flatMap((names) => names.split(','));
    const unknown = only.find((name) => !BENCHES.some((each) => each.name === name));
    if (unknown !== undefined) {
      return wrong(`--only: there is no bench "${unknown}"; there are ${BENCHES.map(({ name }) => name).join(', ')}`);
    }
    const { quick, json, tolerant } = values;
    const benches = BENCHES.filter((each) =>
      only.length > 0
        ? only.includes(each.name)
        : each.set === (values.growth ? 'growth' : 'targets') && (!quick || each.quick || values.growth),
    );
    return { kind: 'run', options: { benches, quick, trades, tolerant, ...(json === undefined ? {} : { json }) } };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): CommandLine {
  return { kind: 'wrong-usage', message };
}
