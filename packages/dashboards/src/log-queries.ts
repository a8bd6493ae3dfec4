import { resourceNames } from '@trade-matching/domain';
import type { MonitoredEnvironment } from './monitored-environment.ts';

/** A saved query of CloudWatch Logs Insights. */
export interface LogQuery {
  readonly id: string;
  /** In a folder of the environment. */
  readonly name: string;
  readonly logGroups: readonly [string, ...string[]];
  /** Lines, joined by pipes when sent. */
  readonly query: string;
}

/** The ids of {@link logQueries}. */
export const LOG_QUERIES = [
  'recent-errors',
  'one-document',
  'one-match',
  'returned-to-queue',
  'refused-by-reason',
  'slow-documents',
  'who-touched-a-document',
] as const;

export type LogQueryId = (typeof LOG_QUERIES)[number];

/**
 * The queries that operators ask most often. `document_id` follows a document through the processor's and
 * the matching service's log; `match_id` joins both sides' documents.
 */
export function logQueries({ name, account }: MonitoredEnvironment): LogQuery[] {
  const names = resourceNames(name, account);
  const apps = [names.processorLogGroup, names.failuresLogGroup, names.sweepLogGroup, names.serviceLogGroup] as const;
  const all = [...apps, names.deskLogGroup] as const;
  const query = (id: LogQueryId, title: string, logGroups: LogQuery['logGroups'], ...lines: string[]): LogQuery => ({
    id,
    name: `${names.stack}/${title}`,
    logGroups,
    query: lines.join('\n| '),
  });
  return [
    query(
      'recent-errors',
      'Recent errors',
      all,
      'fields @timestamp, level, message, why, error, error_message, key, document_id',
      'filter level in ["ERROR", "error", "WARN", "warn"]',
      'sort @timestamp desc',
      'limit 50',
    ),
    query(
      'one-document',
      'One document, from upload to match',
      apps,
      'fields @timestamp, @log, level, message, outcome, reason, match, match_id, why, error_message',
      'filter document_id = "DOCUMENT_ID" or key = "BANK/2026/11/23/ours.pdf"',
      'sort @timestamp asc',
    ),
    query(
      'one-match',
      'One match, both documents',
      apps,
      'fields @timestamp, source, key, document_id, trade_key, match',
      'filter match_id = "MATCH_ID"',
      'sort @timestamp asc',
    ),
    query(
      'returned-to-queue',
      'Returned to queue, by cause',
      [names.processorLogGroup],
      'filter message = "returned to queue"',
      'stats count(*) as times, max(receive_count) as most_receives by why',
      'sort times desc',
    ),
    query(
      'refused-by-reason',
      'Refused, by reason and source',
      [names.processorLogGroup],
      'filter message = "filed" and ispresent(reason)',
      'stats count(*) as documents by reason, source',
      'sort documents desc',
    ),
    query(
      'slow-documents',
      'Slowest documents in the matching service',
      [names.serviceLogGroup],
      'filter ispresent(milliseconds)',
      'fields @timestamp, milliseconds, message, source, key, document_id',
      'sort milliseconds desc',
      'limit 25',
    ),
    query(
      'who-touched-a-document',
      'Who touched a document',
      [names.auditLogGroup],
      'filter requestParameters.key = "BANK/2026/11/23/ours.pdf"',
      'fields @timestamp, eventName, userIdentity.arn, sourceIPAddress, errorCode',
      'sort @timestamp asc',
    ),
  ];
}

/** One of {@link logQueries}. */
export function logQuery(environment: MonitoredEnvironment, id: LogQueryId): LogQuery {
  const found = logQueries(environment).find((query) => query.id === id);
  if (!found) throw new Error(`There is no log query ${id}.`);
  return found;
}
