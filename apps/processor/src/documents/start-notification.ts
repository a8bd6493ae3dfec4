import type { IncomingKey, Notification, ObjectCreated } from '@trade-matching/domain';

/** Off unless asked for: one message per document is noise to people (P9). */
export function startNotification(
  { key, size, eventTime }: ObjectCreated,
  { source, filename }: IncomingKey,
): Notification {
  return {
    subject: `Processing ${filename}`,
    attributes: { error: 'false', event_type: 'DocumentStarted', severity: 'info', source_type: source },
    body: { event_type: 'DocumentStarted', key, source_type: source, size, uploaded_at: eventTime },
  };
}
