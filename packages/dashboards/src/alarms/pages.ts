import type { MonitoredEnvironment } from '../monitored-environment.ts';
import { runbookLink } from '../runbook.ts';
import type { Page } from './alarm.ts';
import { alarmName } from './alarms.ts';

const MINUTE = 60;

/**
 * What wakes the engineer on call. A service that is down makes queues stick and burns the error budget, so pages are
 * in the order of cause and effect. Each is silent while one above it is in alarm, and until that one's effects are over:
 *
 *     service ─▶ processor ─▶ documents, error budget
 *
 * Nothing silences dead letters: their documents have no outcome until somebody acts. They page once for all queues.
 */
export function pages(environment: MonitoredEnvironment): Page[] {
  const page = (
    id: string,
    runbookSection: string,
    description: string,
    rest: Pick<Page, 'anyOf' | 'silenced'> & { readonly notifies?: false },
  ): Page => ({
    id,
    name: alarmName(environment, id),
    description: `${rest.notifies === false ? 'NOT A PAGE' : 'PAGE'}: ${description} ${runbookLink(environment, runbookSection)}`,
    runbookSection,
    notifies: true,
    ...rest,
  });
  return [
    page(
      'page-service',
      'page-service',
      'Documents are waiting: the matching service fails, or rejects calls. Check which of its two alarms is on, and follow that one.',
      { anyOf: ['service-failing', 'service-refuses-calls'] },
    ),
    page(
      'page-processor',
      'page-processor',
      'Documents are waiting: the processor fails although the matching service works. Follow the alarm on its errors.',
      { anyOf: ['processor-errors'], silenced: { by: 'page-service', wait: 5 * MINUTE, outlast: 15 * MINUTE } },
    ),
    page(
      'known-cause',
      'page-documents',
      'A page already explains why documents wait, so they do not page again. No action: follow that page.',
      { anyOf: ['page-service', 'page-processor'], notifies: false },
    ),
    page(
      'page-documents',
      'page-documents',
      'Documents are waiting, and neither the matching service nor the processor explains it. Check whether the processor is invoked at all.',
      {
        anyOf: ['bank-stuck', 'counterparty-stuck', 'failed-stuck'],
        // A message that returned to its queue is visible again after 45 minutes at most, and only then is it processed.
        silenced: { by: 'known-cause', wait: 5 * MINUTE, outlast: 60 * MINUTE },
      },
    ),
    page(
      'page-error-budget',
      'error-budget',
      'Messages return to their queues far too often, although nothing is down. Find the most frequent cause, and fix it first.',
      {
        anyOf: ['error-budget-fast'],
        // Its window is an hour, and a busy queue fills it before ten minutes of failures have been seen.
        silenced: { by: 'known-cause', wait: 15 * MINUTE, outlast: 75 * MINUTE },
      },
    ),
    page(
      'page-dead-letters',
      'dead-letters',
      'Messages went to a dead-letter queue: their documents have no outcome. Find the cause, fix it, then redrive.',
      { anyOf: ['bank-dead-letters', 'counterparty-dead-letters', 'failed-dead-letters'] },
    ),
  ];
}
