import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../clock/index.ts';
import type { CorsRule } from './cross-origin.ts';

/** One version of an object. A delete marker has no body. */
export interface ObjectVersion {
  readonly versionId: string;
  readonly deleteMarker: boolean;
  readonly body: Buffer;
  /** Without quotes. */
  readonly etag: string;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** As a query string: `desk=rates&level=2`. */
  readonly tagging?: string;
  readonly lastModified: Date;
}

export interface Bucket {
  readonly name: string;
  versioned: boolean;
  notification: NotificationConfiguration;
  cors: readonly CorsRule[];
  /** Oldest version first. Without versioning, one. */
  readonly objects: Map<string, ObjectVersion[]>;
}

/** A queue that gets an event for what is created under a prefix. */
export interface QueueNotification {
  readonly id: string;
  readonly queueArn: string;
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

export type NotificationConfiguration = readonly QueueNotification[];

/** An error that S3 answers with its code. */
export class S3Error extends Error {
  override readonly name = 'S3Error';
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What must hold of the current version of a key for a write to happen. ETags are without quotes. */
export interface WriteCondition {
  readonly ifMatch?: string;
  /** Only while there is no object. */
  readonly ifNoneMatch?: '*';
}

export interface Content {
  readonly body: Buffer;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tagging?: string;
  readonly etag?: string;
}

/** Buckets with versions and conditional deletes, in memory: what the system uses of S3, with its rules. */
export class ObjectStore {
  private readonly buckets = new Map<string, Bucket>();
  private readonly clock: Pick<Clock, 'now'>;

  constructor(clock: Pick<Clock, 'now'>) {
    this.clock = clock;
  }

  createBucket(name: string): void {
    if (this.buckets.has(name)) throw new S3Error(409, 'BucketAlreadyOwnedByYou', `The bucket ${name} exists.`);
    this.buckets.set(name, { name, versioned: false, notification: [], cors: [], objects: new Map() });
  }

  /** None of a bucket that is absent. */
  corsOf(name: string): readonly CorsRule[] {
    return this.buckets.get(name)?.cors ?? [];
  }

  bucket(name: string): Bucket {
    const bucket = this.buckets.get(name);
    if (!bucket) throw new S3Error(404, 'NoSuchBucket', `There is no bucket ${name}.`);
    return bucket;
  }

  put(bucketName: string, key: string, content: Content, condition: WriteCondition = {}): ObjectVersion {
    const bucket = this.bucket(bucketName);
    const current = bucket.objects.get(key)?.at(-1);
    if (condition.ifNoneMatch !== undefined && current && !current.deleteMarker) throw preconditionFailed();
    if (condition.ifMatch !== undefined) this.holdTo(current, condition.ifMatch);
    const version: ObjectVersion = {
      versionId: bucket.versioned ? newVersionId() : 'null',
      deleteMarker: false,
      body: content.body,
      etag: content.etag ?? createHash('md5').update(content.body).digest('hex'),
      contentType: content.contentType,
      metadata: content.metadata,
      ...(content.tagging === undefined ? {} : { tagging: content.tagging }),
      lastModified: new Date(this.clock.now()),
    };
    this.add(bucket, key, version);
    return version;
  }

  /** The version, or the current one. */
  get(bucketName: string, key: string, versionId?: string): ObjectVersion {
    const versions = this.bucket(bucketName).objects.get(key) ?? [];
    if (versionId !== undefined) {
      const version = versions.find((candidate) => candidate.versionId === versionId);
      if (!version) throw new S3Error(404, 'NoSuchVersion', 'The specified version does not exist.');
      if (version.deleteMarker) throw new S3Error(405, 'MethodNotAllowed', 'The version is a delete marker.');
      return version;
    }
    const current = versions.at(-1);
    if (!current || current.deleteMarker) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
    return current;
  }

  /**
   * Deletes the current version behind a marker, or one version for good.
   *
   * @param ifMatch an ETag without quotes: deletes only while the current version has it
   */
  delete(
    bucketName: string,
    key: string,
    { versionId, ifMatch }: { versionId?: string; ifMatch?: string } = {},
  ): { versionId?: string; deleteMarker: boolean } {
    const bucket = this.bucket(bucketName);
    const versions = bucket.objects.get(key) ?? [];
    if (ifMatch !== undefined) this.holdTo(versions.at(-1), ifMatch);
    if (versionId !== undefined) {
      const left = versions.filter((version) => version.versionId !== versionId);
      if (left.length === 0) bucket.objects.delete(key);
      else bucket.objects.set(key, left);
      return { versionId, deleteMarker: false };
    }
    if (!bucket.versioned) {
      bucket.objects.delete(key);
      return { deleteMarker: false };
    }
    const marker: ObjectVersion = {
      versionId: newVersionId(),
      deleteMarker: true,
      body: Buffer.alloc(0),
      etag: '',
      contentType: '',
      metadata: {},
      lastModified: new Date(this.clock.now()),
    };
    this.add(bucket, key, marker);
    return { versionId: marker.versionId, deleteMarker: true };
  }

  /** Keys with a current version under a prefix, in S3's order (UTF-8 bytes). */
  list(bucketName: string, prefix: string): { key: string; version: ObjectVersion }[] {
    const found: { key: string; version: ObjectVersion }[] = [];
    for (const [key, versions] of this.bucket(bucketName).objects) {
      const version = versions.at(-1);
      if (key.startsWith(prefix) && version && !version.deleteMarker) found.push({ key, version });
    }
    return found.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  }

  /** All versions under a prefix, by key, the newest first. */
  listVersions(bucketName: string, prefix: string): { key: string; version: ObjectVersion; isLatest: boolean }[] {
    return [...this.bucket(bucketName).objects]
      .filter(([key]) => key.startsWith(prefix))
      .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      .flatMap(([key, versions]) =>
        versions.map((version, i) => ({ key, version, isLatest: i === versions.length - 1 })).reverse(),
      );
  }

  private holdTo(current: ObjectVersion | undefined, ifMatch: string): void {
    if (!current || current.deleteMarker) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
    if (ifMatch !== '*' && current.etag !== ifMatch) throw preconditionFailed();
  }

  private add(bucket: Bucket, key: string, version: ObjectVersion): void {
    const before = bucket.objects.get(key) ?? [];
    bucket.objects.set(key, bucket.versioned ? [...before, version] : [version]);
  }
}

function preconditionFailed(): S3Error {
  return new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
}

function newVersionId(): string {
  return randomBytes(24).toString('base64url');
}
