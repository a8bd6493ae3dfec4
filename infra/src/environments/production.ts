import { readEnvironment } from './environment.ts';

// Accounts, network and addresses are examples: put your own here.
export const production = readEnvironment({
  name: 'production',
  account: '333333333333',
  region: 'eu-west-1',
  portalOrigins: ['https://portal.bank.example', 'https://desk.bank.example'],
  alertEmail: 'trade-matching-production@bank.example',
  pagerEmail: 'trade-matching-production@pager.bank.example',
  runbookUrl: 'https://github.com/bank/trade-matching/blob/main/docs/runbook.md',
  matchingService: {
    endpoint: 'https://matching-service.production.bank.example/process',
    clusterName: 'bank-production',
  },
  desk: {
    host: 'desk.bank.example',
    clientNetworks: ['10.20.0.0/16'],
    podsSecurityGroupId: 'sg-030000000000000c',
  },
  network: {
    vpcId: 'vpc-030000000000000',
    subnetIds: ['subnet-0300000000000a', 'subnet-0300000000000b'],
    endpointsSecurityGroupId: 'sg-030000000000000b',
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
  state: { bucket: 'trade-matching-state-production-333333333333', kmsKeyAlias: 'alias/trade-matching-state' },
  delivery: { repositorySubject: 'repo:bank-1000001/trade-matching-1000002' },
});
