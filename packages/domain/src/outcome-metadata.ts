import { asciiOnly } from './notification.ts';
import type { Reason } from './reasons.ts';
import type { Upload } from './upload.ts';

/** What a moved document carries with it (D7). */
export interface OutcomeMetadata {
  readonly originalKey: string;
  /** ISO 8601, UTC. */
  readonly processedAt: string;
  /** When the bytes were first uploaded: whoever copies them back finds the document as old as it is. */
  readonly upload: Upload;
  /** SHA-256, hexadecimal; absent where the bytes were never read. */
  readonly documentHash?: string;
  /** Of bytes that were never read, which version of the key they are, or their ETag: the ledger knows them by it. */
  readonly unreadVersion?: string;
  readonly reason?: Reason;
  readonly message?: string;
  readonly tradeId?: string;
  readonly duplicateOf?: string;
}

/** Metadata of a content that stood under its outcome before a newer one did: people have been told of it. */
export const SET_ASIDE_MARK = 'set-aside';

/** Metadata of a content that was refused before it was read: its version, or its ETag. */
export const UNREAD_VERSION = 'unread-version';

/** S3 takes 2 KB of user metadata, names and values, in ASCII. */
const MAX_METADATA_BYTES = 2048;
const MAX_MESSAGE = 256;

/**
 * User metadata for an outcome, in ASCII and under S3's limit. Keys are per cent encoded, or in base64 as S3 itself
 * writes what is not ASCII (RFC 2047) where that would be too long: 1,024 bytes of key always fit. A `duplicate-of`
 * that does not fit beside it is left to the ledger.
 */
export function outcomeMetadata(outcome: OutcomeMetadata): Record<string, string> {
  const metadata: Record<string, string> = {
    'original-key': encodeKey(outcome.originalKey),
    'processed-at': outcome.processedAt,
    'uploaded-at': outcome.upload.time,
    sequencer: outcome.upload.sequencer,
  };
  if (outcome.reason) metadata.reason = outcome.reason;
  if (outcome.documentHash) metadata['document-hash'] = outcome.documentHash;
  else if (outcome.unreadVersion) metadata[UNREAD_VERSION] = outcome.unreadVersion;
  if (outcome.tradeId) addIfItFits(metadata, 'trade-id', encodeURIComponent(outcome.tradeId));
  if (outcome.message) addIfItFits(metadata, 'message', asciiOnly(outcome.message).slice(0, MAX_MESSAGE));
  if (outcome.duplicateOf) addIfItFits(metadata, 'duplicate-of', encodeKey(outcome.duplicateOf));
  return metadata;
}

/** The key that {@link outcomeMetadata} wrote. */
export function decodeMetadataKey(value: string): string {
  const base64 = /^=\?UTF-8\?B\?(.*)\?=$/.exec(value);
  return base64 ? Buffer.from(base64[1] ?? '', 'base64').toString('utf8') : decodeURIComponent(value);
}

function encodeKey(key: string): string {
  const percent = encodeURIComponent(key).replaceAll('%2F', '/');
  return percent.length <= 1024 ? percent : `=?UTF-8?B?${Buffer.from(key, 'utf8').toString('base64')}?=`;
}

function addIfItFits(metadata: Record<string, string>, name: string, value: string): void {
  const used = Object.entries(metadata).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  if (used + name.length + value.length <= MAX_METADATA_BYTES) metadata[name] = value;
}
