import { readFileSync } from 'node:fs';
import path from 'node:path';
import { alarms, anchorsOf, logQueries, pages } from '@trade-matching/dashboards';
import { ENVIRONMENTS, resourceNames } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { environments } from '../src/environments/index.ts';
import { resourcesOf, resourceWhere } from './synthesized.ts';

const runbook = anchorsOf(readFileSync(path.resolve(import.meta.dirname, '../../docs/runbook.md'), 'utf8'));

describe.each(ENVIRONMENTS)('what is watched in %s', (name) => {
  const environment = environments[name];
  const names = resourceNames(name, environment.account);
  const metricAlarms = () => resourcesOf(name, 'aws_cloudwatch_metric_alarm');
  const named = (list: readonly { readonly name: string }[]) => list.map((each) => each.name).sort();
  const composites = () => resourcesOf(name, 'aws_cloudwatch_composite_alarm');
  const topicOf = (reference: string) => {
    const address = reference.slice('${'.length, -'.arn}'.length);
    return resourcesOf(name, 'aws_sns_topic').find((topic) => topic.address === address)?.name;
  };

  test('every alarm of the catalogue is made, with its severity and its section of the runbook (O3)', () => {
    expect(
      metricAlarms()
        .map(({ alarm_name }) => alarm_name)
        .sort(),
    ).toEqual(named(alarms(environment)));
    for (const { alarm_description, tags } of metricAlarms()) {
      expect(['critical', 'warning']).toContain(tags.Severity);
      expect(alarm_description.startsWith(`${tags.Severity.toUpperCase()}: `)).toBe(true);
      expect(runbook).toContain(alarm_description.split('#').at(-1));
    }
  });

  test('every alarm notifies when it begins and when it is over, and missing data is no alarm (O3)', () => {
    for (const { alarm_name, alarm_actions, ok_actions, treat_missing_data } of metricAlarms()) {
      expect({ alarm_name, notified: [...alarm_actions, ...ok_actions].map(topicOf) }).toEqual({
        alarm_name,
        notified: [names.alarmsTopic, names.alarmsTopic],
      });
      expect(treat_missing_data).toBe('notBreaching');
    }
  });

  test('an alarm watches one metric, or returns one line of its metric math', () => {
    for (const { alarm_name, metric_name, metric_query } of metricAlarms()) {
      const returned = (metric_query ?? []).filter(({ return_data }: { return_data: boolean }) => return_data).length;
      expect({ alarm_name, returned }).toEqual({ alarm_name, returned: metric_name === undefined ? 1 : 0 });
    }
  });

  test('pages tell the pager, are made of alarms of this stack, and are silent while their cause is known', () => {
    expect(
      composites()
        .map(({ alarm_name }) => alarm_name)
        .sort(),
    ).toEqual(named(pages(environment)));
    for (const page of pages(environment)) {
      const made = resourceWhere(name, 'aws_cloudwatch_composite_alarm', 'alarm_name', page.name);
      const notified = page.notifies ? [names.pagesTopic] : [];
      expect((made.alarm_actions ?? []).map(topicOf)).toEqual(notified);
      expect((made.ok_actions ?? []).map(topicOf)).toEqual(notified);
      expect(made.alarm_rule).toMatch(
        /^ALARM\("\$\{aws_cloudwatch_(metric|composite)_alarm\.[\w-]+\.alarm_name\}"\)( OR ALARM\("\$\{[\w.-]+\}"\))*$/,
      );
      expect(made.actions_suppressor?.wait_period).toBe(page.silenced?.wait);
      expect(made.actions_suppressor?.extension_period).toBe(page.silenced?.outlast);
    }
  });

  test('people are mailed every alarm, and the pager every page: no filter keeps them out', () => {
    const mailed = resourcesOf(name, 'aws_sns_topic_subscription')
      .filter(({ filter_policy }) => filter_policy === undefined)
      .map(({ topic_arn, endpoint }) => [topicOf(topic_arn), endpoint]);
    const { alertEmail, pagerEmail = alertEmail } = environment;
    expect(mailed).toEqual(
      alertEmail === undefined
        ? []
        : [
            [names.alarmsTopic, alertEmail],
            [names.pagesTopic, pagerEmail],
          ],
    );
  });

  test('the dashboard has its name, and its own region in every widget (O2)', () => {
    const [dashboard, ...others] = resourcesOf(name, 'aws_cloudwatch_dashboard');
    expect(others).toEqual([]);
    expect(dashboard?.dashboard_name).toBe(`TradeDocumentProcessing-${name}`);
    const { widgets } = JSON.parse(dashboard?.dashboard_body) as { widgets: { properties: { region?: string } }[] };
    expect(new Set(widgets.map(({ properties }) => properties.region ?? environment.region))).toEqual(
      new Set([environment.region]),
    );
  });

  test('whatever is drawn or alarmed on by its name is made by this stack', () => {
    const made = new Set(
      [
        ...resourcesOf(name, 'aws_sqs_queue').map((queue) => queue.name),
        ...resourcesOf(name, 'aws_lambda_function').map(({ function_name }) => function_name),
        ...resourcesOf(name, 'aws_dynamodb_table').map((table) => table.name),
        ...resourcesOf(name, 'aws_sns_topic').map((topic) => topic.name),
      ].map(String),
    );
    const [dashboard] = resourcesOf(name, 'aws_cloudwatch_dashboard');
    const { widgets } = JSON.parse(dashboard?.dashboard_body) as {
      widgets: { properties: { metrics?: string[][] } }[];
    };
    const drawn = widgets
      .flatMap(({ properties }) => properties.metrics ?? [])
      .flatMap(([namespace = '', , , resource = '']) => (namespace.startsWith('AWS/') ? [resource] : []));
    const watched = metricAlarms().flatMap(({ namespace, dimensions, metric_query = [] }) =>
      [{ namespace, dimensions }, ...metric_query.flatMap(({ metric = [] }) => metric)]
        .filter((metric) => metric.namespace?.startsWith('AWS/'))
        .flatMap((metric) => Object.values(metric.dimensions)),
    );
    expect(watched.length).toBeGreaterThan(10);
    expect([...drawn, ...watched].filter((resource) => !made.has(String(resource)))).toEqual([]);
  });

  test('the saved queries read log groups of this stack', () => {
    const groups = resourcesOf(name, 'aws_cloudwatch_log_group').map((group) => group.name);
    const saved = resourcesOf(name, 'aws_cloudwatch_query_definition');
    expect(saved.map((query) => query.name).sort()).toEqual(named(logQueries(environment)));
    for (const { log_group_names } of saved) for (const group of log_group_names) expect(groups).toContain(group);
  });
});
