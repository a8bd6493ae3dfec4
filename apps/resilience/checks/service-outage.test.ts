import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { fasterTime } from '@trade-matching/local-aws/faults';
import {
  changedStack,
  currentKeys,
  messagesIn,
  type StackChange,
  type System,
  settingEvery,
  startSystem,
  tradesAndMatches,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterEach, expect, test } from 'vitest';

let system: System;
afterEach(() => system?.close());

/** Simulated seconds in one. */
const FACTOR = 300;
const noRetries: StackChange = (text) => text.replace('"MAX_RETRIES": "3"', '"MAX_RETRIES": "0"');

async function upload(count: number): Promise<string[]> {
  const keys: string[] = [];
  for (let i = 0; i < count; i++) {
    const key = `BANK/2026/11/23/${i}.pdf`;
    keys.push(key);
    await system.upload({ key, source: 'BANK', bytes: renderConfirmation(samplePair(i).bank, 'telex') });
  }
  return keys;
}

test('a service that answers 503 for an hour: nothing fails, nothing is dead-lettered, all is processed afterwards', async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow, noRetries) });
  system.aws.addInterceptor(fasterTime(FACTOR));
  const outageEnds = Date.now() + (3600 / FACTOR) * 1000;
  let refused = 0;
  system.proxy.setBehaviour(async (_call, forward) => {
    if (Date.now() > outageEnds) return forward();
    refused += 1;
    return { status: 503, headers: { 'retry-after': '5' }, body: '{}' };
  });
  const keys = await upload(20);
  await untilQueuesAreEmpty(system);

  expect(refused).toBeGreaterThanOrEqual(40);
  expect(Date.now()).toBeGreaterThan(outageEnds);
  expect(await currentKeys(system)).toEqual(keys.map((key) => `PROCESSED/${key}`).sort());
  expect((await tradesAndMatches(system)).trades).toHaveLength(20);
  expect(await messagesIn(system, system.names.documentDeadLetterQueue.BANK)).toBe(0);
  expect(system.aws.published).toEqual([]);
});

test('a service that hangs: the invocation ends in time and the document is processed later', async () => {
  const log: string[] = [];
  system = await startSystem({
    stackFile: changedStack(
      withoutWindow,
      noRetries,
      settingEvery('timeout', 12),
      settingEvery('PROCESSING_TIMEOUT', '4'),
    ),
    log: (_from, line) => log.push(line),
  });
  system.aws.addInterceptor(fasterTime(FACTOR));
  let hung = 0;
  system.proxy.setBehaviour((_call, forward) => {
    hung += 1;
    return hung === 1 ? new Promise(() => {}) : forward();
  });
  const keys = await upload(1);
  await untilQueuesAreEmpty(system);

  expect(await currentKeys(system)).toEqual(keys.map((key) => `PROCESSED/${key}`));
  expect(log.join('\n')).toContain('(TIMEOUT)');
  expect(log.join('\n')).not.toContain('Task timed out');
});
