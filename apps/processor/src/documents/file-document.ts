import type { S3Client } from '@aws-sdk/client-s3';
import type { EmitProcessorMetric } from '@trade-matching/dashboards/metrics';
import {
  type LedgerRecord,
  type ObjectCreated,
  type Outcome,
  outcomeKey,
  type Reason,
  type Refusal,
  uploadOf,
} from '@trade-matching/domain';
import type { ClaimedDocument, Ledger } from '@trade-matching/ledger';
import { forgetRefusal, moveDocument } from '../disposition.ts';
import type { Log } from '../log.ts';
import type { FetchedDocument } from './fetch-document.ts';

export type DocumentResult =
  | { readonly kind: 'filed'; readonly outcome: Outcome; readonly reason?: Reason; readonly duplicateOf?: string }
  /** Nothing to do: a folder marker, or a version that is not there any more. */
  | { readonly kind: 'ignored'; readonly why: string }
  /** Returned to the queue to the queue. Transient trouble never moves a document (P8). */
  | { readonly kind: 'later'; readonly why: string; readonly until?: string };

export interface FilingDependencies {
  readonly s3: S3Client;
  readonly ledger: Ledger;
  readonly emit: EmitProcessorMetric;
  readonly log: Log;
}

/** Goes on where a delivery of this upload was cut off after it had settled. Where nothing is left to do, does nothing. */
export function finishMove(
  dependencies: FilingDependencies,
  object: ObjectCreated,
  record: LedgerRecord,
  fetched: FetchedDocument | undefined,
): Promise<DocumentResult> {
  const { outcome = 'PROCESSED', reason, message = '', result, refused_as: refusedAs } = record;
  return fileDocument(dependencies, object, record, outcome, {
    fetched,
    ...(reason === undefined ? {} : { refusal: { reason, message } }),
    ...(result === undefined ? {} : { tradeId: result.trade_id }),
    ...(refusedAs === undefined ? {} : { refusedAs }),
  });
}

/** Files bytes that were processed under another key. */
export async function fileDuplicate(
  dependencies: FilingDependencies,
  object: ObjectCreated,
  document: ClaimedDocument,
  original: LedgerRecord,
  fetched: FetchedDocument | undefined,
): Promise<DocumentResult> {
  await dependencies.ledger.recordDuplicate(document, original, outcomeKey('PROCESSED', object.key));
  const tradeId = original.result?.trade_id;
  return fileDocument(dependencies, object, document, 'PROCESSED', {
    fetched,
    duplicateOf: original.key,
    ...(tradeId === undefined ? {} : { tradeId }),
  });
}

export interface Filing {
  readonly fetched: FetchedDocument | undefined;
  readonly refusal?: Refusal;
  readonly tradeId?: string;
  readonly duplicateOf?: string;
  /** Where this content stood when it was refused, of one that was: the copy there goes when it has passed. */
  readonly refusedAs?: string;
}

/** Moves a settled document to its outcome, with what is known of it as metadata. */
export async function fileDocument(
  { s3, emit, ledger, log }: FilingDependencies,
  object: ObjectCreated,
  { hash, source }: Pick<ClaimedDocument, 'hash' | 'source'>,
  outcome: Outcome,
  { fetched, refusal, tradeId, duplicateOf, refusedAs }: Filing,
): Promise<DocumentResult> {
  const metadata = {
    originalKey: object.key,
    processedAt: new Date().toISOString(),
    upload: fetched?.upload ?? uploadOf(object),
    ...(hash === undefined ? { unreadVersion: object.versionId ?? object.etag } : { documentHash: hash }),
    ...(refusal ?? {}),
    ...(tradeId === undefined ? {} : { tradeId }),
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
  };
  const disposition = await moveDocument(
    s3,
    object,
    outcome,
    metadata,
    fetched?.contentType ?? 'application/octet-stream',
    ({ key, hash: older, unreadVersion, isDuplicate }) => {
      const version = unreadVersion === undefined ? {} : { versionId: unreadVersion };
      const content = { ...object, ...version, source, ...(older === undefined ? {} : { hash: older }) };
      return ledger.recordFiled(content, key, isDuplicate);
    },
  );
  if (outcome === 'PROCESSED' && hash !== undefined && refusedAs !== undefined)
    await forgetRefusal(s3, object.bucket, refusedAs, hash);
  if (disposition.kind === 'superseded') {
    log('warn', 'a later content of the key stands under the outcome and is kept', { filed_under: disposition.key });
    await ledger.recordFiled({ ...object, source, ...(hash && { hash }) }, disposition.key, duplicateOf !== undefined);
  }
  emit('EndToEndLatency', Math.max(0, Date.now() - Date.parse(object.eventTime)), {
    SourceType: source,
    Outcome: outcome,
  });
  return {
    kind: 'filed',
    outcome,
    ...(refusal === undefined ? {} : { reason: refusal.reason }),
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
  };
}
