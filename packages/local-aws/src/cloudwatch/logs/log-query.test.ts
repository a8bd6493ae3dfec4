import { expect, test } from 'vitest';
import { runLogQuery } from './log-query.ts';
import { LogStore } from './log-store.ts';

const store = new LogStore();
const say = (group: string, at: number, fields: object) => store.append(group, JSON.stringify(fields), at);
say('a', 1_000, { level: 'INFO', message: 'filed', key: 'k1', n: 3, who: { name: 'x' } });
say('a', 2_000, { level: 'ERROR', message: 'broke', key: 'k2', n: 10, why: 'one' });
say('b', 3_000, { level: 'WARN', message: 'broke', key: 'k1', n: 9, why: 'one' });
say('b', 4_000, { level: 'WARN', message: 'broke', key: 'k3', n: 1, why: 'two' });
store.append('a', 'START RequestId: 1', 5_000);
store.append('a', '{"_aws":{},"Count":1}', 5_000);

const rows = (query: string) => runLogQuery(store, query, ['a', 'b']).rows;

test('reads the log groups that a query names, and leaves out lines that are no structured logs', () => {
  expect(runLogQuery(store, "SOURCE 'a' | fields key").rows).toEqual([['k1'], ['k2']]);
  expect(runLogQuery(store, "SOURCE 'a' | SOURCE 'b' | fields key").rows).toHaveLength(4);
});

test.each([
  ['filter level in ["ERROR", "WARN"] | fields n', [['10'], ['9'], ['1']]],
  ['filter message = "broke" and key = "k1" | fields n', [['9']]],
  ['filter key = "k3" or key = "k2" | fields n', [['10'], ['1']]],
  ['filter ispresent(why) | fields key', [['k2'], ['k1'], ['k3']]],
  ['filter who.name = "x" | fields who.name, why', [['x', '']]],
  ['sort n desc | fields n | limit 2', [['10'], ['9']]],
  ['sort @timestamp asc | fields @log | limit 1', [['a']]],
  [
    'filter ispresent(why) | stats count(*) as times, max(n) as most by why | sort times desc',
    [
      ['one', '2', '10'],
      ['two', '1', '1'],
    ],
  ],
])('%s', (query, expected) => {
  expect(rows(query)).toEqual(expected);
});

test.each(['parse @message "*" as x', 'filter n > 3', 'stats avg(n) as a by key'])('%s is refused', (query) => {
  expect(() => rows(query)).toThrow('The sandbox cannot');
});
