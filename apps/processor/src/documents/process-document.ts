import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import type { EmitProcessorMetric } from '@trade-matching/dashboards/metrics';
import {
  type IncomingKey,
  isFolderMarker,
  type ObjectCreated,
  outcomeKey,
  outcomeOf,
  type ProcessAnswer,
  parseIncomingKey,
  type Refusal,
} from '@trade-matching/domain';
import { type Claim, type ClaimedDocument, LeaseLostError, type Ledger } from '@trade-matching/ledger';
import type { Log } from '../log.ts';
import { type FetchedDocument, fetchDocument } from './fetch-document.ts';
import { type DocumentResult, fileDocument, fileDuplicate, finishMove } from './file-document.ts';
import { abortAfter, type TimeLimits } from './time-limits.ts';
import { refusalFromEvent, refusalFromStart } from './validate.ts';

/** What becomes of a document that is claimed and looks like a PDF. */
export type Verdict =
  | { readonly kind: 'done'; readonly answer: ProcessAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Transient trouble: returned to the queue. `lastError` is what the ledger keeps of it. */
  | { readonly kind: 'later'; readonly why: string; readonly lastError: string };

export interface ClaimedInput {
  readonly object: ObjectCreated;
  readonly incoming: IncomingKey;
  readonly fetched: FetchedDocument;
  readonly claim: Claim;
  readonly limits: TimeLimits;
  readonly log: Log;
}

export interface Dependencies {
  readonly s3: S3Client;
  readonly ledger: Ledger;
  readonly emit: EmitProcessorMetric;
  readonly log: Log;
  readonly decide: (input: ClaimedInput) => Promise<Verdict>;
}

/**
 * One uploaded object, from its event to its outcome: validate, claim, decide, settle, move. Every step can be
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
    const verdict = await dependencies.decide({ object, incoming, fetched, claim: result.claim, limits, log });
    return await settleAndFile(dependencies, object, document, result.claim, verdict, fetched);
  } catch (error) {
    if (error instanceof LeaseLostError) return { kind: 'later', why: error.message };
    await giveBack(
      dependencies,
      result.claim,
      error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    );
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

async function settleAndFile(
  dependencies: Dependencies,
  object: ObjectCreated,
  document: ClaimedDocument,
  claim: Claim,
  verdict: Verdict,
  fetched: FetchedDocument | undefined,
): Promise<DocumentResult> {
  const { ledger } = dependencies;
  switch (verdict.kind) {
    case 'done': {
      const outcome = 'PROCESSED';
      await ledger.settle(claim, {
        status: outcome,
        outcome,
        outcomeKey: outcomeKey(outcome, object.key),
        result: verdict.answer,
      });
      const { refusedAs } = claim;
      return fileDocument(dependencies, object, document, outcome, {
        fetched,
        tradeId: verdict.answer.trade_id,
        ...(refusedAs === undefined ? {} : { refusedAs }),
      });
    }
    case 'refused':
      return refuse(dependencies, object, document, claim, verdict.refusal, fetched);
    case 'later':
      await giveBack(dependencies, claim, verdict.lastError);
      return { kind: 'later', why: verdict.why };
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
  return fileDocument(dependencies, object, document, outcome, { fetched, refusal });
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
