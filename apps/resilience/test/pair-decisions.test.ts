import { expect, test } from 'vitest';
import type { PairDecided } from '../src/chaos/analysts.ts';
import { checkPairDecisions, type Observation, partedTrades } from '../src/invariants/index.ts';

const pair = { bank_trade_key: 'ours', counterparty_trade_key: 'theirs' };
const decided = (decision: PairDecided['decision']) => new Map([['case', { pair, decision, sequence: 2 }]]);

function seen(said: readonly [object | undefined, object | undefined], paired_by?: string): Observation {
  const trades = (['ours', 'theirs'] as const).map((trade_key, side) => ({ trade_key, pair_decisions: said[side] }));
  return { trades, matches: paired_by === undefined ? [] : [{ ...pair, status: 'MATCHED', paired_by }] } as never;
}
const FORCED = [{ forced_with: 'theirs' }, { forced_with: 'ours' }] as const;
const NEVER = [{ never_with: ['theirs'] }, { never_with: ['ours'] }] as const;
const NOTHING = [undefined, undefined] as const;

test.each([
  ['forced', seen(FORCED, 'decision')],
  ['forbidden', seen(NEVER)],
  ['by rules', seen(NOTHING, 'reference')],
  ['by rules', seen(NOTHING)],
] as const)('what people decided %s is so', (decision, observation) => {
  expect(checkPairDecisions(observation, decided(decision))).toEqual([]);
});

test.each([
  ['forced', 'whose match is gone', seen(FORCED)],
  ['forced', 'that the rules made', seen(FORCED, 'reference')],
  ['forced', 'that one side alone knows', seen([FORCED[0], undefined], 'decision')],
  ['forbidden', 'that is a pair', seen(NEVER, 'reference')],
  ['forbidden', 'that nobody knows', seen(NOTHING)],
  ['by rules', 'that is forced still', seen(FORCED, 'decision')],
] as const)('a pair decided %s %s is a violation', (decision, _what, observation) => {
  expect(checkPairDecisions(observation, decided(decision))).toHaveLength(1);
});

test('only of parted trades another status is expected', () => {
  expect(partedTrades(decided('forbidden'))).toEqual(new Set(['ours', 'theirs']));
  expect(partedTrades(decided('forced')).size + partedTrades(decided('by rules')).size).toBe(0);
});
