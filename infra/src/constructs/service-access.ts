import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy/index.js';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository/index.js';
import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { SOURCES } from '@trade-matching/domain';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { policy, type Statement, useKey } from '../policy.ts';

/** Where the service runs in the cluster: the manifests name the same. */
export const SERVICE_ACCOUNT = { namespace: 'trade-matching', name: 'matching-service' } as const;

export interface ServiceAccessOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly repository: string;
  /** Where the cluster's log agent sends what the pods write. */
  readonly logGroup: string;
  readonly keyArn: string;
  readonly bucketArn: string;
  readonly tradesTableArn: string;
  readonly casesTableArn: string;
  readonly topicArn: string;
  readonly tokenSecretArn: string;
}

/** What the matching service needs of AWS: its image's repository, its logs, and a role that its pods take by Pod Identity. */
export class ServiceAccess extends Construct {
  readonly repository: EcrRepository;

  constructor(scope: Construct, id: string, options: ServiceAccessOptions) {
    super(scope, id);
    const { environment, name, keyArn } = options;
    this.repository = new EcrRepository(this, 'repository', {
      name: options.repository,
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: 'KMS', kmsKey: keyArn }],
      forceDelete: !environment.protected,
    });
    new EcrLifecyclePolicy(this, 'lifecycle', {
      repository: this.repository.name,
      policy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            description: 'Keep the last 50 images',
            selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 50 },
            action: { type: 'expire' },
          },
        ],
      }),
    });
    new CloudwatchLogGroup(this, 'logs', {
      name: options.logGroup,
      retentionInDays: environment.logRetentionDays,
      kmsKeyId: keyArn,
    });
    const role = new IamRole(this, 'role', {
      name,
      assumeRolePolicy: policy({
        Sid: 'PodsAssume',
        Effect: 'Allow',
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: { StringEquals: { 'aws:SourceAccount': environment.account } },
      }),
    });
    new IamRolePolicy(this, 'permissions', {
      name: 'matching',
      role: role.name,
      policy: policy(...statements(options)),
    });
    if (environment.matchingService) {
      new EksPodIdentityAssociation(this, 'identity', {
        clusterName: environment.matchingService.clusterName,
        namespace: SERVICE_ACCOUNT.namespace,
        serviceAccount: SERVICE_ACCOUNT.name,
        roleArn: role.arn,
      });
    }
  }
}

/** Each from a call that the service makes. */
function statements(options: ServiceAccessOptions): Statement[] {
  const { environment, bucketArn, tradesTableArn, casesTableArn, topicArn, keyArn, tokenSecretArn } = options;
  const model = environment.matchingService?.fallbackModelId;
  const allow = (Sid: string, Action: readonly string[], Resource: string | readonly string[]): Statement => ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource,
  });
  return [
    allow(
      'ReadIncoming',
      ['s3:GetObjectVersion'],
      SOURCES.map((source) => `${bucketArn}/${source}/*`),
    ),
    allow(
      'ReadAndWriteTrades',
      [
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:DescribeTable',
      ],
      tradesTableArn,
    ),
    // It adds to the history of a case, and takes nothing away.
    allow('ReadAndWriteCases', ['dynamodb:GetItem', 'dynamodb:PutItem'], casesTableArn),
    allow('Notify', ['sns:Publish'], topicArn),
    allow('ReadToken', ['secretsmanager:GetSecretValue'], tokenSecretArn),
    useKey(keyArn, environment.region, ['s3', 'dynamodb', 'sns', 'secretsmanager']),
    ...(model === undefined
      ? []
      : [
          allow(
            'AskModel',
            ['bedrock:InvokeModel'],
            `arn:aws:bedrock:${environment.region}::foundation-model/${model}`,
          ),
        ]),
  ];
}
