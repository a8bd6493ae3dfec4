// The desk's API over 50,000 open cases, each list in turns with one that is empty: p95, as a person waits for it.
import { bench, type Measurement } from '@trade-matching/benchmarks';
import { type ServiceProcess, startDesk, startSystem } from '@trade-matching/sandbox/system';
import { LargeQueue } from '../src/large-queue/large-queue.ts';
import { counterparty, person } from '../src/large-queue/queue-items.ts';
import { operatorsProgram } from '../test/operators-program.ts';

const CASES = 50_000;
const PAIRS = 100;
/** Issue 17: "API p95 ≤ 100 ms with 50,000 cases". */
const MAX_P95_MS = 100;

/** What people look at: a screenful is asked for as the page asks for it. */
const LISTS: Readonly<Record<string, string>> = {
  'all open': 'tab=all',
  mine: `tab=mine&assignee=${encodeURIComponent(person(0))}`,
  unassigned: 'tab=unassigned',
  alleged: 'tab=alleged',
  waiting: 'tab=waiting',
  'to approve': 'tab=approve',
  'of one counterparty': `tab=all&counterparty=${encodeURIComponent(counterparty(0))}`,
  'of a product and a field': 'tab=all&product=INTEREST_RATE_SWAP&field=fixed_rate',
};
/** Tabs with few of many cases, which the table filters. */
const NARROW = /^tab=(?:unassigned|alleged|waiting|approve)$/;
const WARM_UP = 5;
const EMPTY = 'tab=all&counterparty=nobody';

await bench(async function* ({ quick }, progress) {
  const system = await startSystem();
  const queue = new LargeQueue(system, operatorsProgram(system));
  let desk: ServiceProcess | undefined;
  try {
    progress(`filling in ${CASES} cases`);
    await queue.fill(CASES, PAIRS);
    desk = await startDesk(system);
    for (const [what, query] of Object.entries(LISTS)) {
      progress(`desk, ${what}`);
      yield await listed(desk, `the desk's queue, ${what}, of ${CASES} open: p95`, query, quick ? 20 : 60);
    }
  } finally {
    await desk?.close();
    await queue.close();
    await system.close();
  }
});

async function listed(desk: ServiceProcess, what: string, query: string, rounds: number): Promise<Measurement> {
  const [times, empty]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + WARM_UP; round++) {
    const [ours, baseline] = [await timeOf(desk, query), await timeOf(desk, EMPTY)];
    if (round < WARM_UP) continue;
    times.push(ours);
    empty.push(baseline);
  }
  const [ours, baseline] = [p95(times), p95(empty)];
  return {
    ...{ what, ours: { value: ours, unit: 'ms' }, ratio: ours / baseline },
    baseline: { what: 'an empty queue', value: baseline, unit: 'ms' },
    target: { of: 'ours', is: 'at most', value: MAX_P95_MS },
    ...(NARROW.test(query)
      ? {
          knownShort: true,
          note: 'reads past every open case that is not in the tab; an index of its own would end that',
        }
      : {}),
  };
}

async function timeOf(desk: ServiceProcess, query: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(new URL(`/api/cases?${query}&limit=150`, desk.url), {
    headers: { 'x-desk-person': 'ana' },
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${query}: ${response.status}`);
  return performance.now() - began;
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(0.95 * times.length)] ?? 0;
}
