import { metrics as catalogue, DIMENSION_VALUES, EXCLUDED_METRICS } from '@trade-matching/dashboards';
import {
  alarmDefinitions,
  chartSeries,
  dashboardDefinition,
  type MetricIdentity,
} from '@trade-matching/local-aws/cloudwatch';
import { describe, expect, test } from 'vitest';
import { system } from './run.ts';

/** Metrics that a system as it ships by itself does not publish, and what would have it do so. */
const NOT_IN_THIS_RUN: Readonly<Record<string, string>> = {
  'TradeMatching/Service FallbackResults': 'a model that is named, to ask about what the rules cannot read',
};

const ours = ({ namespace }: Pick<MetricIdentity, 'namespace'>) => namespace.startsWith('TradeMatching/');
const nameOf = ({ namespace, name }: MetricIdentity) => `${namespace} ${name}`;
/** `TradeMatching/Lambda EKSProcessingFailure [ErrorType]`. */
const setOf = (metric: MetricIdentity) => `${nameOf(metric)} [${Object.keys(metric.dimensions).sort()}]`;
/** With the values. */
const seriesOf = (metric: MetricIdentity) =>
  `${nameOf(metric)} ${JSON.stringify(Object.entries(metric.dimensions).sort())}`;

const published = () => system.metrics.store.metrics();
const drawn = () =>
  dashboardDefinition(system.stack.resources).flatMap((widget) =>
    widget.type === 'metric' ? chartSeries(widget) : [],
  );
const watched = () =>
  alarmDefinitions(system.stack.resources).flatMap((alarm) =>
    alarm.kind === 'metric' ? alarm.lines.flatMap((line) => ('metric' in line ? [line.metric] : [])) : [],
  );
const missing = (wanted: readonly string[], there: readonly string[]) =>
  [...new Set(wanted)].filter((each) => !there.includes(each));

// Held against the synthesized stack and against what was really written and called in one run of the whole system.
describe('what the code and AWS publish', () => {
  test('every alarm watches series that were published in this run, value by value', () => {
    expect(watched().length).toBeGreaterThan(30);
    expect(missing(watched().map(seriesOf), published().map(seriesOf))).toEqual([]);
  });

  test('every chart draws metrics that were published in this run, with these dimensions', () => {
    expect(drawn().length).toBeGreaterThan(80);
    expect(missing(drawn().map(setOf), published().map(setOf))).toEqual([]);
    // AWS's own of resources that there are, by name.
    const ofAws = (metric: MetricIdentity) => !ours(metric);
    expect(missing(drawn().filter(ofAws).map(seriesOf), published().map(seriesOf))).toEqual([]);
  });

  test('every metric that the code published is on the dashboard, or there is a reason why not', () => {
    const reasons = Object.keys(EXCLUDED_METRICS);
    expect(missing(published().filter(ours).map(nameOf), [...drawn().map(nameOf), ...reasons])).toEqual([]);
  });

  test('the code published every metric of the catalogue with every set of its dimensions, and no other', () => {
    const cataloguedSets = catalogue()
      .filter((metric) => ours(metric) && !(`${metric.namespace} ${metric.name}` in NOT_IN_THIS_RUN))
      .flatMap(({ namespace, name, dimensions }) =>
        dimensions.map((set) => `${namespace} ${name} [${[...set].sort()}]`),
      );
    expect([...new Set(published().filter(ours).map(setOf))].sort()).toEqual(cataloguedSets.sort());
  });

  test("every published metric has the catalogue's unit and values of the closed lists", () => {
    const known = new Map(catalogue().map((metric) => [`${metric.namespace} ${metric.name}`, metric]));
    for (const metric of published()) {
      const { namespace, name, units, dimensions } = metric;
      const defined = known.get(nameOf(metric));
      expect({ namespace, name, units }).toEqual({ namespace, name, units: [defined?.unit] });
      if (!ours(metric)) continue;
      for (const [dimension, value] of Object.entries(dimensions))
        expect(DIMENSION_VALUES[dimension as keyof typeof DIMENSION_VALUES]).toContain(value);
    }
  });

  test('CloudWatch drops no line that publishes metrics', () => {
    expect(system.metrics.refused).toEqual([]);
  });

  test('metrics that count the same documents agree', () => {
    const sum = (namespace: string, name: string, dimensions: Record<string, string> = {}, statistic = 'Sum') =>
      system.metrics.store.statistics({ namespace, name, dimensions }, statistic, [{ from: 0, to: Date.now() }])[0] ??
      0;
    const outcomes = ['PROCESSED', 'FAILED', 'QUARANTINE'].map((Outcome) =>
      sum('TradeMatching/Lambda', 'EndToEndLatency', { Outcome }, 'SampleCount'),
    );
    // Ten of the demonstration, two that are a break, one for each answer of the service, one without content, one that ends in the middle.
    expect(outcomes).toEqual([18, 1, 2]);
    expect(sum('TradeMatching/Lambda', 'EndToEndLatency', {}, 'SampleCount')).toBe(21);
    expect(sum('TradeMatching/Lambda', 'DocumentValidationFailure')).toBe(3);
    expect(sum('TradeMatching/Lambda', 'DocumentQuarantined', { Reason: 'NOT_A_PDF' })).toBe(1);
    expect(sum('TradeMatching/Lambda', 'LambdaFatalError')).toBe(1);
    expect(sum('AWS/Lambda', 'Errors', { FunctionName: system.names.processorFunction })).toBe(1);
    const QueueName = system.names.documentQueue.COUNTERPARTY;
    // S3's test event was sent before anybody counted.
    expect(sum('AWS/SQS', 'NumberOfMessagesSent', { QueueName })).toBe(6);
    expect(sum('AWS/SQS', 'NumberOfMessagesDeleted', { QueueName })).toBe(7);
    // A poison message is received five times, then once more as a dead letter.
    expect(sum('AWS/SQS', 'NumberOfMessagesReceived', { QueueName: system.names.documentDeadLetterQueue.BANK })).toBe(
      1,
    );
  });
});
