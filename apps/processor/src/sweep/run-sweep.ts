import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type CaseRecord, type CaseStore, type CasesDigest, digestNotification, digestOf } from '@trade-matching/cases';
import type { EmitCaseMetric } from '@trade-matching/dashboards/metrics';
import type { Notification } from '@trade-matching/domain';
import type { TradeStore } from '@trade-matching/trade-store';
import { type AllegedDependencies, sweepAlleged } from './alleged-trades.ts';
import { expireProposals, listCases, type OpenCasesDependencies, readOpenCases, recordBreaches } from './open-cases.ts';
import { SweepState } from './sweep-state.ts';

export interface SweepDependencies {
  readonly dynamodb: DynamoDBDocumentClient;
  readonly casesTable: string;
  readonly store: TradeStore;
  readonly cases: CaseStore;
  readonly emit: EmitCaseMetric;
  readonly publish: (notification: Notification) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export type SweepResult =
  | { readonly kind: 'elsewhere' }
  | {
      readonly kind: 'swept';
      readonly alleged: number;
      readonly expired: number;
      readonly breached: number;
      /** Undefined where there was no time to read every open case. */
      readonly open: number | undefined;
      readonly digest: boolean;
      /** Cases that were missing in a list, and are in it now; absent of none. */
      readonly listed?: number;
    };

/** Of an invocation's time, what is kept to end in order. */
const KEPT_MS = 10_000;

/** The hour of UTC from which the day's digest is sent. */
const DIGEST_HOUR = 6;

/**
 * One run of the sweep: alleged trades, proposals past their time, breaches of due times, metrics, and once a day the digest.
 * Each step is safe to repeat, so a run that dies at any line is made up for by the next one. A step that fails stops no
 * other; the first failure is thrown when all are done.
 *
 * @param until when the invocation ends, milliseconds since the epoch
 */
export async function runSweep(dependencies: SweepDependencies, until: number): Promise<SweepResult> {
  const { dynamodb, casesTable, now } = dependencies;
  const state = await SweepState.take(dynamodb, casesTable, now(), until);
  if (!state) return { kind: 'elsewhere' };
  try {
    const common = {
      ...dependencies,
      state,
      now: new Date(now()).toISOString(),
      mayGoOn: () => now() < until - KEPT_MS,
    };
    return await sweep(common, dependencies.emit);
  } finally {
    await state.release();
  }
}

type Common = AllegedDependencies & OpenCasesDependencies;

async function sweep(common: Common, emit: EmitCaseMetric): Promise<SweepResult> {
  const { state } = common;
  const failures: unknown[] = [];
  const step = async <T>(instead: T, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (failure) {
      failures.push(failure);
      return instead;
    }
  };
  const alleged = await step(0, async () => {
    const { opened, from, failure } = await sweepAlleged(common, state.progress.unmatched_from);
    if (from !== state.progress.unmatched_from) await state.save({ unmatched_from: from });
    emit('CasesAlleged', opened);
    if (failure !== undefined) failures.push(failure);
    return opened;
  });
  const unlisted: CaseRecord[] = [];
  const records = await step(undefined, () => readOpenCases(common, unlisted));
  const expired = await step(0, () => expireProposals(common, records ?? []));
  const breached = await step(0, () => recordBreaches(common, records ?? []));
  emit('CasesBreached', breached);
  if (records) emitQueue(digestOf(records, common.now), emit);
  // What was written to is read anew: the queue is long, and hardly ever needs to be read twice.
  const unchanged = alleged + expired + breached === 0 ? records : undefined;
  const digest = await step(false, () => sendDigest(common, unchanged));
  // Last: it may take all the time that is left.
  const listed = await step(0, () => listCases(common, unlisted));
  if (failures.length > 0) throw failures[0];
  return {
    ...{ kind: 'swept', alleged, expired, breached, open: records?.length, digest },
    ...(listed === 0 ? {} : { listed }),
  };
}

function emitQueue({ open, overdue, oldest_age_seconds }: CasesDigest, emit: EmitCaseMetric): void {
  emit('OverdueCases', overdue.length);
  emit('OldestCaseAge', oldest_age_seconds);
  emit('OpenCases', open);
}

/**
 * Once a day.
 *
 * @param known the queue, where this run has written nothing to it since it read it
 */
async function sendDigest(common: Common, known: readonly CaseRecord[] | undefined): Promise<boolean> {
  const { state, publish, now } = common;
  const today = now.slice(0, 10);
  const isTold = (state.progress.digest_day ?? '') >= today;
  if (isTold || new Date(now).getUTCHours() < DIGEST_HOUR || !common.mayGoOn()) return false;
  const records = known ?? (await readOpenCases(common));
  if (!records) return false;
  await publish(digestNotification(digestOf(records, now)));
  state.remember({ digest_day: today });
  await state.save({ digest_day: today });
  return true;
}
