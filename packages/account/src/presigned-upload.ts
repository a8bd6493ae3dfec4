import { createHmac } from 'node:crypto';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { Account } from './connect.ts';

/** A form that uploads one document, and nothing else. */
export interface UploadForm {
  readonly url: string;
  /** Before the file, all of them. */
  readonly fields: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  readonly expires_at: string;
}

export interface UploadAsked {
  /** The only one that it may be stored under. */
  readonly key: string;
  /** Who uploads: the session of the role is named so, and CloudTrail keeps it. */
  readonly actor: string;
  readonly now: Date;
}

/** Bytes. What is larger is refused when it is read. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
/** How long a form may be used. */
export const UPLOAD_SECONDS = 300;
/** AssumeRole takes no less (AWS STS API Reference). */
const SESSION_SECONDS = 900;

/**
 * Signs a form under the upload role ("Browser-based uploads using POST", Amazon S3 API Reference). It says nothing of
 * encryption, and S3 refuses a field that it does not name: the bucket's own key encrypts, and no other can be asked for.
 */
export async function presignedUpload(account: Account, { key, actor, now }: UploadAsked): Promise<UploadForm> {
  const { names, client, id, s3 } = account;
  const sts = new STSClient(client);
  try {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${id}:role/${names.uploadRole}`,
        RoleSessionName: `desk-${actor.replaceAll(/[^\w+=,.@-]/g, '_')}`.slice(0, 64),
        DurationSeconds: SESSION_SECONDS,
      }),
    );
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
    const region = await s3.config.region();
    const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const scope = [time.slice(0, 8), region, 's3', 'aws4_request'];
    const bucket = names.documentsBucket;
    const named = {
      ...{ bucket, key, 'Content-Type': 'application/pdf', success_action_status: '201' },
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': [AccessKeyId, ...scope].join('/'),
      'X-Amz-Date': time,
      'X-Amz-Security-Token': SessionToken,
    };
    const expires_at = new Date(now.getTime() + UPLOAD_SECONDS * 1000).toISOString();
    const conditions = [
      ...Object.entries(named).map(([name, value]) => ({ [name]: value })),
      ['content-length-range', 1, MAX_UPLOAD_BYTES],
    ];
    const policy = Buffer.from(JSON.stringify({ expiration: expires_at, conditions })).toString('base64');
    const hmac = (secret: Buffer | string, text: string) => createHmac('sha256', secret).update(text).digest();
    const signingKey = scope.reduce<Buffer | string>(hmac, `AWS4${SecretAccessKey}`);
    const signature = hmac(signingKey, policy).toString('hex');
    const fields = { ...named, Policy: policy, 'X-Amz-Signature': signature };
    return { url: uploadAddress(account, region), fields, expires_at };
  } finally {
    sts.destroy();
  }
}

/** Where the documents bucket is posted to. */
export function uploadAddress({ names, client }: Pick<Account, 'names' | 'client'>, region: string): string {
  const { endpoint } = client;
  if (endpoint !== undefined) return new URL(names.documentsBucket, endpoint).href;
  return `https://${names.documentsBucket}.s3.${region}.amazonaws.com/`;
}
