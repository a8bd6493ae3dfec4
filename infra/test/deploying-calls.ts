import type { Attributes } from './synthesized.ts';

/** An account's ARNs: `arn('sqs', 'name')`. */
export type Arn = (service: string, resource: string) => string;

/**
 * The calls that Terraform's AWS provider makes for a resource, a line a phase. `sns:Subscribe` is asked of the resource,
 * `ec2:DescribeVpcs *` of none in particular, `kms:Decrypt via lambda` of the key, through a service, and
 * `iam:PassRole role` of the roles that the stack makes. `s3:DeleteObject object` is asked of what is in a bucket, `… record` of a record of a
 * zone's own name, `… change` of a change to it.
 */
export interface DeployingCalls {
  readonly create: string;
  readonly read: string;
  readonly update?: string;
  readonly tag?: string;
  readonly delete: string;
  /** Before the delete, where the stack says that a destroy takes what is in it. */
  readonly emptied?: string;
  /** What the calls are asked of, where the resource is one that AWS names. */
  readonly on?: (attributes: Attributes, arn: Arn) => readonly string[];
  /** The attribute that names the resource that they are asked of, where it is another's. */
  readonly of?: string;
}

const bucketPart = (what: string, deletes = `Put${what}`): DeployingCalls => ({
  create: `s3:Put${what}, s3:ListBucket`,
  read: `s3:Get${what}`,
  delete: `s3:${deletes}`,
  of: 'bucket',
});
const securityGroupRule = (direction: 'Ingress' | 'Egress'): DeployingCalls => ({
  create: `ec2:AuthorizeSecurityGroup${direction}, ec2:CreateTags rule`,
  read: 'ec2:DescribeSecurityGroupRules *',
  update: 'ec2:ModifySecurityGroupRules',
  tag: 'ec2:CreateTags rule, ec2:DeleteTags rule',
  delete: `ec2:RevokeSecurityGroup${direction}`,
  on: (_attributes, arn) => [arn('ec2', 'security-group/sg-0123')],
});
const alarm: DeployingCalls = {
  create: 'cloudwatch:PutMetricAlarm, cloudwatch:TagResource',
  read: 'cloudwatch:DescribeAlarms *, cloudwatch:ListTagsForResource',
  tag: 'cloudwatch:TagResource, cloudwatch:UntagResource',
  delete: 'cloudwatch:DeleteAlarms',
  on: ({ alarm_name }, arn) => [arn('cloudwatch', `alarm:${alarm_name}`)],
};

/**
 * By Terraform's resource type: what the provider is known to call, and what the handlers of the CloudFormation resource
 * types of the same name ask for. Not printed by Terraform itself: a first apply may still ask for more.
 */
export const DEPLOYING_CALLS: Readonly<Record<string, DeployingCalls>> = {
  aws_s3_bucket: {
    create: 's3:CreateBucket, s3:PutBucketTagging, s3:TagResource',
    read: `s3:ListBucket, s3:GetBucketLocation, s3:GetBucketAcl, s3:GetBucketCORS, s3:GetBucketWebsite, s3:GetBucketVersioning,
      s3:GetAccelerateConfiguration, s3:GetBucketRequestPayment, s3:GetBucketLogging, s3:GetLifecycleConfiguration,
      s3:GetReplicationConfiguration, s3:GetEncryptionConfiguration, s3:GetBucketObjectLockConfiguration,
      s3:GetBucketTagging, s3:ListTagsForResource, s3:GetBucketPolicy`,
    tag: 's3:PutBucketTagging, s3:TagResource, s3:UntagResource',
    delete: 's3:DeleteBucket',
    emptied: 's3:ListBucketVersions, s3:DeleteObject object, s3:DeleteObjectVersion object',
    on: ({ bucket }) => [`arn:aws:s3:::${bucket}`],
  },
  aws_s3_bucket_versioning: bucketPart('BucketVersioning'),
  aws_s3_bucket_ownership_controls: bucketPart('BucketOwnershipControls'),
  aws_s3_bucket_public_access_block: bucketPart('BucketPublicAccessBlock'),
  aws_s3_bucket_server_side_encryption_configuration: bucketPart('EncryptionConfiguration'),
  aws_s3_bucket_lifecycle_configuration: bucketPart('LifecycleConfiguration'),
  aws_s3_bucket_logging: bucketPart('BucketLogging'),
  aws_s3_bucket_policy: bucketPart('BucketPolicy', 'DeleteBucketPolicy'),
  aws_s3_bucket_cors_configuration: bucketPart('BucketCORS'),
  aws_s3_bucket_notification: bucketPart('BucketNotification'),
  aws_dynamodb_table: {
    create: `dynamodb:CreateTable, dynamodb:TagResource, dynamodb:UpdateContinuousBackups, kms:DescribeKey via dynamodb,
      kms:CreateGrant via dynamodb, kms:Encrypt via dynamodb, kms:Decrypt via dynamodb, kms:GenerateDataKey via dynamodb,
      kms:ReEncryptFrom via dynamodb, kms:ReEncryptTo via dynamodb`,
    read: `dynamodb:DescribeTable, dynamodb:DescribeContinuousBackups, dynamodb:DescribeTimeToLive,
      dynamodb:ListTagsOfResource`,
    update: 'dynamodb:UpdateTable, dynamodb:UpdateContinuousBackups',
    tag: 'dynamodb:TagResource, dynamodb:UntagResource',
    delete: 'dynamodb:DeleteTable',
    on: ({ name }, arn) => [arn('dynamodb', `table/${name}`)],
  },
  aws_sqs_queue: {
    create: 'sqs:CreateQueue, sqs:TagQueue',
    read: 'sqs:GetQueueAttributes, sqs:ListQueueTags',
    update: 'sqs:SetQueueAttributes',
    tag: 'sqs:TagQueue, sqs:UntagQueue',
    delete: 'sqs:DeleteQueue',
    on: ({ name }, arn) => [arn('sqs', name)],
  },
  aws_sqs_queue_policy: {
    create: 'sqs:SetQueueAttributes',
    read: 'sqs:GetQueueAttributes',
    delete: 'sqs:SetQueueAttributes',
    of: 'queue_url',
  },
  aws_sqs_queue_redrive_allow_policy: {
    create: 'sqs:SetQueueAttributes',
    read: 'sqs:GetQueueAttributes',
    delete: 'sqs:SetQueueAttributes',
    of: 'queue_url',
  },
  aws_sns_topic: {
    create: 'sns:CreateTopic, sns:TagResource, sns:SetTopicAttributes',
    read: 'sns:GetTopicAttributes, sns:ListTagsForResource',
    update: 'sns:SetTopicAttributes',
    tag: 'sns:TagResource, sns:UntagResource',
    delete: 'sns:DeleteTopic',
    on: ({ name }, arn) => [arn('sns', name)],
  },
  aws_sns_topic_policy: {
    create: 'sns:SetTopicAttributes',
    read: 'sns:GetTopicAttributes',
    delete: 'sns:SetTopicAttributes',
    of: 'arn',
  },
  aws_sns_topic_subscription: {
    create: 'sns:Subscribe',
    read: 'sns:GetSubscriptionAttributes *',
    update: 'sns:SetSubscriptionAttributes *',
    delete: 'sns:Unsubscribe *',
    of: 'topic_arn',
  },
  aws_lambda_function: {
    create: `lambda:CreateFunction, lambda:TagResource, lambda:PutFunctionConcurrency, iam:PassRole role,
      kms:Encrypt via lambda, kms:CreateGrant via lambda, kms:DescribeKey via lambda, ec2:DescribeSecurityGroups *,
      ec2:DescribeSubnets *, ec2:DescribeVpcs *`,
    read: `lambda:GetFunction, lambda:GetFunctionConfiguration, lambda:ListVersionsByFunction,
      lambda:GetFunctionCodeSigningConfig, lambda:ListTags, kms:Decrypt via lambda`,
    update: `lambda:UpdateFunctionCode, lambda:UpdateFunctionConfiguration, lambda:PutFunctionConcurrency,
      lambda:DeleteFunctionConcurrency, iam:PassRole role`,
    tag: 'lambda:TagResource, lambda:UntagResource',
    delete: 'lambda:DeleteFunction',
    on: ({ function_name }, arn) => [arn('lambda', `function:${function_name}`)],
  },
  // Read in the provider's own code (internal/service/lambda/permission.go, internal/service/events/rule.go and target.go).
  aws_lambda_permission: {
    create: 'lambda:AddPermission, lambda:GetPolicy',
    read: 'lambda:GetPolicy',
    delete: 'lambda:RemovePermission, lambda:GetPolicy',
    of: 'function_name',
  },
  aws_cloudwatch_event_rule: {
    create: 'events:PutRule, events:TagResource, events:DescribeRule',
    read: 'events:DescribeRule, events:ListTagsForResource',
    update: 'events:PutRule',
    tag: 'events:TagResource, events:UntagResource',
    delete: 'events:DeleteRule',
    on: ({ name }, arn) => [arn('events', `rule/${name}`)],
  },
  aws_cloudwatch_event_target: {
    create: 'events:PutTargets',
    read: 'events:ListTargetsByRule',
    update: 'events:PutTargets',
    delete: 'events:RemoveTargets',
    of: 'rule',
  },
  aws_lambda_event_source_mapping: {
    create: 'lambda:CreateEventSourceMapping feeding, lambda:TagResource',
    read: 'lambda:GetEventSourceMapping, lambda:ListTags',
    update: 'lambda:UpdateEventSourceMapping',
    tag: 'lambda:TagResource, lambda:UntagResource',
    delete: 'lambda:DeleteEventSourceMapping',
    on: (_attributes, arn) => [arn('lambda', 'event-source-mapping:8d2f4d1c-0000-4000-8000-000000000000')],
  },
  aws_iam_role: {
    create: 'iam:CreateRole, iam:TagRole',
    read: 'iam:GetRole, iam:ListRolePolicies, iam:ListAttachedRolePolicies',
    update: 'iam:UpdateRole, iam:UpdateAssumeRolePolicy',
    tag: 'iam:TagRole, iam:UntagRole',
    delete: `iam:DeleteRole, iam:ListInstanceProfilesForRole, iam:ListAttachedRolePolicies, iam:ListRolePolicies`,
    on: ({ name }, arn) => [arn('iam', `role/${name}`)],
  },
  aws_iam_role_policy: {
    create: 'iam:PutRolePolicy',
    read: 'iam:GetRolePolicy',
    delete: 'iam:DeleteRolePolicy',
    of: 'role',
  },
  aws_kms_key: {
    create: 'kms:CreateKey *, kms:TagResource, kms:EnableKeyRotation, kms:PutKeyPolicy',
    read: 'kms:DescribeKey, kms:GetKeyPolicy, kms:GetKeyRotationStatus, kms:ListResourceTags',
    update: 'kms:PutKeyPolicy, kms:UpdateKeyDescription, kms:EnableKeyRotation',
    tag: 'kms:TagResource, kms:UntagResource',
    delete: 'kms:ScheduleKeyDeletion',
    on: (_attributes, arn) => [arn('kms', 'key/0123')],
  },
  aws_kms_alias: {
    create: 'kms:CreateAlias',
    read: 'kms:ListAliases *',
    update: 'kms:UpdateAlias',
    delete: 'kms:DeleteAlias',
    on: ({ name }, arn) => [arn('kms', name), arn('kms', 'key/0123')],
  },
  aws_secretsmanager_secret: {
    create: `secretsmanager:CreateSecret, secretsmanager:TagResource, kms:GenerateDataKey via secretsmanager,
      kms:Decrypt via secretsmanager`,
    read: 'secretsmanager:DescribeSecret, secretsmanager:GetResourcePolicy',
    update: 'secretsmanager:UpdateSecret, kms:GenerateDataKey via secretsmanager, kms:Decrypt via secretsmanager',
    tag: 'secretsmanager:TagResource, secretsmanager:UntagResource',
    delete: 'secretsmanager:DeleteSecret',
    on: ({ name }, arn) => [arn('secretsmanager', `secret:${name}-AbCdEf`)],
  },
  aws_cloudwatch_log_group: {
    create: 'logs:CreateLogGroup, logs:TagResource, logs:PutRetentionPolicy, logs:AssociateKmsKey',
    read: 'logs:DescribeLogGroups *, logs:ListTagsForResource',
    update: 'logs:PutRetentionPolicy, logs:DeleteRetentionPolicy, logs:AssociateKmsKey, logs:DisassociateKmsKey',
    tag: 'logs:TagResource, logs:UntagResource',
    delete: 'logs:DeleteLogGroup',
    on: ({ name }, arn) => [arn('logs', `log-group:${name}`)],
  },
  aws_cloudwatch_query_definition: {
    create: 'logs:PutQueryDefinition *',
    read: 'logs:DescribeQueryDefinitions *',
    delete: 'logs:DeleteQueryDefinition *',
  },
  aws_cloudwatch_metric_alarm: alarm,
  aws_cloudwatch_composite_alarm: { ...alarm, create: 'cloudwatch:PutCompositeAlarm, cloudwatch:TagResource' },
  aws_cloudwatch_dashboard: {
    create: 'cloudwatch:PutDashboard',
    read: 'cloudwatch:GetDashboard',
    delete: 'cloudwatch:DeleteDashboards',
    on: ({ dashboard_name }, arn) => [
      arn('cloudwatch', `dashboard/${dashboard_name}`).replace(/^(arn:aws:cloudwatch):[^:]*/, '$1:'),
    ],
  },
  aws_cloudtrail: {
    create: `cloudtrail:CreateTrail, cloudtrail:AddTags, cloudtrail:StartLogging, cloudtrail:PutEventSelectors,
      iam:PassRole role, kms:Decrypt via cloudtrail, kms:GenerateDataKey via cloudtrail, kms:DescribeKey via cloudtrail`,
    read: `cloudtrail:DescribeTrails *, cloudtrail:GetTrail, cloudtrail:GetTrailStatus, cloudtrail:ListTags,
      cloudtrail:GetEventSelectors, cloudtrail:GetInsightSelectors`,
    update: 'cloudtrail:UpdateTrail, cloudtrail:PutEventSelectors, cloudtrail:StopLogging',
    tag: 'cloudtrail:AddTags, cloudtrail:RemoveTags',
    delete: 'cloudtrail:DeleteTrail',
    on: ({ name }, arn) => [arn('cloudtrail', `trail/${name}`)],
  },
  aws_ecr_repository: {
    create: `ecr:CreateRepository, ecr:TagResource, kms:DescribeKey via ecr, kms:CreateGrant via ecr,
      kms:RetireGrant via ecr`,
    read: 'ecr:DescribeRepositories, ecr:ListTagsForResource',
    update: 'ecr:PutImageScanningConfiguration, ecr:PutImageTagMutability',
    tag: 'ecr:TagResource, ecr:UntagResource',
    delete: 'ecr:DeleteRepository',
    on: ({ name }, arn) => [arn('ecr', `repository/${name}`)],
  },
  aws_ecr_lifecycle_policy: {
    create: 'ecr:PutLifecyclePolicy',
    read: 'ecr:GetLifecyclePolicy',
    delete: 'ecr:DeleteLifecyclePolicy',
    of: 'repository',
  },
  aws_eks_pod_identity_association: {
    create: 'eks:CreatePodIdentityAssociation, eks:TagResource, iam:PassRole role, iam:GetRole role',
    read: 'eks:DescribePodIdentityAssociation',
    update: 'eks:UpdatePodIdentityAssociation, iam:PassRole role, iam:GetRole role',
    tag: 'eks:TagResource, eks:UntagResource',
    delete: 'eks:DeletePodIdentityAssociation',
    on: ({ cluster_name }, arn) => [
      arn('eks', `cluster/${cluster_name}`),
      arn('eks', `podidentityassociation/${cluster_name}/a-0123`),
    ],
  },
  aws_security_group: {
    create: 'ec2:CreateSecurityGroup, ec2:CreateTags, ec2:RevokeSecurityGroupEgress',
    read: 'ec2:DescribeSecurityGroups *',
    tag: 'ec2:CreateTags, ec2:DeleteTags',
    delete: 'ec2:DeleteSecurityGroup, ec2:DescribeNetworkInterfaces *',
    on: (_attributes, arn) => [arn('ec2', 'security-group/sg-0123')],
  },
  // Read in the provider's own code (internal/service/route53/zone.go).
  aws_route53_zone: {
    create: `route53:CreateHostedZone *, route53:GetChange change, route53:ChangeTagsForResource, ec2:DescribeVpcs *`,
    read: 'route53:GetHostedZone, route53:ListResourceRecordSets, route53:ListTagsForResource',
    update: 'route53:UpdateHostedZoneComment',
    tag: 'route53:ChangeTagsForResource',
    delete: 'route53:DeleteHostedZone',
    emptied: `route53:ListResourceRecordSets, route53:ChangeResourceRecordSets record, route53:GetChange change,
      route53:GetDNSSEC`,
    on: () => ['arn:aws:route53:::hostedzone/Z0123456789'],
  },
  aws_vpc_security_group_ingress_rule: securityGroupRule('Ingress'),
  aws_vpc_security_group_egress_rule: securityGroupRule('Egress'),
};
