import type { S3Client } from '@aws-sdk/client-s3';
import { awsFailure } from '@trade-matching/aws-runtime';
import {
  type ConfirmationReader,
  ReaderClosedError,
  ReaderUnavailableError,
  readWithWordings,
  ScannedDocumentError,
} from '@trade-matching/confirmations';
import {
  boundAnswer,
  cutText,
  type Extraction,
  type ProcessAnswer,
  type ProcessRequest,
  type Refusal,
} from '@trade-matching/domain';
import type { ActiveWordings } from './active-wordings.ts';
import { type ConcurrencyLimiter, TooBusyError } from './concurrency-limiter.ts';
import { fetchDocument } from './fetch-document.ts';
import { matchAnswer } from './match-answer.ts';
import { ContentionError } from './matching/match-trade.ts';
import { type ScanLane, ScanLaneFullError } from './scan-lane.ts';
import { type SettleDependencies, settleTrade } from './settle-trade.ts';
import { storeDocument, storeRepeated } from './store-document.ts';

export interface Dependencies extends SettleDependencies {
  readonly s3: S3Client;
  readonly reader: ConfirmationReader;
  readonly limiter: ConcurrencyLimiter;
  /** Labels that people accepted beside the vocabulary; none where it is not given. */
  readonly wordings?: Pick<ActiveWordings, 'of'>;
  /** Where documents go that are pictures; absent, they are refused. */
  readonly scans?: ScanLane | undefined;
}

export type ProcessOutcome =
  | { readonly kind: 'processed'; readonly answer: ProcessAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | Later;

/** Try again after this many seconds. */
export interface Later {
  readonly kind: 'later';
  readonly code: 'TRY_LATER' | 'TOO_BUSY' | 'UNAVAILABLE';
  readonly message: string;
  readonly retryAfterSeconds: number;
}

/** One document: fetched, opened apart, stored, paired, published. Every step can be repeated, so the whole can. */
export async function processDocument(dependencies: Dependencies, request: ProcessRequest): Promise<ProcessOutcome> {
  try {
    return await process(dependencies, request);
  } catch (error) {
    if (error instanceof ContentionError) return later('TRY_LATER', error.message, 1);
    if (error instanceof ScanLaneFullError) return later('TOO_BUSY', error.message, error.retryAfterSeconds);
    if (error instanceof TooBusyError) return later('TOO_BUSY', error.message, 5);
    if (error instanceof ReaderUnavailableError || error instanceof ReaderClosedError) {
      return later('UNAVAILABLE', error.message, 10);
    }
    if (awsFailure(error) === 'content') return refuseUnstorable(dependencies, error as Error);
    throw error;
  }
}

/** AWS refuses what was made of this document, and always will: it is no reason to try again, and our fault. */
function refuseUnstorable({ emit, warn }: Dependencies, { name, message }: Error): ProcessOutcome {
  warn(`AWS refuses what was made of the document: ${name}: ${message}`);
  emit('DocumentsRefused', 1, { Reason: 'INTERNAL_ERROR' });
  const why = cutText(`What was read of the document cannot be stored: ${name}: ${message}`, 500);
  return { kind: 'refused', refusal: { reason: 'INTERNAL_ERROR', message: why } };
}

async function process(dependencies: Dependencies, request: ProcessRequest): Promise<ProcessOutcome> {
  const { store, cases, emit, now } = dependencies;
  const known = await store.document(request.source_type, request.validation_info.doc_hash);
  if (known !== undefined) {
    emit('DocumentsRepeated', 1);
    await storeRepeated(store, known, request, now, cases);
    return matchAndPublish(dependencies, request, known.trade_key, 'ALREADY_PROCESSED');
  }

  // Only whose turn it is holds a document in memory.
  const opened = await dependencies.limiter.run(() => open(dependencies, request));
  if (opened.kind === 'stale') return later('TRY_LATER', opened.message, 5);
  // A scan waits for its own readers, and holds no place that a document with text could have.
  const read = opened.kind === 'scan' ? await readScan(dependencies, request, opened.bytes) : opened.extraction;
  const extraction = await withWordings(dependencies, read);
  if (extraction.outcome === 'refused') {
    emit('DocumentsRefused', 1, { Reason: extraction.refusal.reason });
    return { kind: 'refused', refusal: extraction.refusal };
  }
  emit('DocumentsExtracted', 1, { SourceType: request.source_type });
  const tradeKey = await storeDocument(store, request, extraction.extracted, now, cases);
  return matchAndPublish(dependencies, request, tradeKey, 'PROCESSED');
}

/** What was read, with the wordings that people accepted for its counterparty. */
export async function withWordings(
  { wordings }: Pick<Dependencies, 'wordings'>,
  extraction: Extraction,
): Promise<Extraction> {
  const read = extraction.outcome === 'extracted' ? extraction.extracted : extraction.partial;
  if (!read || !wordings) return extraction;
  return readWithWordings(extraction, await wordings.of(read.trade));
}

type Opened =
  | { readonly kind: 'read'; readonly extraction: Extraction }
  | { readonly kind: 'scan'; readonly bytes: Uint8Array }
  | { readonly kind: 'stale'; readonly message: string };

async function open({ s3, reader, emit }: Dependencies, request: ProcessRequest): Promise<Opened> {
  const fetched = await fetchDocument(s3, request);
  if (fetched.kind === 'stale') return fetched;
  const started = performance.now();
  try {
    const extraction = await reader.read(fetched.bytes, request.source_type);
    emit('ExtractionTime', Math.round(performance.now() - started));
    return { kind: 'read', extraction };
  } catch (error) {
    if (error instanceof ScannedDocumentError) return { kind: 'scan', bytes: fetched.bytes };
    throw error;
  }
}

async function readScan({ scans }: Dependencies, request: ProcessRequest, bytes: Uint8Array): Promise<Extraction> {
  if (scans) return scans.read(bytes, request.source_type);
  const message = 'Pages of the document are pictures, and scans are not read here (SCAN_CONCURRENCY is 0).';
  return { outcome: 'refused', refusal: { reason: 'NO_TEXT', message } };
}

/** Nothing was done: the caller comes again. */
export function later(code: Later['code'], message: string, retryAfterSeconds: number): Later {
  return { kind: 'later', code, message, retryAfterSeconds };
}

async function matchAndPublish(
  dependencies: Dependencies,
  request: ProcessRequest,
  tradeKey: string,
  status: ProcessAnswer['status'],
): Promise<ProcessOutcome> {
  const matched = await settleTrade(dependencies, tradeKey);
  if (!matched) throw new Error(`The trade ${tradeKey} of a stored document is not there.`);
  const { record, match } = matched;
  if (status === 'PROCESSED' && !match) dependencies.emit('MatchResults', 1, { Status: record.match_status });
  return {
    kind: 'processed',
    answer: boundAnswer({
      status,
      trade_id: record.trade.trade_id ?? tradeKey,
      trade_key: tradeKey,
      document_hash: request.validation_info.doc_hash,
      match: matchAnswer(matched),
    }),
  };
}
