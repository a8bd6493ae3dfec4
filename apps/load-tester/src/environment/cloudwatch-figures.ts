import { setTimeout as sleep } from 'node:timers/promises';
import { type CloudWatchClient, GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { Account } from '@trade-matching/account';
import { type Series, series } from '@trade-matching/dashboards';
import { METRIC_NAMESPACES } from '@trade-matching/domain';

/** A figure as CloudWatch has it for the run's window. */
export interface CloudWatchFigure {
  readonly label: string;
  readonly metric: string;
  readonly statistic: string;
  /** Sums over the window; of every other statistic the worst minute. Null where CloudWatch has nothing. */
  readonly value: number | null;
  readonly unit: string;
}

/** CloudWatch keeps minutes, and shows them two minutes later at most. Seconds. */
const PERIOD = 60;
const SHOWS_AFTER = 120;

interface Wanted {
  readonly label: string;
  readonly unit: string;
  readonly series: Series;
}

/** What is compared with the tester's own figures, from the catalogue that the dashboards are made of. */
export function wantedFigures(names: Account['names']): Wanted[] {
  const processor = METRIC_NAMESPACES.processor;
  const service = METRIC_NAMESPACES.matchingService;
  const figure = (label: string, unit: string, of: Series): Wanted => ({ label, unit, series: of });
  const FunctionName = names.processorFunction;
  return [
    figure('documents with an outcome', '', series(processor, 'EndToEndLatency', 'SampleCount', {})),
    figure('upload to outcome, p50', 'ms', series(processor, 'EndToEndLatency', 'p50', {})),
    figure('upload to outcome, p95', 'ms', series(processor, 'EndToEndLatency', 'p95', {})),
    figure('upload to outcome, p99', 'ms', series(processor, 'EndToEndLatency', 'p99', {})),
    figure('duplicates', '', series(processor, 'DocumentDuplicate', 'Sum', {})),
    figure('refused', '', series(processor, 'DocumentValidationFailure', 'Sum', {})),
    figure('tries of the service that failed', '', series(processor, 'EKSProcessingFailure', 'Sum', {})),
    figure('messages returned to queue', '', series(processor, 'SQSRecordsFailed', 'Sum', {})),
    figure('service, p95', 'ms', series(service, 'RequestTime', 'p95', {})),
    figure('matches', '', series(service, 'MatchResults', 'Sum', { Status: 'MATCHED' })),
    figure('processor at a time', '', series('AWS/Lambda', 'ConcurrentExecutions', 'Maximum', { FunctionName })),
    figure('processor, errors', '', series('AWS/Lambda', 'Errors', 'Sum', { FunctionName })),
    figure('processor, throttles', '', series('AWS/Lambda', 'Throttles', 'Sum', { FunctionName })),
    ...Object.values(names.documentQueue).map((QueueName) =>
      figure(
        `oldest message of ${QueueName}`,
        's',
        series('AWS/SQS', 'ApproximateAgeOfOldestMessage', 'Maximum', { QueueName }),
      ),
    ),
  ];
}

/** The queries of GetMetricData, one a figure, by minute. */
export function metricQueries(wanted: readonly Wanted[]): MetricDataQuery[] {
  return wanted.map(({ series: { namespace, name, dimensions, statistic } }, i) => ({
    Id: `figure${i}`,
    MetricStat: {
      Metric: {
        Namespace: namespace,
        MetricName: name,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: PERIOD,
      Stat: statistic,
    },
  }));
}

/** What a figure's minutes come to over the window. */
export function overWindow(statistic: string, values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sums = statistic === 'Sum' || statistic === 'SampleCount';
  return sums ? values.reduce((sum, value) => sum + value, 0) : values.reduce((most, value) => Math.max(most, value));
}

/**
 * Reads CloudWatch for a window, once it shows its last minute: two minutes after it at most.
 *
 * @param from milliseconds since the epoch, as is `to`
 */
export async function cloudWatchFigures(
  cloudwatch: CloudWatchClient,
  names: Account['names'],
  { from, to }: { readonly from: number; readonly to: number },
  stop: AbortSignal,
): Promise<CloudWatchFigure[]> {
  const wait = to + SHOWS_AFTER * 1000 - Date.now();
  if (wait > 0) await sleep(wait, undefined, { signal: stop }).catch(() => {});
  const wanted = wantedFigures(names);
  const values = new Map<string, number[]>();
  let NextToken: string | undefined;
  do {
    const page = await cloudwatch.send(
      new GetMetricDataCommand({
        MetricDataQueries: metricQueries(wanted),
        StartTime: new Date(Math.floor(from / 60_000) * 60_000),
        EndTime: new Date(Math.ceil(to / 60_000) * 60_000),
        ...(NextToken === undefined ? {} : { NextToken }),
      }),
    );
    for (const { Id = '', Values = [] } of page.MetricDataResults ?? []) {
      values.set(Id, [...(values.get(Id) ?? []), ...Values]);
    }
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return wanted.map(({ label, unit, series: { namespace, name, statistic } }, i) => ({
    label,
    metric: `${namespace} ${name}`,
    statistic,
    value: overWindow(statistic, values.get(`figure${i}`) ?? []),
    unit,
  }));
}
