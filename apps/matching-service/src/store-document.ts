import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DocumentKind,
  type ExtractedTrade,
  type ProcessRequest,
  type TradeRecord,
  utcTime,
} from '@trade-matching/domain';
import { type StoredDocument, type TradeStore, tradeIdentity, type Written } from '@trade-matching/trade-store';
import { ContentionError } from './matching/match-trade.ts';

const MAX_ATTEMPTS = 8;

/**
 * Files a document with its trade. The document that was uploaded last says what the trade is, in whatever order they
 * come: one that comes late goes into the history and undoes nothing.
 *
 * @returns the trade's id
 * @throws {ContentionError} where others were writing the trade all the while
 */
export async function storeDocument(
  store: TradeStore,
  request: ProcessRequest,
  extracted: ExtractedTrade,
  now: () => string,
): Promise<string> {
  const trade_key = tradeIdentity(extracted.trade, request.validation_info.doc_hash);
  await retryOnConflict(trade_key, async (attempt) => {
    // The same bytes may have come another way in the meantime.
    const known = attempt > 0 && (await store.document(request.source_type, request.validation_info.doc_hash));
    if (known) {
      await storeRepeated(store, known, request, now);
      return 'written';
    }
    const before = await store.trade(trade_key);
    const incoming = recordOf(request, extracted, trade_key, before, now());
    return before && isNewer(before, incoming)
      ? store.writeLateVersion(incoming, before)
      : store.writeVersion(incoming, before);
  });
  return trade_key;
}

/**
 * The same bytes again. Where they turn out to have been uploaded earlier than was known, they are as old as that: what
 * was uploaded in between is newer, and becomes the current document.
 *
 * @throws {ContentionError} where others were writing the trade all the while
 */
export async function storeRepeated(
  store: TradeStore,
  { trade_key, event_time: known }: StoredDocument,
  request: ProcessRequest,
  now: () => string,
): Promise<void> {
  const event_time = utcTime(request.event_time);
  if (event_time >= known) return;
  const { doc_hash } = request.validation_info;
  await retryOnConflict(trade_key, async () => {
    const current = await store.trade(trade_key);
    const versions: TradeRecord[] = [];
    for await (const version of store.versions(trade_key)) versions.push(version);
    const record = versions.find(({ document_hash }) => document_hash === doc_hash);
    if (!current || !record || record.event_time <= event_time) return 'written';
    const [newest = record] = versions
      .map((version) => (version === record ? { ...record, event_time } : version))
      .sort((a, b) => (isNewer(a, b) ? -1 : 1));
    const next = { ...asStored(newest.document_kind, current), ...contentOf(newest), updated_at: now() };
    return store.writeMoved(record, event_time, current, next);
  });
}

async function retryOnConflict(trade_key: string, write: (attempt: number) => Promise<Written>): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if ((await write(attempt)) === 'written') return;
    // Who met somebody else meets them again where both come back at once.
    await sleep(Math.random() * 20 * (attempt + 1));
  }
  throw new ContentionError(trade_key, MAX_ATTEMPTS);
}

/** By upload; two of one instant by their bytes, so that it does not matter which came first. */
function isNewer(a: TradeRecord, b: TradeRecord): boolean {
  return a.event_time === b.event_time ? a.document_hash > b.document_hash : a.event_time > b.event_time;
}

function recordOf(
  request: ProcessRequest,
  { document_kind, ...read }: ExtractedTrade,
  trade_key: string,
  before: TradeRecord | undefined,
  updated_at: string,
): TradeRecord {
  const { source_type: source, s3_key, s3_version_id, event_time, validation_info } = request;
  return {
    ...asStored(document_kind, before),
    ...read,
    ...{ trade_key, source, document_kind, s3_key, updated_at },
    ...(s3_version_id === undefined ? {} : { s3_version_id }),
    document_hash: validation_info.doc_hash,
    event_time: utcTime(event_time),
  };
}

/** A document's own, without what the trade was while it was the current one. */
function contentOf(record: TradeRecord) {
  const { trade_key, source, document_kind, trade, flags, inferred, evidence, other_terms, accounting } = record;
  const { s3_key, s3_version_id, document_hash, event_time } = record;
  return {
    ...{ trade_key, source, document_kind, trade, flags, inferred, evidence, other_terms, accounting },
    ...{ s3_key, document_hash, event_time },
    ...(s3_version_id === undefined ? {} : { s3_version_id }),
  };
}

/** What a trade is when a document of this kind becomes its current one. */
function asStored(kind: DocumentKind, before: TradeRecord | undefined) {
  return {
    version: (before?.version ?? 0) + 1,
    revision: (before?.revision ?? 0) + 1,
    ...(kind === 'CANCELLATION' ? cancelled(before?.match_id) : ({ match_status: 'UNMATCHED' } as const)),
  };
}

function cancelled(matchId: string | undefined) {
  return {
    match_status: 'CANCELLED',
    pending_notification: true,
    ...(matchId === undefined ? {} : { cancelled_match_id: matchId }),
  } as const;
}
