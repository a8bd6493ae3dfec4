import { createHash } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { ProcessRequest } from '@trade-matching/domain';

export type FetchedDocument =
  | { readonly kind: 'document'; readonly bytes: Uint8Array }
  /** Not there, or not these bytes: the caller's view is stale, and asking again later may help. */
  | { readonly kind: 'stale'; readonly message: string };

/** Fetches exactly the object version that the request names and holds it to the request's hash. */
export async function fetchDocument(s3: S3Client, request: ProcessRequest): Promise<FetchedDocument> {
  const { s3_bucket: Bucket, s3_key: Key, s3_version_id: VersionId, validation_info } = request;
  return fetchBytes(s3, { Bucket, Key, ...(VersionId ? { VersionId } : {}) }, validation_info.doc_hash);
}

/** Fetches an object, and holds it to a SHA-256, hexadecimal. */
export async function fetchBytes(
  s3: S3Client,
  place: { readonly Bucket: string; readonly Key: string; readonly VersionId?: string },
  expected: string,
): Promise<FetchedDocument> {
  const { Key, VersionId } = place;
  try {
    const { Body } = await s3.send(new GetObjectCommand(place));
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (hash === expected) return { kind: 'document', bytes };
    return { kind: 'stale', message: `The object's SHA-256 is ${hash}, not ${expected}.` };
  } catch (error) {
    if (error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NoSuchVersion')) {
      return { kind: 'stale', message: `There is no object ${Key}${VersionId ? ` in version ${VersionId}` : ''}.` };
    }
    throw error;
  }
}
