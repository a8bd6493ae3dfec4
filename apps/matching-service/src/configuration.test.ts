import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUILT_IN_PROFILES } from '@trade-matching/matching';
import { expect, onTestFinished, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const complete = {
  DOCUMENTS_BUCKET: 'documents',
  TRADES_TABLE: 'trades',
  CASES_TABLE: 'cases',
  SNS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:123456789012:notifications',
  SERVICE_TOKEN_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:token',
};

test('a variable that is not set has its default', () => {
  expect(readConfiguration(complete)).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    logLevel: 'info',
    concurrency: 2,
    maxWaiting: 64,
    verify: 'on-risk',
    profiles: BUILT_IN_PROFILES,
    fallback: undefined,
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
  ['MAX_WAITING', 'many'],
  ['VERIFY', 'sometimes'],
  ['FALLBACK_MODEL_ID', 'a model'],
  ['FALLBACK_TIMEOUT_MS', '1'],
])('%s = %s does not fit, and the value is not repeated', (name, value) => {
  expect(() => readConfiguration({ ...complete, [name]: value })).toThrow(`${name} must be`);
  expect(() => readConfiguration({ ...complete, [name]: value })).not.toThrow(`"${value}"`);
});

const PROFILES = '{"products":{"FX_FORWARD":{"fields":{"settlement_date":{"tolerance":{"kind":"days","days":2}}}}}}';

test('PROFILES is JSON, or the path of a file of it', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'profiles-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const file = path.join(directory, 'profiles.json');
  writeFileSync(file, PROFILES);
  for (const given of [PROFILES, file]) {
    expect(readConfiguration({ ...complete, PROFILES: given }).profiles.products).toEqual(
      JSON.parse(PROFILES).products,
    );
  }
});

test.each([
  [
    PROFILES.replace('FX_FORWARD', 'FORWARD'),
    /^The environment variable PROFILES must be matching profiles that fit: .* it is "FORWARD"\.$/,
  ],
  [
    PROFILES.replace('"days":2', '"days":"two"'),
    /FX_FORWARD\.fields\.settlement_date\.tolerance\.days must be .*; it is "two"\.$/,
  ],
  ['/no/such/profiles.json', /^The environment variable PROFILES must be JSON, or a file that can be read: ENOENT/],
])('PROFILES = %s is one error that says what does not fit', (given, message) => {
  expect(() => readConfiguration({ ...complete, PROFILES: given })).toThrow(message);
});

test('a model is asked only where one is named', () => {
  const FALLBACK_MODEL_ID = 'anthropic.claude-3-5-haiku-20241022-v1:0';
  expect(readConfiguration({ ...complete, FALLBACK_MODEL_ID }).fallback).toEqual({
    modelId: FALLBACK_MODEL_ID,
    timeoutMs: 4000,
  });
});

test('where scans are refused, no document is left to their readers to be looked at', () => {
  expect(readConfiguration({ ...complete, VERIFY: 'always' }).verify).toBe('always');
  expect(readConfiguration({ ...complete, VERIFY: 'always', SCAN_CONCURRENCY: '0' }).verify).toBe('off');
});
