import { HeadObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { EmitProcessorMetric } from '@trade-matching/dashboards/metrics';
import {
  arrivalKey,
  decodeMetadataKey,
  isReason,
  type ObjectCreated,
  parseOutcomeKey,
  SET_ASIDE_MARK,
} from '@trade-matching/domain';
import type { FailedDocument } from './failure-notification.ts';
import type { FailureRecords, Notified } from './failure-records.ts';

export interface ArrivalDependencies {
  readonly s3: S3Client;
  readonly records: FailureRecords;
  readonly emit: EmitProcessorMetric;
  readonly tell: (document: FailedDocument) => Promise<void>;
}

export type ArrivalResult = Notified | 'gone';

/** A document has arrived under FAILED or QUARANTINE: recorded, counted, notified, once each (F2). */
export async function recordArrival(
  { s3, records, emit, tell }: ArrivalDependencies,
  object: ObjectCreated,
  invocationEnds: number,
): Promise<ArrivalResult> {
  const document = await readFailedDocument(s3, object);
  if (document === undefined) return 'gone';
  return records.notifyOnce(
    {
      pk: arrivalKey(object.key),
      sk: object.versionId ?? object.sequencer,
      original_key: document.originalKey,
      reason: document.reason,
    },
    invocationEnds,
    async () => {
      if (document.outcome === 'FAILED') {
        emit('DocumentFailed', 1, { Reason: isReason(document.reason) ? document.reason : 'INTERNAL_ERROR' });
      }
      await tell(document);
    },
  );
}

/** What the object's metadata says, or undefined where this version is not there any more, or was told of elsewhere. */
async function readFailedDocument(s3: S3Client, object: ObjectCreated): Promise<FailedDocument | undefined> {
  const place = parseOutcomeKey(object.key);
  if (place === undefined || place.outcome === 'PROCESSED') return undefined;
  try {
    const { Metadata = {} } = await s3.send(
      new HeadObjectCommand({
        Bucket: object.bucket,
        Key: object.key,
        ...(object.versionId === undefined ? {} : { VersionId: object.versionId }),
      }),
    );
    if (Metadata[SET_ASIDE_MARK] !== undefined) return undefined;
    const originalKey = Metadata['original-key'];
    return {
      outcome: place.outcome,
      originalKey: readOriginalKey(originalKey) ?? place.originalKey,
      outcomeKey: object.key,
      failedAt: Metadata['processed-at'] ?? object.eventTime,
      ...(Metadata.reason === undefined ? {} : { reason: Metadata.reason }),
      ...(Metadata.message === undefined ? {} : { message: Metadata.message }),
    };
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
    throw error;
  }
}

/** Undefined where there is none, or one that somebody else wrote and that nobody can read. */
function readOriginalKey(encoded: string | undefined): string | undefined {
  try {
    return encoded === undefined ? undefined : decodeMetadataKey(encoded);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
