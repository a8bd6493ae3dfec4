import type { Fault } from './fault.ts';

const ROLES = 'infra/test/deploying-role.test.ts';
const BOOTSTRAP = 'infra/test/bootstrap.test.ts';
const CAN_DEPLOY = 'the deploying role may create, read, change, tag and delete every resource of the stack';

/** What the deploying role cannot do without one action, as Terraform would say it at the resource. */
const action = (what: string, file: string, now: string, fault: string): Fault => ({
  what: `the apply stops: ${what}`,
  file: `infra/src/bootstrap/${file}`,
  now,
  fault,
  test: [ROLES, CAN_DEPLOY],
});

export const atApply: readonly Fault[] = [
  action(
    'event source mappings cannot be tagged',
    'deployment-permissions.ts',
    'GetEventSourceMapping TagResource UntagResource ListTags`',
    'GetEventSourceMapping ListTags`',
  ),
  action('trails are not found', 'deployment-permissions.ts', "        'cloudtrail:DescribeTrails',\n", ''),
  action(
    'subscriptions cannot be read',
    'deployment-permissions.ts',
    "actions('sns', 'Unsubscribe GetSubscriptionAttributes SetSubscriptionAttributes')",
    "actions('sns', 'Unsubscribe SetSubscriptionAttributes')",
  ),
  action(
    'a table under the key is not made',
    'deployment-permissions.ts',
    "dynamodb: 'Encrypt Decrypt ReEncryptFrom ReEncryptTo GenerateDataKey CreateGrant',",
    "dynamodb: 'Encrypt Decrypt ReEncryptFrom ReEncryptTo GenerateDataKey',",
  ),
  action(
    'the pod identity cannot be tagged',
    'service-permissions.ts',
    'UpdatePodIdentityAssociation TagResource UntagResource`',
    'UpdatePodIdentityAssociation`',
  ),
  {
    what: 'the plan may write the state that it reads',
    file: 'infra/src/bootstrap/bootstrap-stack.ts',
    now: '[plan, `${bucket.arn}/*.tflock`],',
    fault: '[plan, `${bucket.arn}/*`],',
    test: [BOOTSTRAP, 'the plan changes nothing but the lock of the state'],
  },
  {
    what: "the plan cannot read the functions' environment, which is encrypted",
    file: 'infra/src/bootstrap/deployment-permissions.ts',
    now: 'return [...looking, readEnvironment];',
    fault: 'return looking;',
    test: [ROLES, 'the planning role may read every resource of the stack, and make, change or delete none'],
  },
  {
    what: 'CloudTrail is refused the key, which it describes without a context',
    file: 'infra/src/constructs/encryption-key.ts',
    now: "asked('TrailLooksAtKey', 'kms:DescribeKey'),",
    fault:
      "asked('TrailLooksAtKey', 'kms:DescribeKey', { StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': '*' } }),",
    test: ['infra/test/apply.test.ts', 'CloudTrail describes the key, which carries no encryption context'],
  },
  {
    what: 'S3 refuses the logging, since the log bucket has no policy yet',
    file: 'infra/src/constructs/private-bucket.ts',
    now: 'dependsOn: [accessLogs.policy],',
    fault: '',
    test: ['infra/test/apply.test.ts', 'accesses are logged only when the log bucket lets S3 write to it'],
  },
  {
    what: 'a new account has too few executions to reserve any',
    file: 'infra/src/constructs/queue-function.ts',
    now: 'environment.reserveConcurrency ? reservedConcurrency : UNRESERVED',
    fault: 'reservedConcurrency',
    test: [
      'infra/test/trade-matching-stack.test.ts',
      'in an account of ten concurrent executions nothing is reserved, and the queues together fit into it',
    ],
  },
  {
    what: "the next synth removes the bootstrap's state",
    file: 'infra/src/bootstrap/bootstrap-stack.ts',
    now: "'../../bootstrap-state'",
    fault: "'../../cdktf.out'",
    test: [BOOTSTRAP, 'the state is a file of its own, outside the folder that every synth empties'],
  },
  {
    what: "an account that has GitHub's identity provider refuses a second one",
    file: 'infra/src/bootstrap/bootstrap-stack.ts',
    now: "delivery.githubProvider === 'existing'",
    fault: 'false',
    test: [BOOTSTRAP, "an account that has GitHub's identity provider keeps it, and the roles name it"],
  },
];
