import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { Interceptor } from '@trade-matching/local-aws';
import {
  changedStack,
  currentKeys,
  itemsOf,
  type System,
  startSystem,
  tradesAndMatches,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorsProgram } from '../test/operators-program.ts';

const DOCUMENTS = 60;
const keys = Array.from({ length: DOCUMENTS }, (_, i) => `BANK/2026/11/23/${String(i).padStart(3, '0')}.pdf`);
let system: System;
let cli: ReturnType<typeof operatorsProgram>;

beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  cli = operatorsProgram(system);
});
afterAll(() => system?.close());

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

// One story, in order.
test('sixty documents fail while the service refuses them', async () => {
  system.proxy.setBehaviour(async () => ({
    status: 422,
    body: JSON.stringify({ error: { code: 'NO_TEXT', message: 'the font server is down' } }),
  }));
  for (const [i, key] of keys.entries()) {
    await system.upload({ key, source: 'BANK', bytes: renderConfirmation(samplePair(i).bank, 'telex') });
  }
  await untilQueuesAreEmpty(system);
  expect(await currentKeys(system)).toEqual(keys.map((key) => `FAILED/${key}`));
});

test('an operator lists failed documents by reason and day, and one with its history', async () => {
  const { stdout } = await cli('documents', '--status', 'FAILED', '--reason', 'NO_TEXT', '--json');
  expect(
    lines(stdout)
      .map(({ key }) => key)
      .sort(),
  ).toEqual(keys);
  const { stdout: story } = await cli('document', keys[0] ?? '');
  expect(story).toContain('stands under FAILED/');
  expect(story).toContain(`filed as   FAILED/${keys[0]}`);
  // An index, which lists read, has each write a moment later.
  for (const list of [story, (await cli('documents')).stdout, (await cli('trades')).stdout])
    expect(list).toMatch(/As of \d\d:\d\d:\d\d UTC\. The list may miss what changed in the last seconds\./);
  expect(story).toContain('NO_TEXT: the font server is down');
  expect(story).toMatch(/CLAIMED[\s\S]*FAILED/);
  expect((await cli('document', 'BANK/unknown.pdf')).code).toBe(1);
});

test('the queues command shows empty queues', async () => {
  const { stdout } = await cli('queues', '--json');
  expect(lines(stdout)).toHaveLength(6);
  expect(lines(stdout).every(({ waiting, in_flight }) => waiting + in_flight === 0)).toBe(true);
});

test('a dry run of redrive lists the documents and moves nothing', async () => {
  const { stdout } = await cli('redrive', '--prefix', 'BANK/2026/11/', '--dry-run');
  expect(stdout).toContain(`${DOCUMENTS} would be put back`);
  expect(await currentKeys(system)).toHaveLength(DOCUMENTS);
});

/** Lets the first copy to a key meet a call for the same key, which leaves nothing there. */
function conflictOnce(key: string): Interceptor {
  let met = false;
  return async (call, next) => {
    if (met || call.action !== 'CopyObject' || !call.resource.endsWith(`/${key}`)) return next();
    met = true;
    const body = '<Error><Code>ConditionalRequestConflict</Code><Message>planned</Message></Error>';
    return { status: 409, headers: { 'content-type': 'application/xml' }, body: Buffer.from(body) };
  };
}

test('after the fix a redrive processes every failed document once, also where a copy meets another call', async () => {
  system.proxy.setBehaviour((_call, forward) => forward());
  const remove = system.aws.addInterceptor(conflictOnce(keys[7] ?? ''));
  const { code, stdout } = await cli('redrive', '--reason', 'NO_TEXT');
  remove();
  expect({ code, last: stdout.trim().split('\n').at(-1) }).toEqual({ code: 0, last: `${DOCUMENTS} were put back.` });
  await untilQueuesAreEmpty(system);
  expect(await currentKeys(system)).toEqual(keys.map((key) => `PROCESSED/${key}`));
  expect((await tradesAndMatches(system)).trades).toHaveLength(DOCUMENTS);
  const ledger = (await itemsOf(system, system.names.documentsTable)).filter(({ sk }) => sk === 'CONTENT');
  expect(new Set(ledger.map(({ status }) => status))).toEqual(new Set(['PROCESSED']));
});

test('an operator lists the trades of a day, and one with its documents, match and comparison', async () => {
  const { bank, counterparty } = samplePair(0);
  const theirs = { ...counterparty, notional: '123000.00' };
  await system.upload({ key: 'COUNTERPARTY/0.pdf', source: 'COUNTERPARTY', bytes: renderConfirmation(theirs, 'grid') });
  await untilQueuesAreEmpty(system);
  const listed = lines((await cli('trades', '--status', 'mismatched', '--json')).stdout);
  expect(listed.map(({ source, reference }) => `${source} ${reference}`).sort()).toEqual([
    `BANK ${bank.trade_id}`,
    `COUNTERPARTY ${theirs.trade_id}`,
  ]);
  expect(lines((await cli('trades', '--json')).stdout)).toHaveLength(DOCUMENTS + 1);
  const ours = listed.find(({ source }) => source === 'BANK');
  const { stdout } = await cli('trade', ours.trade_key);
  expect(stdout).toMatch(/MISMATCHED, paired by reference/);
  expect(stdout).toContain(`NEW  ${ours.s3_key}`);
  expect(stdout).toMatch(/notional .*123000\.00 .*0\.01 % .*DIFFERENT/);
  const [{ match, trade }] = lines((await cli('trade', ours.trade_key, '--json')).stdout);
  expect(trade.versions).toHaveLength(1);
  expect(match.reasons.fields).toContainEqual(
    expect.objectContaining({ field: 'notional', counterparty_literal: expect.stringContaining('123,000.00') }),
  );
  expect((await cli('trade', 'unknown')).code).toBe(1);
});

test('a second redrive finds nothing to do', async () => {
  expect((await cli('redrive', '--reason', 'NO_TEXT')).stdout.trim()).toBe('0 were put back.');
  expect(await currentKeys(system)).toEqual([...keys, 'COUNTERPARTY/0.pdf'].map((key) => `PROCESSED/${key}`));
});
