import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket/index.js';
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging/index.js';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy/index.js';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning/index.js';
import { Construct } from 'constructs';
import { denyPlainHttp, policy, type Statement } from '../policy.ts';

export interface PrivateBucketOptions {
  readonly name: string;
  /** Whether a destroy may take the objects with it. */
  readonly forceDestroy: boolean;
  /** The key that encrypts it; without one S3's own does, where the writer cannot use ours. */
  readonly keyArn?: string;
  /** Where S3 logs who asked for what. */
  readonly accessLogs?: PrivateBucket;
  /** Statements of its policy, beside the refusal of plain HTTP. */
  readonly statements?: (bucketArn: string) => readonly Statement[];
  readonly lifecycle: Omit<S3BucketLifecycleConfigurationRule, 'id' | 'status' | 'filter'>;
}

/** A versioned, encrypted bucket that nobody outside can see, over TLS only, without ACLs (D3). */
export class PrivateBucket extends Construct {
  readonly bucket: S3Bucket;
  readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, options: PrivateBucketOptions) {
    super(scope, id);
    const { name, forceDestroy, keyArn, accessLogs, statements = () => [], lifecycle } = options;
    this.bucket = new S3Bucket(this, 'bucket', { bucket: name, forceDestroy });
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
        keyArn === undefined
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }
          : {
              applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn },
              bucketKeyEnabled: true,
            },
      ],
    });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      bucket,
      rule: [{ id: 'age', status: 'Enabled', filter: [{ prefix: '' }], ...lifecycle }],
    });
    if (accessLogs !== undefined) {
      new S3BucketLoggingA(this, 'access-log', {
        bucket,
        targetBucket: accessLogs.bucket.bucket,
        targetPrefix: `${name}/`,
        // S3 refuses a target that its log delivery may not write to.
        dependsOn: [accessLogs.policy],
      });
    }
    this.policy = new S3BucketPolicy(this, 'policy', {
      bucket,
      policy: policy(denyPlainHttp('s3:*', arn, `${arn}/*`), ...statements(arn)),
    });
  }
}
