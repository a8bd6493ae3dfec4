import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';
import { production } from './production.ts';

test.each([
  [{ account: '123' }, 'infra/src/environments/production.ts: account: an AWS account id of 12 digits'],
  [{ portalOrigins: ['*'] }, 'portalOrigins.0: an origin such as'],
  [{ alertEmail: 'nobody' }, 'alertEmail: an e-mail address'],
  [{ network: undefined }, 'network: is missing'],
  [{ runbookUrl: 'docs/runbook.md' }, 'runbookUrl: the URL at which docs/runbook.md is read'],
  [{ processor: { ...production.processor, concurrencyPerQueue: 6 } }, 'processor.concurrencyPerQueue'],
  [{ processor: { ...production.processor, processingTimeout: 300 } }, 'less than the 300 s of an invocation'],
])('%j is refused by name', (change, message) => {
  expect(() => readEnvironment({ ...production, ...change } as typeof production)).toThrow(message);
});
