import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { SERVICE_ACCESS_KEY, type System, startSystem, tradesAndMatches } from '@trade-matching/sandbox/system';
import { afterEach, expect, test } from 'vitest';
import { ServiceClient } from './ask-service.ts';

let system: System;
let client: ServiceClient;
afterEach(async () => {
  client?.close();
  await system?.close();
});

const eventTime = '2026-11-23T10:00:00.000Z';

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function connects(url: string): Promise<boolean> {
  return fetch(new URL('/health/live', url)).then(
    () => true,
    () => false,
  );
}

test('a service that is stopping finishes and answers what it started, takes nothing new, then ends', async () => {
  const log: string[] = [];
  system = await startSystem({ log: (from, line) => from === 'matching-service' && log.push(line) });
  client = new ServiceClient(system);
  // Some are held where they write, the others wait for their turn behind them.
  let held = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  system.aws.addInterceptor(async (call, next) => {
    if (call.caller === SERVICE_ACCESS_KEY && call.action === 'GetObject') {
      held += 1;
      await released;
    }
    return next();
  });
  const documents = Array.from({ length: 8 }, (_, i) => samplePair(Math.floor(i / 2))).map((pair, i) => {
    const trade = i % 2 === 0 ? pair.bank : pair.counterparty;
    const source = trade.source_type;
    return { source, key: `${source}/${i}.pdf`, bytes: renderConfirmation(trade, 'letter'), eventTime };
  });
  const answers = Promise.all(documents.map((document) => client.ask(document)));
  await until(() => held >= 2);
  const { pid, url } = system.service;
  process.kill(pid, 'SIGTERM');
  await until(() => log.some((line) => line.includes('"stopping"')));
  expect(await connects(url)).toBe(false);
  expect(runs(pid)).toBe(true);
  release();
  expect((await answers).map(({ status }) => status)).toEqual(documents.map(() => 200));
  await until(() => !runs(pid));
  expect((await tradesAndMatches(system)).matches).toHaveLength(4);
  expect(log.filter((line) => /"level":"(?:warn|error)"/.test(line))).toEqual([]);
}, 180_000);
