import { mismatched, renderConfirmation, samplePair, withinTolerance } from '@trade-matching/confirmations';
import type { Difference, Source, Trade } from '@trade-matching/domain';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { type System, startSystem } from '../src/system.ts';
import { type AskedDocument, ServiceClient } from './ask-service.ts';
import { tradesAndMatches } from './inspect-system.ts';

let system: System;
afterEach(() => system?.close());

/** Pairs, some amended under the same key, some sent twice. 200 documents in all. */
function arrivals(): AskedDocument[] {
  const list: AskedDocument[] = [];
  const add = (source: Source, key: string, trade: Trade, minute: number) => {
    const eventTime = new Date(Date.parse('2026-11-23T08:00:00Z') + minute * 60_000).toISOString();
    list.push({ source, key: `${source}/${key}`, bytes: renderConfirmation(trade, 'telex'), eventTime });
  };
  for (let i = 0; list.length < 200; i++) {
    const pair = i % 5 === 0 ? mismatched(samplePair(i)) : i % 5 === 1 ? withinTolerance(samplePair(i)) : samplePair(i);
    add('BANK', `${i}.pdf`, pair.bank, i);
    add('COUNTERPARTY', `${i}.pdf`, pair.counterparty, i);
    // A mismatch that is mended by an amendment; a match that an amendment breaks.
    if (i % 10 === 0) add('COUNTERPARTY', `${i}.pdf`, samplePair(i).counterparty, i + 500);
    if (i % 10 === 3) add('BANK', `${i}.pdf`, { ...pair.bank, notional: '123456.00' }, i + 500);
    if (i % 7 === 0) add('BANK', `${i} again.pdf`, pair.bank, i + 200);
  }
  return list.slice(0, 200);
}

const AT_A_TIME = 8;

/** Posts the documents in this order, several at a time, and answers with the matches that stand. */
async function matchesAfter(order: readonly AskedDocument[]): Promise<string[]> {
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
  const { matches } = await tradesAndMatches(system);
  client.close();
  await system.close();
  return matches
    .map(({ match_id, status, paired_by, differences }) => {
      // A map of DynamoDB keeps no order of its names.
      const terms = (differences as Difference[]).map(
        ({ field, bank, counterparty }) => `${field} ${bank} ${counterparty}`,
      );
      return [match_id, status, paired_by, ...terms.sort()].join(' | ');
    })
    .sort();
}

test('any order of 200 arrivals, with duplicates and amendments, ends in the same matches', async () => {
  const inOrder = arrivals();
  const expected = await matchesAfter(inOrder);
  expect(expected.length).toBeGreaterThan(80);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), async (order) => {
      expect(await matchesAfter(order)).toEqual(expected);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 180_000);
