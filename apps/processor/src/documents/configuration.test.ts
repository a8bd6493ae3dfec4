import { expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const complete = {
  EKS_SERVICE_ENDPOINT: 'http://matching.internal/process',
  SERVICE_TOKEN_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:token',
  SNS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:123456789012:notifications',
  DOCUMENTS_BUCKET: 'documents',
  DOCUMENTS_TABLE: 'ledger',
  BANK_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/123456789012/bank',
  COUNTERPARTY_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/123456789012/counterparty',
};

test('retries, time and log level have the defaults of the contract', () => {
  expect(readConfiguration(complete)).toMatchObject({
    maxRetries: 3,
    processingTimeoutMs: 240_000,
    logLevel: 'INFO',
    notifyOnStart: false,
  });
});

test.each(Object.keys(complete))('without %s the function does not start, and says so', (name) => {
  expect(() => readConfiguration({ ...complete, [name]: undefined })).toThrow(`${name} must be`);
});

test.each([
  ['EKS_SERVICE_ENDPOINT', 'matching.internal'],
  ['MAX_RETRIES', 'many'],
  ['PROCESSING_TIMEOUT', '0'],
  ['LOG_LEVEL', 'loud'],
  ['SNS_TOPIC_ARN', 'notifications'],
])('%s = %s is refused by name', (name, value) => {
  expect(() => readConfiguration({ ...complete, [name]: value })).toThrow(`${name} must be`);
});
