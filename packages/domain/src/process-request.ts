import * as z from 'zod/mini';
import { SOURCES } from './source.ts';

/** `POST /process` (P6). Names and nesting are a contract with services that exist: nothing is renamed or added. */
export const processRequestSchema = z.object({
  s3_bucket: z.string().check(z.minLength(3)),
  s3_key: z.string().check(z.minLength(1)),
  s3_version_id: z.optional(z.string()),
  source_type: z.enum(SOURCES),
  /** Of the upload. */
  event_time: z.iso.datetime({ offset: true, local: true, error: 'must be an ISO 8601 date and time' }),
  unique_identifier: z.string().check(z.minLength(1)),
  metadata: z.object({
    source_path: z.string(),
    filename: z.string(),
    upload_timestamp: z.string(),
    unique_identifier: z.string(),
    trade_date: z.optional(z.string()),
    etag: z.string(),
    content_type: z.string(),
    last_modified: z.string(),
  }),
  validation_info: z.object({
    valid: z.boolean(),
    /** Bytes. */
    file_size: z.number().check(z.positive()),
    /** SHA-256 of the document, lower-case hexadecimal. */
    doc_hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    last_modified: z.string(),
  }),
});

export type ProcessRequest = z.infer<typeof processRequestSchema>;

/** Headers beside the body (P6). */
export const PROCESS_HEADERS = {
  requestId: 'X-Request-ID',
  sourceType: 'X-Source-Type',
  idempotencyKey: 'Idempotency-Key',
} as const;

/** A request's time as all others are written: UTC, milliseconds. A time without a zone is UTC. */
export function utcTime(time: string): string {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(time) ? time : `${time}Z`;
  return new Date(zoned).toISOString();
}
