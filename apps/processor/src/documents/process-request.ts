import { createHash } from 'node:crypto';
import { contentKey, type IncomingKey, type ObjectCreated, type ProcessRequest } from '@trade-matching/domain';
import type { FetchedDocument } from './fetch-document.ts';

/** Unique to a document's version, the same for every delivery of it: for logs, `X-Request-ID` and the body. */
export function documentId({ bucket, key, versionId, etag }: ObjectCreated): string {
  return createHash('sha256')
    .update(`${bucket}\n${key}\n${versionId ?? etag}`)
    .digest('hex')
    .slice(0, 32);
}

/** The body of `POST /process` (P6). */
export function processRequest(object: ObjectCreated, incoming: IncomingKey, fetched: FetchedDocument): ProcessRequest {
  const id = documentId(object);
  return {
    s3_bucket: object.bucket,
    s3_key: object.key,
    ...(object.versionId === undefined ? {} : { s3_version_id: object.versionId }),
    source_type: incoming.source,
    event_time: fetched.upload.time,
    unique_identifier: id,
    metadata: {
      source_path: object.key,
      filename: incoming.filename,
      upload_timestamp: fetched.upload.time,
      unique_identifier: id,
      ...(incoming.tradeDate === undefined ? {} : { trade_date: incoming.tradeDate }),
      etag: object.etag,
      content_type: fetched.contentType,
      last_modified: fetched.lastModified,
    },
    validation_info: {
      valid: true,
      file_size: fetched.size,
      doc_hash: fetched.hash,
      last_modified: fetched.lastModified,
    },
  };
}

/** The same for every delivery and every version of the same bytes from one side. */
export function idempotencyKey(incoming: IncomingKey, fetched: FetchedDocument): string {
  return contentKey(incoming.source, fetched.hash);
}
