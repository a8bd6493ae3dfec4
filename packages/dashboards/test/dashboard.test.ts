import { resourceNames } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { anchorsOf, type CloudWatchWidget, COLUMNS, dashboardBody, dashboardRows } from '../src/index.ts';
import { environments } from './environments.ts';
import { runbook } from './runbook-page.ts';

/** What CloudWatch asks of each type. Source: "Dashboard Body Structure and Syntax", Amazon CloudWatch API Reference. */
const REQUIRED = {
  text: ['markdown'],
  metric: ['metrics', 'region'],
  alarm: ['alarms'],
  log: ['query', 'region'],
} as const;

const overlap = (a: CloudWatchWidget, b: CloudWatchWidget) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(environments)('the dashboard of $name', (environment) => {
  const { widgets } = dashboardBody(environment);
  const text = JSON.stringify(widgets);
  const metricLines = widgets.flatMap(({ properties }) => (properties.metrics ?? []) as unknown[][]);
  const { name, account, region } = environment;

  test('the dashboard has widgets of types that CloudWatch knows, with what each needs', () => {
    expect(widgets.length).toBeLessThanOrEqual(500);
    for (const { type, properties } of widgets) {
      for (const property of REQUIRED[type]) expect(properties[property], `${type} ${property}`).toBeTruthy();
    }
  });

  test('the dashboard asks CloudWatch for views, periods and axes that it has', () => {
    const body = dashboardBody(environment);
    expect(body.start).toMatch(/^-P(T\d+[HM]|\d+D)$/);
    expect(['auto', 'inherit']).toContain(body.periodOverride);
    // CloudWatch's limit.
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(1024 * 1024);
    for (const { properties, type } of widgets.filter((widget) => widget.type === 'metric')) {
      expect(['timeSeries', 'singleValue'], type).toContain(properties.view);
      expect(Number(properties.period) % 60).toBe(0);
      expect(properties.yAxis).toMatchObject({ left: { label: expect.stringMatching(/./) } });
    }
    for (const { properties } of widgets.filter(({ type }) => type === 'log'))
      expect(properties.query).toMatch(/^SOURCE '\/[\w/.-]+' \| /);
    for (const { properties } of widgets.filter(({ type }) => type === 'alarm')) {
      const alarms = properties.alarms as string[];
      expect(alarms.length).toBeLessThanOrEqual(100);
      for (const arn of alarms) expect(arn).toMatch(/^arn:aws:cloudwatch:[\w-]+:\d{12}:alarm:[\w-]+$/);
    }
  });

  test('the dashboard has every widget inside the 24 columns, and none over another', () => {
    for (const { x, y, width, height } of widgets) {
      for (const number of [x, y, width, height]) expect(Number.isInteger(number)).toBe(true);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(width).toBeGreaterThan(0);
      expect(height).toBeGreaterThan(0);
      expect(x + width).toBeLessThanOrEqual(COLUMNS);
      expect(height).toBeLessThanOrEqual(1000);
    }
    const overlapping = widgets.flatMap((a, i) => widgets.slice(i + 1).filter((b) => overlap(a, b)));
    expect(overlapping).toEqual([]);
  });

  test('the dashboard draws 500 metrics at most, each chart some and none twice', () => {
    expect(metricLines.length).toBeLessThanOrEqual(500);
    for (const { type, properties } of widgets.filter((widget) => widget.type === 'metric')) {
      const lines = (properties.metrics as unknown[][]).map((line) => JSON.stringify(line));
      expect(lines.length, `${type} ${properties.title}`).toBeGreaterThan(0);
      expect(new Set(lines).size, `${properties.title}`).toBe(lines.length);
    }
  });

  test('the dashboard writes each metric as namespace, name, pairs of dimensions and options', () => {
    for (const line of metricLines) {
      expect(line.length % 2).toBe(1);
      expect(line.slice(0, -1).every((part) => typeof part === 'string')).toBe(true);
      expect(line.at(-1)).toHaveProperty('stat');
    }
  });

  test("the dashboard is of this environment's region, account and resources, and of no other's", () => {
    for (const { properties } of widgets) expect([undefined, region]).toContain(properties.region);
    for (const other of environments.filter((each) => each !== environment)) {
      expect(text).not.toContain(other.region);
      expect(text).not.toContain(other.account);
      expect(text).not.toMatch(new RegExp(`-${other.name}\\b`));
    }
    const names = resourceNames(name, account);
    for (const resource of [
      ...Object.values(names.documentQueue),
      ...Object.values(names.documentDeadLetterQueue),
      names.failedProcessingQueue,
      names.failedProcessingDeadLetterQueue,
      names.processorFunction,
      names.documentsTable,
      names.tradesTable,
      names.casesTable,
    ]) {
      expect(text).toContain(`"${resource}"`);
    }
  });

  test('the dashboard asks whether it is healthy, then where it is stuck, then why', () => {
    expect(dashboardRows(environment).map(({ question }) => question)).toEqual([
      'Is it healthy?',
      'Where is it stuck?',
      'Why?',
    ]);
    const headings = widgets.filter(({ type }) => type === 'text');
    expect(headings.map(({ y }) => y)).toEqual([...headings.map(({ y }) => y)].sort((a, b) => a - b));
  });
});

describe.each(environments)('the contents of the dashboard of $name', (environment) => {
  const { widgets } = dashboardBody(environment);
  const text = JSON.stringify(widgets);
  const metricLines = widgets.flatMap(({ properties }) => (properties.metrics ?? []) as unknown[][]);
  const { name, account } = environment;

  test('the contents of the dashboard links to sections that the runbook has', () => {
    const links = [...text.matchAll(/\]\(([^)]+)#([\w-]+)\)/g)];
    expect(links.length).toBeGreaterThan(5);
    for (const [, url, section] of links) {
      expect(url).toBe(environment.runbookUrl);
      expect(anchorsOf(runbook)).toContain(section);
    }
  });

  test('the contents of the dashboard holds what O2 asks for', () => {
    const drawn = metricLines.map((line) => JSON.stringify(line));
    const has = (...parts: string[]) => drawn.some((line) => parts.every((part) => line.includes(`"${part}"`)));
    for (const p of ['p50', 'p95', 'p99']) expect(has('EndToEndLatency', p)).toBe(true);
    for (const outcome of ['PROCESSED', 'FAILED', 'QUARANTINE']) expect(has('EndToEndLatency', outcome)).toBe(true);
    for (const source of ['BANK', 'COUNTERPARTY']) expect(has('DocumentProcessingInitiated', source)).toBe(true);
    for (const metric of ['Errors', 'Throttles', 'ConcurrentExecutions', 'Duration']) {
      expect(has('AWS/Lambda', metric)).toBe(true);
    }
    expect(has('DocumentValidationFailure', 'Reason')).toBe(true);
    expect(has('EKSProcessingFailure', 'ErrorType')).toBe(true);
    expect(has('MatchResults', 'MISMATCHED')).toBe(true);
    const names = resourceNames(name, account);
    for (const queue of [...Object.values(names.documentQueue), names.failedProcessingQueue]) {
      expect(has('ApproximateNumberOfMessagesVisible', queue)).toBe(true);
      expect(has('ApproximateAgeOfOldestMessage', queue)).toBe(true);
    }
    for (const queue of [...Object.values(names.documentDeadLetterQueue), names.failedProcessingDeadLetterQueue]) {
      expect(has('ApproximateNumberOfMessagesVisible', queue)).toBe(true);
    }
    expect(widgets.some(({ type, properties }) => type === 'log' && properties.title === 'Recent errors')).toBe(true);
  });
});
