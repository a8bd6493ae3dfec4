import { samplePair } from '@trade-matching/confirmation-samples';
import type { ComparedField } from '@trade-matching/domain';
import { itemsOf, type System, startSystem, tradesAndMatches } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askAbout } from './ask-about-trade.ts';
import { ServiceClient } from './ask-service.ts';

let system: System;
let client: ServiceClient;
let ask: ReturnType<typeof askAbout>;
let publishedBefore = 0;
beforeAll(async () => {
  system = await startSystem();
  client = new ServiceClient(system);
  ask = askAbout(client);
});
afterAll(async () => {
  client?.close();
  await system?.close();
});
beforeEach(() => {
  publishedBefore = system.aws.published.length;
});

const notifications = () =>
  system.aws.published
    .slice(publishedBefore)
    .map(({ attributes, message }) => ({ ...attributes, ...JSON.parse(message) }));

async function stored(tradeKey: string) {
  const { trades } = await tradesAndMatches(system);
  return trades.find(({ trade_key }) => trade_key === tradeKey);
}

describe('a cancellation', () => {
  test('a cancellation ends the pair, leaves the other side alone, keeps the history, and is notified once', async () => {
    const { bank, counterparty } = samplePair(100);
    const ours = await ask(bank, 0);
    const theirs = await ask(counterparty, 1);
    expect(theirs.match.status).toBe('MATCHED');
    const cancelled = await ask(bank, 2, 'CANCELLATION');
    expect(cancelled).toMatchObject({ status: 'PROCESSED', trade_key: ours.trade_key, match: { status: 'CANCELLED' } });
    expect(cancelled.match.match_id).toBeUndefined();
    expect(await stored(theirs.trade_key)).toMatchObject({ match_status: 'UNMATCHED' });
    expect(notifications()).toMatchObject([
      { event_type: 'TradeMatched' },
      {
        event_type: 'TradeReview',
        status: 'CANCELLED',
        severity: 'warning',
        source_type: 'BANK',
        cancels_known_trade: true,
        ended_match_id: theirs.match.match_id,
        trade: { trade_key: ours.trade_key },
      },
    ]);
    const items = await itemsOf(system, system.names.tradesTable);
    const ended = items.find(
      ({ pk, sk }) => pk === `MATCH#${theirs.match.match_id}` && String(sk).startsWith('UNTIL#'),
    );
    expect(ended).toMatchObject({ status: 'MATCHED', bank_trade_key: ours.trade_key });
    expect(
      items.filter(({ pk, sk }) => pk === `TRADE#${ours.trade_key}` && String(sk).startsWith('VERSION#')),
    ).toHaveLength(2);
    // Pairing finds it no more; a person who looks for it does.
    expect(items.filter(({ pk, sk }) => sk === `BANK#${ours.trade_key}` && !String(pk).startsWith('FORMER#'))).toEqual(
      [],
    );

    const again = await ask(bank, 2, 'CANCELLATION');
    expect(again).toMatchObject({ status: 'ALREADY_PROCESSED', match: { status: 'CANCELLED' } });
    // The confirmation once more is no new one.
    expect(await ask(bank, 3)).toMatchObject({ status: 'ALREADY_PROCESSED', match: { status: 'CANCELLED' } });
    expect(notifications()).toHaveLength(2);
  });

  test('a cancellation of both sides cancels both', async () => {
    const { bank, counterparty } = samplePair(102);
    await ask(bank, 0);
    await ask(counterparty, 0);
    await ask(bank, 1, 'CANCELLATION');
    expect((await ask(counterparty, 1, 'CANCELLATION')).match.status).toBe('CANCELLED');
    expect(notifications().map(({ status, cancels_known_trade }) => [status, cancels_known_trade])).toEqual([
      ['MATCHED', undefined],
      ['CANCELLED', true],
      ['CANCELLED', true],
    ]);
  });

  test('a cancellation that is older than an amendment does not undo it, and one that comes first holds', async () => {
    const { bank, counterparty } = samplePair(104);
    await ask(counterparty, 0);
    await ask({ ...bank, notional: '123000.00' }, 9, 'AMENDMENT');
    expect((await ask(bank, 5, 'CANCELLATION')).match.status).toBe('MISMATCHED');
    const other = samplePair(106);
    await ask(other.counterparty, 0);
    expect((await ask(other.bank, 5, 'CANCELLATION')).match.status).toBe('CANCELLED');
    expect((await ask(other.bank, 1)).match.status).toBe('CANCELLED');
    expect(notifications().at(-1)).toMatchObject({ status: 'CANCELLED', cancels_known_trade: false });
  });

  test('a cancellation is undone by a newer confirmation', async () => {
    const { bank, counterparty } = samplePair(108);
    await ask(bank, 0);
    await ask(counterparty, 0);
    await ask(bank, 1, 'CANCELLATION');
    expect((await ask({ ...bank, notional: '123000.00' }, 2, 'AMENDMENT')).match.status).toBe('MISMATCHED');
  });
});

test('the same terms sent again after an amendment change nothing; what turns out to be older gives way', async () => {
  const { bank, counterparty } = samplePair(110);
  const amended = { ...bank, notional: '123000.00' };
  await ask(counterparty, 0);
  // In this order: the repetition, what it repeats, and what was between.
  await ask(bank, 9);
  expect((await ask(amended, 5)).match.status).toBe('MATCHED');
  expect((await ask(bank, 1)).match.status).toBe('MISMATCHED');
});

test.each([
  ['a document that is filed late while what it came after turns out to be older', 112, 5],
  ['a document that turns out to be older while one is filed late', 114, 1],
])('%s leaves the newest upload standing', async (_case, index, heldMinute) => {
  const { bank, counterparty } = samplePair(index);
  const amended = { ...bank, notional: '123000.00' };
  await ask(counterparty, 0);
  await ask(bank, 9);
  const held = holdWrite(`#2026-11-23T08:0${heldMinute}:00`);
  const first = heldMinute === 5 ? ask(amended, 5) : ask(bank, 1);
  await held.reached;
  await (heldMinute === 5 ? ask(bank, 1) : ask(amended, 5));
  held.release();
  const { trade_key } = await first;
  expect(await stored(trade_key)).toMatchObject({ trade: { notional: '123000.00' }, match_status: 'MISMATCHED' });
});

/** Keeps the first transaction that names this from the table until it is released. */
function holdWrite(name: string): { readonly reached: Promise<void>; readonly release: () => void } {
  let reach = () => {};
  let release = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let holds = true;
  system.aws.addInterceptor(async (call, next) => {
    if (holds && call.action === 'TransactWriteItems' && call.body.includes(name)) {
      holds = false;
      reach();
      await released;
    }
    return next();
  });
  return { reached, release };
}

test('two sides that arrive at one instant match once', async () => {
  const pairs = Array.from({ length: 20 }, (_, i) => samplePair(200 + i));
  const answers = await Promise.all(pairs.flatMap(({ bank, counterparty }) => [ask(bank, 0), ask(counterparty, 0)]));
  const { matches, trades } = await tradesAndMatches(system);
  for (const [i] of pairs.entries()) {
    const ids = answers.slice(2 * i, 2 * i + 2).map(({ trade_key }) => trade_key);
    expect(matches.filter((match) => ids.includes(String(match.bank_trade_key)))).toHaveLength(1);
    const sides = trades.filter(({ trade_key }) => ids.includes(String(trade_key)));
    expect(sides.map(({ match_status }) => match_status)).toEqual(['MATCHED', 'MATCHED']);
    expect(notifications().some(({ bank }) => ids.includes(bank?.trade_key))).toBe(true);
  }
});

test('a stored match says why: each field with both values, both literals, the tolerance and the verdict', async () => {
  const { bank, counterparty } = samplePair(400);
  await ask(bank, 0);
  const { match } = await ask({ ...counterparty, notional: '123000.00' }, 0);
  const items = await itemsOf(system, system.names.tradesTable);
  const ofMatch = items.filter(({ pk }) => pk === `MATCH#${match.match_id}`);
  const stored = ofMatch.find(({ sk }) => sk === 'CURRENT');
  expect(stored).toMatchObject({ status: 'MISMATCHED', paired_by: 'reference' });
  const reasons = ofMatch.find(({ sk }) => sk === `FIELDS#${stored?.updated_at}`);
  const fields = new Map(((reasons?.fields ?? []) as ComparedField[]).map((field) => [field.field, field]));
  expect(fields.get('notional')).toMatchObject({
    bank: bank.notional,
    bank_literal: expect.stringContaining(String(bank.currency)),
    counterparty: '123000.00',
    counterparty_literal: expect.stringContaining('123,000.00'),
    tolerance: '0.01 %',
    verdict: 'DIFFERENT',
  });
  expect(fields.get('effective_date')).toMatchObject({ verdict: 'EQUAL', tolerance: 'exact' });
  expect(fields.get('trade_id')).toMatchObject({ verdict: 'NOT_COMPARED' });
});
