import * as z from 'zod/mini';
import { cutText } from './bounds.ts';
import { decodeEventKey, MAX_KEY_BYTES } from './document-key.ts';

const fitting = (pattern: RegExp, what: string) => z.string().check(z.regex(pattern, what));

/**
 * S3's notification as it stands in an SQS message. Only what is used, held to the form that S3 gives it: what has another
 * is nobody's upload, and would break what is named by it. The rest is let through.
 * Source: "Event message structure", Amazon S3 User Guide (the major version is compared with =, the minor with ≥).
 */
const recordSchema = z.object({
  eventVersion: z.string().check(z.regex(/^2\.\d+$/)),
  eventSource: z.literal('aws:s3'),
  eventName: z.string(),
  eventTime: fitting(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, 'not a time in UTC').check(
    z.refine((time) => !Number.isNaN(Date.parse(time)), 'not a time of the calendar'),
  ),
  s3: z.object({
    bucket: z.object({ name: z.string().check(z.minLength(1)) }),
    object: z.object({
      key: z.string().check(z.minLength(1)),
      size: z.optional(z.int().check(z.nonnegative())),
      eTag: fitting(/^[0-9a-f]{1,64}(-\d{1,5})?$/i, 'not an ETag'),
      versionId: z.optional(fitting(/^[\x21-\x7e]{1,1024}$/, 'not a version')),
      sequencer: fitting(/^[0-9a-f]{1,32}$/i, 'not hexadecimal, or over 32 digits'),
    }),
  }),
});

const notificationSchema = z.object({ Records: z.array(recordSchema).check(z.minLength(1)) });

const testEventSchema = z.object({ Service: z.literal('Amazon S3'), Event: z.literal('s3:TestEvent') });

/** One object that was created. */
export interface ObjectCreated {
  readonly bucket: string;
  /** Decoded. */
  readonly key: string;
  readonly versionId?: string;
  /** Bytes; 0 where the event leaves it out, as S3 does for an empty object. */
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly sequencer: string;
  /** ISO 8601, UTC. */
  readonly eventTime: string;
}

export type S3Message =
  | { readonly kind: 'objects'; readonly objects: readonly ObjectCreated[] }
  /** S3 sends one when a notification is configured. */
  | { readonly kind: 'test-event' }
  /** Not an S3 event: goes to the dead-letter queue with this reason, never counts as success (P3). */
  | { readonly kind: 'poison'; readonly why: string };

/** Reads the body of an SQS message as an S3 event. Never throws. */
export function readS3Message(body: string): S3Message {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return poison('the message body is not JSON');
  }
  if (testEventSchema.safeParse(parsed).success) return { kind: 'test-event' };
  const notification = notificationSchema.safeParse(parsed);
  if (!notification.success) {
    return poison(`the message is not an S3 event: ${describe(notification.error)}`);
  }
  const objects: ObjectCreated[] = [];
  for (const { eventName, eventTime, s3 } of notification.data.Records) {
    if (!eventName.startsWith('ObjectCreated:')) {
      return poison(`the event is ${eventName}, not an upload`);
    }
    let key: string;
    try {
      key = decodeEventKey(s3.object.key);
    } catch {
      return poison(`the event's key cannot be decoded: ${s3.object.key}`);
    }
    if (Buffer.byteLength(key) > MAX_KEY_BYTES) return poison(`the event's key is over ${MAX_KEY_BYTES} bytes: ${key}`);
    objects.push({
      bucket: s3.bucket.name,
      key,
      ...(s3.object.versionId === undefined ? {} : { versionId: s3.object.versionId }),
      size: s3.object.size ?? 0,
      etag: s3.object.eTag,
      sequencer: s3.object.sequencer,
      eventTime,
    });
  }
  return { kind: 'objects', objects };
}

/** Quotes what it is about, and a message may be 1 MiB long. */
function poison(why: string): S3Message {
  return { kind: 'poison', why: cutText(why, MAX_WHY) };
}

/** Characters. */
const MAX_WHY = 300;

function describe(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : error.message;
}
