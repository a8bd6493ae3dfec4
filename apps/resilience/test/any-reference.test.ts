import { createHash } from 'node:crypto';
import { mismatched, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { Trade } from '@trade-matching/domain';
import {
  changedStack,
  type System,
  startSystem,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operatorsProgram } from './operators-program.ts';

let system: System;
let cli: ReturnType<typeof operatorsProgram>;
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  cli = operatorsProgram(system);
  for (const trade of [bank, counterparty]) await upload(trade, 'first');
});
afterAll(() => system?.close());

const { bank, counterparty } = mismatched(samplePair(310));
const bytesOf = (trade: Trade, kind: 'NEW' | 'AMENDMENT' | 'CANCELLATION' = 'NEW') =>
  renderConfirmation(trade, 'letter', kind);
const keyOf = ({ source_type }: Trade, name: string) => `${source_type}/2026/11/23/${name}.pdf`;
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function upload(trade: Trade, name: string, kind: 'NEW' | 'AMENDMENT' | 'CANCELLATION' = 'NEW') {
  await system.upload({ key: keyOf(trade, name), source: trade.source_type, bytes: bytesOf(trade, kind) });
  await untilQueuesAreEmpty(system);
}

const tradeOf = async (text: string) => {
  const { code, stdout, stderr } = await cli('trade', text, '--json');
  return { code, stderr, key: stdout === '' ? undefined : JSON.parse(stdout).trade_key, answer: stdout };
};

describe('whatever names a trade finds it', () => {
  test('its key, its match, both references in other characters, its document by key, outcome key and SHA-256', async () => {
    const { key: ours, code } = await tradeOf(bank.trade_id ?? '');
    expect(code).toBe(0);
    const { key: theirs } = await tradeOf(counterparty.trade_id ?? '');
    expect(theirs).not.toBe(ours);
    const { answer } = await tradeOf(ours);
    const { match } = JSON.parse(answer);
    for (const [text, key] of [
      [ours, ours],
      [match.current.match_id, ours],
      [(bank.trade_id ?? '').toLowerCase().replaceAll('-', ' '), ours],
      [keyOf(bank, 'first'), ours],
      [`PROCESSED/${keyOf(counterparty, 'first')}`, theirs],
      [hashOf(bytesOf(counterparty)), theirs],
      ...(bank.uti === undefined ? [] : [[bank.uti, ours]]),
    ] as const) {
      expect({ text, ...(await tradeOf(text)), answer: '' }).toEqual({ text, code: 0, stderr: '', key, answer: '' });
    }
    expect(await tradeOf('nothing')).toMatchObject({ code: 1 });
    expect(await cli('trade', 'nothing')).toMatchObject({ code: 1, stdout: 'There is no trade nothing.\n' });
  });

  test('the commands on cases take the same', async () => {
    const { stdout } = await cli('cases', '--json');
    const { case_id } = JSON.parse(stdout);
    for (const text of [bank.trade_id, counterparty.trade_id, keyOf(bank, 'first')]) {
      expect((await cli('case', text ?? '')).stdout).toContain(case_id);
    }
    expect((await cli('assign', counterparty.trade_id ?? '', '--to', 'ana', '--as', 'ben')).stdout).toContain(case_id);
    expect((await cli('chase', bank.trade_id ?? '')).stdout).toContain(`our reference ${bank.trade_id}`);
    expect((await cli('audit', 'verify', bank.trade_id ?? '')).stdout).toContain('Intact: 1.');
  });

  test('a reference that several trades have lists them, and does nothing', async () => {
    // Two counterparties may use one reference: two trades.
    const other = { ...bank, counterparty_name: 'Harbour Trust Bank', other_reference: 'HT-990001', uti: '' };
    const {
      uti: _uti,
      counterparty_lei: _lei,
      counterparty_bic: _bic,
      ...elsewhere
    } = other as Trade & { uti: string };
    await upload(elsewhere as Trade, 'elsewhere');
    const { code, stderr, key } = await tradeOf(bank.trade_id ?? '');
    expect({ code, key }).toEqual({ code: 2, key: undefined });
    expect(stderr).toContain('may be any of these 2');
    expect(stderr).toContain('Harbour Trust Bank');
    expect(await tradeOf(counterparty.trade_id ?? '')).toMatchObject({ code: 0 });
  });
});

describe('a pair that the bank amends and cancels', () => {
  test('both sides list the same ended matches, and the cancelled trade is still found by its references', async () => {
    const { key: theirs } = await tradeOf(counterparty.trade_id ?? '');
    const ours = JSON.parse((await tradeOf(theirs)).answer).match.current.bank_trade_key;
    await upload({ ...bank, notional: '77000000.00' }, 'second', 'AMENDMENT');
    await upload({ ...bank, notional: '77000000.00' }, 'third', 'CANCELLATION');
    const matchesOf = async (key: string) => JSON.parse((await tradeOf(key)).answer).trade.matches;
    const [ofOurs, ofTheirs] = [await matchesOf(ours), await matchesOf(theirs)];
    expect(ofOurs).toHaveLength(2);
    const alike = ({ match_id, from, until, ended_by, basis }: Record<string, unknown>) => ({
      ...{ match_id, from, until, ended_by, basis },
    });
    expect(ofOurs.map(alike)).toEqual(ofTheirs.map(alike));
    expect(ofOurs.map(({ ended_by }: { ended_by: { cause: string } }) => ended_by.cause)).toEqual([
      ...['CANCELLED', 'AMENDED'],
    ]);
    const { stdout } = await cli('trade', theirs);
    expect(stdout).toContain('matches, the latest first');
    expect(stdout).toContain('ended: the other side cancelled its trade, document ');
    expect(stdout).toMatch(/profile default\S*.* \([\da-f]{12}\), matching \d/);
    expect(stdout).toMatch(/bank BANK\/2026\/11\/23\/first\.pdf, version 1, [\da-f]{12}, read by \d/);
    expect((await tradeOf(hashOf(bytesOf(bank)))).key).toBe(ours);
    const { code, stderr } = await tradeOf(bank.trade_id ?? '');
    expect({ code, listed: stderr.includes(`${ours}  BANK`) }).toEqual({ code: 2, listed: true });
  });
});
