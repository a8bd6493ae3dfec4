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
  SET_ASIDE_MARK,
  supersededKey,
  UNREAD_VERSION,
} from '@trade-matching/domain';

/** Where the bytes are. `superseded`: the outcome holds a later content of the key and keeps it, and these stand beside it. */
export interface Disposition {
  readonly kind: 'filed' | 'superseded';
  readonly key: string;
}

/** An older content of the key, which stood under the outcome and stands beside it now. */
export interface SetAside {
  /** Where. */
  readonly key: string;
  /** SHA-256, hexadecimal; of one that was never read, which version it is instead. */
  readonly hash?: string;
  readonly unreadVersion?: string;
  readonly isDuplicate: boolean;
}

/** Told of what is set aside, before anything takes its place. */
export type OnSetAside = (content: SetAside) => Promise<void>;

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
  onSetAside: OnSetAside = async () => {},
): Promise<Disposition> {
  const disposition = await copyToOutcome(s3, object, outcome, metadata, contentType, onSetAside);
  await clearIncoming(s3, object);
  return disposition;
}

async function copyToOutcome(
  s3: S3Client,
  { bucket, key, versionId }: ObjectCreated,
  outcome: Outcome,
  metadata: OutcomeMetadata,
  contentType: string,
  onSetAside: OnSetAside,
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
    if (order === 0 || (order > 0 && isSameContent(standing, metadata))) return { kind, key: target };
    if (order > 0) {
      kind = 'superseded';
      target = supersededKey(outcome, key, sequencer);
      condition = { IfNoneMatch: '*' };
    } else {
      // The same bytes again are the same content.
      if (!isSameContent(standing, metadata))
        await setAside(s3, bucket, target, supersededKey(outcome, key, standing.sequencer), standing, onSetAside);
      condition = { IfMatch: standing.etag };
    }
  }
  throw new Error(`${target} was changed by others ${COPY_ROUNDS} times while a document was being filed there.`);
}

/**
 * Keeps an older content under a key of its own before a newer one takes its place: as a noncurrent version alone it would
 * expire (D2). Can be repeated.
 */
async function setAside(
  s3: S3Client,
  Bucket: string,
  standingKey: string,
  aside: string,
  standing: Standing,
  onSetAside: OnSetAside,
): Promise<void> {
  // Somebody else's file, which no content of the ledger is.
  const { sequencer, hash, unreadVersion } = standing;
  if (sequencer === '' || (hash ?? unreadVersion) === undefined) return;
  try {
    await s3.send(
      new CopyObjectCommand({
        ...{ Bucket, Key: aside, CopySource: copySource(Bucket, standingKey), CopySourceIfMatch: standing.etag },
        ...{ MetadataDirective: 'REPLACE', Metadata: withMark(standing.metadata), ContentType: standing.contentType },
        ...{ TaggingDirective: 'REPLACE', IfNoneMatch: '*' },
      }),
    );
  } catch (error) {
    // Nothing stands there any more.
    if (isStatus(error, 404)) return;
    // It stands beside already, or was changed by another: then what follows finds it changed, too.
    if (!isStatus(error, 412)) throw error;
  }
  await onSetAside({
    key: aside,
    ...(hash === undefined ? {} : { hash }),
    ...(unreadVersion === undefined ? {} : { unreadVersion }),
    isDuplicate: 'duplicate-of' in standing.metadata,
  });
}

/** The same bytes, as far as they were read; what was not is the same where it is the same version. */
function isSameContent({ hash, unreadVersion }: Standing, metadata: OutcomeMetadata): boolean {
  return hash === metadata.documentHash && (hash !== undefined || unreadVersion === metadata.unreadVersion);
}

/** Metadata with the mark that people were told of this content before, at its first place; its message gives way to it. */
function withMark(metadata: Readonly<Record<string, string>>): Record<string, string> {
  const { message: _message, ...kept } = metadata;
  return { ...kept, [SET_ASIDE_MARK]: 'true' };
}

/** Deletes the copy of a refusal whose content has passed since: a content has one outcome (D7). Can be repeated. */
export async function forgetRefusal(s3: S3Client, Bucket: string, Key: string, hash: string): Promise<void> {
  const standing = await standingAt(s3, Bucket, Key);
  if (standing?.hash !== hash) return;
  try {
    await s3.send(new DeleteObjectCommand({ Bucket, Key, IfMatch: standing.etag }));
  } catch (error) {
    if (!isStatus(error, 404, 412)) throw error;
  }
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

/** What a document under an outcome says of itself. */
interface Standing {
  readonly etag: string;
  readonly sequencer: string;
  readonly hash: string | undefined;
  readonly unreadVersion: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  readonly contentType: string | undefined;
}

/** What a document under an outcome says of itself, or undefined where none stands. */
export async function standingAt(s3: S3Client, Bucket: string, Key: string): Promise<Standing | undefined> {
  try {
    const { ETag = '', Metadata = {}, ContentType } = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    return {
      etag: ETag,
      sequencer: Metadata.sequencer ?? '',
      hash: Metadata['document-hash'],
      unreadVersion: Metadata[UNREAD_VERSION],
      metadata: Metadata,
      contentType: ContentType,
    };
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

function isStatus(error: unknown, ...statuses: number[]): boolean {
  return error instanceof S3ServiceException && statuses.includes(error.$metadata.httpStatusCode ?? 0);
}
