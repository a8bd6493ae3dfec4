import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import {
  type IncomingKey,
  isFolderMarker,
  type LedgerRecord,
  type ObjectCreated,
  type Outcome,
  outcomeKey,
  outcomeOf,
  parseIncomingKey,
  type Reason,
  type Refusal,
} from '@trade-matching/domain';
import { moveDocument } from '../disposition.ts';
import type { Claim, ClaimedDocument } from '../ledger/claim.ts';
import { LeaseLostError, type Ledger, type Settlement } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { EmitMetric } from '../metrics.ts';
import { type FetchedDocument, fetchDocument } from './fetch-document.ts';
import { idempotencyKey, processRequest } from './process-request.ts';
import { submit, type TokenSource } from './submit.ts';
import { abortAfter, type TimeLimits } from './time-limits.ts';
import { refusalFromEvent, refusalFromStart } from './validate.ts';

export interface Dependencies {
  readonly s3: S3Client;
  readonly ledger: Ledger;
  readonly service: { readonly endpoint: URL; readonly token: TokenSource; readonly maxRetries: number };
  readonly emit: EmitMetric;
  readonly log: Log;
  /** Called once for each document that is begun. */
  readonly onStart: (object: ObjectCreated, incoming: IncomingKey) => Promise<void>;
}

export type DocumentResult =
  | { readonly kind: 'filed'; readonly outcome: Outcome; readonly reason?: Reason; readonly duplicateOf?: string }
  /** Nothing to do: a folder marker, or a version that is not there any more. */
  | { readonly kind: 'ignored'; readonly why: string }
  /** Handed back to the queue. Transient trouble never moves a document (P8). */
  | { readonly kind: 'later'; readonly why: string; readonly until?: string };

/**
 * One uploaded object, from its event to its outcome: validate, claim, submit, settle, move. Every step can be
 * repeated, and where the function dies the next delivery goes on: before `settle` the lease ends and the document is
 * claimed again; after it, only the move is finished.
 */
export async function processDocument(
  dependencies: Dependencies,
  object: ObjectCreated,
  limits: TimeLimits,
): Promise<DocumentResult> {
  const { emit, ledger, log } = dependencies;
  if (isFolderMarker(object.key, object.size)) return { kind: 'ignored', why: 'a folder marker' };
  const incoming = parseIncomingKey(object.key);
  const early = refusalFromEvent(object);
  const fetched = early === undefined ? await fetchWithin(dependencies.s3, object, limits) : undefined;
  if (fetched?.kind === 'gone') return { kind: 'ignored', why: 'the version is not there any more' };

  const owner = randomUUID();
  const document = claimed(object, incoming, fetched);
  const result = await claimSoon(ledger, document, owner, limits);
  switch (result.kind) {
    case 'held':
      return { kind: 'later', why: 'another delivery is being processed', until: result.until };
    case 'settled':
      return finishMove(dependencies, object, result.record, fetched);
    case 'duplicate':
      emit('DocumentDuplicate', 1, { SourceType: document.source });
      return fileDuplicate(dependencies, object, document, result.record, fetched);
    case 'claimed':
      log('debug', 'claimed', { attempts: result.claim.attempts });
  }
  try {
    const refused = early ?? (fetched && refusalFromStart(fetched.start));
    if (refused) return await refuse(dependencies, object, document, result.claim, refused, fetched);
    if (!incoming || !fetched) throw new Error('A document without source or bytes was not refused.');
    return await submitAndFile(dependencies, object, document, result.claim, incoming, fetched, limits);
  } catch (error) {
    if (error instanceof LeaseLostError) return { kind: 'later', why: error.message };
    await giveBack(dependencies, result.claim, 'an error of the function');
    throw error;
  }
}

/** Milliseconds. Two deliveries of one content often arrive together, and the other one is done in a moment. */
const WAITS_FOR_ANOTHER = [250, 500, 1_000] as const;

async function claimSoon(ledger: Ledger, document: ClaimedDocument, owner: string, limits: TimeLimits) {
  for (const wait of WAITS_FOR_ANOTHER) {
    const result = await ledger.claim(document, owner, limits.invocationEnds - Date.now());
    if (result.kind !== 'held' || Date.now() + wait > limits.workUntil) return result;
    await sleep(wait);
  }
  return ledger.claim(document, owner, limits.invocationEnds - Date.now());
}

async function submitAndFile(
  dependencies: Dependencies,
  object: ObjectCreated,
  document: ClaimedDocument,
  claim: Claim,
  incoming: IncomingKey,
  fetched: FetchedDocument,
  limits: TimeLimits,
): Promise<DocumentResult> {
  const { emit, ledger, service, onStart } = dependencies;
  emit('DocumentProcessingInitiated', 1, { SourceType: incoming.source });
  await onStart(object, incoming);
  const answer = await submit(processRequest(object, incoming, fetched), idempotencyKey(incoming, fetched), {
    ...service,
    deadline: limits.workUntil,
    onFailure: (errorType) => emit('EKSProcessingFailure', 1, { SourceType: incoming.source, ErrorType: errorType }),
  });
  switch (answer.kind) {
    case 'done': {
      const outcome = 'PROCESSED';
      const settled: Settlement = {
        status: outcome,
        outcome,
        outcomeKey: outcomeKey(outcome, object.key),
        result: answer.answer,
      };
      await ledger.settle(claim, settled);
      return file(dependencies, object, document, outcome, { fetched, tradeId: answer.answer.trade_id });
    }
    case 'refused':
      return refuse(dependencies, object, document, claim, answer.refusal, fetched);
    case 'transient':
      await giveBack(dependencies, claim, answer.errorType);
      return { kind: 'later', why: `the matching service cannot take it now (${answer.errorType})` };
    case 'misdirected':
      await giveBack(dependencies, claim, answer.errorType);
      return {
        kind: 'later',
        why: `the matching service refused the call, not the document (${answer.errorType}): its address or the token is wrong`,
      };
  }
}

async function refuse(
  dependencies: Dependencies,
  object: ObjectCreated,
  document: ClaimedDocument,
  claim: Claim,
  refusal: Refusal,
  fetched: FetchedDocument | undefined,
): Promise<DocumentResult> {
  const { emit, ledger } = dependencies;
  const outcome = outcomeOf(refusal.reason);
  emit('DocumentValidationFailure', 1, { Reason: refusal.reason });
  if (outcome === 'QUARANTINE') emit('DocumentQuarantined', 1, { Reason: refusal.reason });
  await ledger.settle(claim, {
    status: outcome === 'QUARANTINE' ? 'QUARANTINED' : 'FAILED',
    outcome,
    outcomeKey: outcomeKey(outcome, object.key),
    refusal,
  });
  return file(dependencies, object, document, outcome, { fetched, refusal });
}

/** Goes on where a delivery of this upload was cut off after it had settled. Where nothing is left to do, does nothing. */
function finishMove(
  dependencies: Dependencies,
  object: ObjectCreated,
  record: LedgerRecord,
  fetched: FetchedDocument | undefined,
): Promise<DocumentResult> {
  const { outcome = 'PROCESSED', reason, message = '', result } = record;
  return file(dependencies, object, record, outcome, {
    fetched,
    ...(reason === undefined ? {} : { refusal: { reason, message } }),
    ...(result === undefined ? {} : { tradeId: result.trade_id }),
  });
}

async function fileDuplicate(
  dependencies: Dependencies,
  object: ObjectCreated,
  document: ClaimedDocument,
  original: LedgerRecord,
  fetched: FetchedDocument | undefined,
): Promise<DocumentResult> {
  await dependencies.ledger.recordDuplicate(document, original, outcomeKey('PROCESSED', object.key));
  const tradeId = original.result?.trade_id;
  return file(dependencies, object, document, 'PROCESSED', {
    fetched,
    duplicateOf: original.key,
    ...(tradeId === undefined ? {} : { tradeId }),
  });
}

interface Filing {
  readonly fetched: FetchedDocument | undefined;
  readonly refusal?: Refusal;
  readonly tradeId?: string;
  readonly duplicateOf?: string;
}

async function file(
  { s3, emit, log }: Dependencies,
  object: ObjectCreated,
  { hash, source }: Pick<ClaimedDocument, 'hash' | 'source'>,
  outcome: Outcome,
  { fetched, refusal, tradeId, duplicateOf }: Filing,
): Promise<DocumentResult> {
  const metadata = {
    originalKey: object.key,
    processedAt: new Date().toISOString(),
    sequencer: object.sequencer,
    ...(hash === undefined ? {} : { documentHash: hash }),
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
  );
  if (disposition === 'superseded') log('warn', 'a later content of the key stands under the outcome and is kept');
  emit('EndToEndLatency', Math.max(0, Date.now() - Date.parse(object.eventTime)), { SourceType: source });
  return {
    kind: 'filed',
    outcome,
    ...(refusal === undefined ? {} : { reason: refusal.reason }),
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
  };
}

function fetchWithin(s3: S3Client, object: ObjectCreated, limits: TimeLimits) {
  return fetchDocument(s3, object, abortAfter(limits.workUntil - Date.now()));
}

function claimed(
  { key, versionId, etag, sequencer, size }: ObjectCreated,
  incoming: IncomingKey | undefined,
  fetched: FetchedDocument | undefined,
): ClaimedDocument {
  return {
    source: incoming?.source ?? 'UNKNOWN',
    key,
    etag,
    sequencer: sequencer.padEnd(32, '0'),
    size: fetched?.size ?? size,
    ...(versionId === undefined ? {} : { versionId }),
    ...(fetched === undefined ? {} : { hash: fetched.hash }),
  };
}

/** Best effort: a lease that is not given back ends by itself. */
async function giveBack({ ledger, log }: Dependencies, claim: Claim, why: string): Promise<void> {
  try {
    await ledger.release(claim, why);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    log('warn', 'the lease could not be given back, and ends by itself', { error: error.name });
  }
}
