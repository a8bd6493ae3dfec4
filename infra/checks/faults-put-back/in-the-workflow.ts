import type { Fault } from './fault.ts';

const MANIFESTS = 'infra/test/manifests.test.ts';
const DESK_MANIFESTS = 'infra/test/desk-manifests.test.ts';
const WORKFLOWS = 'infra/test/workflows.test.ts';
const DEPLOYMENT = 'infra/checks/deployment-run.test.ts';
const BASE = 'apps/matching-service/deploy/base';
const DEPLOY = '.github/workflows/deploy-environment.yml';

export const inTheWorkflow: readonly Fault[] = [
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
    what: 'the desk is told of no load balancer, and its pods wait for ever',
    file: DEPLOY,
    now: '            kubectl apply --filename desk-load-balancer.yaml\n',
    fault: '            true\n',
    test: [DEPLOYMENT, 'three empty accounts are green: deployed, under load, with a token and a name each'],
  },
  {
    what: 'a load balancer that was made anew is not believed: its pods go on with the one before',
    file: DEPLOY,
    now: 'if [ "$known" != "$arn" ] || [ "$GITHUB_RUN_ATTEMPT" -gt 1 ]; then',
    fault: 'if [ "$GITHUB_RUN_ATTEMPT" -gt 1 ]; then',
    test: [
      DEPLOYMENT,
      'the desk believes the load balancer that people come through, and another one once that was made anew',
    ],
  },
  {
    what: 'anybody reaches the desk without having signed in',
    file: 'apps/desk/deploy/base/ingress.yaml',
    now: 'auth-on-unauthenticated-request: authenticate',
    fault: 'auth-on-unauthenticated-request: allow',
    test: [
      DESK_MANIFESTS,
      'its load balancer is internal, speaks TLS alone, and lets nobody pass who has not signed in',
    ],
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
