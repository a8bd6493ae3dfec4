import { readEnvironment } from './environment.ts';

// Accounts, network and addresses are examples: put your own here.
export const development = readEnvironment({
  name: 'development',
  account: '111111111111',
  region: 'eu-west-1',
  portalOrigins: ['https://portal-development.bank.example', 'https://desk.development.bank.example'],
  alertEmail: 'trade-matching-development@bank.example',
  runbookUrl: 'https://github.com/bank/trade-matching/blob/main/docs/runbook.md',
  matchingService: {
    endpoint: 'https://matching-service.development.bank.example/process',
    clusterName: 'bank-development',
  },
  desk: {
    host: 'desk.development.bank.example',
    clientNetworks: ['10.20.0.0/16'],
    podsSecurityGroupId: 'sg-010000000000000c',
  },
  network: {
    vpcId: 'vpc-010000000000000',
    subnetIds: ['subnet-0100000000000a', 'subnet-0100000000000b'],
    endpointsSecurityGroupId: 'sg-010000000000000b',
    s3PrefixListId: 'pl-6da54004',
    dynamodbPrefixListId: 'pl-6fa54006',
  },
  processor: {
    memory: 512,
    reservedConcurrency: 10,
    concurrencyPerQueue: 5,
    processingTimeout: 240,
    logLevel: 'DEBUG',
  },
  logRetentionDays: 30,
  protected: false,
  state: { bucket: 'trade-matching-state-development-111111111111', kmsKeyAlias: 'alias/trade-matching-state' },
  delivery: { repositorySubject: 'repo:bank-1000001/trade-matching-1000002' },
});
