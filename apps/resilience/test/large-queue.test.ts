import { type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LargeQueue, LISTS, queriesOf, scansOf, writesOf } from '../src/large-queue/large-queue.ts';
import { casesOfOne } from '../src/large-queue/queue-items.ts';
import { operatorsProgram } from './operators-program.ts';

// A person has more of them than a list shows.
const CASES = 6_000;
const PAIRS = 120;

let system: System;
let queue: LargeQueue;
beforeAll(async () => {
  system = await startSystem();
  queue = new LargeQueue(system, operatorsProgram(system));
  await queue.fill(CASES, PAIRS);
});
afterAll(async () => {
  await queue?.close();
  await system?.close();
});

test.each([
  ['--mine', 1],
  ['--overdue', 4],
  ['by counterparty', 1],
] as const)('cases %s is %i queries of a long queue, and no scan', async (which, queries) => {
  const took = await queue.ask(...LISTS[which]);
  expect(took.calls).toEqual({ Query: queries });
  expect(took.stdout).toMatch(which === 'by counterparty' ? /^30 cases\.$/m : /^50 cases, the first due/m);
});

test('up to 250 cases of one person are one query', async () => {
  const took = await queue.ask(...LISTS['--mine'], '--limit', '1000', '--json');
  expect(took.stdout.trim().split('\n')).toHaveLength(casesOfOne(CASES));
  expect({ queries: queriesOf(took), scans: scansOf(took) }).toEqual({ queries: 1, scans: 0 });
});

test('the sweep reads every open case by queries, a megabyte each, and writes none that is told', async () => {
  const took = await queue.sweep();
  expect(JSON.parse(took.stdout)).toMatchObject({ kind: 'swept', open: CASES, breached: 0, alleged: 0 });
  // Of a first run 90 days of unmatched trades; then the cases, once for everything.
  expect(queriesOf(took)).toBeLessThanOrEqual(91 + 4 + CASES / 700);
  expect(scansOf(took)).toBe(0);
  expect(Object.keys(took.calls).sort()).toEqual(['GetItem', 'PutItem', 'Query']);
});

test('a dry run over many stored pairs reads them a hundred trades a call, and writes nothing', async () => {
  const took = await queue.dryRun();
  expect(took.stdout).toContain(`${PAIRS} pairs compared; ${PAIRS / 10} would have another status.`);
  expect({ writes: writesOf(took), scans: scansOf(took) }).toEqual({ writes: 0, scans: 0 });
  expect(took.calls.BatchGetItem).toBeLessThanOrEqual(Math.ceil(PAIRS / 50) + 1);
});
