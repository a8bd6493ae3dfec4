import { readEnvironment } from './environment.ts';

/** The sandbox on one machine: the same stack, without what only an account has. */
export const local = readEnvironment({
  name: 'local',
  account: '000000000000',
  region: 'us-east-1',
  portalOrigins: ['https://portal.bank.example'],
  runbookUrl: 'https://github.com/bank/trade-matching/blob/main/docs/runbook.md',
  processor: {
    memory: 512,
    reservedConcurrency: 10,
    concurrencyPerQueue: 5,
    processingTimeout: 240,
    logLevel: 'INFO',
  },
  logRetentionDays: 30,
  protected: false,
});
