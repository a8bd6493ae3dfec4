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

const caseOf = async (id: string) => JSON.parse((await cli('case', id, '--json')).stdout).case;
const tradeOf = async (key: string) => JSON.parse((await cli('trade', key, '--json')).stdout).trade.current;
/** It names neither the other side's reference nor a UTI: its terms alone pair it. */
const unreferenced = ({ other_reference: _reference, uti: _uti, ...trade }: Trade): Trade => trade;
const TAKES_EFFECT = 'with the next document of either trade';

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
  expect(stdout).toContain(TAKES_EFFECT);
  expect(await caseOf(ours)).toMatchObject({ state: 'RESOLVED', resolution: 'PAIR_FORCED' });
  expect(await tradeOf(ours)).toMatchObject({ pair_decisions: { forced_with: theirs } });
  expect(await tradeOf(theirs)).toMatchObject({ pair_decisions: { forced_with: ours } });
  // Another trade's document, tied to ours.
  await ask({ ...alike('THEIRS-2'), other_reference: bank.trade_id ?? '' }, 3, 'AMENDMENT');
  const matches = await Promise.all([ours, theirs, others].map(tradeOf));
  expect(matches[0]?.match_id).toBeDefined();
  expect(matches[1]?.match_id).toBe(matches[0]?.match_id);
  expect(matches[2]?.match_id).toBeUndefined();
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
  expect((await cli(...unmatch)).stdout).toMatch(new RegExp(`PAIR_FORBIDDEN by ana\n.*${TAKES_EFFECT}`));
  expect(await tradeOf(ours)).toMatchObject({ pair_decisions: { never_with: [theirs] } });
  expect((await cli('reopen', id, '--reason', 'DECIDED_WRONGLY', '--as', 'ana')).stdout).toContain('REOPENED by ana');
  for (const key of [ours, theirs]) expect(await tradeOf(key)).not.toHaveProperty('pair_decisions');
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
