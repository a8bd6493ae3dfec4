import { readEnvironment } from './environment.ts';

// Accounts, network and addresses are examples: put your own here.
export const staging = readEnvironment({
  name: 'staging',
  account: '222222222222',
  region: 'eu-west-1',
  portalOrigins: ['https://portal-staging.bank.example', 'https://desk.staging.bank.example'],
  alertEmail: 'trade-matching-staging@bank.example',
  runbookUrl: 'https://github.com/bank/trade-matching/blob/main/docs/runbook.md',
  matchingService: {
    endpoint: 'https://matching-service.staging.bank.example/process',
    clusterName: 'bank-staging',
  },
  desk: {
    host: 'desk.staging.bank.example',
    clientNetworks: ['10.20.0.0/16'],
    podsSecurityGroupId: 'sg-020000000000000c',
  },
  network: {
    vpcId: 'vpc-020000000000000',
    subnetIds: ['subnet-0200000000000a', 'subnet-0200000000000b'],
    endpointsSecurityGroupId: 'sg-020000000000000b',
    s3PrefixListId: 'pl-6da54004',
    dynamodbPrefixListId: 'pl-6fa54006',
  },
  processor: {
    memory: 512,
    reservedConcurrency: 10,
    concurrencyPerQueue: 5,
    processingTimeout: 240,
    logLevel: 'INFO',
  },
  logRetentionDays: 30,
  protected: true,
  state: { bucket: 'trade-matching-state-staging-222222222222', kmsKeyAlias: 'alias/trade-matching-state' },
  delivery: { repositorySubject: 'repo:bank-1000001/trade-matching-1000002' },
});
