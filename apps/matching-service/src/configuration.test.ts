import { expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const complete = {
  DOCUMENTS_BUCKET: 'documents',
  TRADES_TABLE: 'trades',
  SNS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:123456789012:notifications',
  SERVICE_TOKEN_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:token',
};

test('what is not given has a default', () => {
  expect(readConfiguration(complete)).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    logLevel: 'info',
    concurrency: 2,
  });
});

test.each(Object.keys(complete))('%s is needed, and the message names it', (name) => {
  expect(() => readConfiguration({ ...complete, [name]: undefined })).toThrow(`${name} must be`);
});

test.each([
  ['PORT', 'http'],
  ['SNS_TOPIC_ARN', 'notifications'],
  ['LOG_LEVEL', 'loud'],
  ['READER_CONCURRENCY', '0'],
])('%s = %s does not fit, and the value is not repeated', (name, value) => {
  expect(() => readConfiguration({ ...complete, [name]: value })).toThrow(`${name} must be`);
  expect(() => readConfiguration({ ...complete, [name]: value })).not.toThrow(`"${value}"`);
});
