import type { IncomingHttpHeaders } from 'node:http';
import { ACCOUNT_SERVICES, type AccountService, accountAction } from './account/account-api.ts';

/** A call to one of the embedded services, as interceptors see it. */
export interface AwsCall {
  readonly service: 's3' | 'sqs' | 'sns' | 'sts' | 'dynamodb' | 'secretsmanager' | AccountService;
  /** As IAM names it: `PutObject`, `ReceiveMessage`, `TransactWriteItems`. */
  readonly action: string;
  /** What it acts on: `bucket/key`, a queue's URL, a table's or a topic's name. Empty where it names nothing. */
  readonly resource: string;
  /** The access key id that it was signed with. */
  readonly caller?: string;
  readonly method: string;
  /** Path and query as they came, still encoded. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Sees every call: may record it, delay it, hand on another in its place, answer in its place, or answer otherwise after
 * it has had its effect.
 */
export type Interceptor = (call: AwsCall, next: (instead?: AwsCall) => Promise<AwsResponse>) => Promise<AwsResponse>;

/** Says which service and action a request is for, by the protocol that the service speaks. */
export function classify(
  method: string,
  url: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): AwsCall & { readonly service: AwsCall['service'] } {
  const caller = /Credential=([^/,\s]+)/.exec(headers.authorization ?? '')?.[1];
  const common = { method, url, headers, body, ...(caller === undefined ? {} : { caller }) };
  const signedFor = /Credential=[^/,\s]+\/\d+\/[^/]+\/([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1];
  const account = ACCOUNT_SERVICES.find((service) => service === signedFor);
  if (account) return { ...common, service: account, action: accountAction(account, common), resource: '' };
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const [prefix = '', action = ''] = target.split('.');
    const service = prefix.startsWith('DynamoDB') ? 'dynamodb' : prefix === 'secretsmanager' ? 'secretsmanager' : 'sqs';
    return { ...common, service, action, resource: jsonResource(body) };
  }
  if (headers['content-type']?.includes('x-www-form-urlencoded')) {
    const form = new URLSearchParams(body.toString('utf8'));
    return {
      ...common,
      service: signedFor === 'sts' ? 'sts' : 'sns',
      action: form.get('Action') ?? '',
      resource: form.get('TopicArn') ?? form.get('Name') ?? '',
    };
  }
  const [path = '', query = ''] = url.split('?', 2);
  return { ...common, service: 's3', action: s3Action(method, path, query, headers), resource: decodePath(path) };
}

/** The path without its first slash, decoded once, `//` and `..` kept as they are. */
export function decodePath(path: string): string {
  return decodeURIComponent(path.slice(1));
}

function jsonResource(body: Buffer): string {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null) return '';
    const named = parsed as Record<string, unknown>;
    return String(named.QueueUrl ?? named.TableName ?? named.QueueName ?? named.SecretId ?? '');
  } catch {
    return '';
  }
}

const BUCKET_SUBRESOURCES: Readonly<Record<string, string>> = {
  versioning: 'BucketVersioning',
  notification: 'BucketNotificationConfiguration',
  cors: 'BucketCors',
};

function s3Action(method: string, path: string, query: string, headers: IncomingHttpHeaders): string {
  const has = (name: string) => new RegExp(`(?:^|&)${name}(?:=|&|$)`).test(query);
  const [, bucket = '', ...key] = path.split('/');
  const verb = method === 'PUT' ? 'Put' : method === 'GET' ? 'Get' : method === 'DELETE' ? 'Delete' : 'Post';
  if (bucket === '') return 'ListBuckets';
  if (method === 'OPTIONS') return 'Preflight';
  if (key.join('/') === '') {
    const sub = Object.keys(BUCKET_SUBRESOURCES).find(has);
    if (sub) return verb + BUCKET_SUBRESOURCES[sub];
    if (method === 'GET')
      return has('versions') ? 'ListObjectVersions' : has('list-type') ? 'ListObjectsV2' : `GetBucket?${query}`;
    if (method === 'POST' && has('delete')) return 'DeleteObjects';
    // A form of a browser: the key is in it.
    if (method === 'POST' && query === '') return 'PostObject';
    if (query !== '' && !query.startsWith('x-id=')) return `${verb}Bucket?${query}`;
    return method === 'PUT' ? 'CreateBucket' : method === 'HEAD' ? 'HeadBucket' : 'DeleteBucket';
  }
  if (has('uploads')) return 'CreateMultipartUpload';
  if (has('uploadId'))
    return method === 'PUT' ? 'UploadPart' : method === 'POST' ? 'CompleteMultipartUpload' : 'AbortMultipartUpload';
  if (/(?:^|&)(?:tagging|acl|retention|legal-hold|attributes|torrent|restore)(?:=|&|$)/.test(query))
    return `${verb}Object?${query}`;
  if (method === 'PUT') return headers['x-amz-copy-source'] === undefined ? 'PutObject' : 'CopyObject';
  return method === 'HEAD' ? 'HeadObject' : `${verb}Object`;
}
