import { CreateTableCommand, type KeySchemaElement, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import {
  CreateBucketCommand,
  type Event,
  PutBucketCorsCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
} from '@aws-sdk/client-s3';
import { CreateSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import {
  eventRule,
  eventSourceMapping,
  eventTarget,
  lambdaFunction,
  lambdaPermission,
} from './function-provisioners.ts';
import { type Provisioner, provisioner } from './provisioner.ts';
import { StackError } from './terraform-json.ts';

const bucket = provisioner(z.object({ bucket: z.string() }), async ({ s3 }, { bucket: name }) => {
  await s3.send(new CreateBucketCommand({ Bucket: name }));
  return { arn: `arn:aws:s3:::${name}`, id: name };
});

const versioning = provisioner(
  z.object({ bucket: z.string(), versioning_configuration: z.object({ status: z.enum(['Enabled', 'Suspended']) }) }),
  async ({ s3 }, { bucket: Bucket, versioning_configuration }) => {
    const VersioningConfiguration = { Status: versioning_configuration.status };
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    return {};
  },
);

const cors = provisioner(
  z.object({
    bucket: z.string(),
    cors_rule: z.array(
      z.object({
        allowed_origins: z.array(z.string()),
        allowed_methods: z.array(z.string()),
        allowed_headers: z.array(z.string()).optional(),
        expose_headers: z.array(z.string()).optional(),
      }),
    ),
  }),
  async ({ s3 }, { bucket: Bucket, cors_rule }) => {
    const CORSRules = cors_rule.map((rule) => ({
      ...{ AllowedOrigins: rule.allowed_origins, AllowedMethods: rule.allowed_methods },
      ...{ AllowedHeaders: rule.allowed_headers, ExposeHeaders: rule.expose_headers },
    }));
    await s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }));
    return {};
  },
);

const notification = provisioner(
  z.object({
    bucket: z.string(),
    queue: z.array(
      z.strictObject({
        id: z.string().optional(),
        queue_arn: z.string(),
        events: z.array(z.string()),
        filter_prefix: z.string().optional(),
        filter_suffix: z.string().optional(),
      }),
    ),
  }),
  async ({ s3, queueUrls }, { bucket: Bucket, queue }) => {
    const QueueConfigurations = queue.map(({ id, queue_arn, events, filter_prefix, filter_suffix }) => {
      if (!queueUrls.has(queue_arn)) throw new StackError(`there is no queue ${queue_arn} to notify`);
      const FilterRules = [
        ...(filter_prefix === undefined ? [] : [{ Name: 'prefix' as const, Value: filter_prefix }]),
        ...(filter_suffix === undefined ? [] : [{ Name: 'suffix' as const, Value: filter_suffix }]),
      ];
      return { Id: id, QueueArn: queue_arn, Events: events as Event[], Filter: { Key: { FilterRules } } };
    });
    await s3.send(
      new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: { QueueConfigurations } }),
    );
    return {};
  },
);

const queue = provisioner(
  z.object({
    name: z.string(),
    visibility_timeout_seconds: z.number().optional(),
    message_retention_seconds: z.number().optional(),
    delay_seconds: z.number().optional(),
    redrive_policy: z.string().optional(),
  }),
  async ({ sqs, queueUrls }, attributes) => {
    const given = {
      VisibilityTimeout: attributes.visibility_timeout_seconds,
      MessageRetentionPeriod: attributes.message_retention_seconds,
      DelaySeconds: attributes.delay_seconds,
      RedrivePolicy: attributes.redrive_policy,
    };
    const Attributes = Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    );
    const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName: attributes.name, Attributes }));
    const described = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
    const arn = described.Attributes?.QueueArn ?? '';
    queueUrls.set(arn, url);
    return { arn, url, id: url };
  },
);

const topic = provisioner(z.object({ name: z.string() }), async ({ sns }, { name }) => {
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: name }));
  return { arn: TopicArn, id: TopicArn };
});

const subscription = provisioner(
  z.object({
    topic_arn: z.string(),
    protocol: z.literal('sqs'),
    endpoint: z.string(),
    filter_policy: z.string().optional(),
  }),
  async ({ sns }, { topic_arn, protocol, endpoint, filter_policy }) => {
    const { SubscriptionArn } = await sns.send(
      new SubscribeCommand({
        TopicArn: topic_arn,
        Protocol: protocol,
        Endpoint: endpoint,
        Attributes: filter_policy === undefined ? {} : { FilterPolicy: filter_policy },
      }),
    );
    return { arn: SubscriptionArn };
  },
);

const keySchema = (hash: string, range?: string): KeySchemaElement[] => [
  { AttributeName: hash, KeyType: 'HASH' },
  ...(range === undefined ? [] : [{ AttributeName: range, KeyType: 'RANGE' as const }]),
];

const table = provisioner(
  z.object({
    name: z.string(),
    hash_key: z.string(),
    range_key: z.string().optional(),
    attribute: z.array(z.object({ name: z.string(), type: z.enum(['S', 'N', 'B']) })),
    global_secondary_index: z
      .array(
        z.object({
          name: z.string(),
          hash_key: z.string(),
          range_key: z.string().optional(),
          projection_type: z.literal('ALL'),
        }),
      )
      .optional(),
  }),
  async ({ dynamodb, region, account }, { name, hash_key, range_key, attribute, global_secondary_index = [] }) => {
    await dynamodb.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keySchema(hash_key, range_key),
        AttributeDefinitions: attribute.map((each) => ({ AttributeName: each.name, AttributeType: each.type })),
        ...(global_secondary_index.length === 0
          ? {}
          : {
              GlobalSecondaryIndexes: global_secondary_index.map((index) => ({
                IndexName: index.name,
                KeySchema: keySchema(index.hash_key, index.range_key),
                Projection: { ProjectionType: 'ALL' as const },
              })),
            }),
      }),
    );
    await waitUntilTableExists({ client: dynamodb, maxWaitTime: 30, minDelay: 1 }, { TableName: name });
    return { arn: `arn:aws:dynamodb:${region}:${account}:table/${name}`, id: name };
  },
);

const secret = provisioner(z.object({ name: z.string() }), async ({ secrets }, { name }) => {
  const { ARN } = await secrets.send(new CreateSecretCommand({ Name: name }));
  return { arn: ARN, id: ARN };
});

const secretVersion = provisioner(
  z.object({ secret_id: z.string(), secret_string: z.string() }),
  async ({ secrets }, { secret_id, secret_string }) => {
    await secrets.send(new PutSecretValueCommand({ SecretId: secret_id, SecretString: secret_string }));
    return {};
  },
);

/** How each type comes into being here. */
export const PROVISIONERS: Readonly<Record<string, Provisioner>> = {
  aws_s3_bucket: bucket,
  aws_s3_bucket_versioning: versioning,
  aws_s3_bucket_cors_configuration: cors,
  aws_s3_bucket_notification: notification,
  aws_sqs_queue: queue,
  aws_sns_topic: topic,
  aws_sns_topic_subscription: subscription,
  aws_dynamodb_table: table,
  aws_secretsmanager_secret: secret,
  aws_secretsmanager_secret_version: secretVersion,
  aws_lambda_function: lambdaFunction,
  aws_lambda_event_source_mapping: eventSourceMapping,
  aws_lambda_permission: lambdaPermission,
  aws_cloudwatch_event_rule: eventRule,
  aws_cloudwatch_event_target: eventTarget,
};
