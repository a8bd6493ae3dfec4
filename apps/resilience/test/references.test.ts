import { samplePair } from '@trade-matching/confirmation-samples';
import { type System, startSystem, tradesAndMatches } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAbout } from './ask-about-trade.ts';
import { ServiceClient } from './ask-service.ts';

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
