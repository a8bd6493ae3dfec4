import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { LambdaEventSourceMapping } from '@cdktf/provider-aws/lib/lambda-event-source-mapping/index.js';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function/index.js';
import type { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';
import { HANDLER } from '../bundles.ts';
import type { Environment } from '../environments/index.ts';
import { policy, type Statement, trust, useKey } from '../policy.ts';

/** A queue that feeds the function. */
export interface ConsumedQueue {
  readonly id: string;
  readonly queue: SqsQueue;
  readonly batchSize: number;
  /** Seconds. */
  readonly batchingWindow: number;
  /** Lambda knows nothing of the reserved concurrency when it polls: this keeps within it. */
  readonly maximumConcurrency: number;
}

/** Where a function stands in the network; absent in `local`, which has none. */
export interface FunctionNetwork {
  readonly subnetIds: string[];
  readonly securityGroupIds: string[];
}

export interface QueueFunctionOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly description: string;
  /** The built function's folder. */
  readonly bundle: string;
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** Of the account's executions; absent where it shares those that nobody has reserved. */
  readonly reservedConcurrency?: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly consumes: readonly ConsumedQueue[];
  readonly keyArn: string;
  /** The services that keep what the function reads and writes under the key: `s3`. */
  readonly encryptedServices: readonly string[];
  readonly network: FunctionNetwork | undefined;
  /** What the code calls; consuming, decrypting and logging come by themselves. */
  readonly statements: readonly Statement[];
}

/** As Terraform's provider says it. */
const UNRESERVED = -1;

/** A function that queues feed, or nobody yet, with its role, its logs and its event source mappings. */
export class QueueFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, options: QueueFunctionOptions) {
    super(scope, id);
    const { environment, name, keyArn, network, consumes } = options;
    const role = new IamRole(this, 'role', { name, assumeRolePolicy: trust('lambda.amazonaws.com') });
    const logs = new CloudwatchLogGroup(this, 'logs', {
      name: `/aws/lambda/${name}`,
      retentionInDays: environment.logRetentionDays,
      kmsKeyId: keyArn,
    });
    const permissions = new IamRolePolicy(this, 'permissions', {
      name: 'documents',
      role: role.name,
      policy: policy(
        ...options.statements,
        ...(consumes.length === 0 ? [] : [consume(consumes.map(({ queue }) => queue.arn))]),
        useKey(keyArn, environment.region, options.encryptedServices),
        ...(network ? [NETWORK_INTERFACES] : []),
        allow('WriteLogs', ['logs:CreateLogStream', 'logs:PutLogEvents'], `${logs.arn}:log-stream:*`),
      ),
    });
    const code = new TerraformAsset(this, 'code', { path: options.bundle, type: AssetType.ARCHIVE });
    this.lambda = new LambdaFunction(this, 'function', {
      functionName: name,
      description: options.description,
      filename: code.path,
      sourceCodeHash: code.assetHash,
      handler: HANDLER,
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      memorySize: options.memory,
      timeout: options.timeout,
      // Without it the function shares what the account has, and what was reserved before is given back.
      ...reservedOf(options),
      role: role.arn,
      kmsKeyArn: keyArn,
      environment: { variables: { ...options.variables } },
      ...(network ? { vpcConfig: network } : {}),
      loggingConfig: { logFormat: 'JSON', logGroup: logs.name },
      dependsOn: [permissions],
    });
    for (const { id: mapping, queue, batchSize, batchingWindow, maximumConcurrency } of consumes) {
      new LambdaEventSourceMapping(this, mapping, {
        eventSourceArn: queue.arn,
        functionName: this.lambda.arn,
        batchSize,
        maximumBatchingWindowInSeconds: batchingWindow,
        functionResponseTypes: ['ReportBatchItemFailures'],
        scalingConfig: { maximumConcurrency },
      });
    }
  }
}

function reservedOf({ environment, reservedConcurrency }: QueueFunctionOptions) {
  if (reservedConcurrency === undefined) return {};
  return { reservedConcurrentExecutions: environment.reserveConcurrency ? reservedConcurrency : UNRESERVED };
}

const consume = (queues: readonly string[]) =>
  allow('ConsumeQueues', ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queues);

export function allow(Sid: string, Action: readonly string[], Resource: string | readonly string[]): Statement {
  return { Sid, Effect: 'Allow', Action, Resource };
}

/** Lambda puts the function into the VPC with the function's own role; EC2 knows no resource for these calls. */
const NETWORK_INTERFACES = allow(
  'JoinVpc',
  [
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:DeleteNetworkInterface',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  '*',
);
