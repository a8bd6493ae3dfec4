import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy/index.js';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository/index.js';
import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { policy, type Statement } from '../policy.ts';

/** A service account of the cluster: the manifests name the same. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

export interface PodAccessOptions {
  readonly environment: Environment;
  /** Of the role. */
  readonly name: string;
  readonly repository: string;
  /** Where the cluster's log agent sends what the pods write. */
  readonly logGroup: string;
  readonly keyArn: string;
  readonly serviceAccount: ServiceAccount;
  readonly policyName: string;
  readonly statements: readonly Statement[];
}

/** What pods need of AWS: their image's repository, their logs, and a role that they take by Pod Identity. */
export class PodAccess extends Construct {
  readonly repository: EcrRepository;

  constructor(scope: Construct, id: string, options: PodAccessOptions) {
    super(scope, id);
    const { environment, name, keyArn, serviceAccount } = options;
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
      name: options.policyName,
      role: role.name,
      policy: policy(...options.statements),
    });
    if (environment.matchingService) {
      new EksPodIdentityAssociation(this, 'identity', {
        clusterName: environment.matchingService.clusterName,
        namespace: serviceAccount.namespace,
        serviceAccount: serviceAccount.name,
        roleArn: role.arn,
      });
    }
  }
}
