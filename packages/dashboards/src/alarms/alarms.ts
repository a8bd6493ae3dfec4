import { resourceNames } from '@trade-matching/domain';
import { type Series, series } from '../catalogue.ts';
import type { MonitoredEnvironment } from '../monitored-environment.ts';
import { runbookLink } from '../runbook.ts';
import type { Alarm } from './alarm.ts';
import { BURN_RATES, THRESHOLDS } from './thresholds.ts';

const FIVE_MINUTES = 300;
const HOUR = 3600;

/** Every alarm of an environment (O3). A queue's are made for each queue. */
export function alarms(environment: MonitoredEnvironment): Alarm[] {
  const names = resourceNames(environment.name, environment.account);
  const limits = THRESHOLDS[environment.name];
  const processor = { FunctionName: names.processorFunction };
  const failureHandler = { FunctionName: names.failuresFunction };

  const alarm = (
    id: string,
    runbookSection: string,
    told: Pick<Alarm, 'severity' | 'description'>,
    watched: Pick<Alarm, 'condition' | 'periods'> & { readonly period?: number },
  ): Alarm => ({
    id,
    name: alarmName(environment, id),
    severity: told.severity,
    description: `${told.severity === 'critical' ? 'CRITICAL' : 'WARNING'}: ${told.description} ${runbookLink(environment, runbookSection)}`,
    runbookSection,
    period: FIVE_MINUTES,
    ...watched,
  });
  const over = (threshold: number, ...sumOf: [Series, ...Series[]]) => ({ kind: 'over', sumOf, threshold }) as const;
  const serviceFailures = (
    ErrorType: 'TIMEOUT' | 'CONNECTION_FAILED' | 'HTTP_5XX' | 'UNREADABLE_ANSWER' | 'CALL_REFUSED',
  ) => series('TradeMatching/Lambda', 'EKSProcessingFailure', 'Sum', { ErrorType });

  return [
    alarm(
      'processor-errors',
      'processor-errors',
      {
        severity: 'critical',
        description:
          'The functions fail on documents for no reason of theirs. Look for its newest error in the logs; if a deployment came just before, roll it back.',
      },
      {
        // With partial batch responses, a document that breaks is no error of the invocation: both are counted.
        condition: over(
          limits.processorErrors,
          series('AWS/Lambda', 'Errors', 'Sum', processor),
          series('AWS/Lambda', 'Errors', 'Sum', failureHandler),
          series('TradeMatching/Lambda', 'LambdaProcessingError', 'Sum', {}),
        ),
        periods: 2,
      },
    ),
    alarm(
      'processor-slow',
      'processor-slow',
      {
        severity: 'warning',
        description:
          'Invocations of the processor come near their 300 s. See whether the matching service is slow, and give it more pods.',
      },
      {
        condition: over(limits.processorDuration, series('AWS/Lambda', 'Duration', 'Average', processor)),
        periods: 2,
      },
    ),
    alarm(
      'processor-throttled',
      'processor-throttled',
      {
        severity: 'warning',
        description:
          "Invocations of the functions are refused, which burns receives of their messages. Compare their concurrency with their reserved and with the account's.",
      },
      {
        condition: over(
          limits.throttles,
          series('AWS/Lambda', 'Throttles', 'Sum', processor),
          series('AWS/Lambda', 'Throttles', 'Sum', failureHandler),
        ),
        periods: 1,
      },
    ),
    ...queues(names).flatMap(({ id, name, QueueName }) => [
      alarm(
        `${id}-deep`,
        'queue-deep',
        {
          severity: 'warning',
          description: `More of the ${name} queue waits than is worked off. See whether documents still get done, and what limits them.`,
        },
        {
          condition: over(
            limits.queueDepth,
            series('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Average', { QueueName }),
          ),
          periods: 3,
        },
      ),
      alarm(
        `${id}-stuck`,
        'queue-stuck',
        {
          severity: 'critical',
          description: `Nothing of the ${name} queue gets done, and its oldest message is over ${limits.oldestMessage / 60} minutes old. See whether the processor is called, and what it says.`,
        },
        {
          condition: {
            kind: 'over-while-none',
            over: series('AWS/SQS', 'ApproximateAgeOfOldestMessage', 'Maximum', { QueueName }),
            threshold: limits.oldestMessage,
            none: series('AWS/SQS', 'NumberOfMessagesDeleted', 'Sum', { QueueName }),
          },
          periods: 1,
        },
      ),
    ]),
    ...deadLetterQueues(names).map(({ id, name, QueueName }) =>
      alarm(
        `${id}-dead-letters`,
        'dead-letters',
        {
          severity: 'critical',
          description: `A message of the ${name} queue was given up after five receives. Read why, mend the cause, then redrive.`,
        },
        {
          // What SQS itself moves is not counted as sent; what a consumer takes at once is never seen waiting.
          condition: over(
            0,
            series('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum', { QueueName }),
            series('AWS/SQS', 'NumberOfMessagesReceived', 'Sum', { QueueName }),
          ),
          periods: 1,
        },
      ),
    ),
    alarm(
      'validation-failures',
      'validation-failures',
      {
        severity: 'warning',
        description:
          'Many documents are refused for good. See which reason and whose, and talk to whoever uploads them.',
      },
      {
        condition: over(
          limits.validationFailures,
          series('TradeMatching/Lambda', 'DocumentValidationFailure', 'Sum', {}),
        ),
        periods: 2,
      },
    ),
    alarm(
      'service-failing',
      'service-failing',
      {
        severity: 'critical',
        description:
          'The matching service does not answer, or answers with errors. See its pods and their log; documents wait meanwhile, none is lost.',
      },
      {
        // Without BUSY, which is how two sides that arrive at one instant take turns.
        condition: over(
          limits.serviceFailures,
          serviceFailures('HTTP_5XX'),
          serviceFailures('TIMEOUT'),
          serviceFailures('CONNECTION_FAILED'),
          serviceFailures('UNREADABLE_ANSWER'),
        ),
        periods: 2,
      },
    ),
    alarm(
      'service-refuses-calls',
      'service-refuses-calls',
      {
        severity: 'critical',
        description:
          "The matching service refuses the processor's calls, not their documents: the token or the address is wrong. Compare the secret and EKS_SERVICE_ENDPOINT with what the service has.",
      },
      { condition: over(0, serviceFailures('CALL_REFUSED')), periods: 1 },
    ),
    alarm(
      'documents-slow',
      'documents-slow',
      {
        severity: 'warning',
        description:
          'Documents take long from upload to outcome. See on the dashboard whether they wait in a queue or in the matching service.',
      },
      {
        condition: over(limits.endToEndLatency, series('TradeMatching/Lambda', 'EndToEndLatency', 'p95', {})),
        periods: 3,
      },
    ),
    ...(['fast', 'slow'] as const).map((speed) =>
      alarm(
        `error-budget-${speed}`,
        'error-budget',
        {
          severity: speed === 'fast' ? 'critical' : 'warning',
          description: `Messages are handed back ${BURN_RATES[speed]} times as often as the budget of ${limits.errorBudget} % allows. Find the most frequent cause among the handed back, and mend that one.`,
        },
        {
          condition: {
            kind: 'share-over',
            part: series('TradeMatching/Lambda', 'SQSRecordsFailed', 'Sum', {}),
            rest: series('TradeMatching/Lambda', 'SQSRecordsProcessed', 'Sum', {}),
            threshold: BURN_RATES[speed] * limits.errorBudget,
            atLeast: limits.leastTraffic,
          },
          period: speed === 'fast' ? HOUR : 6 * HOUR,
          periods: 1,
        },
      ),
    ),
    alarm(
      'notifications-failing',
      'notifications-failing',
      {
        severity: 'warning',
        description:
          'SNS cannot reach a subscriber: somebody is not told of errors and mismatches. See which subscription, and mend or replace it.',
      },
      {
        condition: over(
          0,
          series('AWS/SNS', 'NumberOfNotificationsFailed', 'Sum', { TopicName: names.notificationsTopic }),
        ),
        periods: 1,
      },
    ),
  ];
}

export function alarmName(environment: MonitoredEnvironment, id: string): string {
  return `${resourceNames(environment.name, environment.account).stack}-${id}`;
}

type Names = ReturnType<typeof resourceNames>;

/** The queues that are worked off, as alarms and charts name them. */
export function queues(names: Names) {
  return [
    { id: 'bank', name: 'bank documents', QueueName: names.documentQueue.BANK },
    { id: 'counterparty', name: 'counterparty documents', QueueName: names.documentQueue.COUNTERPARTY },
    { id: 'failed', name: 'failed processing', QueueName: names.failedProcessingQueue },
  ] as const;
}

export function deadLetterQueues(names: Names) {
  return [
    { id: 'bank', name: 'bank documents', QueueName: names.documentDeadLetterQueue.BANK },
    { id: 'counterparty', name: 'counterparty documents', QueueName: names.documentDeadLetterQueue.COUNTERPARTY },
    { id: 'failed', name: 'failed processing', QueueName: names.failedProcessingDeadLetterQueue },
  ] as const;
}
