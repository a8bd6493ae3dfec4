import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from '@trade-matching/account';
import type { LedgerRecord } from '@trade-matching/domain';
import type { RunIdentity } from '../load/planned-document.ts';
import type { RunRecord } from '../run-record.ts';
import { expectedMatch, expectedOutcome, wasStored } from '../verdict/expectation.ts';
import { LedgerFeed } from './ledger-feed.ts';
import { listenToNotifications } from './notifications.ts';
import { type QueueSample, QueueSampler } from './queue-samples.ts';
import { type StandingDocuments, standingDocuments } from './standing-documents.ts';

/** Clocks differ; nothing of this run can have come to an outcome before this. Milliseconds. */
const CLOCKS_DIFFER = 5_000;
/** How often it is asked whether everything has come. Milliseconds. */
const CHECK_EVERY = 200;
/** The move to an outcome follows the ledger's entry by a moment. */
const STANDING_LOOKS = 60;
const BETWEEN_LOOKS = 500;

export interface FollowedRun {
  readonly queueSamples: readonly QueueSample[];
  /**
   * Waits until everything that was sent has come to its outcome and its match.
   *
   * @param patienceMs how long nothing may happen before the run gives up
   * @returns whether everything came
   */
  untilComplete(patienceMs: number, stop: AbortSignal): Promise<boolean>;
  /** A last look at ledger and bucket. */
  closingLook(complete: boolean): Promise<StandingDocuments>;
  close(): Promise<void>;
}

/** Follows what is sent from now on, into its record: outcomes by the ledger's index, matches and failures by SNS. */
export async function followRun(account: Account, run: RunIdentity, record: RunRecord): Promise<FollowedRun> {
  const failed = (error: unknown) => record.failed(`following: ${error instanceof Error ? error.name : error}`);
  const listening = await listenToNotifications(
    account,
    run.id,
    (heard) => {
      if (heard.kind === 'match') record.toldMatch(heard.match);
      else record.toldFailure(heard.key);
    },
    failed,
  );
  const hearOutcome = (ledger: LedgerRecord) => hear(record, ledger);
  const feed = new LedgerFeed(account, new Date(Date.now() - CLOCKS_DIFFER), hearOutcome, failed);
  const sampler = new QueueSampler(account, failed);
  return {
    queueSamples: sampler.samples,
    untilComplete: async (patienceMs, stop) => {
      record.lastProgressAt = Date.now();
      while (!stop.aborted && Date.now() - record.lastProgressAt < patienceMs) {
        if (isComplete(record)) return true;
        await sleep(CHECK_EVERY, undefined, { signal: stop }).catch(() => {});
      }
      return isComplete(record);
    },
    closingLook: async (complete) => {
      if (!complete) await feed.lookAgain();
      let standing = await standingDocuments(account.s3, account.names.documentsBucket, run);
      for (let look = 1; complete && look < STANDING_LOOKS && isMoving(record, standing); look++) {
        await sleep(BETWEEN_LOOKS);
        standing = await standingDocuments(account.s3, account.names.documentsBucket, run);
      }
      return standing;
    },
    close: async () => {
      await Promise.all([feed.close(), sampler.close(), listening.close()]);
    },
  };
}

function hear(record: RunRecord, ledger: LedgerRecord): void {
  const { status, reason, updated_at, outcome_key, hash, result } = ledger;
  if (status === 'IN_PROGRESS') return;
  record.cameTo(ledger.key, {
    status,
    at: Date.parse(updated_at),
    ledgerKey: { pk: ledger.pk, sk: ledger.sk },
    ...(reason === undefined ? {} : { reason }),
    ...(outcome_key === undefined ? {} : { outcomeKey: outcome_key }),
    ...(hash === undefined ? {} : { hash }),
    ...(result?.trade_key === undefined ? {} : { tradeKey: result.trade_key }),
  });
}

/** Every document has its outcome, every failure is notified, every pair has its match. */
function isComplete({ documents, pairs, counted }: RunRecord): boolean {
  if (counted.withOutcome < counted.uploaded) return false;
  for (const document of documents.values()) {
    if (!wasStored(document)) continue;
    if (document.outcome === undefined) return false;
    if (expectedOutcome(document.planned).kind === 'refused' && document.notified === 0) return false;
  }
  for (const pair of pairs.values()) {
    if (expectedMatch(pair) !== 'UNMATCHED' && pair.matches.size === 0) return false;
  }
  return true;
}

function isMoving({ documents }: RunRecord, { incoming, outcomes }: StandingDocuments): boolean {
  if (incoming.size > 0) return true;
  return [...documents.values()].some(({ planned, outcome }) => outcome !== undefined && !outcomes.has(planned.key));
}
