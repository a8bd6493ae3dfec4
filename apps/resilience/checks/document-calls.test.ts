import { COUNTED, type CountedDocument, LOG_BYTES } from '@trade-matching/capacity-model';
import { beforeAll, describe, expect, test } from 'vitest';
import { countPairCalls, type DocumentCalls, type PairCalls } from '../src/document-calls/count-calls.ts';
import { DESIGNED_CALLS } from '../src/document-calls/designed.ts';

let pair: PairCalls;
beforeAll(async () => {
  pair = await countPairCalls();
});

/** What the cost model charges for; log lines hold times of varying length. */
function charged({ calls, writeUnits, readUnits, statusDayUnits }: DocumentCalls): CountedDocument {
  return { calls, writeUnits, readUnits, statusDayUnits };
}

describe('a good document', () => {
  test("a good document costs the processor one GET, two ledger writes, one POST, one copy and one delete: design's target", () => {
    expect(pair.first.calls.processor).toEqual(DESIGNED_CALLS);
    expect(pair.second.calls.processor).toEqual(DESIGNED_CALLS);
  });

  test('a good document costs what the models of cost and scale have it cost', () => {
    expect({ first: charged(pair.first), second: charged(pair.second) }).toEqual(COUNTED);
  });

  test.each(['processor', 'matching-service'] as const)(
    'prints about as much to the log of the %s as it is charged',
    (caller) => {
      const printed = (pair.first.logBytes[caller] + pair.second.logBytes[caller]) / 2;
      expect(printed / LOG_BYTES[caller]).toBeGreaterThan(0.9);
      expect(printed / LOG_BYTES[caller]).toBeLessThan(1.1);
    },
  );
});
