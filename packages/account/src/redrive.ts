import { CopyObjectCommand, DeleteObjectCommand, HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { copySource } from '@trade-matching/domain';
import type { Account } from './connect.ts';
import type { FailedDocument } from './failed-documents.ts';

/** `redriven`: back under its original key. `occupied`: something newer stands there, and is left alone. */
export type RedriveResult = 'redriven' | 'occupied' | 'gone';

/** Says of a document under an incoming key that a redrive put it there, and from which version. */
const REDRIVEN_FROM = 'redriven-from';

/**
 * Puts a failed document back under its original key (F3): a copy that replaces nothing, then a delete of exactly the
 * version that was copied. Safe to repeat: what was cut off between the two goes on with the delete.
 */
export async function redriveDocument(account: Account, document: FailedDocument): Promise<RedriveResult> {
  const Bucket = account.names.documentsBucket;
  const { key, etag } = document;
  const copied = await copyBack(account, document);
  if (copied !== 'redriven') return copied;
  try {
    await account.s3.send(new DeleteObjectCommand({ Bucket, Key: key, IfMatch: etag }));
  } catch (error) {
    // Gone already, or failed again meanwhile with other bytes.
    if (!isStatus(error, 404, 412)) throw error;
  }
  return 'redriven';
}

const MAX_COPIES = 3;

async function copyBack(account: Account, document: FailedDocument): Promise<RedriveResult> {
  const Bucket = account.names.documentsBucket;
  const { key, originalKey, versionId, etag, contentType, upload } = document;
  const mark = versionId ?? etag.replaceAll('"', '');
  for (let copy = 1; ; copy++) {
    try {
      await account.s3.send(
        new CopyObjectCommand({
          Bucket,
          Key: originalKey,
          CopySource: copySource(Bucket, key, versionId),
          MetadataDirective: 'REPLACE',
          // An old upload put back is as old as it was, and undoes nothing that came after it.
          Metadata: { ...upload, [REDRIVEN_FROM]: mark },
          ContentType: contentType,
          // Tags stay behind: with them, a copy would need rights that an untagged one does not (decision 13).
          TaggingDirective: 'REPLACE',
          IfNoneMatch: '*',
        }),
      );
      return 'redriven';
    } catch (error) {
      if (isStatus(error, 404)) return 'gone';
      if (!isStatus(error, 409, 412)) throw error;
      const standing = await markOf(account, originalKey);
      if (standing !== undefined) return standing === mark ? 'redriven' : 'occupied';
      // It met a call that has left nothing there.
      if (copy === MAX_COPIES) throw error;
    }
  }
}

/** Which redrive put the object there: empty where none did; undefined where there is no object. */
async function markOf({ s3, names }: Account, Key: string): Promise<string | undefined> {
  try {
    const { Metadata = {} } = await s3.send(new HeadObjectCommand({ Bucket: names.documentsBucket, Key }));
    return Metadata[REDRIVEN_FROM] ?? '';
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

function isStatus(error: unknown, ...statuses: number[]): boolean {
  return error instanceof S3ServiceException && statuses.includes(error.$metadata.httpStatusCode ?? 0);
}
