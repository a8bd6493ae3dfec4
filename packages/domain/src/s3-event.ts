import * as z from 'zod/mini';
import { decodeEventKey } from './document-key.ts';

/**
 * S3's notification as it stands in an SQS message. Only what is used; the rest is let through.
 * Source: "Event message structure", Amazon S3 User Guide (the major version is compared with =, the minor with ≥).
 */
const recordSchema = z.object({
  eventVersion: z.string().check(z.regex(/^2\.\d+$/)),
  eventSource: z.literal('aws:s3'),
  eventName: z.string(),
  eventTime: z.string(),
  s3: z.object({
    bucket: z.object({ name: z.string().check(z.minLength(1)) }),
    object: z.object({
      key: z.string().check(z.minLength(1)),
      size: z.optional(z.number().check(z.nonnegative())),
      eTag: z.optional(z.string()),
      versionId: z.optional(z.string()),
      sequencer: z.optional(z.string()),
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
    return { kind: 'poison', why: 'the message body is not JSON' };
  }
  if (testEventSchema.safeParse(parsed).success) return { kind: 'test-event' };
  const notification = notificationSchema.safeParse(parsed);
  if (!notification.success) {
    return { kind: 'poison', why: `the message is not an S3 event: ${describe(notification.error)}` };
  }
  const objects: ObjectCreated[] = [];
  for (const { eventName, eventTime, s3 } of notification.data.Records) {
    if (!eventName.startsWith('ObjectCreated:')) {
      return { kind: 'poison', why: `the event is ${eventName}, not an upload` };
    }
    let key: string;
    try {
      key = decodeEventKey(s3.object.key);
    } catch {
      return { kind: 'poison', why: `the event's key cannot be decoded: ${s3.object.key}` };
    }
    objects.push({
      bucket: s3.bucket.name,
      key,
      ...(s3.object.versionId === undefined ? {} : { versionId: s3.object.versionId }),
      size: s3.object.size ?? 0,
      etag: s3.object.eTag ?? '',
      sequencer: s3.object.sequencer ?? '',
      eventTime,
    });
  }
  return { kind: 'objects', objects };
}

function describe(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : error.message;
}
