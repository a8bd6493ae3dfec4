import {
  allegedNotification,
  type CaseStore,
  graceEnd,
  toldAgain,
  tradeFacts,
  tradeOrigin,
} from '@trade-matching/cases';
import type { Notification, TradeRecord } from '@trade-matching/domain';
import type { TradeStore } from '@trade-matching/trade-store';
import { MAX_MESSAGES, type SweepState } from './sweep-state.ts';

export interface AllegedDependencies {
  readonly store: TradeStore;
  readonly cases: CaseStore;
  readonly state: SweepState;
  readonly publish: (notification: Notification) => Promise<void>;
  /** ISO 8601, of this run. */
  readonly now: string;
  /** Whether there is time for another trade. */
  readonly mayGoOn: () => boolean;
}

export interface AllegedResult {
  /** Trades that became cases. */
  readonly opened: number;
  /** ISO date: where the next run begins. */
  readonly from: string;
  /** Why the first could not be told, if one could not: the next run tries again. */
  readonly failure?: unknown;
}

/** Days that the first run of an environment looks back. */
const FIRST_LOOK_BACK_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Makes a case of every unmatched trade whose grace time is over, and tells of it once. Trades are read by the day on which
 * they came to stand alone. A day on which none is left is never read again, save the last two: the index may lag.
 *
 * @param from where the last run left off; undefined of the first
 */
export async function sweepAlleged(
  dependencies: AllegedDependencies,
  from: string | undefined,
): Promise<AllegedResult> {
  const { store, now, mayGoOn } = dependencies;
  const settledBefore = daysFrom(now, -1);
  let [next, opened] = [from ?? daysFrom(now, -FIRST_LOOK_BACK_DAYS), 0];
  const failures: unknown[] = [];
  for (let day = next; day <= daysFrom(now, 0); day = daysFrom(day, 1)) {
    let left = 0;
    for await (const listed of store.unmatchedOfDay(day)) {
      if (!mayGoOn()) return { opened, from: next, ...(failures.length > 0 ? { failure: failures[0] } : {}) };
      try {
        const done = await settle(dependencies, listed);
        if (done === 'opened') opened++;
        if (done === 'later') left++;
      } catch (failure) {
        failures.push(failure);
        left++;
      }
    }
    if (left === 0 && day === next && day < settledBefore) next = daysFrom(day, 1);
  }
  return { opened, from: next, ...(failures.length > 0 ? { failure: failures[0] } : {}) };
}

async function settle(dependencies: AllegedDependencies, listed: TradeRecord): Promise<'opened' | 'done' | 'later'> {
  const { store, cases, now } = dependencies;
  if (!isOver(listed, now) && !listed.alleged) return 'later';
  // The index may lag: the trade itself says what it is by now.
  const record = await store.trade(listed.trade_key);
  if (record?.match_status !== 'UNMATCHED' || record.match_id !== undefined) return 'done';
  if (record.alleged) {
    if (record.pending_notification) await tell(dependencies, record);
    return 'done';
  }
  if (!isOver(record, now)) return 'later';
  const items = await cases.observe({ kind: 'TRADE', id: record.trade_key }, now, () => ({
    origin: tradeOrigin(record),
    facts: tradeFacts(record, 'UNMATCHED'),
    why: `no confirmation of the other side since ${record.updated_at}`,
  }));
  if ((await store.markAlleged(record, items)) === 'conflict') return 'later';
  if (items.length === 0) return 'done';
  await tell(dependencies, { ...record, revision: record.revision + 1 });
  return 'opened';
}

/**
 * After it was written: a crash before it is kept that SNS has it tells it once more at most, and then says so. SNS has no
 * message that it takes only once from a topic to e-mails.
 */
async function tell({ store, state, publish, now }: AllegedDependencies, record: TradeRecord): Promise<void> {
  const of = `${record.trade_key} since ${record.updated_at}`;
  const { telling } = state.progress;
  const begun = telling?.of === of ? telling.begun : 0;
  if (begun < MAX_MESSAGES) {
    await state.save({ telling: { of, begun: begun + 1 } });
    const notification = allegedNotification(record);
    try {
      await publish(begun > 0 ? toldAgain(notification) : notification);
    } catch (error) {
      // It was not taken, so that it does not count.
      state.remember({ telling: { of, begun } });
      throw error;
    }
    state.remember({ telling: { of, begun: MAX_MESSAGES } });
  }
  await store.markSentOfTrade(record, { at: now, event_type: 'TradeAlleged' });
}

function isOver(record: TradeRecord, now: string): boolean {
  return graceEnd(record.updated_at, tradeOrigin(record)) <= now;
}

/** The ISO date so many days from a date or a time, in UTC. */
function daysFrom(at: string, days: number): string {
  return new Date(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
