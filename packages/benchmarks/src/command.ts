import { type Command, newCommand, parse, WrongUsageError, wholeNumber } from '@trade-matching/command-line';
import { DEFAULT_TRADES } from './bench.ts';
import { BENCHES, type BenchEntry } from './benches.ts';

export interface Options {
  readonly benches: readonly BenchEntry[];
  readonly quick: boolean;
  readonly trades: number;
  readonly json?: string;
  readonly tolerant: boolean;
}

const MIN_TRADES = 1_000;

const list = (set: BenchEntry['set']) =>
  BENCHES.filter((each) => each.set === set)
    .map(({ name, what }) => `  ${name.padEnd(12)} ${what}`)
    .join('\n');

function declaration() {
  return newCommand({
    name: 'npm run bench --',
    summary: 'measure the targets of the design',
    description:
      'Measures the targets of the design, each as a ratio to a baseline of the same run, and prints one table. The whole takes about ten minutes, most of them for a store of a million trades.',
    examples: ['', '--quick', '--growth', '--only extraction,calls'],
    notes: `Targets:
${list('targets')}

Growth:
${list('growth')}

Exit code: 0 when all targets are met, 1 when one is missed or a bench fails, 2 for wrong usage.`,
  })
    .option('--only <names>', 'these benches alone, with commas between them', namesOf, [] as BenchEntry[])
    .option('--growth', 'how costs grow with size and concurrency, in place of the targets', false)
    .option('--quick', 'smaller sizes and fewer rounds: about three minutes', false)
    .option(
      '--trades <n>',
      'the larger store of `pairing`',
      wholeNumber('--trades', MIN_TRADES, 100_000_000),
      DEFAULT_TRADES,
    )
    .option('--json <file>', 'write the measurements as JSON')
    .option(
      '--tolerant',
      'exit 1 only where a count (calls, bytes, items read) misses its target, or a time is three times off',
      false,
    );
}

function namesOf(text: string, before: readonly BenchEntry[]): BenchEntry[] {
  const named = text.split(',').map((name) => {
    const found = BENCHES.find((each) => each.name === name);
    if (found) return found;
    const names = BENCHES.map((each) => each.name).join(', ');
    throw new WrongUsageError(`--only: there is no bench "${name}"; there are ${names}.`);
  });
  return [...before, ...named];
}

type Given = ReturnType<ReturnType<typeof declaration>['opts']>;

function optionsOf({ only, growth, quick, trades, json, tolerant }: Given): Options {
  const set = growth ? 'growth' : 'targets';
  const benches =
    only.length > 0 ? only : BENCHES.filter((each) => each.set === set && (!quick || each.quick || growth));
  return {
    benches: BENCHES.filter((each) => benches.includes(each)),
    ...{ quick, trades, tolerant },
    ...(json === undefined ? {} : { json }),
  };
}

/**
 * Reads the command line of `npm run bench`.
 *
 * @throws {WrongUsageError} saying which option is wrong and why
 */
export function readOptions(args: readonly string[]): Options {
  return optionsOf(parse(declaration(), args).opts());
}

/** `npm run bench`, with what measures. */
export const benchCommand =
  (measure: (options: Options) => Promise<number>): Command =>
  (_terminal, exitWith) =>
    declaration().action(async (given) => exitWith(await measure(optionsOf(given))));
