import {
  mismatched,
  renderConfirmation,
  samplePair,
  type TradePair,
  withinTolerance,
} from '@trade-matching/confirmation-samples';
import type { Difference, DocumentKind, Source, Trade } from '@trade-matching/domain';
import { type System, startSystem, tradesAndMatches } from '@trade-matching/sandbox/system';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { type AskedDocument, ServiceClient } from '../test/ask-service.ts';

let system: System;
afterEach(() => system?.close());

const COUNT = 200;

/**
 * Pairs, some amended, called off or reinstated, some sent twice, also after what replaced them; and trades that look
 * alike. 200 documents in all.
 */
function arrivals(): AskedDocument[] {
  const list: AskedDocument[] = [];
  const add = (source: Source, key: string, trade: Trade, minute: number, kind: DocumentKind = 'NEW') => {
    const eventTime = new Date(Date.parse('2026-11-23T08:00:00Z') + minute * 60_000).toISOString();
    list.push({ source, key: `${source}/${key}`, bytes: renderConfirmation(trade, 'telex', kind), eventTime });
  };
  for (let i = 0; list.length < COUNT; i++) {
    const pair = i % 5 === 0 ? mismatched(samplePair(i)) : i % 5 === 1 ? withinTolerance(samplePair(i)) : samplePair(i);
    const { bank, counterparty } = i % 10 === 8 ? withoutEachOther(pair) : pair;
    add('BANK', `${i}.pdf`, bank, i);
    add('COUNTERPARTY', `${i}.pdf`, counterparty, i);
    // A mismatch that an amendment fixes; a match that an amendment breaks.
    if (i % 10 === 0) add('COUNTERPARTY', `${i}.pdf`, samplePair(i).counterparty, i + 500);
    if (i % 10 === 3) add('BANK', `${i}.pdf`, { ...bank, notional: '123456.00' }, i + 500);
    if (i % 7 === 0) add('BANK', `${i} again.pdf`, bank, i + 200);
    // The first terms once more, after those that replaced them: a duplicate, not an amendment.
    if (i % 20 === 3) add('BANK', `${i} again.pdf`, bank, i + 900);
    if (i % 10 === 4) add('BANK', `${i}.pdf`, bank, i + 700, 'CANCELLATION');
    if (i % 20 === 4) add('COUNTERPARTY', `${i}.pdf`, counterparty, i + 701, 'CANCELLATION');
    // Called off, and confirmed again afterwards.
    if (i % 10 === 6) add('COUNTERPARTY', `${i}.pdf`, counterparty, i + 300, 'CANCELLATION');
    if (i % 10 === 6) add('COUNTERPARTY', `${i}.pdf`, { ...counterparty, notional: '777000.00' }, i + 600, 'AMENDMENT');
    // Another that looks the same: nobody's, until it is called off.
    if (i % 10 === 8) add('COUNTERPARTY', `${i} twin.pdf`, { ...counterparty, trade_id: `TWIN-${i}` }, i + 40);
    if (i % 20 === 8)
      add('COUNTERPARTY', `${i} twin.pdf`, { ...counterparty, trade_id: `TWIN-${i}` }, i + 50, 'CANCELLATION');
  }
  return list.slice(0, COUNT);
}

function withoutEachOther({ bank, counterparty }: TradePair): TradePair {
  const without = ({ other_reference: _theirs, ...trade }: Trade) => trade as Trade;
  return { bank: without(bank), counterparty: without(counterparty) };
}

const AT_A_TIME = 8;

/** Posts the documents in this order, several at a time, and answers with what stands of trades and matches. */
async function standingAfter(order: readonly AskedDocument[]): Promise<string[]> {
  system = await startSystem();
  const client = new ServiceClient(system);
  const left = [...order];
  const worker = async () => {
    for (let each = left.shift(); each; each = left.shift()) {
      let status = 0;
      for (let tries = 0; status !== 200 && tries < 20; tries++) status = (await client.ask(each)).status;
      expect(status).toBe(200);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  const { trades, matches } = await tradesAndMatches(system);
  client.close();
  await system.close();
  const pairs = matches.map(({ match_id, status, paired_by, differences }) => {
    // A map of DynamoDB keeps no order of its names.
    const terms = (differences as Difference[]).map(
      ({ field, bank, counterparty }) => `${field} ${bank} ${counterparty}`,
    );
    return [match_id, status, paired_by, ...terms.sort()].join(' | ');
  });
  const alone = trades.map(({ trade_key, match_status, match_id, ambiguous_by, document_hash }) =>
    [trade_key, match_status, match_id ?? ambiguous_by, document_hash].join(' | '),
  );
  return [...pairs.sort(), ...alone.sort()];
}

test('any order of 200 arrivals, with duplicates, amendments, cancellations and look-alikes, ends in the same matches', async () => {
  const inOrder = arrivals();
  expect(inOrder).toHaveLength(COUNT);
  const expected = await standingAfter(inOrder);
  for (const status of ['MATCHED', 'MATCHED_WITHIN_TOLERANCE', 'MISMATCHED', 'REVIEW', 'UNMATCHED', 'CANCELLED']) {
    expect(expected.join('\n')).toContain(`| ${status} |`);
  }
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), async (order) => {
      expect(await standingAfter(order)).toEqual(expected);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 180_000);
