import { bytesOf, cutBytes, cutText } from './bounds.ts';
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
  'TradeAlleged',
  'CasesOverdue',
  'CasesDigest',
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
  /** For programs. */
  readonly body: Readonly<Record<string, unknown>>;
  /** For people, by e-mail: plain text. Without it, the body's values, one a line. */
  readonly text?: string;
  /** Where the whole of it is to be read, if the body is too long for SNS: a command, or what to look up. */
  readonly whole?: string;
}

/**
 * Bytes of a notification's body, and of its text, as strings of JSON. SNS takes 256 KB for both, with subject and attributes
 * (Publish, Amazon SNS API Reference).
 */
const MAX_BODY_BYTES = 220_000;
const MAX_TEXT_BYTES = 20_000;
/** Items of a list, and characters of a text, that a body which is too long keeps at first. */
const KEPT = { items: 64, characters: 2_000 } as const;

/** The body as it is published. One that is too long is shortened, says so, and says where to read the rest. */
export function notificationText({ body, whole }: Notification, most = MAX_BODY_BYTES): string {
  const text = JSON.stringify(body, null, 2);
  if (bytesOf(text) <= most) return text;
  const note = { shortened: true, ...(whole === undefined ? {} : { read_the_whole: whole }) };
  for (let share = 1; ; share /= 2) {
    const items = Math.floor(KEPT.items * share);
    const shorter = JSON.stringify(
      { ...(shortened(body, items, KEPT.characters * share) as object), ...note },
      null,
      2,
    );
    // Without items and with texts of a few characters it fits, whatever it was.
    if (bytesOf(shorter) <= most || items === 0) return shorter;
  }
}

/** What people get by e-mail. One that is too long is cut, and says where to read the rest. */
export function plainText({ subject, text, body, whole }: Notification, most = MAX_TEXT_BYTES): string {
  const written = text ?? `${subject}\n\n${lines(body)}\n`;
  if (bytesOf(written) <= most) return written;
  const rest = whole === undefined ? '' : ` The whole of it: ${whole}`;
  // Of a character, JSON makes six bytes at most where UTF-8 has one.
  return `${cutBytes(written, Math.floor((most - 1_000) / 6))}\n\nThis is not all of it.${rest}\n`;
}

function lines(body: Notification['body']): string {
  return Object.entries(body)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(
      ([name, value]) => `${name.replaceAll('_', ' ')}: ${typeof value === 'object' ? JSON.stringify(value) : value}`,
    )
    .join('\n');
}

function shortened(value: unknown, items: number, characters: number): unknown {
  if (typeof value === 'string') return cutText(value, Math.max(200, characters));
  if (Array.isArray(value)) return value.slice(0, items).map((each) => shortened(each, items, characters));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortened(each, items, characters)]));
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
