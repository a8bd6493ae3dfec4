import { describe, expect, test } from 'vitest';
import {
  alarms,
  DIMENSION_VALUES,
  dashboardRows,
  EXCLUDED_METRICS,
  type Metric,
  metrics,
  type Series,
  series,
  seriesOf,
} from '../src/index.ts';
import { DOCUMENTED_AWS_METRICS } from './documented-aws-metrics.ts';
import { environments } from './environments.ts';

const catalogue = metrics();
const ours = catalogue.filter(({ emitter }) => emitter !== 'AWS');
const of = ({ namespace, name }: Pick<Metric, 'namespace' | 'name'>) => `${namespace} ${name}`;

/** Why nothing publishes a series, or undefined where something does. */
function unpublished({ namespace, name, dimensions }: Series): string | undefined {
  const metric = catalogue.find((each) => each.namespace === namespace && each.name === name);
  if (!metric) return `${namespace} ${name} is not in the catalogue`;
  const given = Object.keys(dimensions).sort().join();
  if (!metric.dimensions.some((set) => [...set].sort().join() === given)) {
    return `${namespace} ${name} is not published with the dimensions [${given}]`;
  }
  for (const [dimension, value] of Object.entries(dimensions)) {
    const values: readonly string[] | undefined = DIMENSION_VALUES[dimension as keyof typeof DIMENSION_VALUES];
    if (values && !values.includes(value)) return `${namespace} ${name} never has the ${dimension} ${value}`;
  }
  return undefined;
}

describe.each(environments)('in $name', (environment) => {
  const drawn = dashboardRows(environment)
    .flatMap(({ widgets }) => widgets)
    .flatMap(({ widget }) => (widget.kind === 'chart' ? widget.series : []));
  const watched = alarms(environment).flatMap(({ condition }) => seriesOf(condition));

  test('every series on the dashboard is published by something', () => {
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.map(unpublished).filter((why) => why !== undefined)).toEqual([]);
  });

  test('every series of an alarm is published by something', () => {
    expect(watched.length).toBeGreaterThan(0);
    expect(watched.map(unpublished).filter((why) => why !== undefined)).toEqual([]);
  });

  test('every metric of ours is on the dashboard, or there is a reason why not', () => {
    const shown = new Set(drawn.map(of));
    expect(ours.map(of).filter((metric) => !shown.has(metric) && !(metric in EXCLUDED_METRICS))).toEqual([]);
    expect(Object.keys(EXCLUDED_METRICS).filter((metric) => shown.has(metric))).toEqual([]);
    expect(Object.keys(EXCLUDED_METRICS).filter((metric) => !ours.map(of).includes(metric))).toEqual([]);
  });

  test('every metric of AWS in the catalogue is drawn or alarmed on', () => {
    const used = new Set([...drawn, ...watched].map(of));
    expect(catalogue.map(of).filter((metric) => metric.startsWith('AWS/') && !used.has(metric))).toEqual([]);
  });
});

test('every metric of AWS is one that AWS documents, with its unit and its dimensions, as ApproximateNumberOfVisibleMessages is not', () => {
  for (const { namespace, name, unit, dimensions } of catalogue.filter(({ emitter }) => emitter === 'AWS')) {
    const documented = DOCUMENTED_AWS_METRICS[namespace];
    expect(documented?.units, `${namespace} has no ${name}`).toHaveProperty(name);
    expect({ name, unit }).toEqual({ name, unit: documented?.units[name] });
    expect({ name, dimensions }).toEqual({ name, dimensions: [documented?.dimensions] });
  }
});

test('every metric of ours is published without dimensions too, so that an alarm on the plain metric fires (P10)', () => {
  expect(ours.filter(({ dimensions }) => !dimensions.some((set) => set.length === 0)).map(of)).toEqual([]);
});

test('the processor has every metric that the specification names (P10), and that of what failed (F2)', () => {
  expect(ours.filter(({ emitter }) => emitter === 'processor').map(({ name }) => name)).toEqual([
    'DocumentProcessingInitiated',
    'DocumentValidationFailure',
    'DocumentDuplicate',
    'DocumentQuarantined',
    'DocumentFailed',
    'EKSProcessingFailure',
    'LambdaProcessingTime',
    'LambdaProcessingError',
    'SQSRecordsProcessed',
    'SQSRecordsFailed',
    'LambdaFatalError',
    'EndToEndLatency',
  ]);
});

test('a series that nothing publishes does not compile', () => {
  // @ts-expect-error no such metric
  series('AWS/SQS', 'ApproximateNumberOfVisibleMessages', 'Maximum', { QueueName: 'q' });
  // @ts-expect-error SQS publishes nothing without a queue
  series('AWS/SQS', 'NumberOfMessagesSent', 'Sum', {});
  // @ts-expect-error published with ErrorType, or with both
  series('TradeMatching/Lambda', 'EKSProcessingFailure', 'Sum', { SourceType: 'BANK' });
  // @ts-expect-error no such status
  series('TradeMatching/Service', 'MatchResults', 'Sum', { Status: 'PENDING' });
  series('TradeMatching/Lambda', 'EKSProcessingFailure', 'Sum', { SourceType: 'BANK', ErrorType: 'TIMEOUT' });
});
