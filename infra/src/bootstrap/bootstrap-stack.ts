import path from 'node:path';
import { DataAwsIamOpenidConnectProvider } from '@cdktf/provider-aws/lib/data-aws-iam-openid-connect-provider/index.js';
import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias/index.js';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key/index.js';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import type { Environment } from '../environments/index.ts';
import { policy, type Statement, useKey } from '../policy.ts';
import { deploymentPermissions, planPermissions } from './deployment-permissions.ts';
import { loadTestPermissions } from './load-test-permissions.ts';
import { type BootstrapRole, bootstrapRoleName, bootstrapRoles, GITHUB_PROVIDER } from './role-names.ts';

/** Where the states of the bootstraps are. Every synth empties its own output folder: a state in there would be lost. */
const STATE_FOLDER = path.resolve(import.meta.dirname, '../../bootstrap-state');
/** IAM takes policies of 6,144 characters. */
const MAX_POLICY_CHARACTERS = 5_500;

/**
 * What an account needs before the first deployment, applied once by an administrator with its state in a file: the
 * bucket and key of the state, and the roles that GitHub's jobs take.
 */
export class BootstrapStack extends TerraformStack {
  constructor(scope: Construct, environment: Environment) {
    const { name, account, region, state, delivery } = environment;
    super(scope, `trade-matching-bootstrap-${name}`);
    if (!state || !delivery) throw new Error(`${name} has no state or no delivery to bootstrap.`);
    new AwsProvider(this, 'aws', { region, allowedAccountIds: [account] });
    new LocalBackend(this, { path: path.join(STATE_FOLDER, `trade-matching-bootstrap-${name}.tfstate`) });

    const key = new KmsKey(this, 'state-key', {
      description: 'The Terraform state of trade matching',
      enableKeyRotation: true,
      deletionWindowInDays: 30,
    });
    new KmsAlias(this, 'state-key-alias', { name: state.kmsKeyAlias, targetKeyId: key.keyId });
    const bucket = new PrivateBucket(this, 'state', {
      name: state.bucket,
      forceDestroy: false,
      keyArn: key.arn,
      lifecycle: {
        noncurrentVersionExpiration: [{ noncurrentDays: 365 }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
    }).bucket;
    // An account has one provider of a URL: where another project made it, it is found and not made.
    const url = `https://${GITHUB_PROVIDER}`;
    const github =
      delivery.githubProvider === 'existing'
        ? new DataAwsIamOpenidConnectProvider(this, 'github', { url })
        : new IamOpenidConnectProvider(this, 'github', { url, clientIdList: ['sts.amazonaws.com'] });

    /** A role that jobs of this repository take, in one GitHub environment only. */
    const role = (id: BootstrapRole, githubEnvironment: string, description: string) =>
      new IamRole(this, id, {
        name: bootstrapRoleName(id, name),
        description,
        maxSessionDuration: 3600,
        assumeRolePolicy: policy({
          Sid: 'GitHubAssumes',
          Effect: 'Allow',
          Principal: { Federated: github.arn },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              [`${GITHUB_PROVIDER}:aud`]: 'sts.amazonaws.com',
              // With an environment, the subject names it and not the branch.
              [`${GITHUB_PROVIDER}:sub`]: `${delivery.repositorySubject}:environment:${githubEnvironment}`,
            },
          },
        }),
      });
    const plan = role('plan', `${name}-plan`, 'Shows what a deployment would change');
    new IamRolePolicyAttachment(this, 'plan-reads', {
      role: plan.name,
      policyArn: 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
    });
    const deploy = role('deploy', name, 'Deploys the stack');
    for (const [each, changes] of [
      [plan, `${bucket.arn}/*.tflock`],
      [deploy, `${bucket.arn}/*`],
    ] as const) {
      new IamRolePolicy(this, `${each.node.id}-state`, {
        name: 'state',
        role: each.name,
        policy: policy(...statePermissions(bucket.arn, key.arn, region, changes)),
      });
    }
    const permissions = deploymentPermissions(environment);
    new IamRolePolicy(this, 'plan-permissions', {
      name: 'read',
      role: plan.name,
      policy: policy(...planPermissions(environment)),
    });
    for (const [i, part] of parts(permissions).entries()) {
      const attached = new IamPolicy(this, `deploy-permissions-${i}`, {
        name: `trade-matching-deploy-${name}-${i}`,
        policy: policy(...part),
      });
      new IamRolePolicyAttachment(this, `deploy-permissions-${i}-attached`, {
        role: deploy.name,
        policyArn: attached.arn,
      });
    }
    const outputs: [string, string][] = [
      ['plan_role_arn', plan.arn],
      ['deploy_role_arn', deploy.arn],
    ];
    if (bootstrapRoles(name).includes('load-test')) {
      const loadTest = role('load-test', name, 'Uploads a load, follows it, and takes it out again');
      new IamRolePolicy(this, 'load-test-permissions', {
        name: 'load-test',
        role: loadTest.name,
        policy: policy(...loadTestPermissions(environment)),
      });
      outputs.push(['load_test_role_arn', loadTest.arn]);
    }
    for (const [output, value] of outputs) {
      new TerraformOutput(this, output, { staticId: true, value });
    }
  }
}

/** Reading the state and holding its lock; `changes` are the objects that may be put and deleted. */
function statePermissions(bucketArn: string, keyArn: string, region: string, changes: string): Statement[] {
  return [
    { Sid: 'ListState', Effect: 'Allow', Action: ['s3:ListBucket'], Resource: bucketArn },
    { Sid: 'ReadState', Effect: 'Allow', Action: ['s3:GetObject'], Resource: `${bucketArn}/*` },
    { Sid: 'ChangeState', Effect: 'Allow', Action: ['s3:PutObject', 's3:DeleteObject'], Resource: changes },
    useKey(keyArn, region, ['s3']),
  ];
}

/** Statements in policies that are short enough. */
function parts(statements: readonly Statement[]): Statement[][] {
  const filled: Statement[][] = [[]];
  for (const statement of statements) {
    const last = filled.at(-1) ?? [];
    if (policy(...last, statement).length <= MAX_POLICY_CHARACTERS) last.push(statement);
    else filled.push([statement]);
  }
  return filled;
}
