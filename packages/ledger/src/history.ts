import type { LedgerEvent } from '@trade-matching/domain';

/** What an attempt adds to a record, as a part of its update. */
export interface Growth {
  readonly assignments: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** What grows with every attempt, and what keeps its first value. */
const FIRST_OR_FURTHER = [
  'first_seen = if_not_exists(first_seen, :now)',
  'attempts = if_not_exists(attempts, :none) + :by_one',
  'history = list_append(if_not_exists(history, :empty), :events)',
];

/** The same where the history is given whole, since it had too many events to be added to. */
const FURTHER_WITHOUT_MIDDLE = [...FIRST_OR_FURTHER.slice(0, -1), 'history = :history'];

/**
 * Events that a record keeps, each of 500 bytes of detail at most: an item has 400 KB, and the same bytes may be
 * refused, or uploaded again, every day.
 */
export const MAX_EVENTS = 100;

/** The first event and the newest ones. */
function withoutMiddle(history: readonly LedgerEvent[], event: LedgerEvent): LedgerEvent[] {
  return [...history.slice(0, 1), ...history.slice(1).slice(2 - MAX_EVENTS), event];
}

/** One attempt more, with its event; without the middle of a history that has no room for it. */
export function attemptGrowth(event: LedgerEvent, history: readonly LedgerEvent[] = []): Growth {
  const values = { ':now': event.at, ':none': 0, ':by_one': 1 };
  return history.length < MAX_EVENTS
    ? { assignments: FIRST_OR_FURTHER, values: { ...values, ':empty': [], ':events': [event] } }
    : { assignments: FURTHER_WITHOUT_MIDDLE, values: { ...values, ':history': withoutMiddle(history, event) } };
}
