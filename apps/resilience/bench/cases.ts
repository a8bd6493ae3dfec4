// 50,000 open cases in the embedded DynamoDB: the lists that people ask for, the sweep, and a dry run over 10,000 pairs.
import { bench, inTurns, type Measurement } from '@trade-matching/benchmarks';
import { startSystem } from '@trade-matching/sandbox/system';
import {
  EMPTY_LIST,
  LargeQueue,
  LISTS,
  queriesOf,
  scansOf,
  type Took,
  writesOf,
} from '../src/large-queue/large-queue.ts';
import { operatorsProgram } from '../test/operators-program.ts';

const CASES = 50_000;
const PAIRS = 10_000;
/** "A list answers within 300 ms": issue 16. */
const MAX_LIST_MS = 300;
const MAX_QUERIES = 5;
const MAX_DRY_RUN_MS = 60_000;
/** Half of the time that the function has (infra, case-sweep). */
const MAX_SWEEP_MS = 150_000;

await bench(async function* ({ quick }, progress) {
  const system = await startSystem();
  const queue = new LargeQueue(system, operatorsProgram(system));
  try {
    const emptySweep = await queue.sweep();
    progress(`filling in ${CASES} cases and ${PAIRS} pairs`);
    await queue.fill(CASES, PAIRS);
    for (const [what, args] of Object.entries(LISTS)) {
      progress(`cases ${what}`);
      yield* await listed(queue, `cases ${what}, of ${CASES} open`, args, quick ? 5 : 15);
    }
    progress('the sweep');
    yield* swept(await queue.sweep(), emptySweep);
    progress('a dry run of profiles');
    yield* tried(await queue.dryRun());
  } finally {
    await queue.close();
    await system.close();
  }
});

async function listed(
  queue: LargeQueue,
  what: string,
  args: readonly string[],
  rounds: number,
): Promise<Measurement[]> {
  let took: Took | undefined;
  const timeOf = async (asked: readonly string[]) => {
    const each = await queue.ask(...asked);
    if (asked === args) took = each;
    return each.milliseconds;
  };
  const { ours, baseline, ratio } = await inTurns(
    rounds,
    () => timeOf(args),
    () => timeOf(EMPTY_LIST),
  );
  return [
    {
      ...{ what, ours: { value: ours, unit: 'ms' }, ratio },
      baseline: { what: 'an empty queue', value: baseline, unit: 'ms' },
      target: { of: 'ours', is: 'at most', value: MAX_LIST_MS },
    },
    ...(took ? [counted(`${what}: queries`, queriesOf(took), MAX_QUERIES), counted('  scans', scansOf(took), 0)] : []),
  ];
}

function swept(took: Took, empty: Took): Measurement[] {
  const { open, digest } = JSON.parse(took.stdout) as { readonly open?: number; readonly digest: boolean };
  if (open !== CASES) throw new Error(`The sweep read ${open} open cases of ${CASES}.`);
  return [
    {
      what: `a run of the sweep over ${CASES} open cases`,
      ours: { value: took.milliseconds, unit: 'ms' },
      baseline: { what: 'an empty queue', value: empty.milliseconds, unit: 'ms' },
      target: { of: 'ours', is: 'at most', value: MAX_SWEEP_MS },
      note: `${queriesOf(took)} queries, ${digest ? 'the digest with it' : 'no digest before 06:00 UTC'}`,
    },
    counted('  scans', scansOf(took), 0),
  ];
}

function tried(took: Took): Measurement[] {
  if (!took.stdout.startsWith(`${PAIRS} pairs compared; ${PAIRS / 10} would`)) throw new Error(took.stdout);
  return [
    {
      what: `a dry run of profiles over ${PAIRS} pairs`,
      ours: { value: took.milliseconds, unit: 'ms' },
      target: { of: 'ours', is: 'at most', value: MAX_DRY_RUN_MS },
    },
    counted('  writes', writesOf(took), 0),
    counted('  scans', scansOf(took), 0),
  ];
}

function counted(what: string, value: number, most: number): Measurement {
  return { what, ours: { value, unit: 'calls' }, target: { of: 'ours', is: 'at most', value: most }, exact: true };
}
