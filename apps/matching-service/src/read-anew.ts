import { type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import {
  type ConfirmationReader,
  correctableFields,
  ReaderClosedError,
  ReaderUnavailableError,
  readByWording,
  ScannedDocumentError,
  unknownLabels,
} from '@trade-matching/confirmations';
import type { ExtractedTrade, Extraction, ReadAnewAnswer, ReadAnewRequest } from '@trade-matching/domain';
import type { ActiveWordings } from './active-wordings.ts';
import { type ConcurrencyLimiter, TooBusyError } from './concurrency-limiter.ts';
import { fetchBytes } from './fetch-document.ts';
import { type Later, later, withWordings } from './process-document.ts';

export interface ReadAnewDependencies {
  readonly s3: S3Client;
  readonly documentsBucket: string;
  readonly reader: ConfirmationReader;
  readonly limiter: ConcurrencyLimiter;
  readonly wordings?: Pick<ActiveWordings, 'of'>;
}

/** What a look at a filed document gives. */
export type Looked<T> =
  | { readonly kind: 'read'; readonly answer: T }
  | { readonly kind: 'no-such-document'; readonly message: string }
  | Later;

export type ReadAnewOutcome = Looked<ReadAnewAnswer>;

/** A filed document as it would be read now, and what a wording would read of it. It waits as documents do; it writes nothing. */
export async function readAnew(dependencies: ReadAnewDependencies, request: ReadAnewRequest): Promise<ReadAnewOutcome> {
  const { s3, documentsBucket, reader, limiter } = dependencies;
  const { s3_key, source_type, document_hash, wording } = request;
  try {
    const read = await limiter.run(async () => {
      const fetched = await fetchBytes(s3, { Bucket: documentsBucket, Key: s3_key }, document_hash);
      return fetched.kind === 'stale'
        ? fetched
        : { kind: 'read' as const, extraction: await open(reader, fetched.bytes, source_type) };
    });
    if (read.kind === 'stale') return { kind: 'no-such-document', message: read.message };
    return { kind: 'read', answer: answerOf(await withWordings(dependencies, read.extraction), wording) };
  } catch (error) {
    if (error instanceof TooBusyError) return later('TOO_BUSY', error.message, 5);
    if (error instanceof ReaderUnavailableError || error instanceof ReaderClosedError)
      return later('UNAVAILABLE', error.message, 10);
    // S3 answers so where an object is missing, to whoever may not list the bucket.
    if (error instanceof S3ServiceException && error.name === 'AccessDenied')
      return { kind: 'no-such-document', message: `There is no object ${s3_key}, or it may not be read.` };
    throw error;
  }
}

async function open(
  reader: ConfirmationReader,
  bytes: Uint8Array,
  source: ReadAnewRequest['source_type'],
): Promise<Extraction> {
  try {
    return await reader.read(bytes, source);
  } catch (error) {
    if (!(error instanceof ScannedDocumentError)) throw error;
    // It would hold up scans that wait for their readers, and its labels are as unsure as its values.
    const message = 'Pages of the document are pictures: it is not read anew.';
    return { outcome: 'refused', refusal: { reason: 'NO_TEXT', message } };
  }
}

function answerOf(extraction: Extraction, wording: ReadAnewRequest['wording']): ReadAnewAnswer {
  const read = extraction.outcome === 'extracted' ? extraction.extracted : extraction.partial;
  return {
    ...(extraction.outcome === 'refused' && { refusal: extraction.refusal }),
    ...(read && { read: readOf(read, wording) }),
  };
}

function readOf(read: ExtractedTrade, wording: ReadAnewRequest['wording']): NonNullable<ReadAnewAnswer['read']> {
  const { product, trade_id, counterparty_name } = read.trade;
  const reading = wording && readByWording(read, wording);
  return {
    product,
    ...(trade_id !== undefined && { reference: trade_id }),
    ...(counterparty_name !== undefined && { counterparty: counterparty_name }),
    labels: unknownLabels(read),
    fields: [...correctableFields(read.trade)],
    ...(reading && {
      reading:
        reading.kind === 'read'
          ? { label: reading.term.label, literal: reading.literal, value: reading.value }
          : { label: wording.key, literal: reading.literal, why: reading.why },
    }),
  };
}
