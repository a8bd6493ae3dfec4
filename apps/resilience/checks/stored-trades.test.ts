import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { Trade } from '@trade-matching/domain';
import { type System, startSystem, tradesAndMatches } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAbout } from '../test/ask-about-trade.ts';
import { ServiceClient } from '../test/ask-service.ts';

let system: System;
let client: ServiceClient;
let ask: ReturnType<typeof askAbout>;
beforeAll(async () => {
  system = await startSystem();
  client = new ServiceClient(system);
  ask = askAbout(client);
});
afterAll(async () => {
  client?.close();
  await system?.close();
});

const { bank } = samplePair(500);
const stored = async (tradeKey: string) =>
  (await tradesAndMatches(system)).trades.find(({ trade_key }) => trade_key === tradeKey);

test('FX-2024-1-11 and FX-2024-11-1 are two trades, and neither amends the other', async () => {
  const first = await ask({ ...bank, trade_id: 'FX-2024-1-11' }, 0);
  const second = await ask({ ...bank, trade_id: 'FX-2024-11-1', notional: '5000.00' }, 1);
  expect(second.trade_key).not.toBe(first.trade_key);
  expect(await stored(first.trade_key)).toMatchObject({ trade: { notional: bank.notional }, version: 1 });
});

test('a new document whose reference is printed in other characters is for review; an amendment amends', async () => {
  const first = await ask({ ...bank, trade_id: 'FX-2025-1-11' }, 0);
  const publishedBefore = system.aws.published.length;
  const similar = await ask({ ...bank, trade_id: 'FX 2025/1/11', notional: '5000.00' }, 1);
  expect(similar).toMatchObject({ match: { status: 'REVIEW' } });
  expect(similar.trade_key).not.toBe(first.trade_key);
  expect(await stored(first.trade_key)).toMatchObject({ trade: { notional: bank.notional }, version: 1 });
  expect(system.aws.published.slice(publishedBefore).map(({ message }) => JSON.parse(message))).toMatchObject([
    { event_type: 'TradeReview', flags: [{ code: 'SIMILAR_REFERENCE' }], trade: { trade_key: similar.trade_key } },
  ]);
  const amendment = await ask({ ...bank, trade_id: 'FX-2025/1/11', notional: '7000.00' }, 2, 'AMENDMENT');
  expect(amendment.trade_key).toBe(first.trade_key);
  expect(await stored(first.trade_key)).toMatchObject({ trade: { notional: '7000.00' }, version: 2 });
});

const swapWith = (reference: string) => {
  const { bank: ours, counterparty } = samplePair(500);
  return {
    bank: { ...ours, trade_id: 'LONG-1', other_reference: reference },
    counterparty: { ...counterparty, trade_id: reference, other_reference: 'LONG-1' },
  };
};
const withIndex = (trade: Trade, bytes: number) => ({ ...trade, floating_rate_index: `EUR-${'X'.repeat(bytes)}` });

test('an index that is longer than its field is left out and for review, and holds up no document after it', async () => {
  const pair = swapWith('CP-LONG-1');
  const ours = await ask(withIndex(pair.bank, 20_000), 0);
  const { trade, flags } = (await stored(ours.trade_key)) ?? {};
  expect(trade).not.toHaveProperty('floating_rate_index');
  expect(flags).toContainEqual(expect.objectContaining({ code: 'LEFT_OUT', field: 'floating_rate_index' }));
  const publishedBefore = system.aws.published.length;
  const theirs = await ask(withIndex(pair.counterparty, 19_000), 1);
  expect(theirs.match).toMatchObject({ status: 'REVIEW', counterpart_trade_key: ours.trade_key });
  const published = system.aws.published.slice(publishedBefore).map(({ message }) => JSON.parse(message));
  expect(published).toMatchObject([{ event_type: 'TradeReview' }]);
  const amended = await ask(pair.bank, 2, 'AMENDMENT');
  expect(await stored(amended.trade_key)).toMatchObject({ version: 2, trade: { notional: pair.bank.notional } });
});

test('an index of 500 KB is too much to read: its document is refused at once, and not tried for ever', async () => {
  const { status, body } = await client.ask({
    source: 'BANK',
    key: 'BANK/long.pdf',
    bytes: renderConfirmation(withIndex(bank, 500_000), 'letter'),
    eventTime: '2026-11-23T08:00:00Z',
  });
  expect({ status, body }).toMatchObject({ status: 422, body: { error: { code: 'TOO_COMPLEX' } } });
});
