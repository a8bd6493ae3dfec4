import { MATCH_STATUSES, OUTCOMES, REASONS, resourceNames, SOURCES } from '@trade-matching/domain';
import { alarms, deadLetterQueues, queues } from '../alarms/alarms.ts';
import { pages } from '../alarms/pages.ts';
import { THRESHOLDS } from '../alarms/thresholds.ts';
import { type Series, type Statistic, series } from '../catalogue.ts';
import { logQuery } from '../log-queries.ts';
import { DIMENSION_VALUES } from '../metrics/index.ts';
import type { MonitoredEnvironment } from '../monitored-environment.ts';
import { runbookLink } from '../runbook.ts';
import type { Row, Threshold, Widget } from './widget.ts';

const PERCENTILES = ['p50', 'p95', 'p99'] as const satisfies readonly Statistic[];

/** The dashboard (O2): three questions, in the order in which they are asked. */
export function dashboardRows(environment: MonitoredEnvironment): Row[] {
  const names = resourceNames(environment.name, environment.account);
  const limits = THRESHOLDS[environment.name];
  const processor = { FunctionName: names.processorFunction };
  const failureHandler = { FunctionName: names.failuresFunction };
  const link = (text: string, section: string) => `[${text}](${runbookLink(environment, section)})`;

  return [
    {
      question: 'Is it healthy?',
      say: `${link('What each page means', 'pages')} · ${link('redrive', 'redrive')} · ${link('quarantine review', 'quarantine-review')} · ${link('rollback', 'rollback')}`,
      widgets: [
        {
          width: 6,
          height: 8,
          widget: {
            kind: 'alarms',
            title: 'Alarms',
            alarmNames: [...pages(environment).filter(({ tells }) => tells), ...alarms(environment)].map(
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
            'From upload to outcome',
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
      ],
    },
    {
      question: 'Where is it stuck?',
      say: `From left to right as a document goes. ${link('A queue is deep', 'queue-deep')} · ${link('a queue is stuck', 'queue-stuck')} · ${link('dead letters', 'dead-letters')}`,
      widgets: [
        {
          width: 6,
          height: 6,
          widget: chart(
            'Waiting in the queues',
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
            { label: 'Alarm, where nothing gets done', value: limits.oldestMessage },
          ),
        },
        {
          width: 6,
          height: 6,
          widget: chart(
            'In flight or handed back',
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
              series('AWS/SQS', 'NumberOfMessagesReceived', 'Sum', { QueueName }, `${name}, taken`),
            ),
          ]),
        },
        {
          width: 8,
          height: 6,
          widget: chart('Documents in and out of the queues', 'lines', 'messages', [
            ...queues(names).map(({ name, QueueName }) =>
              series('AWS/SQS', 'NumberOfMessagesSent', 'Sum', { QueueName }, `${name}, came`),
            ),
            ...queues(names).map(({ name, QueueName }) =>
              series('AWS/SQS', 'NumberOfMessagesDeleted', 'Sum', { QueueName }, `${name}, done`),
            ),
          ]),
        },
        {
          width: 8,
          height: 6,
          widget: chart('Functions: how many at a time', 'lines', 'invocations', [
            series('AWS/Lambda', 'ConcurrentExecutions', 'Maximum', processor, 'At one time'),
            series('AWS/Lambda', 'Invocations', 'Sum', processor, 'Invocations'),
            series('AWS/Lambda', 'Throttles', 'Sum', processor, 'Throttled'),
            series('AWS/Lambda', 'ConcurrentExecutions', 'Maximum', failureHandler, 'Failures: at one time'),
            series('AWS/Lambda', 'Throttles', 'Sum', failureHandler, 'Failures: throttled'),
          ]),
        },
        {
          width: 8,
          height: 6,
          widget: chart('Matching service: how long', 'lines', 'ms', [
            ...PERCENTILES.map((p) => series('TradeMatching/Service', 'RequestTime', p, {}, `whole, ${p}`)),
            series('TradeMatching/Service', 'ExtractionTime', 'p95', {}, 'reading the PDF, p95'),
          ]),
        },
      ],
    },
    {
      question: 'Why?',
      say: `${link('The service fails', 'service-failing')} · ${link('refuses calls', 'service-refuses-calls')} · ${link('the processor fails', 'processor-errors')} · ${link('documents are refused', 'validation-failures')}`,
      widgets: [
        {
          width: 8,
          height: 6,
          widget: chart(
            'Calls of the matching service that failed',
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
            'What the matching service says of calls',
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
            series('AWS/Lambda', 'Errors', 'Sum', processor, 'Invocations that failed'),
            series('AWS/Lambda', 'Errors', 'Sum', failureHandler, 'Failures: invocations that failed'),
            series('TradeMatching/Lambda', 'LambdaFatalError', 'Sum', {}, 'Batches that failed'),
            series('TradeMatching/Lambda', 'LambdaProcessingError', 'Sum', {}, 'Documents handed back by an error'),
            series('TradeMatching/Lambda', 'SQSRecordsFailed', 'Sum', {}, 'Messages handed back'),
            series('TradeMatching/Lambda', 'SQSRecordsProcessed', 'Sum', {}, 'Messages done with'),
          ]),
        },
        {
          width: 8,
          height: 6,
          widget: chart(
            'Refused, by reason',
            'areas',
            'documents',
            REASONS.map((Reason) =>
              series('TradeMatching/Lambda', 'DocumentValidationFailure', 'Sum', { Reason }, Reason),
            ),
          ),
        },
        {
          width: 8,
          height: 6,
          widget: chart('Documents by source', 'lines', 'documents', [
            ...SOURCES.map((SourceType) =>
              series(
                'TradeMatching/Lambda',
                'DocumentProcessingInitiated',
                'Sum',
                { SourceType },
                `${SourceType}, begun`,
              ),
            ),
            ...DIMENSION_VALUES.SourceType.map((SourceType) =>
              series(
                'TradeMatching/Lambda',
                'EndToEndLatency',
                'SampleCount',
                { SourceType },
                `${SourceType}, with an outcome`,
              ),
            ),
            ...SOURCES.map((SourceType) =>
              series('TradeMatching/Service', 'DocumentsExtracted', 'Sum', { SourceType }, `${SourceType}, read`),
            ),
          ]),
        },
        {
          width: 8,
          height: 6,
          widget: chart('Set aside', 'lines', 'documents', [
            series('TradeMatching/Lambda', 'DocumentQuarantined', 'Sum', {}, 'Quarantined'),
            series('TradeMatching/Lambda', 'DocumentFailed', 'Sum', {}, 'Failed'),
            series('TradeMatching/Lambda', 'DocumentDuplicate', 'Sum', {}, 'Duplicates'),
            series('TradeMatching/Service', 'DocumentsRepeated', 'Sum', {}, 'Answered again by the service'),
          ]),
        },
        {
          width: 8,
          height: 6,
          widget: chart(
            'Functions: how long',
            'lines',
            'ms',
            [
              series('AWS/Lambda', 'Duration', 'Average', processor, 'Average'),
              series('AWS/Lambda', 'Duration', 'Maximum', processor, 'Longest'),
              series('AWS/Lambda', 'Duration', 'Maximum', failureHandler, 'Failures: longest'),
            ],
            { label: 'Alarm: average', value: limits.processorDuration },
          ),
        },
        {
          width: 8,
          height: 6,
          widget: chart('Tables: throttled', 'lines', 'count', [
            ...[names.documentsTable, names.tradesTable].map((TableName) =>
              series('AWS/DynamoDB', 'ReadThrottleEvents', 'Sum', { TableName }, `${TableName}, reads`),
            ),
            ...[names.documentsTable, names.tradesTable].map((TableName) =>
              series('AWS/DynamoDB', 'WriteThrottleEvents', 'Sum', { TableName }, `${TableName}, writes`),
            ),
          ]),
        },
        {
          width: 8,
          height: 6,
          widget: chart('People told', 'lines', 'messages', [
            series(
              'AWS/SNS',
              'NumberOfMessagesPublished',
              'Sum',
              { TopicName: names.notificationsTopic },
              'Notifications',
            ),
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
          widget: { kind: 'logs', title: 'Handed back, by cause', query: logQuery(environment, 'handed-back') },
        },
      ],
    },
  ];
}

function chart(
  title: string,
  as: 'lines' | 'areas' | 'numbers',
  unit: string,
  drawn: readonly Series[],
  threshold?: Threshold,
): Widget {
  return { kind: 'chart', title, as, unit, series: drawn, ...(threshold ? { threshold } : {}) };
}
