import { HeadObjectCommand, ListObjectsV2Command, S3ServiceException } from '@aws-sdk/client-s3';
import { decodeMetadataKey, type Outcome, outcomeKey, parseOutcomeKey } from '@trade-matching/domain';
import type { Account } from './connect.ts';

/** A document under FAILED or QUARANTINE, as it stands now. */
export interface FailedDocument {
  readonly key: string;
  readonly originalKey: string;
  readonly outcome: Outcome;
  readonly reason: string;
  /** With quotes, as S3 writes it. */
  readonly etag: string;
  readonly versionId: string | undefined;
  readonly contentType: string;
  /** What a copy must carry of the upload: when it was, and its place among the contents of its key. */
  readonly upload: Readonly<Record<string, string>>;
}

const WHERE_FAILED = ['FAILED', 'QUARANTINE'] as const;

/** Every failed document whose original key begins so. */
export async function* failedDocuments(account: Account, prefix: string): AsyncGenerator<FailedDocument> {
  for (const outcome of WHERE_FAILED) {
    let ContinuationToken: string | undefined;
    do {
      const page = await account.s3.send(
        new ListObjectsV2Command({
          Bucket: account.names.documentsBucket,
          Prefix: `${outcome}/${prefix}`,
          ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
        }),
      );
      for (const { Key = '' } of page.Contents ?? []) {
        const document = await readFailedDocument(account, Key);
        if (document) yield document;
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }
}

/** The failed document with this original key, wherever it failed, or where the caller may look. */
export async function failedDocumentOf(
  account: Account,
  originalKey: string,
  where: readonly (typeof WHERE_FAILED)[number][] = WHERE_FAILED,
): Promise<FailedDocument[]> {
  const found = await Promise.all(
    where.map((outcome) => readFailedDocument(account, outcomeKey(outcome, originalKey))),
  );
  return found.filter((document) => document !== undefined);
}

async function readFailedDocument(account: Account, key: string): Promise<FailedDocument | undefined> {
  const place = parseOutcomeKey(key);
  if (!place) return undefined;
  try {
    const head = await account.s3.send(new HeadObjectCommand({ Bucket: account.names.documentsBucket, Key: key }));
    const { 'original-key': encoded, 'uploaded-at': uploadedAt, sequencer, reason = '' } = head.Metadata ?? {};
    const upload = { 'original-key': encoded, 'uploaded-at': uploadedAt, sequencer };
    return {
      key,
      originalKey: encoded === undefined ? place.originalKey : decodeMetadataKey(encoded),
      outcome: place.outcome,
      reason,
      etag: head.ETag ?? '',
      versionId: head.VersionId,
      contentType: head.ContentType ?? 'application/pdf',
      upload: Object.fromEntries(Object.entries(upload).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >,
    };
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
    throw error;
  }
}
