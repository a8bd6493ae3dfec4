import type { Clock } from '../../clock/index.ts';
import type { AwsCall, AwsResponse } from '../aws-call.ts';
import type { TemporaryCredentials } from '../temporary-credentials.ts';
import { decodeBody } from './chunked-body.ts';
import { corsXml, crossOrigin, preflight, readCorsRules } from './cross-origin.ts';
import { readPostedForm } from './form-data.ts';
import { listObjects, listVersions } from './listings.ts';
import { MultipartUploads } from './multipart-uploads.ts';
import { notifyCreated, type SendToQueue, testEvent } from './notifications.ts';
import {
  type Content,
  ObjectStore,
  type ObjectVersion,
  type QueueNotification,
  S3Error,
  type WriteCondition,
} from './object-store.ts';
import { checkPost } from './post-policy.ts';
import {
  checkBucketName,
  checkCall,
  checkCopied,
  checkCopy,
  checkDeletedAtOnce,
  isKnownToCaller,
  metadataOf,
  notImplemented,
} from './s3-limits.ts';
import { parseXml, renderXml } from './xml.ts';

export type CreatedListener = (created: { bucket: string; key: string; version: ObjectVersion }) => void;

/** S3 over HTTP, in path style. What it does not know is answered with 501 and the action's name, never with silence. */
export class S3Api {
  readonly store: ObjectStore;
  private readonly uploads = new MultipartUploads();
  private readonly send: SendToQueue;
  private readonly created: CreatedListener;

  private readonly clock: Pick<Clock, 'now'>;
  private readonly region: string;
  private readonly credentials: TemporaryCredentials;

  constructor(
    send: SendToQueue,
    created: CreatedListener,
    clock: Pick<Clock, 'now'>,
    region: string,
    credentials: TemporaryCredentials,
  ) {
    this.clock = clock;
    this.region = region;
    this.credentials = credentials;
    this.store = new ObjectStore(clock);
    this.send = send;
    this.created = created;
  }

  async handle(call: AwsCall): Promise<AwsResponse> {
    const answer = await this.answer(call);
    return crossOrigin(call, this.store.corsOf(call.resource.split('/', 1)[0] ?? ''), answer);
  }

  private async answer(call: AwsCall): Promise<AwsResponse> {
    try {
      return await this.dispatch(call);
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      const { status, code, message } = error;
      return xml(status, 'Error', { Code: code, Message: message, Resource: call.resource, RequestId: 'SANDBOX' });
    }
  }

  private async dispatch(call: AwsCall): Promise<AwsResponse> {
    const slash = call.resource.indexOf('/');
    const bucket = slash === -1 ? call.resource : call.resource.slice(0, slash);
    const key = slash === -1 ? '' : call.resource.slice(slash + 1);
    const query = new URLSearchParams(call.url.split('?', 2)[1] ?? '');
    const body = decodeBody(call.headers, call.body);
    checkCall(call, key);
    switch (call.action) {
      case 'CreateBucket':
        checkBucketName(bucket);
        this.store.createBucket(bucket);
        return empty(200, { location: `/${bucket}` });
      case 'HeadBucket':
        this.store.bucket(bucket);
        return empty(200);
      case 'PutBucketVersioning': {
        const { VersioningConfiguration } = parseXml(body) as { VersioningConfiguration?: { Status?: string } };
        this.store.bucket(bucket).versioned = VersioningConfiguration?.Status === 'Enabled';
        return empty(200);
      }
      case 'GetBucketVersioning':
        return xml(200, 'VersioningConfiguration', this.store.bucket(bucket).versioned ? { Status: 'Enabled' } : {});
      case 'PutBucketNotificationConfiguration':
        return this.putNotification(bucket, body);
      case 'GetBucketNotificationConfiguration':
        return xml(200, 'NotificationConfiguration', {
          QueueConfiguration: this.store.bucket(bucket).notification.map(asXml),
        });
      case 'PutBucketCors':
        this.store.bucket(bucket).cors = readCorsRules(body);
        return empty(200);
      case 'GetBucketCors':
        return xml(200, 'CORSConfiguration', corsXml(this.store.bucket(bucket).cors));
      case 'Preflight': {
        const allowed = preflight(call, this.store.bucket(bucket).cors);
        if (allowed) return empty(200, allowed);
        throw new S3Error(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
      }
      case 'PostObject':
        return this.posted(call, bucket);
      case 'PutObject':
        return this.stored(call, bucket, key, body);
      case 'CopyObject':
        return this.copy(call, bucket, key);
      case 'GetObject':
      case 'HeadObject': {
        const version = this.store.get(bucket, key, query.get('versionId') ?? undefined);
        if (isKnownToCaller(call, version)) return empty(304, { etag: `"${version.etag}"` });
        return {
          status: 200,
          headers: objectHeaders(version),
          body: call.action === 'GetObject' ? version.body : Buffer.alloc(0),
        };
      }
      case 'DeleteObject': {
        const { ifMatch } = conditionOf(call);
        const versionId = query.get('versionId');
        const deleted = this.store.delete(bucket, key, {
          ...(versionId === null ? {} : { versionId }),
          ...(ifMatch === undefined ? {} : { ifMatch }),
        });
        return empty(204, {
          ...(deleted.deleteMarker ? { 'x-amz-delete-marker': 'true' } : {}),
          ...(deleted.versionId ? { 'x-amz-version-id': deleted.versionId } : {}),
        });
      }
      case 'DeleteObjects':
        return this.deleteAll(bucket, body);
      case 'ListObjectsV2':
        return xml(200, 'ListBucketResult', listObjects(this.store, bucket, query));
      case 'ListObjectVersions':
        return xml(200, 'ListVersionsResult', listVersions(this.store, bucket, query));
      case 'CreateMultipartUpload': {
        const contentType = call.headers['content-type'] ?? 'binary/octet-stream';
        const UploadId = this.uploads.begin({ contentType, metadata: metadataOf(call) });
        return xml(200, 'InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId });
      }
      case 'UploadPart':
        return empty(200, { etag: `"${this.uploads.add(query, body)}"` });
      case 'CompleteMultipartUpload':
        return this.complete(bucket, key, query, body);
      case 'AbortMultipartUpload':
        this.uploads.end(query);
        return empty(204);
      default:
        throw notImplemented(call.action);
    }
  }

  private async putNotification(bucketName: string, body: Buffer): Promise<AwsResponse> {
    const { NotificationConfiguration: configuration } = parseXml(body) as {
      NotificationConfiguration?: { QueueConfiguration?: QueueConfigurationXml[] } | '';
    };
    const bucket = this.store.bucket(bucketName);
    const queues = configuration ? (configuration.QueueConfiguration ?? []) : [];
    bucket.notification = queues.map(fromXml);
    for (const { queueArn } of bucket.notification) await this.send(queueArn, testEvent(bucket));
    return empty(200);
  }

  private async stored(call: AwsCall, bucketName: string, key: string, body: Buffer): Promise<AwsResponse> {
    const contentType = call.headers['content-type'] ?? 'binary/octet-stream';
    const content = { body, contentType, metadata: metadataOf(call), ...taggingOf(call.headers['x-amz-tagging']) };
    const version = await this.create(bucketName, key, 'ObjectCreated:Put', content, conditionOf(call));
    return empty(200, { etag: `"${version.etag}"`, ...versionHeader(version) });
  }

  /** An upload of a browser: "POST Object", Amazon S3 API Reference. */
  private async posted(call: AwsCall, bucket: string): Promise<AwsResponse> {
    const form = readPostedForm(call.headers['content-type'], call.body);
    this.store.bucket(bucket);
    const key = checkPost(form, {
      ...{ bucket, region: this.region, now: this.clock.now() },
      credentialsOf: (id) => this.credentials.of(id),
    });
    const { fields, file } = form;
    checkCall(call, key);
    const content = {
      body: file.body,
      contentType: fields.get('content-type') ?? 'binary/octet-stream',
      metadata: metadataOf({ headers: Object.fromEntries(fields) }),
    };
    const version = await this.create(bucket, key, 'ObjectCreated:Post', content);
    const location = `/${bucket}/${encodeURIComponent(key)}`;
    const headers = { etag: `"${version.etag}"`, location, ...versionHeader(version) };
    const status = fields.get('success_action_status');
    if (status !== '201') return empty(status === '200' ? 200 : 204, headers);
    const answer = xml(201, 'PostResponse', { Location: location, Bucket: bucket, Key: key, ETag: headers.etag });
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }

  private async create(
    bucketName: string,
    key: string,
    event: string,
    content: Content,
    condition: WriteCondition = {},
  ): Promise<ObjectVersion> {
    const version = this.store.put(bucketName, key, content, condition);
    this.created({ bucket: bucketName, key, version });
    await notifyCreated(this.store.bucket(bucketName), key, version, event, this.send);
    return version;
  }

  private async copy(call: AwsCall, bucket: string, key: string): Promise<AwsResponse> {
    const [path = '', query = ''] = String(call.headers['x-amz-copy-source']).split('?', 2);
    const source = decodeURIComponent(path).replace(/^\//, '');
    const slash = source.indexOf('/');
    const versionId = new URLSearchParams(query).get('versionId') ?? undefined;
    checkCopy(call, source, versionId);
    const from = this.store.get(source.slice(0, slash), source.slice(slash + 1), versionId);
    checkCopied(call, from);
    const replace = call.headers['x-amz-metadata-directive'] === 'REPLACE';
    const content = {
      body: from.body,
      contentType: replace ? (call.headers['content-type'] ?? 'binary/octet-stream') : from.contentType,
      metadata: replace ? metadataOf(call) : from.metadata,
      ...taggingOf(replacesTags(call) ? call.headers['x-amz-tagging'] : from.tagging),
    };
    const version = await this.create(bucket, key, 'ObjectCreated:Copy', content, conditionOf(call));
    const result = { ETag: `"${version.etag}"`, LastModified: version.lastModified.toISOString() };
    const { headers, ...answer } = xml(200, 'CopyObjectResult', result);
    return { ...answer, headers: { ...headers, ...versionHeader(version) } };
  }

  private async complete(bucket: string, key: string, query: URLSearchParams, body: Buffer): Promise<AwsResponse> {
    const content = this.uploads.content(query, body);
    const version = await this.create(bucket, key, 'ObjectCreated:CompleteMultipartUpload', content);
    this.uploads.end(query);
    const result = { Bucket: bucket, Key: key, ETag: `"${content.etag}"` };
    const answer = xml(200, 'CompleteMultipartUploadResult', result);
    return { ...answer, headers: { ...answer.headers, ...versionHeader(version) } };
  }

  private deleteAll(bucket: string, body: Buffer): AwsResponse {
    const { Delete } = parseXml(body) as {
      Delete?: { Quiet?: string; Object?: { Key: string; VersionId?: string }[] };
    };
    const objects = Delete?.Object ?? [];
    checkDeletedAtOnce(objects);
    for (const { Key, VersionId } of objects) this.store.delete(bucket, Key, VersionId ? { versionId: VersionId } : {});
    const Deleted = Delete?.Quiet === 'true' ? [] : objects.map(({ Key }) => ({ Key }));
    return xml(200, 'DeleteResult', { Deleted });
  }
}

interface QueueConfigurationXml {
  readonly Id?: string;
  readonly Queue: string;
  readonly Event: readonly string[];
  readonly Filter?: {
    readonly S3Key?: { readonly FilterRule?: readonly { readonly Name: string; readonly Value: string }[] };
  };
}

function fromXml({ Id = '', Queue, Event, Filter }: QueueConfigurationXml): QueueNotification {
  const rules = Filter?.S3Key?.FilterRule ?? [];
  const rule = (name: string) => rules.find(({ Name }) => Name.toLowerCase() === name)?.Value ?? '';
  return { id: Id, queueArn: Queue, events: Event, prefix: rule('prefix'), suffix: rule('suffix') };
}

function asXml({ id, queueArn, events, prefix, suffix }: QueueNotification): QueueConfigurationXml {
  const FilterRule = [
    ...(prefix ? [{ Name: 'Prefix', Value: prefix }] : []),
    ...(suffix ? [{ Name: 'Suffix', Value: suffix }] : []),
  ];
  return {
    Id: id,
    Queue: queueArn,
    Event: events,
    ...(FilterRule.length > 0 ? { Filter: { S3Key: { FilterRule } } } : {}),
  };
}

function conditionOf({ headers }: AwsCall): WriteCondition {
  const ifMatch = headers['if-match']?.replaceAll('"', '');
  const none = headers['if-none-match'];
  if (none !== undefined && none !== '*') throw notImplemented('If-None-Match with an ETag on a write');
  return {
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(none === undefined ? {} : { ifNoneMatch: '*' as const }),
  };
}

function objectHeaders(version: ObjectVersion): Record<string, string> {
  return {
    'content-type': version.contentType,
    'content-length': String(version.body.length),
    etag: `"${version.etag}"`,
    'last-modified': version.lastModified.toUTCString(),
    ...versionHeader(version),
    ...(version.tagging === undefined
      ? {}
      : { 'x-amz-tagging-count': String(new URLSearchParams(version.tagging).size) }),
    ...Object.fromEntries(Object.entries(version.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
  };
}

/** None where there are none. */
function taggingOf(tagging: string | string[] | undefined): { tagging?: string } {
  return tagging === undefined || tagging.length === 0 ? {} : { tagging: String(tagging) };
}

/** `COPY` is the default (CopyObject, API reference). */
function replacesTags({ headers }: AwsCall): boolean {
  return headers['x-amz-tagging-directive'] === 'REPLACE';
}

function versionHeader({ versionId }: ObjectVersion): Record<string, string> {
  return versionId === 'null' ? {} : { 'x-amz-version-id': versionId };
}

function xml(status: number, root: string, content: object): AwsResponse {
  return { status, headers: { 'content-type': 'application/xml' }, body: renderXml(root, content) };
}

function empty(status: number, headers: Record<string, string> = {}): AwsResponse {
  return { status, headers, body: Buffer.alloc(0) };
}
