import { resourceNames } from '@trade-matching/domain';
import type { Environment } from '../environments/index.ts';
import type { Statement } from '../policy.ts';
import { actions, allow, type Scope } from './permission-scope.ts';
import { namePermissions, servicePermissions } from './service-permissions.ts';

/**
 * What the deploying role may do: create, change and destroy the resources of the stack, found by the names that the
 * stack gives them. It can put the service's first token; it cannot read a document, a secret's value or a message.
 */
export function deploymentPermissions(environment: Environment): Statement[] {
  const { name, account, region } = environment;
  const scope: Scope = {
    names: resourceNames(name, account),
    account,
    region,
    clusterName: environment.matchingService?.clusterName ?? '*',
    serviceHost: environment.matchingService && new URL(environment.matchingService.endpoint).hostname,
    protected: environment.protected,
    arn: (service, resource) => `arn:aws:${service}:${region}:${account}:${resource}`,
  };
  return [
    ...storagePermissions(scope),
    ...(environment.protected ? [] : [emptyBuckets(scope)]),
    ...messagingPermissions(scope),
    ...functionPermissions(scope),
    ...schedulePermissions(scope),
    ...keyPermissions(scope),
    ...observationPermissions(scope),
    ...servicePermissions(scope),
    ...namePermissions(scope),
  ];
}

/** What is looked at only to make or destroy something. */
const LOOKED_AT_FOR_CHANGES: readonly string[] = [
  's3:ListBucketVersions',
  'iam:ListInstanceProfilesForRole',
  'ec2:DescribeVpcs',
  'ec2:DescribeSubnets',
  'ec2:DescribeNetworkInterfaces',
  'elasticloadbalancing:DescribeLoadBalancers',
  'route53:GetChange',
  'route53:GetDNSSEC',
];

/** Of the deploying role's permissions what only looks, and the functions' environment, which Lambda encrypts. */
export function planPermissions(environment: Environment): Statement[] {
  const { account, region } = environment;
  const looking = deploymentPermissions(environment).flatMap((statement) => {
    const Action = [statement.Action]
      .flat()
      .filter((action) => /:(Get|List|Describe)/.test(action) && !/Authorization/.test(action))
      .filter((action) => !LOOKED_AT_FOR_CHANGES.includes(action));
    return Action.length > 0 ? [{ ...statement, Action }] : [];
  });
  const readEnvironment: Statement = {
    ...allow('ReadFunctionEnvironment', ['kms:Decrypt'], `arn:aws:kms:${region}:${account}:key/*`),
    Condition: { StringEquals: { 'kms:ViaService': `lambda.${region}.amazonaws.com` } },
  };
  return [...looking, readEnvironment];
}

/** Buckets and tables. */
function storagePermissions({ names, arn }: Scope): Statement[] {
  return [
    allow(
      'Buckets',
      actions(
        's3',
        `CreateBucket DeleteBucket ListBucket GetBucketLocation GetBucketAcl GetBucketPolicy PutBucketPolicy
         DeleteBucketPolicy GetBucketVersioning PutBucketVersioning GetBucketCORS PutBucketCORS GetBucketLogging
         PutBucketLogging GetBucketNotification PutBucketNotification GetBucketOwnershipControls
         PutBucketOwnershipControls GetBucketPublicAccessBlock PutBucketPublicAccessBlock GetEncryptionConfiguration
         PutEncryptionConfiguration GetLifecycleConfiguration PutLifecycleConfiguration GetBucketTagging
         PutBucketTagging TagResource UntagResource ListTagsForResource GetBucketRequestPayment GetBucketWebsite
         GetAccelerateConfiguration GetReplicationConfiguration
         GetBucketObjectLockConfiguration`,
      ),
      [names.documentsBucket, names.accessLogBucket, names.auditTrailBucket].map((bucket) => `arn:aws:s3:::${bucket}`),
    ),
    allow(
      'Tables',
      actions(
        'dynamodb',
        `CreateTable DeleteTable DescribeTable UpdateTable DescribeContinuousBackups UpdateContinuousBackups
         DescribeTimeToLive ListTagsOfResource TagResource UntagResource`,
      ),
      [names.documentsTable, names.tradesTable, names.casesTable].map((table) => arn('dynamodb', `table/${table}`)),
    ),
  ];
}

/** A destroy takes the objects with the bucket where the environment is not protected. */
function emptyBuckets({ names }: Scope): Statement {
  const buckets = [names.documentsBucket, names.accessLogBucket].map((bucket) => `arn:aws:s3:::${bucket}`);
  return allow(
    'EmptyBuckets',
    ['s3:ListBucketVersions', 's3:DeleteObject', 's3:DeleteObjectVersion'],
    [...buckets, ...buckets.map((bucket) => `${bucket}/*`)],
  );
}

/** Queues, topics and subscriptions. */
function messagingPermissions({ names, arn }: Scope): Statement[] {
  return [
    allow(
      'Queues',
      actions('sqs', 'CreateQueue DeleteQueue GetQueueAttributes SetQueueAttributes ListQueueTags TagQueue UntagQueue'),
      [
        ...Object.values(names.documentQueue),
        ...Object.values(names.documentDeadLetterQueue),
        names.failedProcessingQueue,
        names.failedProcessingDeadLetterQueue,
        names.sweepDeadLetterQueue,
      ].map((queue) => arn('sqs', queue)),
    ),
    allow(
      'Topic',
      actions(
        'sns',
        `CreateTopic DeleteTopic GetTopicAttributes SetTopicAttributes Subscribe
         ListTagsForResource TagResource UntagResource`,
      ),
      [names.notificationsTopic, names.alarmsTopic, names.pagesTopic].map((topic) => arn('sns', topic)),
    ),
  ];
}

/** Functions, their event source mappings, and the roles of the stack. */
function functionPermissions({ names, account, arn }: Scope): Statement[] {
  const [processor, failures, sweep] = [names.processorFunction, names.failuresFunction, names.sweepFunction].map(
    (each) => arn('lambda', `function:${each}`),
  ) as [string, string, string];
  const roles = [
    names.processorFunction,
    names.failuresFunction,
    names.sweepFunction,
    names.matchingService,
    names.desk,
    names.uploadRole,
    names.auditTrail,
  ].map((role) => `arn:aws:iam::${account}:role/${role}`);
  return [
    allow(
      'Functions',
      actions(
        'lambda',
        `CreateFunction DeleteFunction GetFunction GetFunctionConfiguration GetFunctionCodeSigningConfig
         ListVersionsByFunction UpdateFunctionCode UpdateFunctionConfiguration PutFunctionConcurrency
         DeleteFunctionConcurrency TagResource UntagResource ListTags`,
      ),
      [processor, failures, sweep],
    ),
    // Who may invoke it: EventBridge, by its rule.
    allow('Invokers', actions('lambda', 'AddPermission RemovePermission GetPolicy'), sweep),
    // A mapping has no name before it exists: making one is allowed by the function that it feeds.
    {
      ...allow('FeedFunctions', ['lambda:CreateEventSourceMapping'], '*'),
      Condition: { ArnLike: { 'lambda:FunctionArn': [processor, failures] } },
    },
    allow(
      'EventSourceMappings',
      actions(
        'lambda',
        `UpdateEventSourceMapping DeleteEventSourceMapping GetEventSourceMapping TagResource UntagResource ListTags`,
      ),
      arn('lambda', 'event-source-mapping:*'),
    ),
    allow(
      'Roles',
      actions(
        'iam',
        `CreateRole DeleteRole GetRole UpdateRole UpdateAssumeRolePolicy PutRolePolicy GetRolePolicy DeleteRolePolicy
         ListRolePolicies ListAttachedRolePolicies ListInstanceProfilesForRole TagRole UntagRole PassRole`,
      ),
      roles,
    ),
  ];
}

/** The rule that starts the sweep. */
function schedulePermissions({ names, arn }: Scope): Statement[] {
  return [
    allow(
      'Schedule',
      actions(
        'events',
        `PutRule DeleteRule DescribeRule PutTargets RemoveTargets ListTargetsByRule ListTagsForResource TagResource
         UntagResource`,
      ),
      arn('events', `rule/${names.sweepSchedule}`),
    ),
  ];
}

/** The key, the service token, and what has no name before it exists. */
function keyPermissions({ names, region, arn }: Scope): Statement[] {
  return [
    allow(
      'Key',
      actions(
        'kms',
        `DescribeKey GetKeyPolicy PutKeyPolicy GetKeyRotationStatus EnableKeyRotation ListResourceTags TagResource
         UntagResource ScheduleKeyDeletion UpdateKeyDescription`,
      ),
      arn('kms', 'key/*'),
    ),
    allow('KeyAlias', actions('kms', 'CreateAlias DeleteAlias UpdateAlias'), [
      arn('kms', `alias/${names.stack}`),
      arn('kms', 'key/*'),
    ]),
    // A key has no name before it exists; lists and saved queries have no resource.
    allow(
      'Unnamed',
      [
        ...actions('kms', 'CreateKey ListAliases'),
        ...actions('logs', 'DescribeLogGroups PutQueryDefinition DescribeQueryDefinitions DeleteQueryDefinition'),
        // Composite alarms are described with the right to describe all, or not at all.
        'cloudwatch:DescribeAlarms',
        'cloudtrail:DescribeTrails',
        // They name a subscription, which is no type of resource; the topic is an optional one.
        ...actions('sns', 'Unsubscribe GetSubscriptionAttributes SetSubscriptionAttributes'),
        'ecr:GetAuthorizationToken',
      ],
      '*',
    ),
    allow(
      'Token',
      actions(
        'secretsmanager',
        `CreateSecret DeleteSecret DescribeSecret UpdateSecret GetResourcePolicy TagResource UntagResource
         PutSecretValue`,
      ),
      arn('secretsmanager', `secret:${names.serviceTokenSecret}-*`),
    ),
    ...Object.entries(KEY_USES).map(
      ([service, uses]): Statement => ({
        ...allow(`Key${service[0]?.toUpperCase()}${service.slice(1)}`, actions('kms', uses), arn('kms', 'key/*')),
        Condition: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } },
      }),
    ),
  ];
}

/** What services do with the stack's key in the name of whoever makes, changes or reads a resource under it. */
const KEY_USES = {
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
  secretsmanager: 'GenerateDataKey Decrypt',
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
  dynamodb: 'Encrypt Decrypt ReEncryptFrom ReEncryptTo GenerateDataKey CreateGrant',
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
  lambda: 'Encrypt Decrypt CreateGrant',
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
  ecr: 'CreateGrant RetireGrant',
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
  cloudtrail: 'GenerateDataKey Decrypt',
} as const;

/** Log groups, alarms, the dashboard and the audit trail. */
function observationPermissions({ names, account, arn }: Scope): Statement[] {
  return [
    allow(
      'LogGroups',
      actions(
        'logs',
        `CreateLogGroup DeleteLogGroup PutRetentionPolicy DeleteRetentionPolicy AssociateKmsKey DisassociateKmsKey
         ListTagsForResource TagResource UntagResource`,
      ),
      [
        arn('logs', `log-group:/aws/lambda/trade-document-*`),
        arn('logs', `log-group:${names.sweepLogGroup}*`),
        arn('logs', `log-group:/aws/cloudtrail/${names.auditTrail}*`),
        arn('logs', `log-group:${names.serviceLogGroup}*`),
        arn('logs', `log-group:${names.deskLogGroup}*`),
      ],
    ),
    allow(
      'Alarms',
      actions(
        'cloudwatch',
        'PutMetricAlarm PutCompositeAlarm DeleteAlarms ListTagsForResource TagResource UntagResource',
      ),
      arn('cloudwatch', `alarm:${names.stack}-*`),
    ),
    // Dashboards are of an account, not of a region.
    allow(
      'Dashboard',
      actions('cloudwatch', 'PutDashboard GetDashboard DeleteDashboards'),
      `arn:aws:cloudwatch::${account}:dashboard/${names.dashboard}`,
    ),
    allow(
      'Trail',
      actions(
        'cloudtrail',
        `CreateTrail DeleteTrail UpdateTrail GetTrail GetTrailStatus StartLogging StopLogging PutEventSelectors
         GetEventSelectors GetInsightSelectors ListTags AddTags RemoveTags`,
      ),
      arn('cloudtrail', `trail/${names.auditTrail}`),
    ),
  ];
}
