import { caseIdentity } from '@trade-matching/cases';
import { mismatched, samplePair } from '@trade-matching/confirmation-samples';
import type { Trade } from '@trade-matching/domain';
import { type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAbout } from './ask-about-trade.ts';
import { ServiceClient } from './ask-service.ts';
import { operatorsProgram } from './operators-program.ts';

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

/** Statuses of a match that were published, in their order. */
const published = (id: string) =>
  system.aws.published
    .map(({ message }) => JSON.parse(message) as { match_id?: string; status?: string })
    .flatMap(({ match_id, status }) => (match_id === id ? [status] : []));
const caseOf = async (id: string) => JSON.parse((await cli('case', id, '--json')).stdout).case;
const tradeOf = async (key: string) => JSON.parse((await cli('trade', key, '--json')).stdout).trade.current;
/** It names neither the other side's reference nor a UTI: its terms alone pair it. */
const unreferenced = ({ other_reference: _reference, uti: _uti, ...trade }: Trade): Trade => trade;

test('a trade that several fit is paired with the one that a person names, and no document undoes it', async () => {
  const { bank, counterparty } = samplePair(210);
  const alike = (trade_id: string): Trade => ({ ...unreferenced(counterparty), trade_id });
  const ours = (await ask(unreferenced(bank), 0)).trade_key;
  const theirs = (await ask(alike('THEIRS-1'), 1)).trade_key;
  const others = (await ask(alike('THEIRS-2'), 2)).trade_key;
  const force = ['force-match', ours, '--reason', 'SAME_TRADE', '--as', 'ana'];
  const own = await cli(...force, '--with', ours);
  expect(own).toMatchObject({ code: 1 });
  expect(own.stdout).toContain(`There is no trade ${ours} of the other side.`);
  const { stdout } = await cli(...force, '--with', theirs);
  expect(stdout).toContain('PAIR_FORCED by ana');
  const [, pairNow = ''] = /is MATCHED in the match (\w+)/.exec(stdout) ?? [];
  expect(stdout).toContain(`${ours} is MATCHED in the match ${pairNow}\n${theirs} is MATCHED in the match ${pairNow}`);
  expect(await tradeOf(ours)).toMatchObject({ match_status: 'MATCHED', match_id: pairNow });
  expect(await caseOf(ours)).toMatchObject({ state: 'RESOLVED', resolution: 'PAIR_FORCED' });
  expect(await tradeOf(ours)).toMatchObject({ pair_decisions: { forced_with: theirs } });
  expect(await tradeOf(theirs)).toMatchObject({ pair_decisions: { forced_with: ours } });
  // Once when it was the only one that fitted, and now.
  expect(published(pairNow)).toEqual(['MATCHED', 'MATCHED']);
  // Another trade's document, tied to ours.
  await ask({ ...alike('THEIRS-2'), other_reference: bank.trade_id ?? '' }, 3, 'AMENDMENT');
  const matches = await Promise.all([ours, theirs, others].map(tradeOf));
  expect([matches[0]?.match_id, matches[1]?.match_id]).toEqual([pairNow, pairNow]);
  expect(matches[2]?.match_id).toBeUndefined();
  const back = await cli('reopen', ours, '--reason', 'DECIDED_WRONGLY', '--as', 'ana');
  expect(back.stdout).toContain('REOPENED by ana');
  // By the rules it is the one that names ours.
  expect((await tradeOf(ours)).match_id).toBe((await tradeOf(others)).match_id);
  expect(await caseOf(ours)).toMatchObject({ state: 'RESOLVED', resolution: 'PAIRED' });
  expect((await cli('audit', 'verify', ours)).code).toBe(0);
  const refused = await cli('force-match', others, '--with', ours, '--reason', 'SAME_TRADE', '--as', 'ana');
  expect(refused).toMatchObject({ code: 1 });
  expect((await cli('unmatch', others, '--reason', 'OTHER_TRADES')).stdout).toContain('Only a pair is parted');
});

test('a pair that a person parted is never one again, unless the case is opened again', async () => {
  const { bank, counterparty } = mismatched(samplePair(211));
  const ours = (await ask(bank, 0)).trade_key;
  const { match, trade_key: theirs } = await ask(counterparty, 1);
  const id = match.match_id ?? '';
  const unmatch = ['unmatch', id, '--reason', 'OTHER_TRADES', '--as', 'ana'];
  expect((await cli(...unmatch, '--revision', '9')).stdout).toContain('is at revision 1, not 9');
  const parted = `PAIR_FORBIDDEN by ana\n${ours} is UNMATCHED\n${theirs} is UNMATCHED`;
  expect((await cli(...unmatch)).stdout).toContain(parted);
  expect(await tradeOf(ours)).toMatchObject({ match_status: 'UNMATCHED', pair_decisions: { never_with: [theirs] } });
  const reopened = (await cli('reopen', id, '--reason', 'DECIDED_WRONGLY', '--as', 'ana')).stdout;
  expect(reopened).toContain(`REOPENED by ana\n${ours} is MISMATCHED in the match ${id}`);
  for (const key of [ours, theirs]) {
    const trade = await tradeOf(key);
    expect(trade).not.toHaveProperty('pair_decisions');
    expect(trade).toMatchObject({ match_id: id });
  }
  expect(await caseOf(id)).toMatchObject({ state: 'OPEN' });
  expect((await ask({ ...counterparty, notional: '424242.00' }, 2, 'AMENDMENT')).match.match_id).toBe(id);
  await cli(...unmatch);
  for (const [minute, notional] of [
    [3, '424243.00'],
    [4, '424244.00'],
  ] as const) {
    const answer = await ask({ ...counterparty, notional }, minute, 'AMENDMENT');
    expect(answer.match).toMatchObject({ status: 'UNMATCHED' });
  }
  expect(await caseOf(id)).toMatchObject({ state: 'RESOLVED', resolution: 'PAIR_FORBIDDEN' });
  expect((await cli('audit', 'verify', id)).code).toBe(0);
});

test('a forced pair that is parted opens the case of its trade again, and a parted one that is forced opens its own', async () => {
  const { bank, counterparty } = samplePair(214);
  const ours = (await ask(unreferenced(bank), 0)).trade_key;
  const theirTrade = (number: number): Trade => ({ ...unreferenced(counterparty), trade_id: `THEIRS-214-${number}` });
  await ask(theirTrade(1), 1);
  await ask(theirTrade(2), 2);
  const theirs = (await ask(theirTrade(3), 3)).trade_key;
  const force = ['force-match', ours, '--with', theirs, '--reason', 'SAME_TRADE', '--as', 'ana'];
  expect((await cli(...force)).stdout).toContain('PAIR_FORCED by ana');
  const { match_id: id } = await tradeOf(ours);
  const tradeCase = caseIdentity({ kind: 'TRADE', id: ours });
  expect(await caseOf(tradeCase)).toMatchObject({ state: 'RESOLVED', resolution: 'PAIR_FORCED' });

  // Another document shows that the two are not one.
  const amended = await ask({ ...theirTrade(3), notional: '424242.00' }, 4, 'AMENDMENT');
  expect(amended.match).toMatchObject({ match_id: id, status: 'MISMATCHED' });
  expect((await cli('unmatch', id, '--reason', 'OTHER_TRADES', '--as', 'ben')).code).toBe(0);
  expect(await tradeOf(ours)).toMatchObject({ match_status: 'REVIEW' });
  expect(await caseOf(id)).toMatchObject({ state: 'RESOLVED', resolution: 'PAIR_FORBIDDEN' });
  expect(await caseOf(tradeCase)).toMatchObject({ state: 'OPEN', open_cause: 'PAIR_ENDED', status: 'REVIEW' });

  // And then that they are.
  expect((await cli(...force)).stdout).toContain(`${ours} is MISMATCHED in the match ${id}`);
  expect(await caseOf(tradeCase)).toMatchObject({ state: 'RESOLVED', resolution: 'PAIR_FORCED' });
  expect(await caseOf(id)).toMatchObject({ state: 'OPEN', open_cause: 'PAIRED_AGAIN', status: 'MISMATCHED' });
  expect((await cli('audit', 'verify', tradeCase, id)).code).toBe(0);
});

test('a decision that the matching service cannot be asked to do stands, says what to do, and is done by pair-anew', async () => {
  const { bank, counterparty } = mismatched(samplePair(212));
  const ours = (await ask(bank, 0)).trade_key;
  const { match, trade_key: theirs } = await ask(counterparty, 1);
  const id = match.match_id ?? '';
  const gone = operatorsProgram({ aws: system.aws, service: { ...system.service, url: 'http://127.0.0.1:9' } });
  const parted = await gone('unmatch', id, '--reason', 'OTHER_TRADES', '--as', 'ana');
  expect(parted).toMatchObject({ code: 0 });
  expect(parted.stdout).toContain(`The decision stands, but is not in effect`);
  expect(parted.stdout).toContain(`pair-anew ${ours} ${theirs}`);
  expect(await tradeOf(ours)).toMatchObject({ match_id: id });
  expect((await gone('pair-anew', ours, theirs)).code).toBe(1);
  for (const _twice of [1, 2]) {
    const { code, stdout } = await cli('pair-anew', ours, theirs);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${ours} is UNMATCHED\n${theirs} is UNMATCHED\n` });
  }
  expect((await cli('pair-anew', 'a'.repeat(24))).stdout).toContain(`There is no trade ${'a'.repeat(24)}.`);
});

test('what was accepted is open again, and says why, when one side is amended', async () => {
  const { bank, counterparty } = mismatched(samplePair(213));
  await ask(bank, 0);
  const { match } = await ask(counterparty, 1);
  const id = match.match_id ?? '';
  await cli('accept', id, '--reason', 'IMMATERIAL', '--as', 'ana');
  const own = await cli('approve', id, '--reason', 'AGREES_WITH_PROPOSAL', '--as', 'ana');
  expect(own).toMatchObject({ code: 1, stdout: expect.stringContaining('another person has to approve') });
  await cli('approve', id, '--reason', 'AGREES_WITH_PROPOSAL', '--as', 'ben');
  expect(await caseOf(id)).toMatchObject({ state: 'RESOLVED', resolution: 'ACCEPTED' });
  await ask({ ...counterparty, notional: '424245.00' }, 2, 'AMENDMENT');
  expect(await caseOf(id)).toMatchObject({ state: 'OPEN', open_cause: 'DOCUMENTS_CHANGED' });
  expect((await cli('case', id)).stdout).toMatch(/open again|changed/i);
});
