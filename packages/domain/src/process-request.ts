import * as z from 'zod/mini';
import { SOURCES } from './source.ts';

/** Text that is Unicode: JSON can spell half a surrogate pair, which no store keeps and no log shows as it came. */
const text = () => z.string().check(z.refine((value) => value.isWellFormed(), 'must be well-formed Unicode'));

/** `POST /process` (P6). Names and nesting are a contract with services that exist: nothing is renamed or added. */
export const processRequestSchema = z.object({
  s3_bucket: text().check(z.minLength(3)),
  s3_key: text().check(z.minLength(1)),
  s3_version_id: z.optional(text()),
  source_type: z.enum(SOURCES),
  /** Of the upload. */
  event_time: z.iso.datetime({ offset: true, local: true, error: 'must be an ISO 8601 date and time' }),
  unique_identifier: text().check(z.minLength(1)),
  metadata: z.object({
    source_path: text(),
    filename: text(),
    upload_timestamp: text(),
    unique_identifier: text(),
    trade_date: z.optional(text()),
    etag: text(),
    content_type: text(),
    last_modified: text(),
  }),
  validation_info: z.object({
    valid: z.boolean(),
    /** Bytes. */
    file_size: z.number().check(z.positive()),
    /** SHA-256 of the document, lower-case hexadecimal. */
    doc_hash: text().check(z.regex(/^[0-9a-f]{64}$/)),
    last_modified: text(),
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
