import {
  certificate,
  change,
  eachCluster,
  endpointOf,
  type Fault,
  group,
  ingress,
  withoutRole,
  zone,
} from './fault.ts';
import { vpcEndpoint } from './prepared-account.ts';

/** Of what the deployment is given, makes and needs around it. */
export const DEPLOYMENT_FAULTS: readonly Fault[] = [
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
    breaks: group(0),
  },
  {
    check: 'endpoints-security-group',
    step: 2,
    says: /sg-0000000a is in vpc-0000000f, not in vpc-0000000a/,
    breaks: group(0, { VpcId: 'vpc-0000000f' }),
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
  { check: 'certificate', step: 2, says: /does not exist/, breaks: change('certificates', (all) => all.slice(1)) },
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
    check: 'desk-certificate',
    step: 2,
    says: /is for \*\.bank\.test, not for desk\.staging\.bank\.test/,
    breaks: certificate({ DomainName: '*.bank.test', SubjectAlternativeNames: [] }, 1),
  },
  {
    check: 'desk-certificate',
    step: 2,
    says: /apps\/desk\/deploy\/overlays\/staging\/kustomization\.yaml names no certificate/,
    breaks: ({ files }) => {
      files.desk = files.desk.replace('certificate-arn', 'certificate');
    },
  },
  { check: 'desk-pods', step: 2, says: /sg-0000000b does not exist/, breaks: group(1) },
  {
    check: 'desk-pods',
    step: 2,
    says: /sg-0000000b is in vpc-0000000f/,
    breaks: group(1, { VpcId: 'vpc-0000000f' }),
  },
  {
    check: 'desk-sign-in',
    step: 2,
    says: /signs people in with https:\/\/login\.bank\.test, and the desk believes https:\/\/other\.bank\.test/,
    breaks: ({ files }) => {
      files.deskVariables = files.deskVariables.replace('login', 'other');
    },
  },
  {
    check: 'desk-sign-in',
    step: 2,
    says: /desk\.env does not set OIDC_CLIENT_ID/,
    breaks: ({ files }) => {
      files.deskVariables = files.deskVariables.replace('OIDC_CLIENT_ID', 'CLIENT');
    },
  },
  {
    check: 'desk-sign-in',
    step: 2,
    says: /under \.example belong to nobody: apps\/desk\/deploy\/overlays\/staging\/desk\.env/,
    breaks: ({ files }) => {
      files.deskVariables = files.deskVariables.replace('login.bank.test', 'login.bank.example');
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
  { check: 'private-name', step: 6, says: /vpc-0000000a has no private zone/, breaks: zone({ vpcIds: [] }) },
  { check: 'private-name', step: 6, says: /vpc-0000000a has no private zone/, breaks: zone({ Name: 'ank.test.' }) },
  {
    check: 'private-name',
    step: 6,
    says: /bank\.test \(Z1\) has no A, AAAA or CNAME record/,
    breaks: zone({
      records: [
        { Name: 'matching-service.staging.bank.test.', Type: 'TXT', value: '"x"' },
        { Name: 'other.bank.test.', Type: 'A', value: '10.0.0.1' },
      ],
    }),
  },
];
