import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import {
  changedStack,
  type System,
  startSystem,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorsProgram } from './operators-program.ts';

let system: System;
let cli: ReturnType<typeof operatorsProgram>;
const { bank, counterparty } = samplePair(900);
const key = 'BANK/2026/11/23/swap.pdf';
const strict = path.join(mkdtempSync(path.join(tmpdir(), 'profiles-')), 'profiles.json');
writeFileSync(
  strict,
  JSON.stringify({ default: { fields: { trade_date: { tolerance: { kind: 'days', days: 20 } } } } }),
);

// A pair that differs, a trade alone, a document that is refused, a duplicate, and a decision.
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  cli = operatorsProgram(system);
  const theirs = { ...counterparty, trade_date: '2026-10-28' };
  const ours = { ...bank, trade_date: '2026-11-12' };
  const upload = (each: string, bytes: Uint8Array) =>
    system.upload({ key: each, source: each.startsWith('BANK') ? 'BANK' : 'COUNTERPARTY', bytes });
  await upload(key, renderConfirmation(ours, 'letter'));
  // The same bytes at the same time would wait for each other.
  await untilQueuesAreEmpty(system);
  await upload('BANK/2026/11/23/again.pdf', renderConfirmation(ours, 'letter'));
  await upload('BANK/2026/11/23/alone.pdf', renderConfirmation(samplePair(901).bank, 'grid'));
  await upload('COUNTERPARTY/2026/11/23/theirs.pdf', renderConfirmation(theirs, 'telex'));
  await upload('COUNTERPARTY/2026/11/23/empty.pdf', new Uint8Array());
  await untilQueuesAreEmpty(system);
  const commented = await cli('comment', trade, '--comment', 'Called them', '--as', 'ana');
  expect(commented).toMatchObject({ code: 0, stderr: '' });
  expect((await cli('profiles', 'propose', strict, '--comment', 'wide', '--as', 'ana')).code).toBe(0);
});
afterAll(() => system?.close());

const trade = bank.trade_id ?? '';
const ASKED: readonly (readonly string[])[] = [
  ['cases', '--json'],
  ['case', trade, '--json'],
  ['trades', '--json'],
  ['trade', trade, '--json'],
  ['documents', '--json', '--history'],
  ['documents', '--json'],
  ['document', key, '--json'],
  ['queues', '--json'],
  ['pause', 'BANK', '--json'],
  ['resume', 'BANK', '--json'],
  ['profiles', 'list', '--json'],
  ['profiles', 'diff', strict, '--json'],
  ['profiles', 'dry-run', strict, '--json'],
  ['audit', 'verify', trade, '--json'],
  ['audit', 'export', trade],
];

test.each(ASKED)('%s %s is as its published schema says', async (...args) => {
  const { code, stdout, stderr } = await cli(...args.filter((each) => each !== undefined));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n').filter((line) => line.startsWith('{'))).not.toEqual([]);
});

test('each command with a schema is asked', async () => {
  const { JSON_SHAPES } = await import(createRequire(import.meta.url).resolve('@trade-matching/cli/json-shapes'));
  const asked = ASKED.map(([a = '', b = '']) => (a === 'profiles' || a === 'audit' ? `${a} ${b}` : a));
  expect([...new Set(asked)].sort()).toEqual(Object.keys(JSON_SHAPES).sort());
});
