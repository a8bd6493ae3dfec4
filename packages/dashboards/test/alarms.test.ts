import { describe, expect, test } from 'vitest';
import { alarmMath, alarms, anchorsOf, pages, THRESHOLDS } from '../src/index.ts';
import { environments } from './environments.ts';
import { runbook } from './runbook-page.ts';

describe.each(environments)('the alarms of $name', (environment) => {
  const all = alarms(environment);
  const paging = pages(environment);
  const named = [...all, ...paging];

  test('every alarm has a name of its own, with its environment in it', () => {
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
    for (const { name, id } of named) expect(name).toBe(`trade-matching-${environment.name}-${id}`);
  });

  test.each(named)('$id says what is the matter, what to do, and which section of the runbook says more', (each) => {
    expect(each.description).toMatch(/^(CRITICAL|WARNING|PAGE|NOT A PAGE): .+\. .+\. https:/);
    // CloudWatch's limit.
    expect(each.description.length).toBeLessThanOrEqual(1024);
    expect(each.description.endsWith(`${environment.runbookUrl}#${each.runbookSection}`)).toBe(true);
    expect(anchorsOf(runbook)).toContain(each.runbookSection);
  });

  test('a window is one that CloudWatch evaluates', () => {
    for (const { period, periods } of all) {
      expect(period % 60).toBe(0);
      // A day for periods under an hour, a week for longer ones.
      expect(period * periods).toBeLessThanOrEqual(period < 3600 ? 86_400 : 7 * 86_400);
    }
  });

  test('metric math names each line once, and every line that it uses', () => {
    for (const { condition } of all) {
      const { lines } = alarmMath(condition);
      const ids = lines.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const line of lines) {
        expect(line.id).toMatch(/^[a-z]\w*$/);
        if (!('expression' in line)) continue;
        const used = line.expression.match(/\b[a-z]\w*\b/g) ?? [];
        expect(used.filter((id) => !ids.includes(id))).toEqual([]);
      }
    }
  });

  test('every critical alarm pages, through one page', () => {
    const pagedBy = (id: string) => paging.filter(({ anyOf, notifies }) => notifies && anyOf.includes(id)).length;
    for (const { id, severity } of all)
      expect({ id, pages: pagedBy(id) }).toEqual({ id, pages: severity === 'critical' ? 1 : 0 });
  });

  test('pages are made of what there is, causes before their effects', () => {
    const known = new Set(all.map(({ id }) => id));
    for (const { id, anyOf, silenced } of paging) {
      for (const part of [...anyOf, ...(silenced ? [silenced.by] : [])])
        expect(known, `${id}: ${part}`).toContain(part);
      known.add(id);
    }
  });
});

describe('O3', () => {
  const [production] = environments.filter(({ name }) => name === 'production');
  if (!production) throw new Error('There is no production.');
  const all = alarms(production);
  const math = (id: string) => {
    const found = all.find((alarm) => alarm.id === id);
    if (!found) throw new Error(`There is no alarm ${id}.`);
    const { lines, threshold } = alarmMath(found.condition);
    return {
      threshold,
      window: [found.periods, found.period],
      expression: lines.map((line) =>
        'expression' in line ? line.expression : `${line.id}: ${line.series.name} ${line.series.statistic}`,
      ),
    };
  };

  test('errors of the functions > 5 in 2 × 300 s, those of single documents too', () => {
    expect(math('processor-errors')).toEqual({
      threshold: 5,
      window: [2, 300],
      expression: [
        'm0: Errors Sum',
        'm1: Errors Sum',
        'm2: LambdaProcessingError Sum',
        'FILL(m0, 0) + FILL(m1, 0) + FILL(m2, 0)',
      ],
    });
  });

  test('average duration > 240 s in 2 × 300 s', () => {
    expect(math('processor-slow')).toEqual({
      threshold: 240_000,
      window: [2, 300],
      expression: ['m0: Duration Average'],
    });
  });

  test.each(['bank', 'counterparty', 'failed'])('the %s queue: depth > 100 in 3 × 300 s', (queue) => {
    expect(math(`${queue}-deep`)).toEqual({
      threshold: 100,
      window: [3, 300],
      expression: ['m0: ApproximateNumberOfMessagesVisible Average'],
    });
  });

  test.each(['bank', 'counterparty', 'failed'])(
    'the %s queue: oldest message > 30 min and nothing deleted',
    (queue) => {
      expect(math(`${queue}-stuck`)).toEqual({
        threshold: 0,
        window: [1, 300],
        expression: [
          'high: ApproximateAgeOfOldestMessage Maximum',
          'none: NumberOfMessagesDeleted Sum',
          'IF(high > 1800 AND FILL(none, 0) < 1, 1, 0)',
        ],
      });
    },
  );

  test.each(['bank', 'counterparty', 'failed'])('the %s queue: any message in its dead letters', (queue) => {
    expect(math(`${queue}-dead-letters`)).toMatchObject({ threshold: 0, window: [1, 300] });
  });

  test('validation failures > 10 in 2 × 300 s', () => {
    expect(math('validation-failures')).toMatchObject({ threshold: 10, window: [2, 300] });
  });

  test('throttles, failures of the service, and the burn of the error budget', () => {
    expect(math('processor-throttled').threshold).toBe(0);
    expect(math('service-failing')).toMatchObject({
      threshold: THRESHOLDS.production.serviceFailures,
      window: [2, 300],
    });
    expect(math('error-budget-fast')).toMatchObject({ threshold: 14.4, window: [1, 3600] });
    expect(math('error-budget-slow')).toMatchObject({ threshold: 6, window: [1, 21_600] });
  });
});
