/** One fault that the stack, its delivery or the embedded AWS once had, and the test that keeps it out. */
export interface Fault {
  /** What happens on AWS with it. */
  readonly what: string;
  /** The file that is changed, from the repository's root. */
  readonly file: string;
  /** The text that stands there now, once; what stood there, or stands for it, puts the fault back. */
  readonly now: string;
  readonly fault: string;
  /** Whether the test goes by the synthesized stack, which is synthesized anew with the fault. */
  readonly inStack?: boolean;
  /** The test's file, from the repository's root, and its name or the end of it. */
  readonly test: readonly [file: string, name: string];
}

const MANIFESTS = 'infra/test/manifests.test.ts';
const NETWORK = 'infra/test/network.test.ts';
const RENDERED = 'infra/checks/rendered-manifests.test.ts';
const ROLES = 'infra/test/deploying-role.test.ts';
const BOOTSTRAP = 'infra/test/bootstrap.test.ts';
const WORKFLOWS = 'infra/test/workflows.test.ts';
const DEPLOYMENT = 'infra/checks/deployment-run.test.ts';
const PERMISSIONS = 'packages/local-aws/src/iam/required-permissions.test.ts';
const BASE = 'apps/matching-service/deploy/base';
const DEPLOY = '.github/workflows/deploy-environment.yml';
const CAN_DEPLOY = 'the deploying role may create, read, change, tag and delete every resource of the stack';

const atRunTime: readonly Fault[] = [
  {
    what: 'no document finishes: the functions may not delete under an ETag',
    file: 'infra/src/constructs/document-permissions.ts',
    now: "['s3:DeleteObject', 's3:GetObject']",
    fault: "['s3:DeleteObject']",
    inStack: true,
    test: ['apps/resilience/test/least-privilege.test.ts', "the processor's role allows every call that it made"],
  },
  {
    what: 'the embedded AWS is kinder: it lets a function delete under an ETag that may not',
    file: 'packages/local-aws/src/iam/required-permissions.ts',
    now: "...(isOfOneEtag(call) ? [need('s3:GetObject', object)] : []),",
    fault: '',
    test: [PERMISSIONS, 'a delete of one ETag needs to read the object as well'],
  },
  {
    what: 'the function does not reach the load balancer: the controller made a security group of its own',
    file: 'apps/matching-service/deploy/overlays/development/kustomization.yaml',
    now: 'value: trade-matching-service-lb-development',
    fault: 'value: k8s-trade-matching-development',
    test: [NETWORK, "the load balancer has the security group that the function's rules let it reach"],
  },
  {
    what: 'the load balancer does not reach the pods: nobody opens them to a group that is named',
    file: `${BASE}/service.yaml`,
    now: 'aws-load-balancer-manage-backend-security-group-rules: "true"',
    fault: 'aws-load-balancer-manage-backend-security-group-rules: "false"',
    test: [NETWORK, "the load balancer has the security group that the function's rules let it reach"],
  },
  {
    what: 'the pods resolve no name: the labels go into the selectors of the network policy',
    file: `${BASE}/kustomization.yaml`,
    now: 'includeSelectors: false',
    fault: 'includeSelectors: true',
    test: [RENDERED, "development: pods may ask the cluster's name servers, which carry no label of ours"],
  },
  {
    what: 'the token goes over the network in the clear',
    file: `${BASE}/service.yaml`,
    now: 'service.beta.kubernetes.io/aws-load-balancer-ssl-ports: "443"',
    fault: 'service.beta.kubernetes.io/aws-load-balancer-ssl-ports: ""',
    test: [NETWORK, 'the load balancer listens for TLS alone, with a certificate of this account and region'],
  },
  {
    what: 'a plain listener is left open beside the one for TLS',
    file: `${BASE}/service.yaml`,
    now: '    - name: https\n',
    fault: '    - name: http\n      port: 80\n      targetPort: http\n    - name: https\n',
    test: [NETWORK, 'the load balancer listens for TLS alone, with a certificate of this account and region'],
  },
  {
    what: "the function does not reach the VPC's endpoints of AWS",
    file: 'infra/src/constructs/service-network.ts',
    now: 'securityGroupId: network.endpointsSecurityGroupId,',
    fault: 'securityGroupId: loadBalancer.id,',
    test: [NETWORK, "the VPC's interface endpoints let the function in"],
  },
  {
    what: 'a roll-out sends documents to pods that the load balancer does not know yet',
    file: 'apps/matching-service/deploy/namespace.yaml',
    now: 'elbv2.k8s.aws/pod-readiness-gate-inject: enabled',
    fault: 'elbv2.k8s.aws/pod-readiness-gate-inject: disabled',
    test: [
      MANIFESTS,
      'a pod is ready only when the load balancer sends to it, and goes only when it does not any more',
    ],
  },
  {
    what: 'a pod goes while the load balancer still sends to it',
    file: `${BASE}/deployment.yaml`,
    now: 'seconds: 120',
    fault: 'seconds: 15',
    test: [
      MANIFESTS,
      'a pod is ready only when the load balancer sends to it, and goes only when it does not any more',
    ],
  },
  {
    what: 'the pods stand on nodes that the image does not run on',
    file: `${BASE}/deployment.yaml`,
    now: 'kubernetes.io/arch: arm64',
    fault: 'kubernetes.io/arch: amd64',
    test: [MANIFESTS, 'the pods run on nodes of the architecture that the image is built for'],
  },
];

/** What the deploying role cannot do without one action, as Terraform would say it at the resource. */
const action = (what: string, file: string, now: string, fault: string): Fault => ({
  what: `the apply stops: ${what}`,
  file: `infra/src/bootstrap/${file}`,
  now,
  fault,
  test: [ROLES, CAN_DEPLOY],
});

const atApply: readonly Fault[] = [
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
    now: 'environment.reserveConcurrency ? options.reservedConcurrency : UNRESERVED',
    fault: 'options.reservedConcurrency',
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

const inTheWorkflow: readonly Fault[] = [
  {
    what: "the runner's Terraform answers through a wrapper that CDK Terrain cannot read",
    file: DEPLOY,
    now: "          # CDK Terrain reads Terraform's own output.\n          terraform_wrapper: false\n",
    fault: '',
    test: [WORKFLOWS, 'a job installs Terraform where it plans or applies, and CDK Terrain reads its output as it is'],
  },
  {
    what: 'a plan that fails is taken for one that passed: the pipe ends in tee',
    file: DEPLOY,
    now: 'defaults:\n  run:\n    shell: bash\n',
    fault: '',
    test: [DEPLOYMENT, 'a failing plan is red, and nothing is applied'],
  },
  {
    what: 'runners take the action away with the Node that it runs on',
    file: DEPLOY,
    now: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
    fault: 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2',
    test: [WORKFLOWS, 'a workflow uses releases of actions that run on Node 24'],
  },
  {
    what: 'the deploying role is to make the namespace, which it may not',
    file: `${BASE}/kustomization.yaml`,
    now: 'resources:\n',
    fault: 'resources:\n  - ../namespace.yaml\n',
    test: [MANIFESTS, 'the deployment applies every manifest of its folder, and nothing outside its namespace'],
  },
  {
    what: 'the first roll-out waits for a token that nobody has put',
    file: DEPLOY,
    now: 'aws secretsmanager put-secret-value --secret-id "$secret" --secret-string "$(openssl rand -hex 32)" ;;',
    fault: 'echo "The secret has no token yet." ;;',
    test: [DEPLOYMENT, 'three empty accounts are green: deployed, under load, with a token and a name each'],
  },
  {
    what: 'a second attempt pushes a tag that is immutable',
    file: DEPLOY,
    now: 'if [ "$pushed" = "$GITHUB_SHA" ]; then',
    fault: 'if false; then',
    test: [DEPLOYMENT, 'run again as a whole, it is green and pushes nothing twice'],
  },
  {
    what: 'an artifact of an earlier attempt fails the later one',
    file: DEPLOY,
    now: "          # An artifact's name is taken for the whole run, its later attempts included.\n          overwrite: true\n",
    fault: '',
    test: [WORKFLOWS, 'an artifact can be uploaded again by a later attempt'],
  },
  {
    what: 'the function asks for the service by a name that leads nowhere',
    file: DEPLOY,
    now: 'change=$(aws route53 change-resource-record-sets --cli-input-json file://name.json \\\n            --query ChangeInfo.Id --output text)',
    fault: 'exit 0',
    test: [DEPLOYMENT, 'three empty accounts are green: deployed, under load, with a token and a name each'],
  },
  {
    what: "a release finds last month's pull request and opens none",
    file: '.github/workflows/release.yml',
    now: '--state open',
    fault: '--state all',
    test: [
      WORKFLOWS,
      "the release's pull request is looked for among the open ones: `gh pr view` finds merged ones too",
    ],
  },
  {
    what: 'the scan asks an endpoint that npm has retired, and is red for ever',
    file: '.github/workflows/scan.yml',
    now: 'uses: google/osv-scanner-action/osv-scanner-action@8deb546fdb875b9996d27d4950be7312dac076a1 # v2.5.0',
    fault: 'run: pnpm audit',
    test: [WORKFLOWS, 'dependencies are scanned by what can be green, over every lockfile'],
  },
  {
    what: 'any branch takes the role that deploys',
    file: 'docs/deploy.md',
    now: "-F 'deployment_branch_policy[custom_branch_policies]=true'",
    fault: '',
    test: [WORKFLOWS, "jobs take the environments' roles on main only"],
  },
  {
    what: 'the cluster has no metrics, and its autoscaler scales nothing',
    file: 'docs/deploy.md',
    now: 'metrics-server',
    fault: 'kube-proxy',
    test: [
      WORKFLOWS,
      'the tools and add-ons that the deployment needs are named before the first command that needs them',
    ],
  },
];

const inTheEmbeddedAws: readonly Fault[] = [
  {
    what: "the embedded AWS is kinder: the index's key is as long as one likes, and a document is stuck for ever",
    file: 'packages/local-aws/src/aws/dynamodb/index-key-limits.ts',
    now: 'RANGE: 1024 } as const',
    fault: 'RANGE: 1_048_576 } as const',
    test: ['packages/local-aws/src/aws/limits/dynamodb-limits.test.ts', 'the key of an index has the same limits'],
  },
  {
    what: 'the embedded AWS is kinder: a subject of any length and script is published',
    file: 'packages/local-aws/src/aws/limits/sns-limits.ts',
    now: "refusedSubject(form.get('Subject')) ?? refusedAttributes(form)",
    fault: 'refusedAttributes(form)',
    test: [
      'packages/local-aws/src/aws/limits/sns-limits.test.ts',
      'a subject has under 100 characters of printable ASCII, and begins with none that is blank',
    ],
  },
  {
    what: 'the embedded AWS is kinder: a key of S3 is as long as one likes',
    file: 'packages/local-aws/src/aws/s3/s3-limits.ts',
    now: 'const MAX_KEY_BYTES = 1024;',
    fault: 'const MAX_KEY_BYTES = 1_048_576;',
    test: [
      'packages/local-aws/src/aws/s3/s3-limits.test.ts',
      'a key has 1024 bytes of UTF-8 at most, in a write and in a read',
    ],
  },
  {
    what: 'the embedded AWS is kinder: an event of any size reaches the function',
    file: 'packages/local-aws/src/lambda/payload-limits.ts',
    now: 'MAX_REQUEST_BYTES = 6 * 1024 * 1024',
    fault: 'MAX_REQUEST_BYTES = 600 * 1024 * 1024',
    test: ['packages/local-aws/src/lambda/payload-limits.test.ts', 'an event has 6 MB at most'],
  },
  {
    what: 'the embedded AWS is kinder: indexes have a write at once, whatever the lag',
    file: 'packages/local-aws/src/aws/dynamodb/lagging-indexes.ts',
    now: 'if (!this.lags(table)) return table;',
    fault: 'return table;',
    test: [
      'packages/local-aws/src/aws/dynamodb/lagging-indexes.test.ts',
      'an item is listed once its lag has passed, and read by its key at once',
    ],
  },
  {
    what: 'the embedded AWS is kinder: the key is used without the service that it is allowed through',
    file: 'packages/local-aws/src/iam/required-permissions.ts',
    now: "conditions: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },",
    fault: "conditions: { 'kms:ViaService': `${region}.${service}` },",
    test: [PERMISSIONS, 'the key is used through the service that is called, in the name of the caller'],
  },
  {
    what: 'the embedded AWS is kinder: a copy takes tags along without the right to read them',
    file: 'packages/local-aws/src/iam/required-permissions.ts',
    now: "return [need(versioned ? 's3:GetObjectVersionTagging' : 's3:GetObjectTagging', source)];",
    fault: "return source === '' && versioned ? [] : [];",
    test: [PERMISSIONS, 'a copy that takes tags along needs to read and to write them, one that leaves them does not'],
  },
];

export const FAULTS: readonly Fault[] = [...atRunTime, ...atApply, ...inTheWorkflow, ...inTheEmbeddedAws];
