import { createHmac } from 'node:crypto';
import { CreateBucketCommand, GetObjectCommand, PutBucketCorsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedAws, startEmbeddedAws } from '../index.ts';

// What S3 answers: "Browser-based uploads using POST" and "Error responses", Amazon S3 API Reference.
const Bucket = 'posted';
const NOW = Date.parse('2026-11-23T10:00:00Z');
let now = NOW;
let aws: EmbeddedAws;
let s3: S3Client;
beforeAll(async () => {
  aws = await startEmbeddedAws({ clock: { now: () => now } });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'sandbox' };
  s3 = new S3Client({ endpoint: aws.endpoint, region: aws.region, credentials, maxAttempts: 1 });
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => aws.close());

type Fields = Record<string, string | undefined>;
interface Posted {
  /** Of the form; without a value it is left out. */
  readonly fields?: Fields;
  /** Beside what every policy names. */
  readonly conditions?: readonly unknown[];
  readonly policy?: string;
  readonly secret?: string;
  readonly body?: string;
  readonly origin?: string;
}
const PREFIX = ['starts-with', '$key', 'BANK/'];

/** Posts a form as a browser does, right but for what is said. */
async function post({
  fields = {},
  conditions = [PREFIX],
  policy,
  secret = 'sandbox',
  body = '%PDF-',
  origin,
}: Posted) {
  const id = fields['x-amz-credential'] ?? `operator/20261123/${aws.region}/s3/aws4_request`;
  const signed = { 'x-amz-algorithm': 'AWS4-HMAC-SHA256', 'x-amz-credential': id, 'x-amz-date': '20261123T100000Z' };
  const named = Object.entries({ bucket: Bucket, ...signed }).map(([name, value]) => ({ [name]: value }));
  const said =
    policy ?? JSON.stringify({ expiration: '2026-11-23T10:05:00.000Z', conditions: [...named, ...conditions] });
  const encoded = Buffer.from(said).toString('base64');
  const key = id
    .split('/')
    .slice(1)
    .reduce<Buffer | string>((before, part) => createHmac('sha256', before).update(part).digest(), `AWS4${secret}`);
  const signature = createHmac('sha256', key).update(encoded).digest('hex');
  const form = new FormData();
  const all: Fields = { key: 'BANK/${filename}', ...signed, policy: encoded, 'x-amz-signature': signature, ...fields };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) form.append(name, value);
  form.append('file', new Blob([body]), 'a.pdf');
  const response = await fetch(`${aws.endpoint}/${Bucket}`, {
    method: 'POST',
    body: form,
    headers: origin ? { origin } : {},
  });
  const text = await response.text();
  const of = (name: string) => new RegExp(`<${name}>([^<]*)<`).exec(text)?.[1];
  return {
    status: response.status,
    code: of('Code'),
    message: of('Message'),
    key: of('Key'),
    headers: response.headers,
  };
}

test('what fits its policy is stored, under the name of the file where the key asks for it', async () => {
  expect(await post({})).toMatchObject({ status: 204 });
  const stored = await s3.send(new GetObjectCommand({ Bucket, Key: 'BANK/a.pdf' }));
  expect(await stored.Body?.transformToString()).toBe('%PDF-');
  const more = {
    success_action_status: '201',
    'Content-Type': 'application/pdf',
    'x-amz-meta-by': 'ana',
    'x-ignore-it': '1',
  };
  const conditions = [
    ...[PREFIX, { success_action_status: '201' }, ['eq', '$Content-Type', 'application/pdf']],
    ...[
      ['starts-with', '$x-amz-meta-by', ''],
      ['content-length-range', 5, 5],
    ],
  ];
  expect(await post({ fields: more, conditions })).toMatchObject({ status: 201, key: 'BANK/a.pdf' });
  const typed = await s3.send(new GetObjectCommand({ Bucket, Key: 'BANK/a.pdf' }));
  expect(typed).toMatchObject({ ContentType: 'application/pdf', Metadata: { by: 'ana' } });
});

const RANGE = (least: number, most: number) => [PREFIX, ['content-length-range', least, most]];
test.each<[string, Posted, number, string, RegExp?]>([
  [
    'a key beside the prefix',
    { fields: { key: 'FAILED/x' } },
    403,
    'AccessDenied',
    /Policy Condition failed: .*starts-with/,
  ],
  [
    'a field that no condition names',
    { fields: { 'x-amz-meta-by': 'x' } },
    403,
    'AccessDenied',
    /Extra input fields: x-amz-meta-by/,
  ],
  [
    'encryption that no condition names',
    { fields: { 'x-amz-server-side-encryption': 'AES256' } },
    403,
    'AccessDenied',
    /Extra input/,
  ],
  ['a field of another value', { fields: { a: '1' }, conditions: [PREFIX, { a: '2' }] }, 403, 'AccessDenied', /failed/],
  [
    'a condition whose field is missing',
    { conditions: [PREFIX, ['starts-with', '$a', '']] },
    403,
    'AccessDenied',
    /failed/,
  ],
  ['a policy that does not name the key', { conditions: [] }, 403, 'AccessDenied', /Extra input fields: key/],
  ['a file that is too large', { conditions: RANGE(0, 4) }, 400, 'EntityTooLarge'],
  ['a file that is too small', { conditions: RANGE(6, 9) }, 400, 'EntityTooSmall'],
  ['another secret', { secret: 'guessed' }, 403, 'SignatureDoesNotMatch'],
  [
    'a session that nobody has',
    { fields: { 'x-amz-credential': 'ASIAX/20261123/us-east-1/s3/aws4_request' } },
    403,
    'InvalidAccessKeyId',
  ],
  [
    'another region',
    { fields: { 'x-amz-credential': 'a/20261123/eu-west-1/s3/aws4_request' } },
    400,
    'InvalidArgument',
  ],
  [
    'a signature that is missing',
    { fields: { 'x-amz-signature': undefined } },
    400,
    'InvalidArgument',
    /x-amz-signature/,
  ],
  ['no policy', { fields: { policy: undefined } }, 403, 'AccessDenied'],
  ['no key', { fields: { key: undefined } }, 400, 'InvalidArgument', /named .*key/],
  ['a policy that is no JSON', { policy: '{' }, 400, 'InvalidPolicyDocument'],
  ['a policy without an end', { policy: '{"conditions":[]}' }, 400, 'InvalidPolicyDocument', /expiration/],
  ['a condition that is none', { conditions: [['like', '$key', 'x']] }, 400, 'InvalidPolicyDocument'],
  ['an ACL', { fields: { acl: 'public-read' }, conditions: [PREFIX, { acl: 'public-read' }] }, 501, 'NotImplemented'],
])('%s is refused as S3 refuses it', async (_what, posted, status, code, message) => {
  expect(await post(posted)).toMatchObject({
    status,
    code,
    ...(message && { message: expect.stringMatching(message) }),
  });
});

test('a policy is not taken a moment after its end', async () => {
  now = NOW + 300_000;
  expect(await post({})).toMatchObject({ status: 403, message: 'Invalid according to Policy: Policy expired.' });
  now = NOW;
});

test('credentials of a role that was assumed sign with their token alone, until they end', async () => {
  const assume = async (session: string) => {
    const response = await fetch(aws.endpoint, {
      method: 'POST',
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=a/20261123/${aws.region}/sts/aws4_request, Signature=x` },
      body: new URLSearchParams({
        ...{ Action: 'AssumeRole', Version: '2011-06-15', DurationSeconds: '900', RoleSessionName: session },
        RoleArn: `arn:aws:iam::${aws.accountId}:role/upload`,
      }),
    });
    const text = await response.text();
    return (name: string) => new RegExp(`<${name}>([^<]*)<`).exec(text)?.[1] ?? '';
  };
  expect((await assume(''))('Code')).toBe('ValidationError');
  const issued = await assume('desk');
  const [AccessKeyId, secret, token] = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].map(issued);
  const credential = `${AccessKeyId}/20261123/${aws.region}/s3/aws4_request`;
  const signed = (given: string | undefined) =>
    post({
      ...(secret !== undefined && { secret }),
      fields: { 'x-amz-credential': credential, 'x-amz-security-token': given },
      conditions: [PREFIX, ...(given === undefined ? [] : [{ 'x-amz-security-token': given }])],
    });
  expect(await signed(token)).toMatchObject({ status: 204 });
  expect(await signed(undefined)).toMatchObject({ status: 400, code: 'InvalidToken' });
  expect(await signed('other')).toMatchObject({ status: 400, code: 'InvalidToken' });
  now = NOW + 900_000;
  expect(await signed(token)).toMatchObject({ status: 400, code: 'ExpiredToken' });
  now = NOW;
});

test('what is no form, or has no file, is refused', async () => {
  const send = async (type: string, body: string) => {
    const response = await fetch(`${aws.endpoint}/${Bucket}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    return `${response.status} ${/<Code>(\w+)/.exec(await response.text())?.[1]}`;
  };
  expect(await send('text/plain', 'x')).toBe('412 PreconditionFailed');
  expect(await send('multipart/form-data; boundary=b', 'x')).toBe('400 MalformedPOSTRequest');
  const part = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  expect(await send('multipart/form-data; boundary=b', `${part('key', 'x')}--b--`)).toBe(
    '400 IncorrectNumberOfFilesInPostRequest',
  );
  expect(
    await send('multipart/form-data; boundary=b', `${part('a', 'x'.repeat(21_000))}${part('file', 'x')}--b--`),
  ).toBe('400 MaxPostPreDataLengthExceeded');
  // What stands after the file is not read.
  expect(await send('multipart/form-data; boundary=b', `${part('file', 'x')}${part('key', 'x')}--b--`)).toBe(
    '400 InvalidArgument',
  );
});

test('a page of an origin that the bucket lets in reads the answer, also a refusal, and no other does', async () => {
  const CORSRules = [{ AllowedOrigins: ['https://desk.example'], AllowedMethods: ['POST'], AllowedHeaders: ['*'] }];
  await s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }));
  const allowed = async (origin: string, posted: Posted) =>
    (await post({ ...posted, origin })).headers.get('access-control-allow-origin');
  expect(await allowed('https://desk.example', {})).toBe('https://desk.example');
  expect(await allowed('https://desk.example', { secret: 'x' })).toBe('https://desk.example');
  expect(await allowed('https://other.example', {})).toBeNull();
  const asks = (origin: string, method: string) =>
    fetch(`${aws.endpoint}/${Bucket}/k`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method },
    });
  expect((await asks('https://desk.example', 'POST')).status).toBe(200);
  expect((await asks('https://desk.example', 'PUT')).status).toBe(403);
});
