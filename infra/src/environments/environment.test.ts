import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';
import { production } from './production.ts';

test.each([
  [{ account: '123' }, 'infra/src/environments/production.ts: account: an AWS account id of 12 digits'],
  [{ portalOrigins: ['*'] }, 'portalOrigins.0: an origin such as'],
  [{ alertEmail: 'nobody' }, 'alertEmail: an e-mail address'],
  [
    { matchingService: { ...production.matchingService, endpoint: 'http://matching.bank.example/process' } },
    'matchingService.endpoint: the URL that documents are posted to, over https',
  ],
  [{ desk: undefined }, 'desk: is missing'],
  [{ desk: { ...production.desk, clientNetworks: ['0.0.0.0/0'] } }, 'a network of the bank, never all'],
  [{ desk: { ...production.desk, host: 'https://desk.bank.example' } }, 'without https://'],
  [{ portalOrigins: ['https://portal.bank.example'] }, 'lacks https://desk.bank.example: people upload from the desk'],
  [{ network: undefined }, 'network: is missing'],
  [{ runbookUrl: 'docs/runbook.md' }, 'runbookUrl: the URL at which docs/runbook.md is read'],
  [{ processor: { ...production.processor, concurrencyPerQueue: 6 } }, 'processor.concurrencyPerQueue'],
  [
    { accountConcurrency: 10 },
    'accountConcurrency: 10 is too little to reserve 10 for documents and 6 for failures, since Lambda keeps 100 for others: ask for 116',
  ],
  [
    { accountConcurrency: 10, reserveConcurrency: false },
    'processor.concurrencyPerQueue: the queues together (16) are over accountConcurrency (10)',
  ],
  [{ processor: { ...production.processor, processingTimeout: 300 } }, 'less than the 300 s of an invocation'],
])('%j is refused by name', (change, message) => {
  expect(() => readEnvironment({ ...production, ...change } as typeof production)).toThrow(message);
});
