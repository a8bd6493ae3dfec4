import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { run } from '@trade-matching/command-line';
import { recordingTerminal } from '@trade-matching/command-line/testing';
import { type EnvironmentName, resourceNames } from '@trade-matching/domain';
import { readEnvironment } from '@trade-matching/infra/prerequisites';
import { type AccountFacts, type EmbeddedAws, startEmbeddedAws } from '@trade-matching/local-aws';
import { onTestFinished, vi } from 'vitest';
import { doctorCommand } from '../src/doctor-command.ts';

type Values = Parameters<typeof readEnvironment>[0];

/** An account, the repository that is deployed to it, and the shell that it is deployed from. */
export interface Prepared {
  values: Values;
  facts: { -readonly [K in keyof AccountFacts]: AccountFacts[K] };
  /** Files of the repository. */
  files: { overlay: string; workflow: string; desk: string; deskVariables: string };
  buckets: string[];
  token: 'has a value' | 'has no value' | 'missing';
  shell: Record<string, string | undefined>;
}

// Where the embedded AWS is.
const [ACCOUNT, REGION] = ['000000000000', 'us-east-1'];
const HOST = 'matching-service.staging.bank.test';
const DESK = 'desk.staging.bank.test';
const CERTIFICATE = `arn:aws:acm:${REGION}:${ACCOUNT}:certificate/1`;
const DESK_CERTIFICATE = `arn:aws:acm:${REGION}:${ACCOUNT}:certificate/2`;
const [VPC, GROUP, PODS] = ['vpc-0000000a', 'sg-0000000a', 'sg-0000000b'];

const REQUIRED_ENDPOINTS = ['s3', 'dynamodb', 'sqs', 'sns', 'secretsmanager', 'kms', 'logs'];

/** After step 6 of docs/deploy.md: nothing is missing. */
export function prepared(): Prepared {
  return {
    values: {
      name: 'staging',
      account: ACCOUNT,
      region: REGION,
      portalOrigins: ['https://portal.bank.test', `https://${DESK}`],
      alertEmail: 'team@bank.test',
      runbookUrl: 'https://runbook.bank.test/',
      matchingService: { endpoint: `https://${HOST}/process`, clusterName: 'bank' },
      desk: { host: DESK, clientNetworks: ['10.20.0.0/16'], podsSecurityGroupId: PODS },
      network: {
        vpcId: VPC,
        subnetIds: ['subnet-0000000a', 'subnet-0000000b'],
        endpointsSecurityGroupId: GROUP,
        s3PrefixListId: 'pl-0a',
        dynamodbPrefixListId: 'pl-0b',
      },
      processor: {
        memory: 512,
        reservedConcurrency: 10,
        concurrencyPerQueue: 5,
        processingTimeout: 240,
        logLevel: 'INFO',
      },
      logRetentionDays: 30,
      protected: false,
      state: { bucket: 'state-of-staging', kmsKeyAlias: 'alias/state' },
      delivery: { repositorySubject: 'repo:bank-1/trade-matching-2' },
    },
    facts: facts(),
    files: {
      overlay: `path: /annotations/service.beta.kubernetes.io~1aws-load-balancer-ssl-cert\n        value: ${CERTIFICATE}\n`,
      workflow: '    runs-on: ubuntu-24.04\n',
      desk: [
        'path: /annotations/alb.ingress.kubernetes.io~1certificate-arn',
        `  value: ${DESK_CERTIFICATE}`,
        'path: /annotations/alb.ingress.kubernetes.io~1auth-idp-oidc',
        `  value: '{"issuer":"https://login.bank.test"}'`,
      ].join('\n'),
      deskVariables: 'OIDC_ISSUER=https://login.bank.test\nOIDC_CLIENT_ID=desk\nGROUP_ROLES={"a":"viewer"}\n',
    },
    buckets: ['state-of-staging'],
    token: 'has a value',
    shell: { AWS_REGION: REGION, AWS_ACCESS_KEY_ID: 'engineer', AWS_SECRET_ACCESS_KEY: 'secret' },
  };
}

function facts(): AccountFacts {
  const trust = (environment: string) => ({
    Statement: [{ Condition: { StringEquals: { sub: `repo:bank-1/trade-matching-2:environment:${environment}` } } }],
  });
  return {
    vpcs: [{ VpcId: VPC, CidrBlock: '10.0.0.0/16' }],
    subnets: [
      { SubnetId: 'subnet-0000000a', VpcId: VPC, AvailabilityZone: 'us-east-1a' },
      { SubnetId: 'subnet-0000000b', VpcId: VPC, AvailabilityZone: 'us-east-1b' },
    ],
    vpcEndpoints: REQUIRED_ENDPOINTS.map((service, at) => vpcEndpoint(service, at < 2 ? 'Gateway' : 'Interface')),
    prefixLists: [
      { PrefixListId: 'pl-0a', PrefixListName: 'com.amazonaws.us-east-1.s3' },
      { PrefixListId: 'pl-0b', PrefixListName: 'com.amazonaws.us-east-1.dynamodb' },
    ],
    securityGroups: [
      { GroupId: GROUP, VpcId: VPC, ingress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, GroupId: PODS }] },
      { GroupId: PODS, VpcId: VPC, ingress: [] },
    ],
    clusters: [
      {
        name: 'bank',
        status: 'ACTIVE',
        authenticationMode: 'API',
        vpcId: VPC,
        endpointPublicAccess: true,
        publicAccessCidrs: ['0.0.0.0/0'],
        clusterSecurityGroupId: PODS,
        addons: [
          { addonName: 'vpc-cni', status: 'ACTIVE', configurationValues: '{"enableNetworkPolicy":"true"}' },
          { addonName: 'coredns', status: 'ACTIVE' },
          { addonName: 'eks-pod-identity-agent', status: 'ACTIVE' },
          { addonName: 'metrics-server', status: 'ACTIVE' },
        ],
        accessEntries: [
          {
            principalArn: `arn:aws:iam::${ACCOUNT}:role/trade-matching-deploy-staging`,
            policies: [
              {
                policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminPolicy',
                accessScope: { type: 'namespace', namespaces: ['trade-matching'] },
              },
            ],
          },
        ],
      },
    ],
    concurrentExecutions: 1000,
    reservedConcurrency: {},
    roles: [
      { RoleName: 'trade-matching-plan-staging', trust: trust('staging-plan') },
      { RoleName: 'trade-matching-deploy-staging', trust: trust('staging') },
      { RoleName: 'trade-matching-load-test-staging', trust: trust('staging') },
    ],
    openIdConnectProviders: [`arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`],
    certificates: [
      { CertificateArn: CERTIFICATE, DomainName: HOST, SubjectAlternativeNames: [HOST], Status: 'ISSUED' },
      { CertificateArn: DESK_CERTIFICATE, DomainName: DESK, SubjectAlternativeNames: [DESK], Status: 'ISSUED' },
    ],
    hostedZones: [
      {
        Id: 'Z1',
        Name: 'bank.test.',
        vpcIds: [VPC],
        records: [
          { Name: 'bank.test.', Type: 'SOA', value: 'ns.bank.test.' },
          { Name: `${HOST}.`, Type: 'A', value: 'lb.elb.us-east-1.amazonaws.com.', alias: true },
          { Name: 'portal.bank.test.', Type: 'A', value: '10.0.0.1' },
        ],
      },
    ],
    denied: [],
  };
}

export function vpcEndpoint(service: string, kind: 'Gateway' | 'Interface'): AccountFacts['vpcEndpoints'][number] {
  return {
    VpcEndpointId: `vpce-${service}`,
    VpcId: VPC,
    VpcEndpointType: kind,
    ServiceName: `com.amazonaws.us-east-1.${service}`,
    State: 'available',
    PrivateDnsEnabled: kind === 'Interface',
    Groups: kind === 'Interface' ? [GROUP] : [],
  };
}

/** Runs the command line in this shell, against this account. */
export async function runDoctor(
  { values, facts: given, files, buckets, token, shell }: Prepared,
  args: readonly string[] = ['--env', 'staging', '--json'],
  use: (aws: EmbeddedAws) => void = () => {},
  stop?: AbortSignal,
) {
  const aws = await startEmbeddedAws();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await aws.close();
  });
  await fill(aws, values.name, buckets, token);
  aws.setAccountFacts(given);
  use(aws);
  for (const [name, value] of Object.entries({ AWS_ENDPOINT_URL: aws.endpoint, ...NO_PROFILE, ...shell })) {
    vi.stubEnv(name, value);
  }
  const { terminal, said, complaints } = recordingTerminal(stop);
  const file = (path: string) => {
    if (path.startsWith('.github/')) return files.workflow;
    if (path.endsWith('/desk.env')) return files.deskVariables;
    return path.startsWith('apps/desk/') ? files.desk : files.overlay;
  };
  const environments = async () => ({ [values.name]: readEnvironment(values) });
  const code = await run(doctorCommand({ environments, file }), args, terminal);
  return { code, text: said.join('\n'), complaints, findings: args.includes('--json') ? said.map(parseFinding) : [] };
}

const NO_PROFILE = {
  AWS_PROFILE: undefined,
  AWS_DEFAULT_REGION: undefined,
  AWS_SESSION_TOKEN: undefined,
  AWS_CONFIG_FILE: '/nowhere/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
  AWS_EC2_METADATA_DISABLED: 'true',
};

export interface JsonFinding {
  readonly check: string;
  readonly step: number;
  readonly heading: string;
  readonly result: 'ok' | 'failed' | 'unknown' | 'skipped';
  readonly reason?: string;
  readonly fix?: string;
}

function parseFinding(line: string): JsonFinding {
  return JSON.parse(line) as JsonFinding;
}

/** What a bootstrap and a deployment put into the account. */
async function fill(
  aws: EmbeddedAws,
  environment: EnvironmentName,
  buckets: readonly string[],
  token: Prepared['token'],
): Promise<void> {
  const credentials = { accessKeyId: 'administrator', secretAccessKey: 'secret' };
  const client = { endpoint: aws.endpoint, region: aws.region, credentials };
  const s3 = new S3Client(client);
  for (const Bucket of buckets) await s3.send(new CreateBucketCommand({ Bucket }));
  s3.destroy();
  if (token === 'missing') return;
  const Name = resourceNames(environment, aws.accountId).serviceTokenSecret;
  const secrets = new SecretsManagerClient(client);
  await secrets.send(new CreateSecretCommand({ Name, ...(token === 'has a value' ? { SecretString: 'token' } : {}) }));
  secrets.destroy();
}
