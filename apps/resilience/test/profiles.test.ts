import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { samplePair } from '@trade-matching/confirmation-samples';
import { type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAbout } from './ask-about-trade.ts';
import { ServiceClient } from './ask-service.ts';
import { operatorsProgram } from './operators-program.ts';

let system: System;
let client: ServiceClient;
let ask: ReturnType<typeof askAbout>;
let cli: ReturnType<typeof operatorsProgram>;
const calls: string[] = [];
beforeAll(async () => {
  system = await startSystem();
  client = new ServiceClient(system);
  ask = askAbout(client);
  cli = operatorsProgram(system);
  system.aws.addInterceptor((call, next) => {
    if (call.caller === 'operator') calls.push(call.action);
    return next();
  });
});
afterAll(async () => {
  client?.close();
  await system?.close();
});

const file = (profiles: object): string => {
  const name = path.join(mkdtempSync(path.join(tmpdir(), 'profiles-')), 'profiles.json');
  writeFileSync(name, JSON.stringify(profiles));
  return name;
};
const tradeDate = (days: number) => ({ default: { fields: { trade_date: { tolerance: { kind: 'days', days } } } } });
const WIDE = file(tradeDate(20));
const json = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
/** The service keeps what it read for ten seconds. */
const untilRead = () => new Promise((resolve) => setTimeout(resolve, 10_500));

async function apart(number: number) {
  const { bank, counterparty } = samplePair(number);
  const ours = await ask({ ...bank, trade_date: '2026-11-02' }, 0);
  return { ours, theirs: await ask({ ...counterparty, trade_date: '2026-11-12' }, 1) };
}

test('a dry run says which stored pairs would have another status, and writes nothing', async () => {
  const { theirs } = await apart(700);
  const { bank, counterparty } = samplePair(701);
  await ask(bank, 0);
  await ask(counterparty, 1);
  calls.length = 0;
  const { code, stdout } = await cli('profiles', 'dry-run', WIDE, '--json');
  expect(code).toBe(0);
  expect(json(stdout)).toEqual([
    expect.objectContaining({
      ...{ match_id: theirs.match.match_id, from: 'MISMATCHED', to: 'MATCHED_WITHIN_TOLERANCE' },
      by_active: 'MISMATCHED',
    }),
  ]);
  const text = (await cli('profiles', 'dry-run', WIDE, '--since', '1d')).stdout;
  expect(text).toContain('2 pairs compared; 1 would have another status. Nothing was written.');
  expect(new Set(calls)).toEqual(new Set(['GetItem', 'Query', 'BatchGetItem']));
});

test('profiles are approved by a second person and then compared by, without a deployment, and an earlier version comes back', async () => {
  const { ours, theirs } = await apart(702);
  expect(theirs.match.status).toBe('MISMATCHED');
  expect((await cli('profiles', 'list')).stdout).toContain('No version was ever proposed');
  const diff = (await cli('profiles', 'diff', WIDE)).stdout;
  expect(diff).toMatch(/default\.fields\.trade_date\.tolerance.*1 calendar day.*20 calendar days/);
  expect((await cli('profiles', 'propose', WIDE, '--comment', 'they are late', '--as', 'ana')).code).toBe(0);
  const own = await cli('profiles', 'approve', '1', '--as', 'ana');
  expect(own).toMatchObject({ code: 1, stdout: expect.stringContaining('another person has to approve') });
  expect((await cli('profiles', 'approve', '1', '--as', 'ben')).stdout).toContain('Version 1 is active');
  await untilRead();
  expect((await cli('pair-anew', ours.trade_key)).stdout).toContain('is MATCHED_WITHIN_TOLERANCE');
  expect((await apart(712)).theirs.match.status).toBe('MATCHED_WITHIN_TOLERANCE');
  expect((await cli('profiles', 'show')).stdout.trim()).toBe(JSON.stringify(tradeDate(20)));

  await cli('profiles', 'propose', file(tradeDate(0)), '--comment', 'too wide', '--as', 'ana');
  await cli('profiles', 'approve', '2', '--as', 'ben');
  expect((await cli('profiles', 'restore', '1', '--comment', 'too strict', '--as', 'ben')).code).toBe(0);
  expect((await cli('profiles', 'approve', '3', '--as', 'ana')).code).toBe(0);
  const listed = await cli('profiles', 'list', '--json');
  expect(json(listed.stdout).map(({ version, state, restores = 0 }) => [version, state, restores])).toEqual([
    [1, 'REPLACED', 0],
    [2, 'REPLACED', 0],
    [3, 'ACTIVE', 1],
  ]);
  expect(listed.code).toBe(0);
  expect((await cli('profiles', 'list')).stdout).toContain('restores version 1');
});

test.each([
  ['a file that is not there', ['profiles', 'propose', '/nowhere.json', '--comment', 'x'], 'cannot be read'],
  ['a version that is not there', ['profiles', 'diff', '99'], 'There is no version 99'],
  ['a period that is none', ['profiles', 'dry-run', WIDE, '--since', 'soon'], '--since is a number of days'],
  ['what does not fit', ['profiles', 'diff', file({ defaults: {} })], 'do not fit'],
])('%s is wrong usage, and says what', async (_what, args, message) => {
  const { code, stderr } = await cli(...args);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
});
