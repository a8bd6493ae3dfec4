import { type CaseRecord, type CaseStore, overdueNotification, SYSTEM_ACTOR, toldAgain } from '@trade-matching/cases';
import type { Notification } from '@trade-matching/domain';
import { type Breaching, MAX_MESSAGES, type SweepState } from './sweep-state.ts';

export interface OpenCasesDependencies {
  readonly cases: CaseStore;
  readonly state: SweepState;
  readonly publish: (notification: Notification) => Promise<void>;
  /** ISO 8601, of this run. */
  readonly now: string;
  readonly mayGoOn: () => boolean;
}

/** Cases that one run writes: what is left is the next run's. */
const MAX_WRITTEN = 500;

/** Cases that are written into their lists at a time. */
const LISTED_AT_ONCE = 10;

/**
 * Every open case; undefined where there was no time to read them all.
 *
 * @param unlisted where those are put that are missing in a list
 */
export async function readOpenCases(
  { cases, mayGoOn }: Pick<OpenCasesDependencies, 'cases' | 'mayGoOn'>,
  unlisted: CaseRecord[] = [],
): Promise<CaseRecord[] | undefined> {
  const records: CaseRecord[] = [];
  for await (const { record, isListed } of cases.everyOpen()) {
    if (!mayGoOn()) return undefined;
    records.push(record);
    if (!isListed) unlisted.push(record);
  }
  return records;
}

/**
 * Writes cases into the lists that they are missing in: those that were written before an index was made. As many as there
 * is time for; the next run does the others.
 *
 * @returns how many
 */
export async function listCases(
  { cases, mayGoOn }: Pick<OpenCasesDependencies, 'cases' | 'mayGoOn'>,
  unlisted: readonly CaseRecord[],
): Promise<number> {
  let done = 0;
  for (; done < unlisted.length && mayGoOn(); done += LISTED_AT_ONCE)
    await Promise.all(unlisted.slice(done, done + LISTED_AT_ONCE).map((record) => cases.list(record)));
  return Math.min(done, unlisted.length);
}

/** Ends the proposals that nobody approved in time: their cases are open again. */
export async function expireProposals(
  { cases, now, mayGoOn }: OpenCasesDependencies,
  records: readonly CaseRecord[],
): Promise<number> {
  let expired = 0;
  for (const { case_id, proposal } of records) {
    if (!proposal || proposal.expires_at > now) continue;
    if (expired === MAX_WRITTEN || !mayGoOn()) break;
    // The same id whoever writes it: of two runs one event comes.
    const event_id = `expired-${proposal.id}`;
    const common = { case_id, event_id, at: now, actor: SYSTEM_ACTOR };
    const { kind } = await cases.act({ ...common, command: 'expire', proposal: proposal.id });
    if (kind === 'written') expired++;
  }
  return expired;
}

/**
 * Records once of each case that its due time has passed, then tells of all of them in one message. Which they are is kept
 * before the first is written, and that they are being told before they are: after a crash, the next run finds what was
 * recorded and not told, and tells it once more at most.
 *
 * @returns how many were told
 */
export async function recordBreaches(
  dependencies: OpenCasesDependencies,
  records: readonly CaseRecord[],
): Promise<number> {
  const { state, now, mayGoOn } = dependencies;
  const { breaching: left = [], breaching_told: begun = 0 } = state.progress;
  if (!mayGoOn()) return 0;
  // What may have been told is told by itself: the next run does the others.
  const breaching = begun > 0 ? left : [...left, ...overdueNow(records, now, left)];
  if (breaching.length === 0) return 0;
  if (breaching.length > left.length) await state.save({ breaching });
  const breached: CaseRecord[] = [];
  for (const each of breaching) {
    const record = await recordBreach(dependencies, each);
    if (record) breached.push(record);
  }
  const isTold = breached.length > 0 && begun < MAX_MESSAGES;
  if (isTold) await tell(dependencies, breached, begun);
  await state.save({ breaching: [], breaching_told: 0 });
  return isTold ? breached.length : 0;
}

function overdueNow(records: readonly CaseRecord[], now: string, left: readonly Breaching[]): Breaching[] {
  return records
    .filter(({ breached, due_at }) => !breached && due_at <= now)
    .filter(({ case_id }) => !left.some((each) => each.case_id === case_id))
    .sort((a, b) => (a.due_at < b.due_at ? -1 : 1))
    .slice(0, Math.max(0, MAX_WRITTEN - left.length))
    .map(({ case_id, due_at }) => ({ case_id, due_at }));
}

async function tell(
  { state, now, publish }: OpenCasesDependencies,
  breached: readonly CaseRecord[],
  begun: number,
): Promise<void> {
  await state.save({ breaching_told: begun + 1 });
  const notification = overdueNotification(breached, now);
  try {
    await publish(begun > 0 ? toldAgain(notification) : notification);
  } catch (error) {
    // It was not taken, so that it does not count.
    state.remember({ breaching_told: begun });
    throw error;
  }
  state.remember({ breaching: [], breaching_told: 0 });
}

/** The case, whose breach is recorded now or by a run that died; undefined where there is none any more. */
async function recordBreach(
  { cases, now }: OpenCasesDependencies,
  { case_id, due_at }: Breaching,
): Promise<CaseRecord | undefined> {
  const event_id = `breached-${due_at}`;
  const { kind } = await cases.act({ case_id, event_id, at: now, actor: SYSTEM_ACTOR, command: 'breach' });
  return kind === 'written' ? cases.case(case_id) : undefined;
}
