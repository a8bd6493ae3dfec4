import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { type AwsCall, ConnectionReset } from '@trade-matching/local-aws';
import {
  changedStack,
  currentKeys,
  itemsOf,
  messagesIn,
  reportDocument,
  SERVICE_ACCESS_KEY,
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

type Step = (call: AwsCall, key: string) => boolean;

const byFunction = (call: AwsCall) => call.caller?.startsWith('trade-document-processor') === true;
const ledgerWrite =
  (status: string): Step =>
  (call, key) =>
    byFunction(call) && call.action === 'UpdateItem' && call.body.includes(key) && call.body.includes(`"${status}"`);
const s3Call =
  (action: string, prefix = ''): Step =>
  (call, key) =>
    byFunction(call) && call.action === action && call.resource.endsWith(`/${prefix}${key}`);

/** The steps of a good document, from the claim to the delete. */
const STEPS: Record<string, Step> = {
  claim: ledgerWrite('IN_PROGRESS'),
  submit: (call, key) =>
    call.caller === SERVICE_ACCESS_KEY && call.action === 'GetObject' && call.resource.endsWith(`/${key}`),
  settle: ledgerWrite('PROCESSED'),
  copy: s3Call('CopyObject', 'PROCESSED/'),
  delete: s3Call('DeleteObject'),
};

test('a function that is killed at any step between claim and delete loses nothing', async () => {
  system = await startSystem({
    // One document an invocation, so that each is killed at its own step; and times so short that it comes
    // again soon, and long enough for a busy machine to finish one.
    stackFile: changedStack(
      withoutWindow,
      settingEvery('batch_size', 1),
      settingEvery('timeout', 10),
      settingEvery('visibility_timeout_seconds', 12),
    ),
  });
  const documents = Object.keys(STEPS).flatMap((step, i) =>
    (['before', 'after'] as const).map((when, j) => ({
      step,
      when,
      number: 100 + 2 * i + j,
      key: `BANK/2026/11/23/${when}-${step}.pdf`,
    })),
  );
  const workers = new Map<string, string>();
  const crashed = new Set<string>();
  system.aws.addInterceptor(async (call, next) => {
    for (const { key, step, when } of documents) {
      if (call.action === 'GetObject' && byFunction(call) && call.resource.endsWith(`/${key}`)) {
        workers.set(key, call.caller ?? '');
      }
      if (crashed.has(key) || !STEPS[step]?.(call, key)) continue;
      crashed.add(key);
      if (when === 'after') await next();
      system.functions.crash(workers.get(key) ?? '');
      // The service goes on with what it was given; the function's own call has nobody to answer to.
      if (call.caller === SERVICE_ACCESS_KEY) return next();
      throw new ConnectionReset();
    }
    return next();
  });
  for (const { key, number } of documents) {
    await system.upload({ key, source: 'BANK', bytes: renderConfirmation(samplePair(number).bank, 'key-value') });
  }
  await untilQueuesAreEmpty(system, 280_000);

  expect([...crashed].sort()).toEqual(documents.map(({ key }) => key).sort());
  expect(await currentKeys(system)).toEqual(documents.map(({ key }) => `PROCESSED/${key}`).sort());
  expect((await tradesAndMatches(system)).trades).toHaveLength(documents.length);
  expect(await messagesIn(system, system.names.documentDeadLetterQueue.BANK)).toBe(0);
  const ledger = await itemsOf(system, system.names.documentsTable);
  expect(ledger.map(({ key, status }) => [key, status]).sort()).toEqual(
    documents.map(({ key }) => [key, 'PROCESSED']).sort(),
  );
  for (const { key } of documents)
    expect(await reportDocument(system.tables, key)).toMatchObject({ outcome: 'PROCESSED' });
}, 300_000);
