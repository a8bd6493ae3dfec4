import type { MonitoredEnvironment } from '../monitored-environment.ts';
import { runbookLink } from '../runbook.ts';
import type { Page } from './alarm.ts';
import { alarmName } from './alarms.ts';

const MINUTE = 60;

/**
 * What somebody is woken for. A service that is down makes queues stick and burns the budget, so pages stand in the
 * order of cause and effect, and each is silent while one above it is in alarm, and as long as its effects outlast it:
 *
 *     service ─▶ processor ─▶ documents, error budget
 *
 * Dead letters are silenced by nothing: their documents are not done, whatever else there is. They page once for all
 * queues.
 */
export function pages(environment: MonitoredEnvironment): Page[] {
  const page = (
    id: string,
    runbookSection: string,
    description: string,
    rest: Pick<Page, 'anyOf' | 'silenced'> & { readonly tells?: false },
  ): Page => ({
    id,
    name: alarmName(environment, id),
    description: `${rest.tells === false ? 'NOT A PAGE' : 'PAGE'}: ${description} ${runbookLink(environment, runbookSection)}`,
    runbookSection,
    tells: true,
    ...rest,
  });
  return [
    page(
      'page-service',
      'page-service',
      'Documents wait: the matching service fails or refuses. See which of its alarms is on, and do what that says.',
      { anyOf: ['service-failing', 'service-refuses-calls'] },
    ),
    page(
      'page-processor',
      'page-processor',
      'Documents wait: the processor fails though the matching service does not. Do what the alarm on its errors says.',
      { anyOf: ['processor-errors'], silenced: { by: 'page-service', wait: 5 * MINUTE, outlast: 15 * MINUTE } },
    ),
    page(
      'known-cause',
      'page-documents',
      'On while a page says why documents wait, so that they do not page as well. Nothing is to be done about it itself.',
      { anyOf: ['page-service', 'page-processor'], tells: false },
    ),
    page(
      'page-documents',
      'page-documents',
      'Documents wait, and neither the matching service nor the processor says why. See whether the processor is called at all.',
      {
        anyOf: ['bank-stuck', 'counterparty-stuck', 'failed-stuck'],
        // What was handed back comes again after 45 minutes at most, and only then is something done.
        silenced: { by: 'known-cause', wait: 5 * MINUTE, outlast: 60 * MINUTE },
      },
    ),
    page(
      'page-error-budget',
      'error-budget',
      'Messages are handed back far too often, though nothing is down. Find the most frequent cause, and mend that one.',
      {
        anyOf: ['error-budget-fast'],
        // Its window is an hour, and a busy queue fills it before ten minutes of failures have been seen.
        silenced: { by: 'known-cause', wait: 15 * MINUTE, outlast: 75 * MINUTE },
      },
    ),
    page(
      'page-dead-letters',
      'dead-letters',
      'Messages were given up: their documents are not done. Read why, mend the cause, then redrive.',
      { anyOf: ['bank-dead-letters', 'counterparty-dead-letters', 'failed-dead-letters'] },
    ),
  ];
}
