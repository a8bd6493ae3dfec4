import type { S3Client } from '@aws-sdk/client-s3';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { ConfirmationReader } from '@trade-matching/confirmations';
import type { EmitServiceMetric } from '@trade-matching/dashboards/metrics';
import type { ExtractedTrade, ProcessAnswer, ProcessRequest, Refusal } from '@trade-matching/domain';
import type { Profiles } from '@trade-matching/matching';
import { fetchDocument } from './fetch-document.ts';
import { ContentionError, counterpartOf, matchTrade } from './match-trade.ts';
import { publishMatch } from './publish-match.ts';
import { type TradeRecord, tradeIdentity } from './store/trade-record.ts';
import type { TradeStore } from './store/trade-store.ts';

export interface Dependencies {
  readonly s3: S3Client;
  readonly sns: SNSClient;
  readonly topicArn: string;
  readonly store: TradeStore;
  readonly reader: ConfirmationReader;
  /** By which pairs are compared; the built-in ones where none are given. */
  readonly profiles?: Profiles;
  readonly now: () => string;
  readonly emit: EmitServiceMetric;
}

export type ProcessOutcome =
  | { readonly kind: 'processed'; readonly answer: ProcessAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Try again after this many seconds. */
  | { readonly kind: 'later'; readonly message: string; readonly retryAfterSeconds: number };

/** One document: fetched, opened apart, stored, paired, told. Every step can be repeated, so the whole can. */
export async function processDocument(dependencies: Dependencies, request: ProcessRequest): Promise<ProcessOutcome> {
  const { store, reader, emit } = dependencies;
  const hash = request.validation_info.doc_hash;
  const known = await store.tradeIdOfDocument(request.source_type, hash);
  if (known !== undefined) {
    emit('DocumentsRepeated', 1);
    return matchAndTell(dependencies, request, known, 'ALREADY_PROCESSED');
  }

  const fetched = await fetchDocument(dependencies.s3, request);
  if (fetched.kind === 'stale') return { kind: 'later', message: fetched.message, retryAfterSeconds: 5 };
  const started = performance.now();
  const extraction = await reader.read(fetched.bytes, request.source_type);
  emit('ExtractionTime', Math.round(performance.now() - started));
  if (extraction.outcome === 'refused') {
    emit('DocumentsRefused', 1, { Reason: extraction.refusal.reason });
    return { kind: 'refused', refusal: extraction.refusal };
  }
  emit('DocumentsExtracted', 1, { SourceType: request.source_type });

  const stored = await storeTrade(dependencies, request, extraction.extracted);
  if (stored === undefined)
    return { kind: 'later', message: 'The trade is being changed by others.', retryAfterSeconds: 1 };
  return matchAndTell(dependencies, request, stored, 'PROCESSED');
}

const WRITE_ROUNDS = 5;

/** Stores the first version of a trade or its amendment. An older document that comes late does not undo a newer one. */
async function storeTrade(
  { store, now }: Dependencies,
  request: ProcessRequest,
  extracted: ExtractedTrade,
): Promise<string | undefined> {
  const { source_type: source, s3_key, s3_version_id, event_time, validation_info } = request;
  const id = tradeIdentity(extracted.trade, validation_info.doc_hash);
  for (let round = 0; round < WRITE_ROUNDS; round++) {
    const before = await store.trade(id);
    const incoming: TradeRecord = {
      trade_id: id,
      version: (before?.version ?? 0) + 1,
      source,
      trade: extracted.trade,
      flags: extracted.flags,
      inferred: extracted.inferred,
      evidence: extracted.evidence,
      document_hash: validation_info.doc_hash,
      s3_key,
      ...(s3_version_id === undefined ? {} : { s3_version_id }),
      event_time,
      updated_at: now(),
      match_status: 'UNMATCHED',
    };
    const written =
      before && before.event_time > event_time
        ? await store.writeLateVersion(incoming)
        : await store.writeVersion(incoming, before);
    if (written === 'written') return id;
  }
  return undefined;
}

async function matchAndTell(
  dependencies: Dependencies,
  request: ProcessRequest,
  tradeId: string,
  status: ProcessAnswer['status'],
): Promise<ProcessOutcome> {
  const { store, sns, topicArn, now, emit, profiles } = dependencies;
  try {
    const match = await matchTrade(store, tradeId, now, profiles, (written) =>
      emit('MatchResults', 1, { Status: written.status }),
    );
    if (match) await publishMatch(sns, topicArn, store, match);
    const record = match ? undefined : await store.trade(tradeId);
    // Its other side may have matched it between the two reads, and counted that.
    if (status === 'PROCESSED' && record && record.match_id === undefined) {
      emit('MatchResults', 1, { Status: record.match_status });
    }
    return {
      kind: 'processed',
      answer: {
        status,
        trade_id: tradeId,
        document_hash: request.validation_info.doc_hash,
        match: match
          ? {
              status: match.status,
              match_id: match.match_id,
              counterpart_trade_id: counterpartOf(match, request.source_type),
              differences: [...match.differences],
            }
          : { status: record?.match_status ?? 'UNMATCHED', differences: [] },
      },
    };
  } catch (error) {
    if (error instanceof ContentionError) return { kind: 'later', message: error.message, retryAfterSeconds: 1 };
    throw error;
  }
}
