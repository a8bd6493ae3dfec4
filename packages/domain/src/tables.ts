import { type Outcome, prefixedKey } from './document-key.ts';
import type { Reason } from './reasons.ts';
import type { Source } from './source.ts';

/** Key attributes and indexes of the tables. `infra` creates them, the apps query them. All attributes are strings. */
export const DOCUMENTS_TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {
    /** Every content that a key has held, oldest first. */
    byKey: { name: 'by-key', partitionKey: 'key', sortKey: 'first_seen' },
    /** Documents of a status on a day (`PROCESSED#2026-11-23`), by time. */
    byStatusDay: { name: 'by-status-day', partitionKey: 'status_day', sortKey: 'updated_at' },
  },
} as const;

export const TRADES_TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {
    /** Trades and matches of a status on a day (`MISMATCHED#2026-11-23`), by time. */
    byStatusDay: { name: 'by-status-day', partitionKey: 'status_day', sortKey: 'updated_at' },
  },
} as const;

/** The indexes are sparse: only cases that are open have their attributes. */
export const CASES_TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {
    /** Open cases, the first due first, in as many partitions as there are shards (`OPEN#0`). */
    byDueTime: { name: 'open-by-due-time', partitionKey: 'open_shard', sortKey: 'due_at' },
    /** One person's open cases, the first due first; nobody's are in as many partitions as there are shards. */
    byAssignee: { name: 'open-by-assignee', partitionKey: 'open_assignee', sortKey: 'due_at' },
    /** Open cases with a counterparty, the first due first. */
    byCounterparty: { name: 'open-by-counterparty', partitionKey: 'open_counterparty', sortKey: 'due_at' },
    /**
     * Open cases that wait for somebody else, and trades without a pair, the first due first (`WAITING#MATCH`). The many
     * that are neither, an open `MATCH` or `DOCUMENT`, are not in it.
     */
    byState: { name: 'open-by-state', partitionKey: 'open_state', sortKey: 'due_at' },
  },
} as const;

/** Where a document stands in the ledger (`documents-{env}`). */
export const LEDGER_STATUSES = ['IN_PROGRESS', 'PROCESSED', 'DUPLICATE', 'FAILED', 'QUARANTINED'] as const;

export type LedgerStatus = (typeof LEDGER_STATUSES)[number];

/** One line of a document's history. */
export interface LedgerEvent {
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  readonly what: string;
  readonly by: string;
  readonly detail?: string;
}

/**
 * One item a document's content: `pk` is source and SHA-256, `sk` is `CONTENT`. The same bytes under another key have
 * an item of their own beside it, `sk` = {@link duplicateKey}.
 */
export interface LedgerRecord {
  readonly pk: string;
  readonly sk: string;
  readonly status: LedgerStatus;
  readonly status_day: string;
  readonly source: Source | 'UNKNOWN';
  readonly key: string;
  readonly version_id?: string;
  readonly etag: string;
  readonly sequencer: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal; absent where the bytes were never read (too large). */
  readonly hash?: string;
  readonly first_seen: string;
  readonly updated_at: string;
  readonly attempts: number;
  readonly lease_owner?: string;
  /** ISO 8601. */
  readonly lease_until?: string;
  readonly outcome?: Outcome;
  readonly outcome_key?: string;
  /** Where the content stood when it was refused, of one that was uploaded again. */
  readonly refused_as?: string;
  readonly reason?: Reason;
  readonly message?: string;
  /** The service's answer, for a processed document. */
  readonly result?: import('./process-answer.ts').ProcessAnswer;
  readonly duplicate_of?: string;
  readonly history: readonly LedgerEvent[];
}

export const LEDGER_CONTENT = 'CONTENT';

/** The ledger's partition key of a document's content. */
export function contentKey(source: Source | 'UNKNOWN', hash: string): string {
  return `${source}#${hash}`;
}

/** The ledger's sort key of what is known of a key that held the same bytes as another. */
export function duplicateKey(key: string): string {
  return prefixedKey('DUPLICATE#', key);
}

/** The ledger's sort key of what was known of a content under the key that held it before. */
export function earlierKey(key: string): string {
  return prefixedKey('EARLIER#', key);
}

/**
 * Why a transaction was cancelled, which decides what to do. Source: TransactWriteItems, API reference.
 * - `conflict`: other writers. Read again and decide anew.
 * - `throttled`: too many writes. The same transaction may go through in a moment.
 * - `refused`: anything else, and reasons that are not given: it would be cancelled again.
 */
export type Cancellation = 'conflict' | 'throttled' | 'refused';

const BY_OTHERS: readonly string[] = ['ConditionalCheckFailed', 'TransactionConflict'];
const BY_LOAD: readonly string[] = ['ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded'];

export function cancellationOf(reasons: readonly { readonly Code?: string | undefined }[] = []): Cancellation {
  const codes = reasons.map(({ Code }) => Code ?? 'None').filter((code) => code !== 'None');
  if (codes.length === 0 || codes.some((code) => !BY_OTHERS.includes(code) && !BY_LOAD.includes(code)))
    return 'refused';
  return codes.some((code) => BY_LOAD.includes(code)) ? 'throttled' : 'conflict';
}

/** Milliseconds between tries of a write that met a transaction, or too many writes: nothing was written. */
export const WRITE_BACK_OFF_MS = [20, 60, 180] as const;

/** The ledger's partition key of the notification of a document under FAILED or QUARANTINE. */
export function arrivalKey(outcomeKey: string): string {
  return `ARRIVAL#${outcomeKey}`;
}

/** Where the failures function keeps a message that is no event and too long for the ledger, in the documents bucket. */
export const MESSAGES_PREFIX = 'MESSAGES/';

/** `PROCESSED#2026-11-23`: the partition of the by-status-day indexes. */
export function statusDay(status: string, at: string): string {
  return `${status}#${at.slice(0, 10)}`;
}
