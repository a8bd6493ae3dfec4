import type { CaseEvent, Seen } from '@trade-matching/cases';
import { csvRow } from '@trade-matching/command-line/csv';

/** Columns of an event as auditors read it, in this order. */
export const EVENT_COLUMNS = [
  ...['case_id', 'sequence', 'at', 'actor', 'action', 'reason', 'comment'],
  // SHA-256 of each side's document when it happened.
  ...['bank_document_hash', 'counterparty_document_hash', 'differences_hash'],
  ...['previous_hash', 'hash'],
] as const;

export interface AuditLine {
  /** By {@link EVENT_COLUMNS}; null where there is none. */
  readonly columns: Readonly<Record<string, string | number | null>>;
  /** As it is stored: `hash` is that of everything else in it, as canonical JSON. */
  readonly event: CaseEvent;
}

/** Events of one case, in their order, each with the documents that were there when it happened. */
export function auditLines(events: readonly CaseEvent[]): AuditLine[] {
  let documents: Seen | undefined;
  return events.map((event) => {
    documents = seenIn(event) ?? documents;
    const { case_id, sequence, at, actor, action, reason, comment, previous_hash, hash } = event;
    return {
      columns: {
        ...{ case_id, sequence, at, actor, action, reason: reason ?? null, comment: comment ?? null },
        bank_document_hash: documents?.bank_hash ?? null,
        counterparty_document_hash: documents?.counterparty_hash ?? null,
        differences_hash: documents?.differences_hash ?? null,
        ...{ previous_hash, hash },
      },
      event,
    };
  });
}

/** One object a line. */
export function auditJson({ columns, event }: AuditLine): string {
  return JSON.stringify({ ...columns, event });
}

export const AUDIT_CSV_HEAD = csvRow([...EVENT_COLUMNS, 'event']);

/** A row of CSV (RFC 4180), the whole event as JSON in its last column. */
export function auditCsv({ columns, event }: AuditLine): string {
  return csvRow([...EVENT_COLUMNS.map((name) => columns[name] ?? ''), JSON.stringify(event)]);
}

function seenIn(event: CaseEvent): Seen | undefined {
  if ('facts' in event) return event.facts.seen;
  return 'seen' in event ? event.seen : undefined;
}
