import { encodeEventKey } from '@trade-matching/domain';
import type { Bucket, ObjectVersion } from './object-store.ts';

/** Sends a message to the queue with this ARN. */
export type SendToQueue = (queueArn: string, body: string) => Promise<void>;

let sequence = 0x0055aed6dcd90000n;

/** The body of S3's event for an object that was created, as it stands in an SQS message. */
export function objectCreatedEvent(
  bucket: Bucket,
  key: string,
  version: ObjectVersion,
  event: string,
  configurationId: string,
): string {
  sequence += 1n;
  return JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: 'us-east-1',
        eventTime: version.lastModified.toISOString(),
        eventName: event,
        userIdentity: { principalId: 'AWS:SANDBOX' },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: { 'x-amz-request-id': 'SANDBOX', 'x-amz-id-2': 'sandbox' },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId,
          bucket: { name: bucket.name, ownerIdentity: { principalId: 'SANDBOX' }, arn: `arn:aws:s3:::${bucket.name}` },
          object: {
            key: encodeEventKey(key),
            size: version.body.length,
            eTag: version.etag,
            ...(version.versionId === 'null' ? {} : { versionId: version.versionId }),
            sequencer: sequence.toString(16).toUpperCase().padStart(18, '0'),
          },
        },
      },
    ],
  });
}

/** Tells every queue whose filter the key passes. Events are of the form `ObjectCreated:Put`. */
export async function notifyCreated(
  bucket: Bucket,
  key: string,
  version: ObjectVersion,
  event: string,
  send: SendToQueue,
): Promise<void> {
  for (const { id, queueArn, events, prefix, suffix } of bucket.notification) {
    if (!events.some((pattern) => matches(pattern, event))) continue;
    if (!key.startsWith(prefix) || !key.endsWith(suffix)) continue;
    await send(queueArn, objectCreatedEvent(bucket, key, version, event, id));
  }
}

/** What S3 sends to each queue when a notification is configured. */
export function testEvent(bucket: Bucket): string {
  return JSON.stringify({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: new Date().toISOString(),
    Bucket: bucket.name,
    RequestId: 'SANDBOX',
    HostId: 'sandbox',
  });
}

function matches(pattern: string, event: string): boolean {
  const name = pattern.replace(/^s3:/, '');
  return name === event || (name.endsWith('*') && event.startsWith(name.slice(0, -1)));
}
