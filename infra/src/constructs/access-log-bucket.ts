import type { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { PrivateBucket } from './private-bucket.ts';

export interface AccessLogBucketOptions {
  readonly environment: Environment;
  readonly name: string;
  /** Whose accesses are logged here. */
  readonly loggedBucketArns: readonly string[];
}

/** Where S3 writes who asked for which object. Only S3's log delivery writes here, and it cannot use a key of ours. */
export class AccessLogBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { environment, name, loggedBucketArns }: AccessLogBucketOptions) {
    super(scope, id, {
      name,
      forceDestroy: !environment.protected,
      lifecycle: {
        expiration: [{ days: 365 }],
        noncurrentVersionExpiration: [{ noncurrentDays: 30 }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
      statements: (arn) => [
        {
          Sid: 'LogDelivery',
          Effect: 'Allow',
          Principal: { Service: 'logging.s3.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: `${arn}/*`,
          Condition: {
            ArnEquals: { 'aws:SourceArn': loggedBucketArns },
            StringEquals: { 'aws:SourceAccount': environment.account },
          },
        },
      ],
    });
  }
}
