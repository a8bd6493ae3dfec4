import {
  type EventType,
  isReason,
  type Notification,
  type Outcome,
  parseIncomingKey,
  parseOutcomeKey,
  type Severity,
} from '@trade-matching/domain';

/** A document that stands under FAILED or QUARANTINE. */
export interface FailedDocument {
  readonly outcome: Exclude<Outcome, 'PROCESSED'>;
  readonly originalKey: string;
  readonly outcomeKey: string;
  /** Absent where somebody else put it there. */
  readonly reason?: string;
  readonly message?: string;
  /** ISO 8601, UTC. */
  readonly failedAt: string;
}

/** The notification of a failure: what, why, when, and how to redrive (F1, F2). */
export function failureNotification(document: FailedDocument, environment: string): Notification {
  const { outcome, originalKey, outcomeKey, reason = 'no reason given', message, failedAt } = document;
  const incoming = parseIncomingKey(originalKey);
  const deadLetter = reason === 'DEAD_LETTER';
  const event_type = eventType(outcome, deadLetter);
  return {
    subject: `${outcome} ${reason}: ${incoming?.filename ?? originalKey}`,
    attributes: {
      error: 'true',
      event_type,
      severity: severity(outcome, reason),
      source_type: incoming?.source ?? 'UNKNOWN',
    },
    body: {
      event_type,
      requires_manual_intervention: deadLetter || outcome === 'QUARANTINE',
      document: originalKey,
      stands_under: outcomeKey,
      reason,
      ...(message === undefined ? {} : { message }),
      failed_at: failedAt,
      what_to_do: deadLetter
        ? 'Fix the cause that the message names, then put the document back.'
        : 'Check the reason; ask the sender for a valid file, or redrive it after the fix.',
      how_to_redrive: `npm run -s cli -- redrive --env ${environment} ${shellWord(originalKey)}`,
    },
  };
}

/** What could not be handled in all its tries, and stands under this key without a record in the ledger. */
export function unsettledNotification(key: string, why: string): Notification {
  const event_type = 'DocumentDeadLettered';
  const original = parseIncomingKey(key) ?? parseIncomingKey(parseOutcomeKey(key)?.originalKey ?? '');
  return {
    subject: `Not in the ledger: ${original?.filename ?? key}`,
    attributes: { error: 'true', event_type, severity: 'high', source_type: original?.source ?? 'UNKNOWN' },
    body: {
      event_type,
      requires_manual_intervention: true,
      document: original?.key ?? key,
      stands_under: key,
      reason: 'DEAD_LETTER',
      message: why,
      failed_at: new Date().toISOString(),
      what_to_do:
        'The ledger does not know of this, and nobody tries again. Fix the cause that the message names, then redrive the document, or upload it anew where it stands under its incoming key.',
    },
  };
}

/** A message that was no upload at all. */
export function poisonNotification(messageId: string, queue: string, why: string, keptIn: string): Notification {
  return {
    subject: `Poison message in ${queue}`,
    attributes: { error: 'true', event_type: 'DocumentDeadLettered', severity: 'high', source_type: 'UNKNOWN' },
    body: {
      event_type: 'DocumentDeadLettered',
      requires_manual_intervention: true,
      message_id: messageId,
      queue,
      why,
      what_to_do: `The message is kept in ${keptIn}. Find out who sends to the queue; no document is concerned.`,
    },
  };
}

function eventType(outcome: FailedDocument['outcome'], deadLetter: boolean): EventType {
  if (deadLetter) return 'DocumentDeadLettered';
  return outcome === 'QUARANTINE' ? 'DocumentQuarantined' : 'DocumentFailed';
}

/** What may be an attack, or our own fault, is high; what the sender got wrong is a warning. */
function severity(outcome: FailedDocument['outcome'], reason: string): Severity {
  if (reason === 'DEAD_LETTER' || reason === 'INTERNAL_ERROR' || !isReason(reason)) return 'high';
  return outcome === 'QUARANTINE' ? 'high' : 'warning';
}

/** Quoted for a shell of POSIX. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
