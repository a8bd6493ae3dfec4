import { S3BucketCorsConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-cors-configuration/index.js';
import { S3BucketNotification } from '@cdktf/provider-aws/lib/s3-bucket-notification/index.js';
import type { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import type { Statement } from '../policy.ts';
import type { DocumentQueue } from './document-queue.ts';
import { PrivateBucket } from './private-bucket.ts';

export interface DocumentBucketOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly keyArn: string;
  readonly accessLogs: PrivateBucket;
}

/** A queue gets an event for everything that is created under a prefix. */
export interface PrefixNotification {
  readonly prefix: string;
  readonly queue: DocumentQueue;
}

/** The one bucket of documents: incoming prefixes, outcome prefixes (D1 to D5). */
export class DocumentBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { environment, name, keyArn, accessLogs }: DocumentBucketOptions) {
    super(scope, id, {
      name,
      forceDestroy: !environment.protected,
      keyArn,
      accessLogs,
      statements: (arn) => encryptedWith(arn, keyArn),
      lifecycle: {
        transition: [
          { days: 30, storageClass: 'STANDARD_IA' },
          { days: 90, storageClass: 'GLACIER' },
        ],
        noncurrentVersionExpiration: [{ noncurrentDays: 365 }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
    });
    new S3BucketCorsConfiguration(this, 'cors', {
      bucket: this.bucket.bucket,
      corsRule: [
        {
          allowedOrigins: environment.portalOrigins,
          allowedMethods: ['PUT', 'POST'],
          allowedHeaders: ['*'],
          exposeHeaders: ['ETag'],
          maxAgeSeconds: 3000,
        },
      ],
    });
  }

  /** Filters are by prefix alone: a suffix would silently ignore what somebody uploaded (D5). */
  notify(notifications: readonly PrefixNotification[]): void {
    new S3BucketNotification(this, 'notifications', {
      bucket: this.bucket.bucket,
      queue: notifications.map(({ prefix, queue }) => ({
        id: prefix.replace('/', '').toLowerCase(),
        queueArn: queue.queue.arn,
        events: ['s3:ObjectCreated:*'],
        filterPrefix: prefix,
      })),
      // S3 refuses a queue that it may not send to.
      dependsOn: [...new Set(notifications.map(({ queue }) => queue.policy))],
    });
  }
}

/** A put without encryption headers is encrypted by the bucket's default, with the right key; other headers are refused. */
function encryptedWith(arn: string, keyArn: string): Statement[] {
  const refused = (Sid: string, header: string, value: string): Statement => ({
    Sid,
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `${arn}/*`,
    // Without `Null`, a put that leaves the header out would be refused as well.
    Condition: { Null: { [header]: 'false' }, StringNotEquals: { [header]: value } },
  });
  const present = (Sid: string, Condition: NonNullable<Statement['Condition']>): Statement => ({
    ...{ Sid, Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: `${arn}/*`, Condition },
  });
  return [
    refused('RefuseOtherEncryption', 's3:x-amz-server-side-encryption', 'aws:kms'),
    refused('RefuseOtherKeys', 's3:x-amz-server-side-encryption-aws-kms-key-id', keyArn),
    // `aws:kms` alone means S3's own key of the account, whatever the bucket's default.
    present('RefuseUnnamedKey', {
      StringEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
      Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'true' },
    }),
    // A key that the caller brings: nobody else could read the document.
    present('RefuseCallersKey', { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } }),
  ];
}
