import { setTimeout as sleep } from 'node:timers/promises';
import { READER_VERSION } from '@trade-matching/confirmations';
import {
  boundExtracted,
  type DocumentKind,
  type ExtractedTrade,
  type Flag,
  type ProcessRequest,
  type TradeRecord,
  utcTime,
} from '@trade-matching/domain';
import { isPrintedAlike } from '@trade-matching/matching';
import {
  type StoredDocument,
  similarIdentity,
  type TradeStore,
  tradeIdentity,
  type Written,
} from '@trade-matching/trade-store';
import { endedCorrections } from './apply-corrections.ts';
import { type CaseWrites, NO_CASES } from './cases/case-writes.ts';
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
  cases: CaseWrites = NO_CASES,
): Promise<string> {
  const identity = tradeIdentity(extracted.trade, request.validation_info.doc_hash);
  let stored = identity;
  await retryOnConflict(identity, async (attempt) => {
    // The same bytes may have come another way in the meantime.
    const known = attempt > 0 && (await store.document(request.source_type, request.validation_info.doc_hash));
    if (known) {
      await storeRepeated(store, known, request, now, cases);
      stored = known.trade_key;
      return 'written';
    }
    const { trade_key, before, flags } = await tradeOf(store, identity, extracted);
    stored = trade_key;
    const said = { ...extracted, flags: [...flags, ...endedCorrections(before)] };
    const incoming = recordOf(request, boundExtracted(said), trade_key, before, now());
    return before && isNewer(before, incoming)
      ? store.writeLateVersion(incoming, before)
      : store.writeVersion(incoming, before, await cases.ofVersion(incoming, before));
  });
  return stored;
}

/**
 * The trade that a document is of. One that says it is new, and prints the reference of a stored trade in other characters,
 * amends nothing: it is stored beside that trade, for review.
 */
async function tradeOf(
  store: TradeStore,
  identity: string,
  { trade, document_kind, flags }: ExtractedTrade,
): Promise<{ trade_key: string; before: TradeRecord | undefined; flags: readonly Flag[] }> {
  const standing = await store.trade(identity);
  const [ours, theirs] = [trade.trade_id, standing?.trade.trade_id];
  if (ours === undefined || theirs === undefined || isPrintedAlike(ours, theirs)) {
    return { trade_key: identity, before: standing, flags };
  }
  const trade_key = similarIdentity(identity, ours);
  const before = await store.trade(trade_key);
  if (document_kind !== 'NEW' && before === undefined) return { trade_key: identity, before: standing, flags };
  const message = `prints the reference of the stored trade ${identity} in other characters: ${ours} against ${theirs}`;
  const flag: Flag = { code: 'SIMILAR_REFERENCE', severity: 'review', field: 'trade_id', message };
  return { trade_key, before, flags: [...flags, flag] };
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
  cases: CaseWrites = NO_CASES,
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
    const isOther = next.document_hash !== current.document_hash;
    const items = isOther ? await cases.ofVersion(next, current) : [];
    return store.writeMoved(record, event_time, current, next, items);
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
    ...{ trade_key, source, document_kind, s3_key, updated_at, read_by: READER_VERSION },
    ...(s3_version_id === undefined ? {} : { s3_version_id }),
    document_hash: validation_info.doc_hash,
    event_time: utcTime(event_time),
  };
}

/** A document's own, without what the trade was while it was the current one. */
function contentOf(record: TradeRecord) {
  const { trade_key, source, document_kind, trade, flags, inferred, evidence, other_terms, accounting } = record;
  const { s3_key, s3_version_id, document_hash, event_time, read_by } = record;
  return {
    ...{ trade_key, source, document_kind, trade, flags, inferred, evidence, other_terms, accounting },
    ...{ s3_key, document_hash, event_time },
    ...(s3_version_id === undefined ? {} : { s3_version_id }),
    ...(read_by === undefined ? {} : { read_by }),
  };
}

/** What a trade is when a document of this kind becomes its current one. */
function asStored(kind: DocumentKind, before: TradeRecord | undefined) {
  return {
    version: (before?.version ?? 0) + 1,
    revision: (before?.revision ?? 0) + 1,
    // What people decided outlives the document that they decided on.
    ...(before?.pair_decisions === undefined ? {} : { pair_decisions: before.pair_decisions }),
    ...(before?.has_cases === undefined ? {} : { has_cases: before.has_cases }),
    ...(before?.notifications === undefined ? {} : { notifications: before.notifications }),
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
