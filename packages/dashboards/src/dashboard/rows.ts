import { MATCH_STATUSES, OUTCOMES, type ResourceNames, resourceNames } from '@trade-matching/domain';
import { alarms } from '../alarms/alarms.ts';
import { pages } from '../alarms/pages.ts';
import { deadLetterQueues, queues } from '../alarms/queues.ts';
import { THRESHOLDS, type Thresholds } from '../alarms/thresholds.ts';
import { type Statistic, series } from '../catalogue.ts';
import { logQuery } from '../log-queries.ts';
import { DIMENSION_VALUES } from '../metrics/index.ts';
import type { MonitoredEnvironment } from '../monitored-environment.ts';
import { runbookLink } from '../runbook.ts';
import { caseWidgets } from './case-widgets.ts';
import { chart } from './chart.ts';
import { deskWidgets } from './desk-widgets.ts';
import { documentWidgets } from './document-widgets.ts';
import type { PlacedWidget, Row } from './widget.ts';

const PERCENTILES = ['p50', 'p95', 'p99'] as const satisfies readonly Statistic[];

/** What every row is drawn from. */
interface Drawn {
  readonly environment: MonitoredEnvironment;
  readonly names: ResourceNames;
  readonly limits: Thresholds;
  readonly processor: { readonly FunctionName: string };
  readonly failures: { readonly FunctionName: string };
  readonly sweep: { readonly FunctionName: string };
}

/** The dashboard (O2): three questions, in the order in which they are asked. */
export function dashboardRows(environment: MonitoredEnvironment): Row[] {
  const names = resourceNames(environment.name, environment.account);
  const drawn: Drawn = {
    environment,
    names,
    limits: THRESHOLDS[environment.name],
    processor: { FunctionName: names.processorFunction },
    failures: { FunctionName: names.failuresFunction },
    sweep: { FunctionName: names.sweepFunction },
  };
  return [isItHealthy(drawn), whereIsItStuck(drawn), why(drawn)];
}

function link(environment: MonitoredEnvironment, text: string, section: string): string {
  return `[${text}](${runbookLink(environment, section)})`;
}

function isItHealthy({ environment, limits }: Drawn): Row {
  return {
    question: 'Is it healthy?',
    say: `${link(environment, 'What each page means', 'pages')} · ${link(environment, 'overdue cases', 'cases-overdue')} · ${link(environment, 'redrive', 'redrive')} · ${link(environment, 'quarantine review', 'quarantine-review')} · ${link(environment, 'rollback', 'rollback')}`,
    widgets: [
      {
        width: 6,
        height: 8,
        widget: {
          kind: 'alarms',
          title: 'Alarms',
          alarmNames: [...pages(environment).filter(({ notifies }) => notifies), ...alarms(environment)].map(
            ({ name }) => name,
          ),
        },
      },
      {
        width: 6,
        height: 8,
        widget: chart('Documents by outcome', 'areas', 'documents', [
          ...OUTCOMES.map((Outcome) =>
            series('TradeMatching/Lambda', 'EndToEndLatency', 'SampleCount', { Outcome }, Outcome),
          ),
        ]),
      },
      {
        width: 6,
        height: 8,
        widget: chart(
          'Upload to outcome',
          'lines',
          'ms',
          PERCENTILES.map((p) => series('TradeMatching/Lambda', 'EndToEndLatency', p, {}, p)),
          { label: 'Alarm: p95', value: limits.endToEndLatency },
        ),
      },
      {
        width: 6,
        height: 8,
        widget: chart(
          'Match results',
          'areas',
          'trades',
          MATCH_STATUSES.map((Status) => series('TradeMatching/Service', 'MatchResults', 'Sum', { Status }, Status)),
        ),
      },
      ...caseWidgets(limits),
      ...deskWidgets(limits),
    ],
  };
}

function whereIsItStuck({ environment, names, limits, processor, failures }: Drawn): Row {
  return {
    question: 'Where is it stuck?',
    say: `Left to right, in the order a document takes. ${link(environment, 'A queue is deep', 'queue-deep')} · ${link(environment, 'a queue is stuck', 'queue-stuck')} · ${link(environment, 'dead letters', 'dead-letters')}`,
    widgets: [
      {
        width: 6,
        height: 6,
        widget: chart(
          'Messages waiting',
          'lines',
          'messages',
          queues(names).map(({ name, QueueName }) =>
            series('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum', { QueueName }, name),
          ),
          { label: 'Alarm', value: limits.queueDepth },
        ),
      },
      {
        width: 6,
        height: 6,
        widget: chart(
          'Oldest message',
          'lines',
          's',
          queues(names).map(({ name, QueueName }) =>
            series('AWS/SQS', 'ApproximateAgeOfOldestMessage', 'Maximum', { QueueName }, name),
          ),
          { label: 'Alarm, if nothing is processed', value: limits.oldestMessage },
        ),
      },
      {
        width: 6,
        height: 6,
        widget: chart(
          'In flight, or returned and not yet visible',
          'lines',
          'messages',
          queues(names).map(({ name, QueueName }) =>
            series('AWS/SQS', 'ApproximateNumberOfMessagesNotVisible', 'Maximum', { QueueName }, name),
          ),
        ),
      },
      {
        width: 6,
        height: 6,
        widget: chart('Dead letters', 'lines', 'messages', [
          ...deadLetterQueues(names).map(({ name, QueueName }) =>
            series('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum', { QueueName }, name),
          ),
          ...deadLetterQueues(names).map(({ name, QueueName }) =>
            series('AWS/SQS', 'NumberOfMessagesReceived', 'Sum', { QueueName }, `${name}, received`),
          ),
          series(
            'AWS/SQS',
            'ApproximateNumberOfMessagesVisible',
            'Maximum',
            { QueueName: names.sweepDeadLetterQueue },
            'starts of the sweep',
          ),
        ]),
      },
      {
        width: 8,
        height: 6,
        widget: chart('Messages sent and deleted', 'lines', 'messages', [
          ...queues(names).map(({ name, QueueName }) =>
            series('AWS/SQS', 'NumberOfMessagesSent', 'Sum', { QueueName }, `${name}, sent`),
          ),
          ...queues(names).map(({ name, QueueName }) =>
            series('AWS/SQS', 'NumberOfMessagesDeleted', 'Sum', { QueueName }, `${name}, deleted`),
          ),
        ]),
      },
      {
        width: 8,
        height: 6,
        widget: chart('Functions: concurrency', 'lines', 'invocations', [
          series('AWS/Lambda', 'ConcurrentExecutions', 'Maximum', processor, 'Concurrent'),
          series('AWS/Lambda', 'Invocations', 'Sum', processor, 'Invocations'),
          series('AWS/Lambda', 'Throttles', 'Sum', processor, 'Throttled'),
          series('AWS/Lambda', 'ConcurrentExecutions', 'Maximum', failures, 'Failures: concurrent'),
          series('AWS/Lambda', 'Throttles', 'Sum', failures, 'Failures: throttled'),
        ]),
      },
      {
        width: 8,
        height: 6,
        widget: chart('Matching service: duration', 'lines', 'ms', [
          ...PERCENTILES.map((p) => series('TradeMatching/Service', 'RequestTime', p, {}, `request, ${p}`)),
          series('TradeMatching/Service', 'ExtractionTime', 'p95', {}, 'reading the PDF, p95'),
        ]),
      },
      {
        width: 12,
        height: 6,
        widget: chart('Scans', 'lines', 'documents', [
          series('TradeMatching/Service', 'ScansRead', 'Sum', {}, 'Read'),
          series('TradeMatching/Service', 'ScansDeferred', 'Sum', {}, 'Deferred, since their readers are full'),
        ]),
      },
      {
        width: 12,
        height: 6,
        widget: chart('Scans: duration', 'lines', 'ms', [
          series('TradeMatching/Service', 'ScanTime', 'p50', {}, 'reading a scan, p50'),
          series('TradeMatching/Service', 'ScanTime', 'p95', {}, 'reading a scan, p95'),
        ]),
      },
    ],
  };
}

function why(drawn: Drawn): Row {
  const { environment } = drawn;
  return {
    question: 'Why?',
    say: `${link(environment, 'The service fails', 'service-failing')} · ${link(environment, 'refuses calls', 'service-refuses-calls')} · ${link(environment, 'the processor fails', 'processor-errors')} · ${link(environment, 'documents are refused', 'validation-failures')}`,
    widgets: [...failureWidgets(drawn), ...documentWidgets(), ...resourceWidgets(drawn)],
  };
}

function failureWidgets({ processor, failures, sweep }: Drawn): PlacedWidget[] {
  return [
    {
      width: 8,
      height: 6,
      widget: chart(
        'Failed calls to the matching service',
        'areas',
        'tries',
        DIMENSION_VALUES.ErrorType.map((ErrorType) =>
          series('TradeMatching/Lambda', 'EKSProcessingFailure', 'Sum', { ErrorType }, ErrorType),
        ),
      ),
    },
    {
      width: 8,
      height: 6,
      widget: chart(
        'Errors that the matching service returned',
        'areas',
        'requests',
        DIMENSION_VALUES.ErrorCode.map((ErrorCode) =>
          series('TradeMatching/Service', 'RequestErrors', 'Sum', { ErrorCode }, ErrorCode),
        ),
      ),
    },
    {
      width: 8,
      height: 6,
      widget: chart('Functions: errors', 'lines', 'count', [
        series('AWS/Lambda', 'Errors', 'Sum', processor, 'Failed invocations'),
        series('AWS/Lambda', 'Errors', 'Sum', failures, 'Failures: failed invocations'),
        series('AWS/Lambda', 'Errors', 'Sum', sweep, 'Sweep over cases: failed invocations'),
        series('TradeMatching/Lambda', 'LambdaFatalError', 'Sum', {}, 'Failed batches'),
        series('TradeMatching/Lambda', 'LambdaProcessingError', 'Sum', {}, 'Documents returned after an error'),
        series('TradeMatching/Lambda', 'SQSRecordsFailed', 'Sum', {}, 'Messages returned to queue'),
        series('TradeMatching/Lambda', 'SQSRecordsProcessed', 'Sum', {}, 'Messages processed'),
      ]),
    },
  ];
}

function resourceWidgets({ environment, names, limits, processor, failures }: Drawn): PlacedWidget[] {
  const tables = [names.documentsTable, names.tradesTable, names.casesTable];
  return [
    {
      width: 8,
      height: 6,
      widget: chart(
        'Functions: duration',
        'lines',
        'ms',
        [
          series('AWS/Lambda', 'Duration', 'Average', processor, 'Average'),
          series('AWS/Lambda', 'Duration', 'Maximum', processor, 'Maximum'),
          series('AWS/Lambda', 'Duration', 'Maximum', failures, 'Failures: maximum'),
        ],
        { label: 'Alarm: average', value: limits.processorDuration },
      ),
    },
    {
      width: 8,
      height: 6,
      widget: chart('Tables: throttling', 'lines', 'count', [
        ...tables.map((TableName) =>
          series('AWS/DynamoDB', 'ReadThrottleEvents', 'Sum', { TableName }, `${TableName}, reads`),
        ),
        ...tables.map((TableName) =>
          series('AWS/DynamoDB', 'WriteThrottleEvents', 'Sum', { TableName }, `${TableName}, writes`),
        ),
      ]),
    },
    {
      width: 8,
      height: 6,
      widget: chart('Notifications', 'lines', 'messages', [
        series('AWS/SNS', 'NumberOfMessagesPublished', 'Sum', { TopicName: names.notificationsTopic }, 'Published'),
        series(
          'AWS/SNS',
          'NumberOfNotificationsFailed',
          'Sum',
          { TopicName: names.notificationsTopic },
          'Not delivered',
        ),
      ]),
    },
    {
      width: 16,
      height: 8,
      widget: { kind: 'logs', title: 'Recent errors', query: logQuery(environment, 'recent-errors') },
    },
    {
      width: 8,
      height: 8,
      widget: { kind: 'logs', title: 'Returned to queue, by cause', query: logQuery(environment, 'returned-to-queue') },
    },
  ];
}
