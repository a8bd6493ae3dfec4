import { change, eachCluster, type Fault, withoutAddon } from './fault.ts';

/** Of the values, the credentials, the network and the cluster. */
export const ACCOUNT_FAULTS: readonly Fault[] = [
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
      values.portalOrigins = ['https://portal.bank.example', ...values.portalOrigins];
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
];
