import { createHash } from 'node:crypto';
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createS3Client } from '@trade-matching/aws-runtime';
import type { ProcessRequest, Source } from '@trade-matching/domain';
import { clientConfiguration, type System } from '@trade-matching/sandbox/system';

/** A document that the service is asked about without a queue in between. */
export interface AskedDocument {
  readonly source: Source;
  readonly key: string;
  readonly bytes: Uint8Array;
  /** Of the upload, ISO 8601: arrivals may be in any order, uploads are not. */
  readonly eventTime: string;
}

/** Asks the matching service directly, as the processor does. */
export class ServiceClient {
  private readonly system: System;
  private readonly s3: S3Client;

  constructor(system: System) {
    this.system = system;
    this.s3 = createS3Client(clientConfiguration(system.aws));
    // No event reaches a queue: only what is asked here is processed.
    system.aws.setEventDelivery(async () => {});
  }

  /** Puts the document where the request says it is, and posts the request. */
  async ask(document: AskedDocument): Promise<{ status: number; body: Record<string, unknown> }> {
    const { key, bytes } = document;
    const Bucket = this.system.names.documentsBucket;
    const { VersionId } = await this.s3.send(new PutObjectCommand({ Bucket, Key: key, Body: bytes }));
    const response = await fetch(new URL('/process', this.system.service.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.system.serviceToken}` },
      body: JSON.stringify(requestOf(document, Bucket, VersionId)),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  /** Removes a document from where it was put. */
  async remove(Key: string): Promise<void> {
    await this.s3.send(new DeleteObjectCommand({ Bucket: this.system.names.documentsBucket, Key }));
  }

  close(): void {
    this.s3.destroy();
  }
}

export function requestOf(
  { source, key, bytes, eventTime }: AskedDocument,
  bucket: string,
  versionId: string | undefined,
): ProcessRequest {
  const doc_hash = createHash('sha256').update(bytes).digest('hex');
  const unique_identifier = doc_hash.slice(0, 32);
  return {
    s3_bucket: bucket,
    s3_key: key,
    ...(versionId === undefined ? {} : { s3_version_id: versionId }),
    source_type: source,
    event_time: eventTime,
    unique_identifier,
    metadata: {
      source_path: key,
      filename: key,
      upload_timestamp: eventTime,
      unique_identifier,
      etag: 'e',
      content_type: 'application/pdf',
      last_modified: eventTime,
    },
    validation_info: { valid: true, file_size: bytes.length, doc_hash, last_modified: eventTime },
  };
}
