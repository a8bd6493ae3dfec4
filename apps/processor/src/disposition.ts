import {
  CopyObjectCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import {
  compareSequencers,
  copySource,
  type ObjectCreated,
  type Outcome,
  type OutcomeMetadata,
  outcomeKey,
  outcomeMetadata,
  supersededKey,
} from '@trade-matching/domain';

/** Where the bytes are. `superseded`: the outcome holds a later content of the key and keeps it, and these stand beside it. */
export interface Disposition {
  readonly kind: 'filed' | 'superseded';
  readonly key: string;
}

const COPY_ROUNDS = 4;

/**
 * Moves a document to its outcome: a copy that replaces nothing newer, then a delete that spares what was uploaded
 * meanwhile (D7). Can be repeated from the start wherever it was cut off.
 */
export async function moveDocument(
  s3: S3Client,
  object: ObjectCreated,
  outcome: Outcome,
  metadata: OutcomeMetadata,
  contentType: string,
): Promise<Disposition> {
  const disposition = await copyToOutcome(s3, object, outcome, metadata, contentType);
  await clearIncoming(s3, object);
  return disposition;
}

async function copyToOutcome(
  s3: S3Client,
  { bucket, key, versionId }: ObjectCreated,
  outcome: Outcome,
  metadata: OutcomeMetadata,
  contentType: string,
): Promise<Disposition> {
  const { sequencer } = metadata.upload;
  let target = outcomeKey(outcome, key);
  let kind: Disposition['kind'] = 'filed';
  let condition: { IfNoneMatch: '*' } | { IfMatch: string } = { IfNoneMatch: '*' };
  for (let round = 0; round < COPY_ROUNDS; round++) {
    try {
      await s3.send(
        new CopyObjectCommand({
          Bucket: bucket,
          Key: target,
          CopySource: copySource(bucket, key, versionId),
          MetadataDirective: 'REPLACE',
          Metadata: outcomeMetadata(metadata),
          // REPLACE drops the content type unless it is given again.
          ContentType: contentType,
          // Tags stay behind: with them, a copy would need rights that an untagged one does not (decision 13).
          TaggingDirective: 'REPLACE',
          ...condition,
        }),
      );
      return { kind, key: target };
    } catch (error) {
      if (!isStatus(error, 409, 412) && !(isStatus(error, 404) && 'IfMatch' in condition)) throw error;
    }
    const standing = await standingAt(s3, bucket, target);
    if (standing === undefined) {
      condition = { IfNoneMatch: '*' };
      continue;
    }
    const order = compareSequencers(standing.sequencer, sequencer);
    // The same upload, or the same bytes uploaded before: they are there.
    if (order === 0 || (order > 0 && standing.hash === metadata.documentHash)) return { kind, key: target };
    if (order > 0) {
      kind = 'superseded';
      target = supersededKey(outcome, key, sequencer);
      condition = { IfNoneMatch: '*' };
    } else condition = { IfMatch: standing.etag };
  }
  throw new Error(`${target} was changed by others ${COPY_ROUNDS} times while a document was being filed there.`);
}

/** Deletes the bytes that were filed, and no others. */
export async function clearIncoming(s3: S3Client, { bucket, key, etag }: ObjectCreated): Promise<void> {
  try {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, IfMatch: `"${etag}"` }));
  } catch (error) {
    // Gone already, or replaced by an upload that has an event of its own.
    if (!isStatus(error, 404, 412)) throw error;
  }
}

/** What a document under an outcome says of itself, or undefined where none stands. */
export async function standingAt(s3: S3Client, Bucket: string, Key: string) {
  try {
    const { ETag = '', Metadata = {} } = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    return { etag: ETag, sequencer: Metadata.sequencer ?? '', hash: Metadata['document-hash'] };
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

function isStatus(error: unknown, ...statuses: number[]): boolean {
  return error instanceof S3ServiceException && statuses.includes(error.$metadata.httpStatusCode ?? 0);
}
