import { resourceNames } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { LOG_QUERIES, logQueries } from '../src/index.ts';
import { environments } from './environments.ts';

describe.each(environments)('the log queries of $name', (environment) => {
  const names = resourceNames(environment.name, environment.account);
  const queries = logQueries(environment);

  test('every log query has an id and a name of its own', () => {
    expect(queries.map(({ id }) => id)).toEqual([...LOG_QUERIES]);
    expect(new Set(queries.map(({ name }) => name)).size).toBe(queries.length);
  });

  test('the log queries each reads log groups that there are, by commands of Logs Insights', () => {
    const groups = [
      names.processorLogGroup,
      names.failuresLogGroup,
      names.sweepLogGroup,
      names.serviceLogGroup,
      names.deskLogGroup,
      names.auditLogGroup,
    ];
    for (const { logGroups, query } of queries) {
      for (const group of logGroups) expect(groups).toContain(group);
      for (const line of query.split('\n| ')) expect(line).toMatch(/^(fields|filter|stats|sort|limit) /);
    }
  });
});
