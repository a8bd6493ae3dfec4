import { expect, test } from 'vitest';
import type { AwsCall } from '../aws/index.ts';
import { requiredPermissions } from './required-permissions.ts';

const KEY = 'arn:aws:kms:us-east-1:000000000000:key/1';
const context = { region: 'us-east-1', account: '000000000000', keyArn: KEY };
const OBJECT = 'arn:aws:s3:::documents/BANK/a.pdf';

function asked(call: Partial<AwsCall>): string[] {
  const made = { method: 'POST', url: '/', headers: {}, body: Buffer.from('{}'), resource: '', ...call } as AwsCall;
  return requiredPermissions(made, context).map(({ action, resource }) => `${action} ${resource}`);
}

/** The services through which a call uses the key. */
function keyUses(call: Partial<AwsCall>): unknown[] {
  const made = { method: 'POST', url: '/', headers: {}, body: Buffer.from('{}'), resource: '', ...call } as AwsCall;
  return requiredPermissions(made, context)
    .filter(({ action }) => action.startsWith('kms:'))
    .map(({ action, conditions }) => [action, conditions?.['kms:ViaService']]);
}

const deletion = (headers: AwsCall['headers']) =>
  asked({ service: 's3', action: 'DeleteObject', resource: 'documents/BANK/a.pdf', headers });

test('a delete of one ETag needs to read the object as well', () => {
  expect(deletion({ 'if-match': '"abc"' })).toEqual([`s3:DeleteObject ${OBJECT}`, `s3:GetObject ${OBJECT}`]);
});

test('a delete without a condition, or of whatever is there, needs no reading', () => {
  expect(deletion({})).toEqual([`s3:DeleteObject ${OBJECT}`]);
  expect(deletion({ 'if-match': '*' })).toEqual([`s3:DeleteObject ${OBJECT}`]);
});

test('a write or a copy in place of one ETag needs to read what is there as well; one of a new key does not', () => {
  const copied = { 'x-amz-copy-source': '/documents/BANK/b.pdf', 'x-amz-tagging-directive': 'REPLACE' };
  const s3 = (action: string, headers: AwsCall['headers']) =>
    asked({ service: 's3', action, resource: 'documents/BANK/a.pdf', headers }).filter((each) => each.endsWith(OBJECT));
  const both = [`s3:PutObject ${OBJECT}`, `s3:GetObject ${OBJECT}`];
  expect(s3('PutObject', { 'if-match': '"abc"' })).toEqual(both);
  expect(s3('CopyObject', { ...copied, 'if-match': '"abc"' })).toEqual(both);
  expect(s3('PutObject', { 'if-none-match': '*' })).toEqual([`s3:PutObject ${OBJECT}`]);
  expect(s3('CopyObject', { ...copied, 'if-none-match': '*' })).toEqual([`s3:PutObject ${OBJECT}`]);
});

test('a copy that takes tags along needs to read and to write them, one that leaves them does not', () => {
  const copied = (headers: AwsCall['headers']) =>
    asked({ service: 's3', action: 'CopyObject', resource: 'documents/BANK/a.pdf', headers }).filter((each) =>
      each.includes('Tagging'),
    );
  const source = { 'x-amz-copy-source': '/documents/BANK/b.pdf?versionId=1' };
  expect(copied(source)).toEqual([
    's3:GetObjectVersionTagging arn:aws:s3:::documents/BANK/b.pdf',
    `s3:PutObjectTagging ${OBJECT}`,
  ]);
  expect(copied({ ...source, 'x-amz-tagging-directive': 'REPLACE' })).toEqual([]);
});

test("a call to an encrypted table needs its key, a transaction's as well", () => {
  const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/trades';
  const body = (value: unknown) => Buffer.from(JSON.stringify(value));
  expect(asked({ service: 'dynamodb', action: 'GetItem', body: body({ TableName: 'trades' }) })).toEqual([
    `dynamodb:GetItem ${table}`,
    `kms:Decrypt ${KEY}`,
  ]);
  const transaction = {
    TransactItems: [{ Put: { TableName: 'trades' } }, { ConditionCheck: { TableName: 'trades' } }],
  };
  expect(asked({ service: 'dynamodb', action: 'TransactWriteItems', body: body(transaction) })).toEqual([
    `dynamodb:PutItem ${table}`,
    `dynamodb:ConditionCheckItem ${table}`,
    `kms:Decrypt ${KEY}`,
  ]);
});

test('the key is used through the service that is called, in the name of the caller', () => {
  const table = Buffer.from(JSON.stringify({ TableName: 'trades' }));
  expect([
    keyUses({ service: 's3', action: 'PutObject', resource: 'documents/BANK/a.pdf' }),
    keyUses({ service: 's3', action: 'GetObject', resource: 'documents/BANK/a.pdf' }),
    keyUses({ service: 'sqs', action: 'ReceiveMessage', resource: 'https://sqs/000000000000/bank' }),
    keyUses({ service: 'dynamodb', action: 'PutItem', body: table }),
  ]).toEqual([
    [['kms:GenerateDataKey', 's3.us-east-1.amazonaws.com']],
    [['kms:Decrypt', 's3.us-east-1.amazonaws.com']],
    [['kms:Decrypt', 'sqs.us-east-1.amazonaws.com']],
    [['kms:Decrypt', 'dynamodb.us-east-1.amazonaws.com']],
  ]);
});

test('a secret that is written needs a data key, one that is read needs none', () => {
  const uses = (action: string) => keyUses({ service: 'secretsmanager', action, resource: 'token' });
  expect(uses('GetSecretValue')).toEqual([['kms:Decrypt', 'secretsmanager.us-east-1.amazonaws.com']]);
  expect(uses('PutSecretValue')).toEqual([
    ['kms:Decrypt', 'secretsmanager.us-east-1.amazonaws.com'],
    ['kms:GenerateDataKey', 'secretsmanager.us-east-1.amazonaws.com'],
  ]);
});
