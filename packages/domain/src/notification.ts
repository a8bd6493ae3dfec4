import type { Source } from './source.ts';

/** The notifications that SNS carries (P9, M6, F1, F2). Subscriptions filter on these attributes. */
export const EVENT_TYPES = [
  'DocumentStarted',
  'DocumentProcessed',
  'DocumentDuplicate',
  'DocumentFailed',
  'DocumentQuarantined',
  'DocumentDeadLettered',
  'TradeMatched',
  'TradeMismatched',
  'TradeReview',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

export const SEVERITIES = ['info', 'warning', 'high'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** A message to people and programs. The attributes are sent as SNS message attributes, the body as JSON. */
export interface Notification {
  /** For an e-mail's subject: made ASCII and cut to 99 characters by {@link asciiSubject}. */
  readonly subject: string;
  readonly attributes: {
    readonly error: 'true' | 'false';
    readonly event_type: EventType;
    readonly severity: Severity;
    readonly source_type: Source | 'UNKNOWN';
  };
  readonly body: Readonly<Record<string, unknown>>;
}

/** SNS takes subjects of printable ASCII, under 100 characters, that begin with a letter, digit or punctuation. */
export function asciiSubject(text: string): string {
  return asciiOnly(text).trim().slice(0, 99) || 'Trade matching';
}

/** Drops accents, then replaces what is still not printable ASCII by `?`. */
export function asciiOnly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x7e]/gu, '?');
}
