import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail/index.js';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { policy, type Statement, trust } from '../policy.ts';
import { PrivateBucket } from './private-bucket.ts';

export interface AuditTrailOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly bucketName: string;
  readonly keyArn: string;
  readonly accessLogs: PrivateBucket;
  /** Whose objects' reads and writes are recorded. */
  readonly documentsBucketArn: string;
}

/** Who did what to which document: every read and write of an object, in logs that cannot be changed unseen (A2). */
export class AuditTrail extends Construct {
  constructor(scope: Construct, id: string, options: AuditTrailOptions) {
    super(scope, id);
    const { environment, name, bucketName, keyArn, accessLogs, documentsBucketArn } = options;
    const { account, region } = environment;
    const trailArn = `arn:aws:cloudtrail:${region}:${account}:trail/${name}`;
    const logs = new PrivateBucket(this, 'logs', {
      name: bucketName,
      forceDestroy: false,
      keyArn,
      accessLogs,
      statements: (arn) => onlyTheTrailWrites(arn, trailArn, account),
      lifecycle: {
        transition: [{ days: 90, storageClass: 'GLACIER' }],
        noncurrentVersionExpiration: [{ noncurrentDays: 365 }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
    });
    const group = new CloudwatchLogGroup(this, 'log-group', {
      name: `/aws/cloudtrail/${name}`,
      retentionInDays: environment.logRetentionDays,
      kmsKeyId: keyArn,
    });
    const role = new IamRole(this, 'role', { name, assumeRolePolicy: trust('cloudtrail.amazonaws.com') });
    const permissions = new IamRolePolicy(this, 'permissions', {
      name: 'logs',
      role: role.name,
      policy: policy({
        Sid: 'WriteLogs',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: `${group.arn}:log-stream:${account}_CloudTrail_${region}*`,
      }),
    });
    new Cloudtrail(this, 'trail', {
      name,
      s3BucketName: logs.bucket.bucket,
      kmsKeyId: keyArn,
      enableLogFileValidation: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      cloudWatchLogsGroupArn: `${group.arn}:*`,
      cloudWatchLogsRoleArn: role.arn,
      advancedEventSelector: [
        { name: 'Management', fieldSelector: [{ field: 'eventCategory', equalTo: ['Management'] }] },
        {
          name: 'Documents',
          fieldSelector: [
            { field: 'eventCategory', equalTo: ['Data'] },
            { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
            { field: 'resources.ARN', startsWith: [`${documentsBucketArn}/`] },
          ],
        },
      ],
      dependsOn: [logs.policy, permissions],
    });
  }
}

function onlyTheTrailWrites(arn: string, trailArn: string, account: string): Statement[] {
  const trail = { StringEquals: { 'aws:SourceArn': trailArn } };
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  return [
    { Sid: 'TrailChecks', Effect: 'Allow', Principal, Action: 's3:GetBucketAcl', Resource: arn, Condition: trail },
    {
      Sid: 'TrailWrites',
      Effect: 'Allow',
      Principal,
      Action: 's3:PutObject',
      Resource: `${arn}/AWSLogs/${account}/*`,
      Condition: trail,
    },
    {
      Sid: 'NobodyElseWrites',
      Effect: 'Deny',
      Principal: '*',
      Action: ['s3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion'],
      Resource: `${arn}/*`,
      Condition: { StringNotEqualsIfExists: { 'aws:SourceArn': trailArn } },
    },
  ];
}
