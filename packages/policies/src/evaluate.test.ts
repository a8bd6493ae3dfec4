import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { readPolicy, UnknownPolicyElementError } from './read-policy.ts';

const statements = (...list: object[]) => readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: list }));
const allow = { Sid: 'Put', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::b/BANK/*' };
const put = { action: 's3:PutObject', resource: 'arn:aws:s3:::b/BANK/a/b.pdf' };

describe('a request', () => {
  test('a request is not allowed unless a statement says so', () => {
    expect(evaluate([], put)).toEqual({ kind: 'not-allowed' });
    expect(evaluate(statements(allow), put)).toEqual({ kind: 'allowed', by: 'Put' });
    expect(evaluate(statements(allow), { ...put, resource: 'arn:aws:s3:::b/FAILED/a.pdf' }).kind).toBe('not-allowed');
    expect(evaluate(statements(allow), { ...put, action: 's3:PutObjectAcl' }).kind).toBe('not-allowed');
  });

  test('a request is denied where one statement denies, whatever others allow', () => {
    const deny = {
      Sid: 'Tls',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    expect(evaluate(statements(allow, deny), { ...put, context: { 'aws:SecureTransport': 'false' } })).toEqual({
      kind: 'denied',
      by: 'Tls',
    });
    expect(evaluate(statements(allow, deny), { ...put, context: { 'aws:SecureTransport': 'true' } }).kind).toBe(
      'allowed',
    );
  });

  test('a request of a service is judged by its principal and where it comes from', () => {
    const sends = {
      Sid: 'Sends',
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: 'q',
      Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::b' } },
    };
    const send = { action: 'sqs:SendMessage', resource: 'q', principal: { service: 's3.amazonaws.com' } };
    expect(evaluate(statements(sends), { ...send, context: { 'aws:SourceArn': 'arn:aws:s3:::b' } }).kind).toBe(
      'allowed',
    );
    expect(evaluate(statements(sends), { ...send, context: { 'aws:SourceArn': 'arn:aws:s3:::c' } }).kind).toBe(
      'not-allowed',
    );
    expect(evaluate(statements(sends), { ...send, principal: { service: 'sns.amazonaws.com' } }).kind).toBe(
      'not-allowed',
    );
  });

  test('a header that is not there differs from every value, unless Null asks whether it is there', () => {
    const header = 's3:x-amz-server-side-encryption';
    const refuse = (condition: object) => ({
      Sid: 'Other',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: '*',
      Condition: { StringNotEquals: { [header]: 'aws:kms' }, ...condition },
    });
    const ifThere = refuse({ Null: { [header]: 'false' } });
    expect(evaluate(statements(refuse({})), put).kind).toBe('denied');
    expect(evaluate(statements(ifThere), put).kind).toBe('not-allowed');
    expect(evaluate(statements(ifThere), { ...put, context: { [header]: 'AES256' } }).kind).toBe('denied');
    expect(evaluate(statements(ifThere), { ...put, context: { [header]: 'aws:kms' } }).kind).toBe('not-allowed');
  });
});

test.each([
  { ...allow, Action: undefined, NotAction: 's3:PutObject' },
  { ...allow, Condition: { NumericLessThan: { a: '1' } } },
  { ...allow, Condition: { 'ForAllValues:ArnLike': { a: '1' } } },
  { ...allow, Principal: { CanonicalUser: 'x' } },
])('what it does not know is an error: %j', (statement) => {
  expect(() => statements(statement)).toThrow(UnknownPolicyElementError);
});
