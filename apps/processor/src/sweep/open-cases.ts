import { type CaseRecord, type CaseStore, overdueNotification, SYSTEM_ACTOR } from '@trade-matching/cases';
import type { Notification } from '@trade-matching/domain';
import type { Breaching, SweepState } from './sweep-state.ts';

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

/** Every open case; undefined where there was no time to read them all. */
export async function readOpenCases({
  cases,
  mayGoOn,
}: Pick<OpenCasesDependencies, 'cases' | 'mayGoOn'>): Promise<CaseRecord[] | undefined> {
  const records: CaseRecord[] = [];
  for await (const record of cases.everyOpen()) {
    if (!mayGoOn()) return undefined;
    records.push(record);
  }
  return records;
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
 * before the first is written: after a crash, the next run finds what was recorded and not told.
 *
 * @returns how many were told
 */
export async function recordBreaches(
  dependencies: OpenCasesDependencies,
  records: readonly CaseRecord[],
): Promise<number> {
  const { state, now, mayGoOn } = dependencies;
  const left = state.progress.breaching ?? [];
  const overdue = records
    .filter(({ breached, due_at }) => !breached && due_at <= now)
    .filter(({ case_id }) => !left.some((each) => each.case_id === case_id))
    .sort((a, b) => (a.due_at < b.due_at ? -1 : 1))
    .slice(0, Math.max(0, MAX_WRITTEN - left.length))
    .map(({ case_id, due_at }) => ({ case_id, due_at }));
  const breaching = [...left, ...overdue];
  if (breaching.length === 0 || !mayGoOn()) return 0;
  if (overdue.length > 0) await state.save({ breaching });
  const breached: CaseRecord[] = [];
  for (const each of breaching) {
    const record = await recordBreach(dependencies, each);
    if (record) breached.push(record);
  }
  if (breached.length > 0) await dependencies.publish(overdueNotification(breached, now));
  await state.save({ breaching: [] });
  return breached.length;
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
