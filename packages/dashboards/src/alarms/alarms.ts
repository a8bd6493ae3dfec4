import { type ResourceNames, resourceNames } from '@trade-matching/domain';
import { series } from '../catalogue.ts';
import type { MonitoredEnvironment } from '../monitored-environment.ts';
import { runbookLink } from '../runbook.ts';
import type { Alarm } from './alarm.ts';
import { type AlarmDraft, over } from './alarm-draft.ts';
import { deskAlarms } from './desk-alarms.ts';
import { deadLetterQueues, queues } from './queues.ts';
import { BURN_RATES, THRESHOLDS, type Thresholds } from './thresholds.ts';

const FIVE_MINUTES = 300;
/** Two runs of the sweep over cases. */
const HALF_AN_HOUR = 1800;
const HOUR = 3600;

/** Every alarm of an environment (O3). Each queue has its own. */
export function alarms(environment: MonitoredEnvironment): Alarm[] {
  const names = resourceNames(environment.name, environment.account);
  const limits = THRESHOLDS[environment.name];
  return [
    ...functionAlarms(names, limits),
    ...queues(names).flatMap((queue) => queueAlarms(queue, limits)),
    ...deadLetterQueues(names).map(deadLetterAlarm),
    ...documentAlarms(limits),
    ...serviceAlarms(limits),
    ...(['fast', 'slow'] as const).map((speed) => errorBudgetAlarm(speed, limits)),
    deliveryAlarm(names),
    ...caseAlarms(names, limits),
    ...deskAlarms(limits),
  ].map((alarm) => inEnvironment(environment, alarm));
}

export function alarmName(environment: MonitoredEnvironment, id: string): string {
  return `${resourceNames(environment.name, environment.account).stack}-${id}`;
}

function inEnvironment(environment: MonitoredEnvironment, draft: AlarmDraft): Alarm {
  const { id, severity, description, runbookSection = id, period = FIVE_MINUTES, condition, periods } = draft;
  const label = severity === 'critical' ? 'CRITICAL' : 'WARNING';
  return {
    ...{ id, severity, runbookSection, period, condition, periods },
    name: alarmName(environment, id),
    description: `${label}: ${description} ${runbookLink(environment, runbookSection)}`,
  };
}

function functionAlarms(names: ResourceNames, limits: Thresholds): AlarmDraft[] {
  const processor = { FunctionName: names.processorFunction };
  const failures = { FunctionName: names.failuresFunction };
  return [
    {
      id: 'processor-errors',
      severity: 'critical',
      description:
        'The functions are failing on valid documents. Check the latest errors in the logs; if a deployment just happened, roll it back.',
      // With partial batch responses, a document that fails is no error of the invocation: both are counted.
      condition: over(
        limits.processorErrors,
        series('AWS/Lambda', 'Errors', 'Sum', processor),
        series('AWS/Lambda', 'Errors', 'Sum', failures),
        series('TradeMatching/Lambda', 'LambdaProcessingError', 'Sum', {}),
      ),
      periods: 2,
    },
    {
      id: 'processor-slow',
      severity: 'warning',
      description:
        'The processor is close to its timeout of 300 s. Check whether the matching service is slow, and scale it out.',
      condition: over(limits.processorDuration, series('AWS/Lambda', 'Duration', 'Average', processor)),
      periods: 2,
    },
    {
      id: 'processor-throttled',
      severity: 'warning',
      description:
        "AWS is throttling the functions, and each throttle uses up one receive of its messages. Compare their concurrency with their reserved concurrency and the account's limit.",
      condition: over(
        limits.throttles,
        series('AWS/Lambda', 'Throttles', 'Sum', processor),
        series('AWS/Lambda', 'Throttles', 'Sum', failures),
      ),
      periods: 1,
    },
  ];
}

type Queue = ReturnType<typeof queues>[number];

function queueAlarms({ id, name, QueueName }: Queue, limits: Thresholds): AlarmDraft[] {
  return [
    {
      id: `${id}-deep`,
      runbookSection: 'queue-deep',
      severity: 'warning',
      description: `The ${name} queue is growing faster than it is processed. Check whether documents still reach an outcome, and what limits them.`,
      condition: over(
        limits.queueDepth,
        series('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Average', { QueueName }),
      ),
      periods: 3,
    },
    {
      id: `${id}-stuck`,
      runbookSection: 'queue-stuck',
      severity: 'critical',
      description: `The ${name} queue is stuck: nothing was processed and the oldest message is over ${limits.oldestMessage / 60} minutes old. Check the matching service first.`,
      condition: {
        kind: 'over-while-none',
        over: series('AWS/SQS', 'ApproximateAgeOfOldestMessage', 'Maximum', { QueueName }),
        threshold: limits.oldestMessage,
        none: series('AWS/SQS', 'NumberOfMessagesDeleted', 'Sum', { QueueName }),
      },
      periods: 1,
    },
  ];
}

function deadLetterAlarm({ id, name, QueueName }: ReturnType<typeof deadLetterQueues>[number]): AlarmDraft {
  return {
    id: `${id}-dead-letters`,
    runbookSection: 'dead-letters',
    severity: 'critical',
    description: `A message of the ${name} queue went to the dead-letter queue after five receives. Find the cause, fix it, then redrive.`,
    // What SQS itself moves is not counted as sent; what a consumer takes at once is never seen waiting.
    condition: over(
      0,
      series('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum', { QueueName }),
      series('AWS/SQS', 'NumberOfMessagesReceived', 'Sum', { QueueName }),
    ),
    periods: 1,
  };
}

function documentAlarms(limits: Thresholds): AlarmDraft[] {
  return [
    {
      id: 'validation-failures',
      severity: 'warning',
      description:
        'Many documents are being refused. Check the reason and the source, and contact whoever uploads them.',
      condition: over(
        limits.validationFailures,
        series('TradeMatching/Lambda', 'DocumentValidationFailure', 'Sum', {}),
      ),
      periods: 2,
    },
    {
      id: 'documents-slow',
      severity: 'warning',
      description:
        'Documents take too long from upload to outcome. Check on the dashboard whether they wait in a queue or in the matching service.',
      condition: over(limits.endToEndLatency, series('TradeMatching/Lambda', 'EndToEndLatency', 'p95', {})),
      periods: 3,
    },
  ];
}

function serviceAlarms(limits: Thresholds): AlarmDraft[] {
  const failures = (ErrorType: 'TIMEOUT' | 'CONNECTION_FAILED' | 'HTTP_5XX' | 'UNREADABLE_ANSWER' | 'CALL_REFUSED') =>
    series('TradeMatching/Lambda', 'EKSProcessingFailure', 'Sum', { ErrorType });
  return [
    {
      id: 'service-failing',
      severity: 'critical',
      description:
        'The matching service is down or returns errors. Check its pods and their logs; documents wait in their queues and none is lost.',
      // Without BUSY, which is how two sides that arrive at one instant take turns.
      condition: over(
        limits.serviceFailures,
        failures('HTTP_5XX'),
        failures('TIMEOUT'),
        failures('CONNECTION_FAILED'),
        failures('UNREADABLE_ANSWER'),
      ),
      periods: 2,
    },
    {
      id: 'service-refuses-calls',
      severity: 'critical',
      description:
        "The matching service rejects the processor's calls: the token or the address is wrong. Compare the secret and EKS_SERVICE_ENDPOINT with the service's own.",
      condition: over(0, failures('CALL_REFUSED')),
      periods: 1,
    },
    {
      id: 'scans-deferred',
      severity: 'warning',
      description:
        'More scans arrive than are read: the readers of scans are full and turn them away. Raise SCAN_CONCURRENCY or the replicas; documents with text are not affected.',
      condition: over(limits.scansDeferred, series('TradeMatching/Service', 'ScansDeferred', 'Sum', {})),
      periods: 3,
    },
  ];
}

function errorBudgetAlarm(speed: 'fast' | 'slow', limits: Thresholds): AlarmDraft {
  return {
    id: `error-budget-${speed}`,
    runbookSection: 'error-budget',
    severity: speed === 'fast' ? 'critical' : 'warning',
    description: `Messages return to their queues ${BURN_RATES[speed]} times as often as the error budget of ${limits.errorBudget} % allows. Find the most frequent cause in the saved query "Returned to queue", and fix it first.`,
    condition: {
      kind: 'share-over',
      part: series('TradeMatching/Lambda', 'SQSRecordsFailed', 'Sum', {}),
      rest: series('TradeMatching/Lambda', 'SQSRecordsProcessed', 'Sum', {}),
      threshold: BURN_RATES[speed] * limits.errorBudget,
      atLeast: limits.leastTraffic,
    },
    period: speed === 'fast' ? HOUR : 6 * HOUR,
    periods: 1,
  };
}

function deliveryAlarm(names: ResourceNames): AlarmDraft {
  return {
    id: 'notifications-failing',
    severity: 'warning',
    description:
      'SNS cannot deliver to a subscriber, who misses errors and mismatches. Find the subscription, and fix or replace it.',
    condition: over(
      0,
      series('AWS/SNS', 'NumberOfNotificationsFailed', 'Sum', { TopicName: names.notificationsTopic }),
    ),
    periods: 1,
  };
}

function caseAlarms(names: ResourceNames, limits: Thresholds): AlarmDraft[] {
  return [
    {
      id: 'cases-overdue',
      severity: 'warning',
      description:
        'Cases are open past their due time. List them, and see that each has an owner who decides it or asks the counterparty.',
      condition: over(limits.overdueCases, series('TradeMatching/Cases', 'OverdueCases', 'Maximum', {})),
      period: HALF_AN_HOUR,
      periods: 1,
    },
    {
      id: 'sweep-failing',
      severity: 'warning',
      description:
        'The sweep over cases fails or is not started: alleged trades, breaches and the daily digest are late. Check its log, and its dead letters.',
      condition: over(
        0,
        series('AWS/Lambda', 'Errors', 'Sum', { FunctionName: names.sweepFunction }),
        series('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum', { QueueName: names.sweepDeadLetterQueue }),
      ),
      period: HALF_AN_HOUR,
      periods: 1,
    },
  ];
}
