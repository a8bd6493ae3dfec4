import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CASE_REASONS, CASE_STATES, inThousands, RESOLUTIONS } from '@trade-matching/cases';
import { mismatched, samplePair } from '@trade-matching/confirmation-samples';
import type { Trade } from '@trade-matching/domain';
import { type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAbout } from './ask-about-trade.ts';
import { ServiceClient } from './ask-service.ts';
import { operatorsProgram } from './operators-program.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/analyst.md'), 'utf8');
const commands = [...page.matchAll(/^npm run -s cli -- (.+)$/gm)].map(([, command = '']) => command);

let system: System;
let client: ServiceClient;
let ask: ReturnType<typeof askAbout>;
let cli: ReturnType<typeof operatorsProgram>;
beforeAll(async () => {
  system = await startSystem();
  client = new ServiceClient(system);
  ask = askAbout(client);
  cli = operatorsProgram(system);
});
afterAll(async () => {
  client?.close();
  await system?.close();
});

/** What a page's names stand for. */
interface Names extends Record<string, string> {
  readonly CASE: string;
  readonly TRADE_KEY: string;
}

let next = 300;

async function mismatch(): Promise<Names> {
  const { bank, counterparty } = mismatched(samplePair(next++));
  await ask(bank, 0);
  const { match, trade_key } = await ask(counterparty, 1);
  const { currency, notional = '' } = counterparty;
  // What the page gives as printed is what the document prints.
  const printed = { 'USD 1,234,567.00': `${currency} ${inThousands(notional)}` };
  return { CASE: match.match_id ?? '', TRADE_KEY: trade_key, ...printed };
}

/** A trade that two of the other side fit, and one of them. */
async function severalFit(): Promise<Names> {
  const { bank, counterparty } = samplePair(next++);
  const unreferenced = ({ other_reference: _reference, uti: _uti, ...trade }: Trade): Trade => trade;
  const CASE = (await ask(unreferenced(bank), 0)).trade_key;
  const alike = (minute: number) => ask({ ...unreferenced(counterparty), trade_id: `THEIRS-${minute}` }, minute);
  await alike(1);
  return { CASE, TRADE_KEY: (await alike(2)).trade_key };
}

/** What has happened to the case before each command that is not of an open mismatch. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  approve: ['accept', 'CASE', '--reason', 'IMMATERIAL'],
  refuse: ['accept', 'CASE', '--reason', 'IMMATERIAL'],
  reopen: ['close', 'CASE', '--reason', 'NOT_A_BREAK'],
  'assign CASE --to-nobody': ['assign', 'CASE', '--to', 'ana'],
};

const corrected = path.join(mkdtempSync(path.join(tmpdir(), 'analyst-')), 'corrected');
const named = (words: readonly string[], names: Readonly<Record<string, string>>) =>
  words.map((word) => (word === 'corrected' ? corrected : (names[word] ?? word)));

/** Profiles of their own for each command, and a version of them that somebody else proposed or, of what is to be restored, approved. */
async function profiles(verb: string): Promise<Record<string, string>> {
  const PROFILES_FILE = path.join(mkdtempSync(path.join(tmpdir(), 'analyst-')), 'profiles.json');
  writeFileSync(PROFILES_FILE, JSON.stringify({ default: { ignore_other_terms: [`Term ${next++}`] } }));
  const propose = async () => {
    const { stdout } = await cli('profiles', 'propose', PROFILES_FILE, '--comment', 'x', '--as', 'ana');
    return /^Version (\d+)/.exec(stdout)?.[1] ?? '';
  };
  if (verb === 'propose' || verb === 'dry-run') return { PROFILES_FILE };
  const VERSION = await propose();
  if (verb === 'approve') return { PROFILES_FILE, VERSION };
  await cli('profiles', 'approve', VERSION, '--as', 'ben');
  if (verb !== 'restore') return { PROFILES_FILE, VERSION };
  writeFileSync(PROFILES_FILE, JSON.stringify({ default: { ignore_other_terms: [`Term ${next++}`] } }));
  await cli('profiles', 'approve', await propose(), '--as', 'ben');
  return { PROFILES_FILE, VERSION };
}

/** Words as a shell makes them. */
const wordsOf = (command: string) =>
  [...command.replace('$ENV', 'local').matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');

test.each(commands)("the analyst's %s", async (command) => {
  const words = wordsOf(command);
  const [verb = ''] = words;
  const before = BEFORE[verb] ?? BEFORE[words.slice(0, 3).join(' ')];
  const names =
    verb === 'profiles' ? await profiles(words[1] ?? '') : await (verb === 'force-match' ? severalFit : mismatch)();
  if (before) expect(await cli(...named(before, names), '--as', 'ana')).toMatchObject({ code: 0 });
  const acts = /^(trades?|documents|pair-anew|corrections|profiles (list|show|diff|dry-run)) /.test(command)
    ? []
    : ['--as', 'ben'];
  const { code, stdout, stderr } = await cli(...named(words, names), ...acts);
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
});

test("the analyst's page has every command that decides, every state and resolution, and reasons that there are", () => {
  const verbs = new Set(commands.map((command) => command.split(' ')[0]));
  expect([...verbs].sort()).toEqual([
    ...[
      'accept',
      'approve',
      'assign',
      'audit',
      'case',
      'cases',
      'chase',
      'close',
      'comment',
      'correct',
      'corrections',
      'documents',
      'force-match',
    ],
    ...['pair-anew', 'profiles', 'refuse', 'reject', 'reopen', 'trade', 'trades', 'unmatch'],
  ]);
  for (const name of [...CASE_STATES, ...RESOLUTIONS]) expect(page).toContain(`\`${name}\``);
  const reasons = Object.values(CASE_REASONS).flatMap((each) => Object.keys(each));
  const given = [...page.matchAll(/--reason (\S+)/g)].map(([, reason]) => reason);
  expect(given.filter((reason) => !reasons.includes(reason ?? ''))).toEqual([]);
});
