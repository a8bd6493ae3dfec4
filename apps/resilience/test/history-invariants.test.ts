import type { TradeMatch } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { checkHistories } from '../src/invariants/index.ts';

const [T1, T2, T3] = ['2026-11-23T09:00:00.000Z', '2026-11-23T10:00:00.000Z', '2026-11-23T11:00:00.000Z'];
const side = (trade_key: string, other_trade_key: string, more: Partial<TradeMatch> = {}): TradeMatch => ({
  ...{ match_id: 'm', trade_key, other_trade_key, status: 'MATCHED', paired_by: 'uti', fields: [], from: T2, ...more },
});
const over = { from: T1, until: T2, ended_by: { cause: 'AMENDED' } } as const;
const histories = [
  ...[side('ours', 'theirs', over), side('theirs', 'ours', over)],
  ...[side('ours', 'theirs'), side('theirs', 'ours')],
];
const matches = [{ match_id: 'm', updated_at: T2 }];
const found = (given: readonly TradeMatch[], standing: readonly object[] = matches) => [
  ...new Set(checkHistories({ histories: given, matches: standing as never }).map(({ invariant }) => invariant)),
];

test('two sides that list the same matches, one after the other, have no violation', () => {
  expect(found(histories)).toEqual([]);
});

test.each([
  ['one side alone lists', histories.slice(1), 'both sides list the same matches'],
  [
    'one says another end of',
    [side('ours', 'theirs', { ...over, until: T3 }), ...histories.slice(1)],
    'both sides list the same matches',
  ],
  ['nobody lists', histories.slice(0, 2), 'a match that stands is listed by both sides'],
  [
    'began before the last one ended',
    histories.map((each) => (each.from === T1 ? { ...each, until: T3 } : each)),
    'a trade is in one match at a time',
  ],
])('a match that %s is a violation', (_what, given, invariant) => {
  expect(found(given)).toContain(invariant);
});

test('a match that is listed without an end, and is not there, is a violation', () => {
  expect(found(histories, [])).toEqual(['a match that is listed without an end stands']);
});
