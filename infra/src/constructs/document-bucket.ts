import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket/index.js';
import { S3BucketCorsConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-cors-configuration/index.js';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging/index.js';
import { S3BucketNotification } from '@cdktf/provider-aws/lib/s3-bucket-notification/index.js';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy/index.js';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning/index.js';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { denyPlainHttp, policy, type Statement } from '../policy.ts';
import type { DocumentQueue } from './document-queue.ts';

export interface DocumentBucketOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly keyArn: string;
  readonly accessLogBucket: string;
}

/** A queue is told of everything that is created under a prefix. */
export interface PrefixNotification {
  readonly prefix: string;
  readonly queue: DocumentQueue;
}

/** The one bucket of documents: incoming prefixes, outcome prefixes (D1 to D5). */
export class DocumentBucket extends Construct {
  readonly bucket: S3Bucket;

  constructor(scope: Construct, id: string, { environment, name, keyArn, accessLogBucket }: DocumentBucketOptions) {
    super(scope, id);
    this.bucket = new S3Bucket(this, 'bucket', { bucket: name, forceDestroy: !environment.protected });
    const { bucket, arn } = this.bucket;
    new S3BucketVersioningA(this, 'versioning', { bucket, versioningConfiguration: { status: 'Enabled' } });
    new S3BucketOwnershipControls(this, 'ownership', { bucket, rule: { objectOwnership: 'BucketOwnerEnforced' } });
    new S3BucketPublicAccessBlock(this, 'public-access', {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn },
          bucketKeyEnabled: true,
        },
      ],
    });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      bucket,
      rule: [
        {
          id: 'age',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          transition: [
            { days: 30, storageClass: 'STANDARD_IA' },
            { days: 90, storageClass: 'GLACIER' },
          ],
          noncurrentVersionExpiration: [{ noncurrentDays: 365 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
    });
    new S3BucketCorsConfiguration(this, 'cors', {
      bucket,
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
    new S3BucketLoggingA(this, 'access-log', { bucket, targetBucket: accessLogBucket, targetPrefix: `${name}/` });
    new S3BucketPolicy(this, 'policy', { bucket, policy: policy(...statements(arn, keyArn)) });
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

function statements(arn: string, keyArn: string): Statement[] {
  const refused = (Sid: string, Condition: NonNullable<Statement['Condition']>): Statement => ({
    Sid,
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `${arn}/*`,
    Condition,
  });
  return [
    denyPlainHttp('s3:*', arn, `${arn}/*`),
    // A put without these headers is encrypted by the bucket's default, with the right key.
    refused('RefuseOtherEncryption', {
      StringNotEqualsIfExists: { 's3:x-amz-server-side-encryption': 'aws:kms' },
    }),
    refused('RefuseOtherKeys', {
      StringNotEqualsIfExists: { 's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn },
    }),
  ];
}
