import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KnownCredentials } from '../temporary-credentials.ts';
import type { PostedForm } from './form-data.ts';
import { S3Error } from './object-store.ts';
import { notImplemented } from './s3-limits.ts';

// Source of each rule, where none is named: "Browser-based uploads using POST", Amazon S3 API Reference.

export interface PostContext {
  readonly bucket: string;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly credentialsOf: (accessKeyId: string) => KnownCredentials | undefined;
}

/** "Each form field … must appear in the list of conditions", except these and what begins with `x-ignore-`. */
const UNCONDITIONED: ReadonlySet<string> = new Set(['policy', 'x-amz-signature', 'file']);
const AUTHENTICATION = ['x-amz-algorithm', 'x-amz-credential', 'x-amz-date', 'x-amz-signature'] as const;
/** What this S3 does with none of its objects: it would be left out in silence. */
const UNKNOWN_FIELDS = /^(acl|tagging|success_action_redirect|redirect|x-amz-(storage-class|website-.*|checksum-.*))$/;

interface Policy {
  /** Milliseconds since 1970. */
  readonly expiration: number;
  readonly conditions: readonly unknown[];
}

/**
 * Holds an upload of a browser to the policy that its form carries.
 *
 * @returns the key, with the file's name where it asks for it
 * @throws {S3Error} as S3 refuses it
 */
export function checkPost({ fields, file }: PostedForm, context: PostContext): string {
  const given = fields.get('key');
  if (given === undefined) throw missing('key');
  if (given === '') throw new S3Error(400, 'InvalidArgument', 'User key must have a length greater than 0.');
  const encoded = fields.get('policy');
  // Nobody may write to the bucket without a signature.
  if (encoded === undefined) throw denied('Access Denied');
  for (const name of AUTHENTICATION) if (!fields.has(name)) throw missing(name);
  checkSignature(fields, encoded, context);
  const policy = readPolicy(encoded);
  if (context.now >= policy.expiration) throw denied('Invalid according to Policy: Policy expired.');
  const key = given.replaceAll('${filename}', () => file.name);
  checkConditions(policy, new Map([...fields, ['key', key], ['bucket', context.bucket]]), file.body.length);
  const unknown = [...fields.keys()].find((name) => UNKNOWN_FIELDS.test(name));
  if (unknown !== undefined) throw notImplemented(`the form field ${unknown}`);
  return key;
}

function checkSignature(fields: PostedForm['fields'], encoded: string, context: PostContext): void {
  const field = (name: (typeof AUTHENTICATION)[number]) => fields.get(name) ?? '';
  if (field('x-amz-algorithm') !== 'AWS4-HMAC-SHA256') {
    throw new S3Error(400, 'InvalidArgument', 'Only AWS4-HMAC-SHA256 is supported.');
  }
  const [id = '', date = '', region, service, end, ...more] = field('x-amz-credential').split('/');
  const isScope = region === context.region && service === 's3' && end === 'aws4_request' && more.length === 0;
  if (!isScope || !field('x-amz-date').startsWith(`${date}T`)) {
    throw new S3Error(400, 'InvalidArgument', `The credential is not of ${context.region}, s3 and the date.`);
  }
  const known = context.credentialsOf(id);
  if (!known) {
    const message = 'The AWS Access Key Id you provided does not exist in our records.';
    throw new S3Error(403, 'InvalidAccessKeyId', message);
  }
  if (fields.get('x-amz-security-token') !== known.token) {
    throw new S3Error(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');
  }
  if (known.expires !== undefined && context.now >= known.expires) {
    throw new S3Error(400, 'ExpiredToken', 'The provided token has expired.');
  }
  const signingKey = [date, region, service, end].reduce<Buffer | string>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    `AWS4${known.secret}`,
  );
  const expected = Buffer.from(createHmac('sha256', signingKey).update(encoded).digest('hex'));
  const signature = Buffer.from(field('x-amz-signature'));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    const message =
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
    throw new S3Error(403, 'SignatureDoesNotMatch', message);
  }
}

function readPolicy(encoded: string): Policy {
  let policy: unknown;
  try {
    policy = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    throw invalid('Invalid JSON.');
  }
  const { expiration, conditions } = (typeof policy === 'object' ? (policy ?? {}) : {}) as Record<string, unknown>;
  if (typeof expiration !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(expiration)) {
    throw invalid(
      expiration === undefined ? 'Policy missing expiration.' : `Invalid 'expiration' value: '${expiration}'`,
    );
  }
  if (!Array.isArray(conditions)) throw invalid('Policy missing conditions.');
  return { expiration: Date.parse(expiration), conditions };
}

function checkConditions({ conditions }: Policy, fields: ReadonlyMap<string, string>, bytes: number): void {
  const named = new Set<string>();
  const hold = (name: string, condition: unknown, holds: (value: string) => boolean) => {
    named.add(name);
    const value = fields.get(name);
    if (value !== undefined && holds(value)) return;
    throw denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`);
  };
  for (const condition of conditions) {
    if (!Array.isArray(condition)) {
      const entries = typeof condition === 'object' && condition !== null ? Object.entries(condition) : [];
      const [[name, value] = [], ...others] = entries as [string, unknown][];
      if (name === undefined || others.length > 0 || typeof value !== 'string') {
        throw invalid('Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.');
      }
      hold(name.toLowerCase(), ['eq', `$${name}`, value], (is) => is === value);
      continue;
    }
    const [operator, first, second] = condition as unknown[];
    const verb = String(operator).toLowerCase();
    if (condition.length !== 3) throw invalid(`Invalid Condition: ${JSON.stringify(condition)}`);
    if (verb === 'content-length-range') {
      checkLength(bytes, Number(first), Number(second));
      continue;
    }
    if ((verb !== 'eq' && verb !== 'starts-with') || typeof first !== 'string' || !first.startsWith('$')) {
      throw invalid(`Invalid Condition: ${JSON.stringify(condition)}`);
    }
    const wanted = String(second);
    hold(first.slice(1).toLowerCase(), condition, (is) => (verb === 'eq' ? is === wanted : is.startsWith(wanted)));
  }
  const extra = [...fields.keys()].filter(
    (name) => !named.has(name) && !UNCONDITIONED.has(name) && !name.startsWith('x-ignore-'),
  );
  if (extra.length > 0) throw denied(`Invalid according to Policy: Extra input fields: ${extra.join(', ')}`);
}

function checkLength(bytes: number, least: number, most: number): void {
  if (!(Number.isInteger(least) && Number.isInteger(most) && least >= 0 && least <= most)) {
    throw invalid('Invalid content-length-range.');
  }
  if (bytes < least) {
    throw new S3Error(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  }
  if (bytes > most) {
    throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  }
}

function denied(message: string): S3Error {
  return new S3Error(403, 'AccessDenied', message);
}

function invalid(why: string): S3Error {
  return new S3Error(400, 'InvalidPolicyDocument', `Invalid Policy: ${why}`);
}

function missing(name: string): S3Error {
  const message = `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`;
  return new S3Error(400, 'InvalidArgument', message);
}
