import { createHash } from 'node:crypto';
import { isIsoDate } from './calendar-date.ts';
import { isSource, type Source } from './source.ts';

/** The prefixes that a document ends under (D1, D7). */
export const OUTCOMES = ['PROCESSED', 'FAILED', 'QUARANTINE'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** S3's limit on a key, in bytes of UTF-8; DynamoDB's on a sort key is the same. */
export const MAX_KEY_BYTES = 1024;

/** An incoming key, `BANK/…` or `COUNTERPARTY/…`, taken apart. */
export interface IncomingKey {
  readonly key: string;
  readonly source: Source;
  /** The last segment, as uploaded. */
  readonly filename: string;
  /** ISO date from `SOURCE/YYYY/MM/DD/…`, only where those segments are a date of the calendar (P4). */
  readonly tradeDate?: string;
}

/** Takes an incoming key apart, or answers undefined for a key that is under neither incoming prefix. */
export function parseIncomingKey(key: string): IncomingKey | undefined {
  const [source, year, month, day, ...rest] = key.split('/');
  if (!isSource(source) || year === undefined) return undefined;
  const filename = key.slice(key.lastIndexOf('/') + 1);
  const date = `${year}-${month}-${day}`;
  return rest.length > 0 && isIsoDate(date) ? { key, source, filename, tradeDate: date } : { key, source, filename };
}

/** A key that ends in `/` with no bytes is how consoles draw a folder; it is not a document (D5). */
export function isFolderMarker(key: string, size: number): boolean {
  return key.endsWith('/') && size === 0;
}

export function hasPdfSuffix(key: string): boolean {
  return key.toLowerCase().endsWith('.pdf');
}

/**
 * Where a document goes: `PROCESSED/<original key>` and so on. A key that would be over S3's limit with the prefix is
 * cut and ends in `~` and 16 hexadecimal digits of its SHA-256; the metadata holds it whole.
 */
export function outcomeKey(outcome: Outcome, originalKey: string): string {
  return prefixedKey(`${outcome}/`, originalKey);
}

/** A key with a prefix: one that would be longer than {@link MAX_KEY_BYTES} is cut as {@link outcomeKey} says. */
export function prefixedKey(prefix: string, originalKey: string): string {
  const key = `${prefix}${originalKey}`;
  if (Buffer.byteLength(key) <= MAX_KEY_BYTES) return key;
  const mark = `~${createHash('sha256').update(originalKey).digest('hex').slice(0, 16)}`;
  return cutToBytes(key, MAX_KEY_BYTES - mark.length) + mark;
}

/**
 * Where older bytes of a key go when newer ones stand under its outcome: `PROCESSED/BANK/a~0055AED6DCD90281E5.pdf`.
 *
 * @param sequencer of the older upload
 */
export function supersededKey(outcome: Outcome, originalKey: string, sequencer: string): string {
  const [, stem = '', suffix = ''] = /^(.*?)(\.pdf)?$/is.exec(originalKey) ?? [];
  return outcomeKey(outcome, `${stem}~${sequencer}${suffix}`);
}

/** As many whole characters as fit into so many bytes of UTF-8. */
function cutToBytes(text: string, most: number): string {
  const bytes = Buffer.from(text).subarray(0, most);
  // A character that was cut in two becomes the replacement character.
  return bytes.toString('utf8').replace(/\uFFFD+$/, '');
}

/** The outcome and the original key of a key under an outcome prefix, or undefined. */
export function parseOutcomeKey(key: string): { outcome: Outcome; originalKey: string } | undefined {
  const slash = key.indexOf('/');
  const outcome = OUTCOMES.find((candidate) => candidate === key.slice(0, slash));
  return outcome ? { outcome, originalKey: key.slice(slash + 1) } : undefined;
}

/**
 * Decodes a key as it stands in an S3 event: form encoding, so `+` is a space and `%2B` a plus.
 *
 * @throws {URIError} where a per cent sign is not followed by UTF-8 in hexadecimal
 */
export function decodeEventKey(encoded: string): string {
  return decodeURIComponent(encoded.replaceAll('+', ' '));
}

/** Encodes a key as S3 does in its events. The inverse of {@link decodeEventKey}. */
export function encodeEventKey(key: string): string {
  return key.split('/').map(percentEncode).join('/').replaceAll('%20', '+');
}

/** `CopySource` for CopyObject: per cent encoded but for its slashes, with the version to copy. */
export function copySource(bucket: string, key: string, versionId?: string): string {
  const path = `${bucket}/${key.split('/').map(percentEncode).join('/')}`;
  return versionId === undefined ? path : `${path}?versionId=${encodeURIComponent(versionId)}`;
}

// encodeURIComponent leaves !'()* alone; S3 encodes them.
function percentEncode(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The later of two sequencers of one key: hexadecimal of varying length, padded on the right and compared as text. */
export function compareSequencers(a: string, b: string): number {
  const width = Math.max(a.length, b.length);
  const [left, right] = [a.padEnd(width, '0'), b.padEnd(width, '0')];
  return left < right ? -1 : left > right ? 1 : 0;
}
