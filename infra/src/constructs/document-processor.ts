import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { LambdaEventSourceMapping } from '@cdktf/provider-aws/lib/lambda-event-source-mapping/index.js';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function/index.js';
import { OUTCOMES, SOURCES, type Source } from '@trade-matching/domain';
import { DOCUMENTS_BUNDLE, DOCUMENTS_HANDLER } from '@trade-matching/processor';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { policy, type Statement, trust } from '../policy.ts';
import type { DocumentQueue } from './document-queue.ts';

/** Seconds. P1. */
export const PROCESSOR_TIMEOUT = 300;
/** Seconds. P1. */
export const BATCH_WINDOW = 10;
const BATCH_SIZE = 5;

export interface DocumentProcessorOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly keyArn: string;
  readonly queues: Readonly<Record<Source, DocumentQueue>>;
  readonly bucket: { readonly name: string; readonly arn: string };
  readonly ledger: { readonly name: string; readonly arn: string };
  readonly topicArn: string;
  readonly serviceEndpoint: string;
  readonly tokenSecretArn: string;
  /** Absent in `local`, which has no VPC. */
  readonly vpc?: { readonly subnetIds: string[]; readonly securityGroupIds: string[] };
}

/** The function that takes documents from both queues to their outcome (P1, P2), with its role and its logs. */
export class DocumentProcessor extends Construct {
  constructor(scope: Construct, id: string, options: DocumentProcessorOptions) {
    super(scope, id);
    const { environment, name, keyArn, queues, bucket, ledger, topicArn } = options;
    const role = new IamRole(this, 'role', { name, assumeRolePolicy: trust('lambda.amazonaws.com') });
    const logs = new CloudwatchLogGroup(this, 'logs', {
      name: `/aws/lambda/${name}`,
      retentionInDays: environment.logRetentionDays,
      kmsKeyId: keyArn,
    });
    const permissions = new IamRolePolicy(this, 'permissions', {
      name: 'documents',
      role: role.name,
      policy: policy(...statements(options, logs.arn)),
    });
    const code = new TerraformAsset(this, 'code', { path: DOCUMENTS_BUNDLE, type: AssetType.ARCHIVE });
    const lambda = new LambdaFunction(this, 'function', {
      functionName: name,
      description: 'Takes trade documents from their queues to their outcome',
      filename: code.path,
      sourceCodeHash: code.assetHash,
      handler: DOCUMENTS_HANDLER,
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      memorySize: environment.processor.memory,
      timeout: PROCESSOR_TIMEOUT,
      reservedConcurrentExecutions: environment.processor.reservedConcurrency,
      role: role.arn,
      kmsKeyArn: keyArn,
      environment: {
        variables: {
          EKS_SERVICE_ENDPOINT: options.serviceEndpoint,
          SERVICE_TOKEN_SECRET_ARN: options.tokenSecretArn,
          SNS_TOPIC_ARN: topicArn,
          MAX_RETRIES: '3',
          PROCESSING_TIMEOUT: String(environment.processor.processingTimeout),
          LOG_LEVEL: environment.processor.logLevel,
          DOCUMENTS_BUCKET: bucket.name,
          DOCUMENTS_TABLE: ledger.name,
          BANK_QUEUE_URL: queues.BANK.queue.url,
          COUNTERPARTY_QUEUE_URL: queues.COUNTERPARTY.queue.url,
        },
      },
      ...(options.vpc ? { vpcConfig: options.vpc } : {}),
      loggingConfig: { logFormat: 'JSON', logGroup: logs.name },
      dependsOn: [permissions],
    });
    for (const source of SOURCES) {
      new LambdaEventSourceMapping(this, `${source.toLowerCase()}-documents`, {
        eventSourceArn: queues[source].queue.arn,
        functionName: lambda.arn,
        batchSize: BATCH_SIZE,
        maximumBatchingWindowInSeconds: BATCH_WINDOW,
        functionResponseTypes: ['ReportBatchItemFailures'],
        scalingConfig: { maximumConcurrency: environment.processor.concurrencyPerQueue },
      });
    }
  }
}

/** Lambda puts the function into the VPC with the function's own role; EC2 knows no resource for these calls. */
const NETWORK_INTERFACES: Statement = {
  Sid: 'JoinVpc',
  Effect: 'Allow',
  Action: [
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:DeleteNetworkInterface',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  Resource: '*',
};

/** Each from a call that the function makes. */
function statements(options: DocumentProcessorOptions, logGroupArn: string): Statement[] {
  const { keyArn, queues, bucket, ledger, topicArn, tokenSecretArn } = options;
  const incoming = SOURCES.map((source) => `${bucket.arn}/${source}/*`);
  const outcomes = OUTCOMES.map((outcome) => `${bucket.arn}/${outcome}/*`);
  const allow = (Sid: string, Action: readonly string[], Resource: string | readonly string[]): Statement => ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource,
  });
  return [
    allow('ReadIncoming', ['s3:GetObjectVersion'], incoming),
    allow('ClearIncoming', ['s3:DeleteObject'], incoming),
    allow('FileOutcomes', ['s3:PutObject', 's3:GetObject'], outcomes),
    // Without it S3 answers 403 where an object is missing, and 404 could not be told from a lack of rights.
    allow('TellMissingFromForbidden', ['s3:ListBucket'], bucket.arn),
    allow('WriteLedger', ['dynamodb:UpdateItem', 'dynamodb:PutItem'], ledger.arn),
    allow(
      'ConsumeQueues',
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
      SOURCES.map((source) => queues[source].queue.arn),
    ),
    allow('Notify', ['sns:Publish'], topicArn),
    allow('ReadToken', ['secretsmanager:GetSecretValue'], tokenSecretArn),
    allow('UseKey', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn),
    ...(options.vpc ? [NETWORK_INTERFACES] : []),
    allow('WriteLogs', ['logs:CreateLogStream', 'logs:PutLogEvents'], `${logGroupArn}:*`),
  ];
}
