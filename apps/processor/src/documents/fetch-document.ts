import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { type ObjectCreated, PDF_HEADER_BYTES, type Upload, uploadOf } from '@trade-matching/domain';

/** What is known of an object's bytes after one pass. The bytes themselves are not kept. */
export interface FetchedDocument {
  readonly kind: 'document';
  /** SHA-256, lower-case hexadecimal. */
  readonly hash: string;
  /** The first 1,024 bytes, or fewer. */
  readonly start: Uint8Array;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
  /** ISO 8601. */
  readonly lastModified: string;
  /** Of the bytes, which may have been copied since. */
  readonly upload: Upload;
}

/** The version is not there any more: somebody deleted it for good, or, without versions, replaced or deleted it. */
export interface GoneDocument {
  readonly kind: 'gone';
}

/** Reads exactly the version that was notified, hashing it as it passes: 50 MB take no more memory than 5 KB. */
export async function fetchDocument(
  s3: S3Client,
  object: ObjectCreated,
  signal: AbortSignal,
): Promise<FetchedDocument | GoneDocument> {
  const { bucket, key, versionId, etag, eventTime } = object;
  try {
    const { Body, ContentType, LastModified, Metadata } = await s3.send(
      new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ...(versionId === undefined ? { IfMatch: `"${etag}"` } : { VersionId: versionId }),
      }),
      { abortSignal: signal },
    );
    const hash = createHash('sha256');
    const start: Buffer[] = [];
    let [size, kept] = [0, 0];
    for await (const chunk of Body as Readable as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
      if (kept >= PDF_HEADER_BYTES) continue;
      start.push(chunk.subarray(0, PDF_HEADER_BYTES - kept));
      kept += chunk.length;
    }
    return {
      kind: 'document',
      hash: hash.digest('hex'),
      start: Buffer.concat(start),
      size,
      contentType: ContentType ?? 'application/pdf',
      lastModified: LastModified?.toISOString() ?? eventTime,
      upload: uploadOf(object, Metadata),
    };
  } catch (error) {
    if (error instanceof S3ServiceException && GONE.has(error.name)) return { kind: 'gone' };
    throw error;
  }
}

const GONE: ReadonlySet<string> = new Set(['NoSuchKey', 'NoSuchVersion', 'PreconditionFailed', 'MethodNotAllowed']);
