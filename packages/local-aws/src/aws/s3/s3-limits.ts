import type { AwsCall } from '../aws-call.ts';
import { type ObjectVersion, S3Error } from './object-store.ts';

// Source of each rule, where none is named: "Error responses" and the action's page, Amazon S3 API Reference.
/** Bytes of UTF-8: "Naming Amazon S3 objects", User Guide. */
const MAX_KEY_BYTES = 1024;
/** Bytes of names and values: "Working with object metadata", User Guide. */
const MAX_METADATA_BYTES = 2048;
const MAX_DELETED_AT_ONCE = 1000;

/** Headers that S3 knows and this one does not: what they ask for would be left out in silence. */
const UNKNOWN_HEADERS =
  /^(range|if-(un)?modified-since|x-amz-(acl|grant-.*|object-lock-.*|website-redirect-location|copy-source-if-(none-match|(un)?modified-since)|if-match-.*|write-offset-bytes))$/;

/** @throws {S3Error} for a call that S3 refuses whatever there is in the bucket, or that asks for what is not known here */
export function checkCall({ headers }: Pick<AwsCall, 'headers'>, key: string): void {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new S3Error(400, 'KeyTooLongError', 'Your key is too long');
  const unknown = Object.keys(headers).find((name) => UNKNOWN_HEADERS.test(name));
  if (unknown !== undefined) throw notImplemented(`the header ${unknown}`);
  if ((headers['x-amz-storage-class'] ?? 'STANDARD') !== 'STANDARD') throw notImplemented('a storage class');
}

export function notImplemented(what: string): S3Error {
  return new S3Error(501, 'NotImplemented', `The sandbox's S3 does not know ${what}.`);
}

/** "Bucket naming rules", User Guide. */
export function checkBucketName(name: string): void {
  if (!/^(?=.{3,63}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])$/.test(name) || name.includes('..'))
    throw new S3Error(400, 'InvalidBucketName', 'The specified bucket is not valid.');
}

/**
 * The metadata of an object that is written. "The user-defined metadata … must conform to US-ASCII when using REST": the
 * signature of what does not is another than S3 computes ("Working with object metadata", User Guide).
 */
export function metadataOf({ headers }: Pick<AwsCall, 'headers'>): Record<string, string> {
  const names = Object.keys(headers).filter((name) => name.startsWith('x-amz-meta-'));
  const metadata = Object.fromEntries(names.map((name) => [name.slice('x-amz-meta-'.length), String(headers[name])]));
  const size = Object.entries(metadata).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(value), 0);
  if (size > MAX_METADATA_BYTES)
    throw new S3Error(400, 'MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size.');
  for (const [name, value] of Object.entries(metadata)) {
    if (!/^[\x20-\x7e]*$/.test(value))
      throw new S3Error(403, 'SignatureDoesNotMatch', `The metadata ${name} is not US-ASCII: its signature differs.`);
  }
  return metadata;
}

/**
 * A condition of a read: another ETag than the one asked for is a 412, one that the caller has already a 304.
 *
 * @returns whether the caller has it already
 */
export function isKnownToCaller({ headers }: Pick<AwsCall, 'headers'>, { etag }: ObjectVersion): boolean {
  if (headers['if-match'] !== undefined && !names(headers['if-match'], etag)) throw preconditionFailed();
  return headers['if-none-match'] !== undefined && names(headers['if-none-match'], etag);
}

function names(condition: string, etag: string): boolean {
  return condition === '*' || condition.replaceAll('"', '') === etag;
}

/** @param source bucket and key, and the version where one is named: an earlier one may be put back */
export function checkCopy({ headers, resource }: AwsCall, source: string, versionId: string | undefined): void {
  if (source !== resource || versionId !== undefined || headers['x-amz-metadata-directive'] === 'REPLACE') return;
  throw new S3Error(
    400,
    'InvalidRequest',
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}

/** `x-amz-copy-source-if-match`: another ETag than the one asked for is a 412 (CopyObject, Amazon S3 API Reference). */
export function checkCopied({ headers }: Pick<AwsCall, 'headers'>, { etag }: ObjectVersion): void {
  const asked = headers['x-amz-copy-source-if-match'];
  if (asked !== undefined && !names(String(asked), etag)) throw preconditionFailed();
}

function preconditionFailed(): S3Error {
  return new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
}

export function checkDeletedAtOnce(objects: readonly unknown[]): void {
  if (objects.length === 0 || objects.length > MAX_DELETED_AT_ONCE)
    throw new S3Error(400, 'MalformedXML', 'The XML you provided was not well-formed or did not validate.');
}
