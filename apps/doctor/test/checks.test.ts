import { describe, expect, test } from 'vitest';
import { CHECKS } from '../src/checks/index.ts';
import { type Prepared, prepared, runDoctor, vpcEndpoint } from './prepared-account.ts';

interface Fault {
  /** The check that finds it. */
  readonly check: string;
  readonly step: number;
  /** What its reason names. */
  readonly says: RegExp;
  /** Takes the prerequisite away. */
  readonly breaks: (account: Prepared) => void;
}

type Facts = Prepared['facts'];
const change =
  <K extends keyof Facts>(key: K, to: (now: Facts[K]) => Facts[K]) =>
  ({ facts }: Prepared) => {
    facts[key] = to(facts[key]);
  };
const eachCluster = (to: Partial<Facts['clusters'][number]>) =>
  change('clusters', (clusters) => clusters.map((each) => ({ ...each, ...to })));
const withoutAddon = (name: string) =>
  change('clusters', (clusters) =>
    clusters.map((each) => ({ ...each, addons: each.addons.filter(({ addonName }) => addonName !== name) })),
  );
const endpointOf = (service: string, to: Partial<Facts['vpcEndpoints'][number]> | undefined) =>
  change('vpcEndpoints', (endpoints) =>
    endpoints.flatMap((each) => (each.VpcEndpointId !== `vpce-${service}` ? each : to ? { ...each, ...to } : [])),
  );
const withoutRole = (name: string) => change('roles', (roles) => roles.filter(({ RoleName }) => RoleName !== name));
const certificate = (to: Partial<Facts['certificates'][number]>) =>
  change('certificates', (all) => all.map((each) => ({ ...each, ...to })));
const ingress = (rules: Facts['securityGroups'][number]['ingress']) =>
  change('securityGroups', (groups) => groups.map((each) => ({ ...each, ingress: rules })));
const zone = (to: Partial<Facts['hostedZones'][number]>) =>
  change('hostedZones', (zones) => zones.map((each) => ({ ...each, ...to })));

const FAULTS: readonly Fault[] = [
  {
    check: 'values',
    step: 2,
    says: /infra\/src\/environments\/staging\.ts: account: an AWS account id of 12 digits/,
    breaks: ({ values }) => {
      values.account = '42';
    },
  },
  {
    check: 'own-values',
    step: 2,
    says: /portalOrigins, alertEmail\./,
    breaks: ({ values }) => {
      values.portalOrigins = ['https://portal.bank.example'];
      values.alertEmail = 'team@bank.example';
    },
  },
  {
    check: 'credentials',
    step: 1,
    says: /account 000000000000, not 222222222222/,
    breaks: ({ values }) => {
      values.account = '222222222222';
    },
  },
  {
    check: 'credentials',
    step: 1,
    says: /no valid credentials/,
    breaks: ({ shell }) => {
      shell.AWS_ACCESS_KEY_ID = undefined;
      shell.AWS_SECRET_ACCESS_KEY = undefined;
    },
  },
  {
    check: 'region',
    step: 1,
    says: /region is eu-west-2\. The environment is in us-east-1/,
    breaks: ({ shell }) => {
      shell.AWS_REGION = 'eu-west-2';
    },
  },
  {
    check: 'region',
    step: 1,
    says: /names no region/,
    breaks: ({ shell }) => {
      shell.AWS_REGION = undefined;
    },
  },
  {
    check: 'vpc',
    step: 1,
    says: /vpc-010000000000000 does not exist/,
    breaks: (account) => {
      if (account.values.network) account.values.network.vpcId = 'vpc-010000000000000';
      eachCluster({ vpcId: 'vpc-010000000000000' })(account);
    },
  },
  { check: 'vpc', step: 1, says: /vpc-0000000a does not exist/, breaks: change('vpcs', () => []) },
  {
    check: 'subnets',
    step: 1,
    says: /subnet-0000000b: not in vpc-0000000a/,
    breaks: change('subnets', (subnets) => subnets.slice(0, 1)),
  },
  {
    check: 'subnets',
    step: 1,
    says: /all in us-east-1a/,
    breaks: change('subnets', (subnets) => subnets.map((each) => ({ ...each, AvailabilityZone: 'us-east-1a' }))),
  },
  {
    check: 'lambda-concurrency',
    step: 1,
    says: /quota is 10, of which other functions reserve 0\. .*ask for 116/,
    breaks: change('concurrentExecutions', () => 10),
  },
  {
    check: 'lambda-concurrency',
    step: 1,
    says: /quota is 1000, of which other functions reserve 900/,
    breaks: change('reservedConcurrency', () => ({ another: 900 })),
  },
  { check: 'cluster', step: 1, says: /no cluster bank in us-east-1/, breaks: change('clusters', () => []) },
  { check: 'cluster', step: 1, says: /bank is CREATING/, breaks: eachCluster({ status: 'CREATING' }) },
  {
    check: 'cluster',
    step: 1,
    says: /bank is in vpc-0000000f, not in vpc-0000000a/,
    breaks: eachCluster({ vpcId: 'vpc-0000000f' }),
  },
  {
    check: 'cluster-authentication',
    step: 1,
    says: /bank has CONFIG_MAP/,
    breaks: eachCluster({ authenticationMode: 'CONFIG_MAP' }),
  },
  { check: 'cluster-endpoint', step: 1, says: /is private/, breaks: eachCluster({ endpointPublicAccess: false }) },
  {
    check: 'cluster-endpoint',
    step: 1,
    says: /open to 192\.0\.2\.0\/24 only/,
    breaks: eachCluster({ publicAccessCidrs: ['192.0.2.0/24'] }),
  },
  ...['vpc-cni', 'coredns', 'eks-pod-identity-agent', 'metrics-server'].map((name) => ({
    check: `addon-${name}`,
    step: 1,
    says: new RegExp(`bank has no add-on ${name}`),
    breaks: withoutAddon(name),
  })),
  {
    check: 'addon-coredns',
    step: 1,
    says: /coredns is DEGRADED/,
    breaks: change('clusters', (clusters) =>
      clusters.map((each) => ({
        ...each,
        addons: each.addons.map((addon) => (addon.addonName === 'coredns' ? { ...addon, status: 'DEGRADED' } : addon)),
      })),
    ),
  },
  {
    check: 'network-policy',
    step: 1,
    says: /does not enforce network policies/,
    breaks: change('clusters', (clusters) =>
      clusters.map((each) => ({
        ...each,
        addons: each.addons.map(({ addonName, status }) => ({ addonName, status })),
      })),
    ),
  },
  {
    check: 'prefix-list-s3',
    step: 2,
    says: /com\.amazonaws\.us-east-1\.s3 is pl-0a, not pl-0f/,
    breaks: ({ values }) => {
      if (values.network) values.network.s3PrefixListId = 'pl-0f';
    },
  },
  {
    check: 'prefix-list-dynamodb',
    step: 2,
    says: /com\.amazonaws\.us-east-1\.dynamodb is pl-0b, not pl-0f/,
    breaks: ({ values }) => {
      if (values.network) values.network.dynamodbPrefixListId = 'pl-0f';
    },
  },
  {
    check: 'endpoints-security-group',
    step: 2,
    says: /sg-0000000a does not exist/,
    breaks: change('securityGroups', () => []),
  },
  {
    check: 'endpoints-security-group',
    step: 2,
    says: /sg-0000000a is in vpc-0000000f, not in vpc-0000000a/,
    breaks: change('securityGroups', (groups) => groups.map((each) => ({ ...each, VpcId: 'vpc-0000000f' }))),
  },
  {
    check: 'pods-to-endpoints',
    step: 2,
    says: /sg-0000000a does not let the cluster's security group sg-0000000b in on 443/,
    breaks: ingress([
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, GroupId: 'sg-0000000c' },
      { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, GroupId: 'sg-0000000b' },
    ]),
  },
  ...['s3', 'dynamodb', 'sqs', 'sns', 'secretsmanager', 'kms', 'logs'].map((service) => ({
    check: `endpoint-${service}`,
    step: 2,
    says: new RegExp(`vpc-0000000a has no \\w+ endpoint of com\\.amazonaws\\.us-east-1\\.${service}\\.`),
    breaks: endpointOf(service, undefined),
  })),
  {
    check: 'endpoint-s3',
    step: 2,
    says: /no gateway endpoint/,
    breaks: endpointOf('s3', vpcEndpoint('s3', 'Interface')),
  },
  { check: 'endpoint-sqs', step: 2, says: /vpce-sqs is pending/, breaks: endpointOf('sqs', { State: 'pending' }) },
  {
    check: 'endpoint-sqs',
    step: 2,
    says: /vpce-sqs has no private DNS name/,
    breaks: endpointOf('sqs', { PrivateDnsEnabled: false }),
  },
  {
    check: 'endpoint-sqs',
    step: 2,
    says: /vpce-sqs is not in the security group sg-0000000a/,
    breaks: endpointOf('sqs', { Groups: ['sg-0000000f'] }),
  },
  {
    check: 'endpoint-bedrock-runtime',
    step: 2,
    says: /no interface endpoint of com\.amazonaws\.us-east-1\.bedrock-runtime/,
    breaks: ({ values }) => {
      if (values.matchingService) values.matchingService.fallbackModelId = 'amazon.nova-lite-v1:0';
    },
  },
  { check: 'certificate', step: 2, says: /does not exist/, breaks: change('certificates', () => []) },
  {
    check: 'certificate',
    step: 2,
    says: /is PENDING_VALIDATION, not ISSUED/,
    breaks: certificate({ Status: 'PENDING_VALIDATION' }),
  },
  {
    check: 'certificate',
    step: 2,
    says: /is for \*\.bank\.test, not for matching-service\.staging\.bank\.test/,
    breaks: certificate({ DomainName: '*.bank.test', SubjectAlternativeNames: ['*.bank.test'] }),
  },
  {
    check: 'certificate',
    step: 2,
    says: /not a certificate of this account and region/,
    breaks: ({ files }) => {
      files.overlay = files.overlay.replace('us-east-1', 'eu-west-1');
    },
  },
  {
    check: 'certificate',
    step: 2,
    says: /overlays\/staging\/kustomization\.yaml names no certificate/,
    breaks: ({ files }) => {
      files.overlay = '';
    },
  },
  {
    check: 'state-bucket',
    step: 3,
    says: /state-of-staging does not exist/,
    breaks: (account) => {
      account.buckets = [];
    },
  },
  {
    check: 'identity-provider',
    step: 3,
    says: /no identity provider token\.actions\.githubusercontent\.com/,
    breaks: change('openIdConnectProviders', () => []),
  },
  ...['plan', 'deploy', 'load-test'].map((role) => ({
    check: `role-${role}`,
    step: 3,
    says: new RegExp(`no role trade-matching-${role}-staging`),
    breaks: withoutRole(`trade-matching-${role}-staging`),
  })),
  {
    check: 'role-plan',
    step: 3,
    says: /does not let repo:bank-1\/trade-matching-2:environment:staging-plan take it/,
    breaks: change('roles', (roles) =>
      roles.map((each) => (each.RoleName.includes('plan') ? { ...each, trust: {} } : each)),
    ),
  },
  { check: 'cluster-access', step: 5, says: /no access entry/, breaks: eachCluster({ accessEntries: [] }) },
  {
    check: 'cluster-access',
    step: 5,
    says: /no admin policy for the namespace/,
    breaks: change('clusters', (clusters) =>
      clusters.map((each) => ({
        ...each,
        accessEntries: each.accessEntries.map((entry) => ({ ...entry, policies: [] })),
      })),
    ),
  },
  {
    check: 'service-token',
    step: 6,
    says: /no secret trade-matching-service-token-staging/,
    breaks: (account) => {
      account.token = 'missing';
    },
  },
  {
    check: 'service-token',
    step: 6,
    says: /has no value/,
    breaks: (account) => {
      account.token = 'has no value';
    },
  },
  { check: 'private-name', step: 7, says: /vpc-0000000a has no private zone/, breaks: zone({ vpcIds: [] }) },
  { check: 'private-name', step: 7, says: /vpc-0000000a has no private zone/, breaks: zone({ Name: 'ank.test.' }) },
  {
    check: 'private-name',
    step: 7,
    says: /bank\.test \(Z1\) has no A, AAAA or CNAME record/,
    breaks: zone({
      records: [
        { Name: 'matching-service.staging.bank.test.', Type: 'TXT', value: '"x"' },
        { Name: 'other.bank.test.', Type: 'A', value: '10.0.0.1' },
      ],
    }),
  },
];

describe('a prerequisite that is missing is named, with the step that puts it in place', () => {
  test.each(FAULTS)('$check: $says', async ({ check, step, says, breaks }) => {
    const account = prepared();
    breaks(account);
    const { code, findings } = await runDoctor(account);
    expect(code).toBe(1);
    const failures = findings.filter(({ result }) => result === 'failed');
    expect(failures.map((each) => each.check)).toEqual([check]);
    expect(failures[0]).toMatchObject({ step, reason: expect.stringMatching(says), fix: expect.stringMatching(/\S/) });
    // What does not build on it is looked at all the same.
    const others = findings.filter((each) => each.check !== check && each.result !== 'ok');
    expect(others.filter(({ result }) => result !== 'skipped')).toEqual([]);
  });

  test('every check has a fault that it finds', () => {
    const found = new Set(FAULTS.map(({ check }) => check));
    expect(['values', ...CHECKS.map(({ id }) => id)].filter((id) => !found.has(id))).toEqual([]);
  });
});

describe('what may be otherwise is no fault', () => {
  const allowed: readonly [string, (account: Prepared) => void][] = [
    [
      'a wildcard certificate of one label',
      certificate({ DomainName: '*.staging.bank.test', SubjectAlternativeNames: [] }),
    ],
    ['access to the whole cluster', eachCluster({ authenticationMode: 'API_AND_CONFIG_MAP' })],
    ['a network that the endpoints let in', ingress([{ IpProtocol: '-1', CidrIp: '10.0.0.0/16' }])],
    [
      'a name that is a CNAME',
      zone({ records: [{ Name: 'matching-service.staging.bank.test.', Type: 'CNAME', value: 'lb.test' }] }),
    ],
    [
      "executions that the stack's own functions reserve already",
      (account) => {
        account.facts.concurrentExecutions = 116;
        account.facts.reservedConcurrency = {
          'trade-document-processor-staging': 10,
          'trade-document-failures-staging': 6,
        };
      },
    ],
    [
      'a small quota of which nothing is reserved',
      (account) => {
        account.facts.concurrentExecutions = 10;
        account.values = { ...account.values, accountConcurrency: 10, reserveConcurrency: false };
        account.values.processor = { ...account.values.processor, concurrencyPerQueue: 2 };
      },
    ],
    [
      'a private API endpoint where the runners are your own',
      (account) => {
        eachCluster({ endpointPublicAccess: false })(account);
        account.files.workflow = '    runs-on: [self-hosted, bank]\n';
      },
    ],
    [
      'values of an add-on in YAML',
      change('clusters', (clusters) =>
        clusters.map((each) => ({
          ...each,
          addons: each.addons.map((addon) => ({ ...addon, configurationValues: 'enableNetworkPolicy: "true"\n' })),
        })),
      ),
    ],
  ];
  test.each(allowed)('%s', async (_what, differs) => {
    const account = prepared();
    differs(account);
    const { code, findings } = await runDoctor(account);
    expect(findings.filter(({ result }) => result !== 'ok')).toEqual([]);
    expect(code).toBe(0);
  });
});
