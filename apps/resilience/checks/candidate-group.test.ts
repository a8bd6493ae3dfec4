import { samplePair } from '@trade-matching/confirmation-samples';
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

const notifications = () =>
  system.aws.published.map(({ attributes, message }) => ({ ...attributes, ...JSON.parse(message) }));

// Each arrival compares all of its group: fifty take seconds, and minutes on a busy machine.
test('fifty-two candidates for one trade are each for review, and the last one left is its pair', async () => {
  const { other_reference: _theirs, ...bank } = samplePair(300).bank;
  const { other_reference: _ours, ...theirs } = samplePair(300).counterparty;
  const alike = Array.from({ length: 52 }, (_, i) => ({ ...theirs, trade_id: `ALIKE-${i}` }) as Trade);
  await ask(alike[0] as Trade, 0);
  expect((await ask(bank as Trade, 0)).match.status).toBe('MATCHED');
  const { trade_key } = await ask(alike[1] as Trade, 0);
  const { trades } = await tradesAndMatches(system);
  expect(trades.find((trade) => trade.trade_key === trade_key)).toMatchObject({
    match_status: 'REVIEW',
    ambiguous_by: 'fingerprint',
  });
  for (const trade of alike.slice(2)) expect((await ask(trade, 0)).match.status).toBe('REVIEW');
  const ids = async (status: string) =>
    (await tradesAndMatches(system)).trades.filter(
      ({ match_status, s3_key }) => match_status === status && /ALIKE|300/.test(String(s3_key)),
    );
  expect(
    notifications().filter(({ event_type, status }) => event_type === 'TradeReview' && status === 'REVIEW').length,
  ).toBeGreaterThanOrEqual(53);
  expect(
    (await tradesAndMatches(system)).matches.filter(({ bank_key }) => bank_key === `BANK/${bank.trade_id}.pdf`),
  ).toEqual([]);
  for (const trade of alike.slice(1)) await ask(trade, 1, 'CANCELLATION');
  expect(await ids('REVIEW')).toEqual([]);
  expect(await ids('MATCHED')).toHaveLength(2);
}, 600_000);
