import type { EnvironmentName } from '@trade-matching/domain';
import { type Attributes, resourcesOf } from './synthesized.ts';

type Resource = Attributes & { address: string };

/** A control that a security review asks for. */
export interface Control {
  /** AWS Security Hub's id, or the specification's row. */
  readonly id: string;
  readonly asks: string;
  /** Terraform's type of the resources that it is about. */
  readonly type: string;
  /** Where it is met, in the code. */
  readonly metIn: string;
  /** Whether one resource meets it. */
  readonly holds: (resource: Resource, environment: EnvironmentName) => boolean;
  /** Whether it asks it of this resource at all; of every one unless given. */
  readonly concerns?: (resource: Resource) => boolean;
}

const statementsOf = (text: string): Attributes[] => JSON.parse(text).Statement;
const refusesPlainHttp = (text: string): boolean =>
  statementsOf(text).some(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Deny' && Principal === '*' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
  );
const reference = ({ address }: Resource, attribute: string) => `\${${address}.${attribute}}`;

/** Whether a bucket has a companion resource of a type that meets a condition. */
const bucketHas =
  (type: string, condition: (companion: Resource) => boolean) =>
  (bucket: Resource, environment: EnvironmentName): boolean =>
    resourcesOf(environment, type).some(
      (companion) => companion.bucket === reference(bucket, 'bucket') && condition(companion),
    );

const LOGS_AND_TRAIL = /^trade-documents-logs-/;
const keyed = (value: unknown) => typeof value === 'string' && value.startsWith('${aws_kms_key.');

export const CONTROLS: readonly Control[] = [
  {
    id: 'S3.1, S3.2, S3.3, S3.8',
    asks: 'All four public-access blocks',
    type: 'aws_s3_bucket',
    metIn: 'constructs/private-bucket.ts',
    holds: bucketHas(
      'aws_s3_bucket_public_access_block',
      (block) =>
        block.block_public_acls &&
        block.block_public_policy &&
        block.ignore_public_acls &&
        block.restrict_public_buckets,
    ),
  },
  {
    id: 'S3.5',
    asks: 'Plain HTTP is refused',
    type: 'aws_s3_bucket',
    metIn: 'policy.ts, constructs/private-bucket.ts',
    holds: bucketHas('aws_s3_bucket_policy', ({ policy }) => refusesPlainHttp(policy)),
  },
  {
    id: 'S3.9',
    asks: 'Accesses are logged',
    type: 'aws_s3_bucket',
    metIn: 'constructs/private-bucket.ts',
    holds: bucketHas('aws_s3_bucket_logging', ({ target_bucket }) => String(target_bucket).includes('access-logs')),
    concerns: ({ bucket }) => !LOGS_AND_TRAIL.test(bucket),
  },
  {
    id: 'S3.12',
    asks: 'No ACLs: ownership is enforced',
    type: 'aws_s3_bucket',
    metIn: 'constructs/private-bucket.ts',
    holds: bucketHas('aws_s3_bucket_ownership_controls', ({ rule }) => rule.object_ownership === 'BucketOwnerEnforced'),
  },
  {
    id: 'S3.13, D2',
    asks: 'A lifecycle, incomplete uploads aborted',
    type: 'aws_s3_bucket',
    metIn: 'constructs/private-bucket.ts, constructs/document-bucket.ts',
    holds: bucketHas('aws_s3_bucket_lifecycle_configuration', ({ rule }) => rule[0].abort_incomplete_multipart_upload),
  },
  {
    id: 'S3.14, D2',
    asks: 'Versioning',
    type: 'aws_s3_bucket',
    metIn: 'constructs/private-bucket.ts',
    holds: bucketHas(
      'aws_s3_bucket_versioning',
      ({ versioning_configuration }) => versioning_configuration.status === 'Enabled',
    ),
  },
  {
    id: 'S3.17, D3',
    asks: "Encrypted with the environment's key, with bucket keys (log delivery cannot: S3's own key there)",
    type: 'aws_s3_bucket',
    metIn: 'constructs/private-bucket.ts',
    holds: (bucket, environment) =>
      bucketHas('aws_s3_bucket_server_side_encryption_configuration', ({ rule: [rule] }) => {
        const { sse_algorithm, kms_master_key_id } = rule.apply_server_side_encryption_by_default;
        return LOGS_AND_TRAIL.test(bucket.bucket)
          ? sse_algorithm === 'AES256'
          : sse_algorithm === 'aws:kms' && keyed(kms_master_key_id) && rule.bucket_key_enabled;
      })(bucket, environment),
  },
  {
    id: 'D3',
    asks: 'A put that is encrypted otherwise, or with another key, is refused',
    type: 'aws_s3_bucket',
    metIn: 'constructs/document-bucket.ts',
    concerns: ({ bucket }) => /^trade-documents-(?!logs|audit)/.test(bucket),
    holds: bucketHas('aws_s3_bucket_policy', ({ policy }) => {
      const refused = statementsOf(policy).flatMap(({ Effect, Condition }) =>
        Effect === 'Deny' ? Object.keys(Condition?.StringNotEquals ?? {}) : [],
      );
      return (
        ['s3:x-amz-server-side-encryption', 's3:x-amz-server-side-encryption-aws-kms-key-id'].every((header) =>
          refused.includes(header),
        ) && refusesUnnamedKeys(policy)
      );
    }),
  },
  {
    id: 'D4',
    asks: 'Browsers upload from named origins only',
    type: 'aws_s3_bucket_cors_configuration',
    metIn: 'constructs/document-bucket.ts, environments/environment.ts',
    holds: ({ cors_rule: [rule] }) =>
      rule.allowed_origins.length > 0 &&
      !rule.allowed_origins.includes('*') &&
      rule.allowed_methods.join() === 'PUT,POST' &&
      rule.max_age_seconds === 3000,
  },
  {
    id: 'SQS.1, Q3',
    asks: "Encrypted with the environment's key",
    type: 'aws_sqs_queue',
    metIn: 'constructs/document-queue.ts',
    holds: ({ kms_master_key_id }) => keyed(kms_master_key_id),
  },
  {
    id: 'SQS.3, Q3',
    asks: 'A policy that refuses plain HTTP, and lets at most this bucket, or a rule of this stack, of this account send',
    type: 'aws_sqs_queue',
    metIn: 'constructs/document-queue.ts, constructs/case-sweep.ts',
    holds: (queue, environment) =>
      resourcesOf(environment, 'aws_sqs_queue_policy').some(
        ({ queue_url, policy }) =>
          queue_url === reference(queue, 'url') &&
          refusesPlainHttp(policy) &&
          statementsOf(policy)
            .filter(({ Effect }) => Effect === 'Allow')
            .every(
              ({ Action, Condition }) =>
                Action === 'sqs:SendMessage' &&
                /^(arn:aws:s3:::trade-documents-|\$\{aws_cloudwatch_event_rule\.)/.test(
                  Condition.ArnEquals['aws:SourceArn'],
                ) &&
                /^\d{12}$/.test(Condition.StringEquals['aws:SourceAccount']),
            ),
      ),
  },
  {
    id: 'SNS.1, A3',
    asks: "Encrypted with the environment's key, over TLS only",
    type: 'aws_sns_topic',
    metIn: 'constructs/notifications-topic.ts, constructs/alarm-topic.ts',
    holds: (topic, environment) =>
      keyed(topic.kms_master_key_id) &&
      resourcesOf(environment, 'aws_sns_topic_policy').some(
        ({ arn, policy }) => arn === reference(topic, 'arn') && refusesPlainHttp(policy),
      ),
  },
  {
    id: 'Lambda.1',
    asks: 'Nobody outside may invoke the function: at most a rule of this stack, in this account',
    type: 'aws_lambda_function',
    metIn: 'constructs/case-sweep.ts',
    holds: (_function, environment) =>
      resourcesOf(environment, 'aws_lambda_permission').every(
        ({ principal, source_arn, source_account }) =>
          principal === 'events.amazonaws.com' &&
          source_arn.startsWith('${aws_cloudwatch_event_rule.') &&
          /^\d{12}$/.test(source_account),
      ),
  },
  {
    id: 'Lambda.2',
    asks: 'A supported runtime',
    type: 'aws_lambda_function',
    metIn: 'constructs/queue-function.ts',
    holds: ({ runtime }) => runtime === 'nodejs24.x',
  },
  {
    id: 'Lambda.3',
    asks: 'In the VPC (not in local, which has none)',
    type: 'aws_lambda_function',
    metIn: 'constructs/service-network.ts',
    holds: ({ vpc_config }, environment) =>
      environment === 'local' || (vpc_config?.subnet_ids.length >= 2 && vpc_config.security_group_ids.length === 1),
  },
  {
    id: 'DynamoDB.2, DynamoDB.6, A4',
    asks: "Point-in-time recovery and deletion protection outside local and development; the environment's key everywhere",
    type: 'aws_dynamodb_table',
    metIn: 'constructs/records-table.ts',
    holds: (table, environment) => {
      const expected = environment === 'staging' || environment === 'production';
      return (
        table.deletion_protection_enabled === expected &&
        table.point_in_time_recovery.enabled === expected &&
        keyed(table.server_side_encryption.kms_key_arn)
      );
    },
  },
  {
    id: 'KMS.3',
    asks: 'A key is not deleted at once',
    type: 'aws_kms_key',
    metIn: 'constructs/encryption-key.ts',
    holds: ({ deletion_window_in_days }) => deletion_window_in_days === 30,
  },
  {
    id: 'KMS.4, D3',
    asks: 'The key rotates every year',
    type: 'aws_kms_key',
    metIn: 'constructs/encryption-key.ts',
    holds: ({ enable_key_rotation }) => enable_key_rotation === true,
  },
  {
    id: 'CloudTrail.2, CloudTrail.4, CloudTrail.5, A2',
    asks: 'The trail is encrypted, validated, sent to CloudWatch Logs, and records every access to a document',
    type: 'aws_cloudtrail',
    metIn: 'constructs/audit-trail.ts',
    holds: (trail) =>
      keyed(trail.kms_key_id) &&
      trail.enable_log_file_validation === true &&
      String(trail.cloud_watch_logs_group_arn).includes('aws_cloudwatch_log_group') &&
      JSON.stringify(trail.advanced_event_selector).includes('AWS::S3::Object'),
  },
  {
    id: 'CloudTrail.6, CloudTrail.7, A2',
    asks: 'Nobody but the trail writes its bucket, which is private and whose accesses are logged',
    type: 'aws_s3_bucket',
    metIn: 'constructs/audit-trail.ts',
    concerns: ({ bucket }) => /^trade-documents-audit-/.test(bucket),
    holds: (bucket, environment) =>
      bucketHas('aws_s3_bucket_policy', ({ policy }) =>
        statementsOf(policy).some(
          ({ Effect, Action, Condition }) =>
            Effect === 'Deny' &&
            Action.includes('s3:PutObject') &&
            Condition.StringNotEqualsIfExists?.['aws:SourceArn']?.includes(':trail/'),
        ),
      )(bucket, environment) && bucketHas('aws_s3_bucket_logging', () => true)(bucket, environment),
  },
  {
    id: 'ECR.1, ECR.2, ECR.3',
    asks: 'Images are scanned when pushed, their tags never change, old ones expire',
    type: 'aws_ecr_repository',
    metIn: 'constructs/pod-access.ts',
    holds: (repository, environment) =>
      repository.image_scanning_configuration.scan_on_push === true &&
      repository.image_tag_mutability === 'IMMUTABLE' &&
      resourcesOf(environment, 'aws_ecr_lifecycle_policy').some(
        (policy) => policy.repository === reference(repository, 'name'),
      ),
  },
  {
    id: 'O4',
    asks: "Logs are kept for 30 days, encrypted with the environment's key",
    type: 'aws_cloudwatch_log_group',
    metIn: 'constructs/queue-function.ts, constructs/audit-trail.ts',
    holds: ({ retention_in_days, kms_key_id }) => retention_in_days === 30 && keyed(kms_key_id),
  },
  {
    id: 'SecretsManager, P6',
    asks: "The service's token is a secret, encrypted with the environment's key",
    type: 'aws_secretsmanager_secret',
    metIn: 'constructs/service-token.ts',
    holds: ({ kms_key_id }) => keyed(kms_key_id),
  },
];

/** Statements that allow `*`, and why nothing narrower can be said. */
export const WILDCARD_EXCEPTIONS: Readonly<Record<string, string>> = {
  JoinVpc: 'EC2 knows no resource for the network interfaces that Lambda makes',
};

/** The table of `docs/security-controls.md`. */
export function renderControls(): string {
  const rows = CONTROLS.map(({ id, asks, type, metIn }) => `| ${id} | ${asks} | \`${type}\` | ${metIn} |`);
  const exceptions = Object.entries(WILDCARD_EXCEPTIONS).map(([sid, why]) => `- \`${sid}\`: ${why}.`);
  return `${[
    '# Security controls',
    '',
    'Each is checked on the synthesized stack of every environment by `infra/test/security.test.ts`, which also keeps this',
    'page: ids are those of AWS Security Hub, or rows of the specification. Paths are relative to `infra/src`.',
    '',
    '| id | what it asks | of | met in |',
    '| --- | --- | --- | --- |',
    ...rows,
    '| IAM.21, A1 | No wildcard action; no resource `*` where the API knows better | `aws_iam_role_policy` | every construct with a role |',
    '',
    'Resource `*` stands only in these statements:',
    '',
    ...exceptions,
  ].join('\n')}\n`;
}

/** `aws:kms` without a key's id, which means another key than ours, and keys that callers bring. */
function refusesUnnamedKeys(policy: string): boolean {
  const absent = statementsOf(policy).flatMap(({ Effect, Condition }) =>
    Effect === 'Deny' ? [Condition?.Null ?? {}] : [],
  );
  return (
    absent.some((each) => each['s3:x-amz-server-side-encryption-aws-kms-key-id'] === 'true') &&
    absent.some((each) => each['s3:x-amz-server-side-encryption-customer-algorithm'] === 'false')
  );
}
