import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { EmitProcessorMetric } from '@trade-matching/dashboards/metrics';
import {
  cutText,
  type Notification,
  type ObjectCreated,
  outcomeKey,
  parseIncomingKey,
  uploadOf,
} from '@trade-matching/domain';
import { clearIncoming, moveDocument, standingAt } from '../disposition.ts';
import { errorFields, type Log } from '../log.ts';
import { unsettledNotification } from './failure-notification.ts';

/**
 * Receives after which a message is settled without the ledger. An arrival's queue gives up after five; a dead letter has
 * five receives behind it, which SQS may count in, and comes again each five minutes.
 */
export const TRIES = { arrival: 5, deadLetter: 10 } as const;

export interface LastResort {
  readonly s3: S3Client;
  readonly emit: EmitProcessorMetric;
  readonly log: Log;
  readonly publish: (notification: Notification) => Promise<void>;
}

/**
 * Ends what could not be handled in all its tries, whatever stands in the way. A document is filed under FAILED by S3 alone,
 * and its arrival there tells of it; of what cannot be filed, or has arrived already, people are told here. Only where nobody
 * can be told does the message come again.
 */
export async function settleWithoutLedger(resort: LastResort, object: ObjectCreated, error: unknown): Promise<void> {
  const why = cutText(error instanceof Error ? `${error.name}: ${error.message}` : String(error), 500);
  const isFiled = parseIncomingKey(object.key) !== undefined && (await fileUnderFailed(resort, object, why));
  if (!isFiled) await resort.publish(unsettledNotification(object.key, why));
  resort.log('error', 'settled without the ledger', { filed: isFiled, why });
}

async function fileUnderFailed({ s3, emit, log }: LastResort, object: ObjectCreated, why: string): Promise<boolean> {
  try {
    const { bucket: Bucket, key: Key, versionId } = object;
    const { Metadata, ContentType = 'application/octet-stream' } = await s3.send(
      new HeadObjectCommand({ Bucket, Key, ...(versionId === undefined ? {} : { VersionId: versionId }) }),
    );
    const upload = uploadOf(object, Metadata);
    // Settled before its message died, and copied: then only the rest of the move is left.
    if ((await standingAt(s3, Bucket, outcomeKey('PROCESSED', Key)))?.sequencer === upload.sequencer) {
      await clearIncoming(s3, object);
      return true;
    }
    const metadata = {
      originalKey: object.key,
      processedAt: new Date().toISOString(),
      upload,
      ...(versionId === undefined ? {} : { versionId }),
      reason: 'DEAD_LETTER',
      message: `Filed without the ledger: ${why}`,
    } as const;
    await moveDocument(s3, object, 'FAILED', metadata, ContentType);
    return true;
  } catch (error) {
    emit('LambdaProcessingError', 1);
    log('error', 'the document could not be filed, and stays where it is', errorFields(error));
    return false;
  }
}
