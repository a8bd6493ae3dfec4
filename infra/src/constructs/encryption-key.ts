import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias/index.js';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key/index.js';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { policy, type Statement } from '../policy.ts';

export interface EncryptionKeyOptions {
  readonly environment: Environment;
  readonly alias: string;
  readonly description: string;
  /** S3 encrypts what it sends to the queues with it. */
  readonly notifyingBucketArn: string;
  /** The audit trail, whose log files are encrypted with it. */
  readonly trailArn: string;
  /** EventBridge's rule, whose undelivered starts are kept in a queue that is encrypted with it. */
  readonly scheduleArn: string;
}

/** The environment's own key, rotated every year: documents, queues, topic, tables and logs are encrypted with it. */
export class EncryptionKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, options: EncryptionKeyOptions) {
    super(scope, id);
    const { account, region } = options.environment;
    const key = new KmsKey(this, 'key', {
      description: options.description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policy(...statements(account, region, options), ...trailStatements(account, options.trailArn)),
    });
    new KmsAlias(this, 'alias', { name: options.alias, targetKeyId: key.keyId });
    this.arn = key.arn;
  }
}

function statements(
  account: string,
  region: string,
  { notifyingBucketArn: bucketArn, scheduleArn }: EncryptionKeyOptions,
): Statement[] {
  const fromThisAccount = { StringEquals: { 'aws:SourceAccount': account } };
  // In a key's policy, `*` is this key.
  const Resource = '*';
  return [
    {
      // Without it nobody could change the key any more. The account's own policies decide who may use it.
      Sid: 'AccountAdministers',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'kms:*',
      Resource,
    },
    {
      Sid: 'BucketNotifiesEncryptedQueues',
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource,
      Condition: { ...fromThisAccount, ArnEquals: { 'aws:SourceArn': bucketArn } },
    },
    {
      Sid: 'AlarmsNotifyEncryptedTopic',
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource,
      Condition: fromThisAccount,
    },
    {
      // "Configuring event rules with encrypted dead-letter queues", Amazon EventBridge User Guide.
      Sid: 'ScheduleKeepsDeadLetters',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource,
      Condition: { ...fromThisAccount, ArnEquals: { 'aws:SourceArn': scheduleArn } },
    },
    {
      Sid: 'LogGroupsAreEncrypted',
      Effect: 'Allow',
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey'],
      Resource,
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*` } },
    },
  ];
}

/**
 * What CloudTrail asks of the key. Only what encrypts a log file carries the trail as its context: describing the key
 * carries none, nor does the decryption that S3's bucket key asks for, which has the bucket as its context
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html).
 */
function trailStatements(account: string, trailArn: string): Statement[] {
  const asked = (Sid: string, Action: string, context: Statement['Condition'] = {}): Statement => ({
    Sid,
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action,
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceArn': trailArn }, ...context },
  });
  return [
    asked('TrailEncrypts', 'kms:GenerateDataKey', {
      StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': `arn:aws:cloudtrail:*:${account}:trail/*` },
    }),
    asked('TrailLooksAtKey', 'kms:DescribeKey'),
    asked('TrailUsesBucketKey', 'kms:Decrypt'),
  ];
}
