import type { BreakFacts, CaseAction, CaseEvent } from './case-event.ts';
import { type CaseRecord, isSameDocuments, isSameSeen, type OpenCause, type Resolution } from './case-record.ts';

/**
 * A case's states, and what leads from one to another:
 *
 * ```
 *            open          accept, something critical            approve, by another person
 *  (absent) ──────▶ OPEN ─────────────────────────────▶ PROPOSED ────────────────────────────▶ RESOLVED
 *                   ▲ │▲                                  │                                     │  ▲
 *                   │ │└───── refuse, expire, change ─────┘                                     │  │
 *                   │ └─ reject ─▶ WAITING ─ change ─▶ OPEN                                     │  │
 *                   │                                                                           │  │
 *                   │   from OPEN and WAITING: accept with nothing critical, force a pair,      │  │
 *                   │   forbid a pair, close as mistaken; from any: the documents agree now ────┼──┘
 *                   └───────────────────────── reopen, change ──────────────────────────────────┘
 * ```
 *
 * - An acceptance, and a proposal of one, binds both documents and the hash of the differences. A change of either ends it:
 *   the case is open again and says why. Nothing else ends what two people decided, save a person who reopens it.
 * - A forced or forbidden pair is obeyed by the planner, so a changed document leaves it: the pair's new comparison is a
 *   break of its own. A person who reopens its case takes the decision back; what the rules make of it is told next. The
 *   opposite decision, on the case of the pair or of the trade, undoes it as well: the case is open again.
 * - Assigning, commenting and correcting change no state. A breach is told once for a due time.
 */
export function applyEvent(before: CaseRecord | undefined, event: CaseEvent): CaseRecord {
  if (before === undefined) {
    if (event.action !== 'OPENED') throw new CaseHistoryError(event, 'is the first, and does not open the case');
    return opened(event);
  }
  if (event.sequence !== before.revision + 1) throw new CaseHistoryError(event, `follows ${before.revision}`);
  const { sequence: revision, hash: head_hash, at: updated_at } = event;
  return { ...next(before, event), revision, head_hash, updated_at };
}

/**
 * The case that events make, in whatever order and however often each is given; undefined of none.
 *
 * @throws {CaseHistoryError} where one is missing
 */
export function foldEvents(events: readonly CaseEvent[]): CaseRecord | undefined {
  const once = new Map(events.map((event) => [event.event_id, event]));
  return [...once.values()]
    .sort((a, b) => a.sequence - b.sequence)
    .reduce<CaseRecord | undefined>(applyEvent, undefined);
}

/** Events that no case can have had: one is missing, or its history was changed. */
export class CaseHistoryError extends Error {
  override readonly name = 'CaseHistoryError';

  constructor({ case_id, sequence, action }: CaseEvent, problem: string) {
    super(`Event ${sequence} (${action}) of the case ${case_id} ${problem}. Check its history: audit verify`);
  }
}

/** How a case is resolved by where its subject stands; nothing of a break. */
const RESOLUTIONS_BY_STATUS: { readonly [S in BreakFacts['status']]?: Resolution } = {
  MATCHED: 'AGREED',
  MATCHED_WITHIN_TOLERANCE: 'AGREED',
  ENDED: 'ENDED',
  PAIRED: 'PAIRED',
};

/** The documents agree, there is no such pair any more, or the trade has one: nothing is left to decide. */
export function isSettled({ status }: Pick<BreakFacts, 'status'>): boolean {
  return RESOLUTIONS_BY_STATUS[status] !== undefined;
}

/** A decision on the pairing outlives documents: the planner obeys it. */
export function isPairDecided({ resolution }: CaseRecord): boolean {
  return resolution === 'PAIR_FORCED' || resolution === 'PAIR_FORBIDDEN';
}

/**
 * A decision on the pairing that has been done, and is so no more: the trade of a forced pair stands alone again, or a parted
 * pair is one again. Documents do not do that, save a cancellation: the opposite decision does, on another case.
 */
export function isPairUndone({ resolution, facts }: CaseRecord, { status }: Pick<BreakFacts, 'status'>): boolean {
  const done = resolution === 'PAIR_FORCED' ? 'PAIRED' : resolution === 'PAIR_FORBIDDEN' ? 'ENDED' : undefined;
  return done !== undefined && facts.status === done && status !== done;
}

/** Whether other facts leave what was decided on these as it is. What was settled was decided by nobody. */
export function binds(before: BreakFacts, after: BreakFacts): boolean {
  return isSameSeen(before.seen, after.seen) && before.critical === after.critical && !isSettled(before);
}

function opened(event: CaseEvent & { action: 'OPENED' }): CaseRecord {
  const { case_id, origin, facts, due_at, at, sequence, hash } = event;
  return {
    ...{ case_id, origin, facts, due_at, state: 'OPEN', open_cause: 'NEW', corrections: 0, breached: false },
    ...{ opened_at: at, updated_at: at, revision: sequence, head_hash: hash },
  };
}

function next(before: CaseRecord, event: CaseEvent): CaseRecord {
  switch (event.action) {
    case 'OPENED':
      throw new CaseHistoryError(event, 'opens a case that is there');
    case 'CHANGED':
      return changed(before, event);
    case 'ASSIGNED': {
      const { assignee: _left, ...rest } = before;
      return event.assignee === undefined ? rest : { ...rest, assignee: event.assignee };
    }
    case 'COMMENTED':
      return before;
    case 'ACCEPTED':
      return resolved(before, { resolution: 'ACCEPTED', acceptance: { by: event.actor, seen: event.seen } });
    case 'ACCEPTANCE_PROPOSED': {
      const { event_id: id, actor: by, seen, expires_at } = event;
      return { ...before, state: 'PROPOSED', proposal: { id, by, seen, expires_at } };
    }
    case 'ACCEPTANCE_APPROVED': {
      const by = before.proposal?.by ?? '';
      const acceptance = { by, approved_by: event.actor, seen: event.seen };
      return resolved(before, { resolution: 'ACCEPTED', acceptance });
    }
    case 'ACCEPTANCE_REFUSED':
      return openAgain(before, 'APPROVAL_REFUSED');
    case 'ACCEPTANCE_EXPIRED':
      return openAgain(before, 'APPROVAL_EXPIRED');
    case 'REJECTED':
      return { ...before, state: 'WAITING' };
    case 'PAIR_FORCED':
    case 'PAIR_FORBIDDEN':
      return resolved(before, { resolution: event.action, pair: event.pair });
    case 'VALUE_CORRECTED':
      return { ...before, corrections: before.corrections + 1 };
    case 'CLOSED_AS_MISTAKEN':
      return resolved(before, { resolution: 'MISTAKEN' });
    case 'REOPENED':
      return { ...openAgain(before, 'REOPENED'), due_at: event.due_at, breached: false };
    case 'BREACHED':
      return { ...before, breached: true };
  }
}

function changed(before: CaseRecord, { facts, due_at }: CaseAction & { action: 'CHANGED' }): CaseRecord {
  const { facts: known } = before;
  const after = { ...before, facts };
  if (isPairDecided(before) && !isPairUndone(before, facts)) return after;
  const resolution = RESOLUTIONS_BY_STATUS[facts.status];
  if (resolution) return resolved(after, { resolution });
  if (binds(known, facts)) return after;
  const again = openAgain(after, causeOf(known, facts));
  return due_at === undefined ? again : { ...again, due_at, breached: false };
}

function causeOf(before: BreakFacts, after: BreakFacts): OpenCause {
  if (before.status === 'PAIRED') return 'PAIR_ENDED';
  if (isSameSeen(before.seen, after.seen) && isSettled(before)) return 'PAIRED_AGAIN';
  return isSameDocuments(before.seen, after.seen) ? 'DIFFERENCES_CHANGED' : 'DOCUMENTS_CHANGED';
}

function undecided(record: CaseRecord): CaseRecord {
  const { resolution: _resolution, proposal: _proposal, acceptance: _acceptance, pair: _pair, ...rest } = record;
  return rest;
}

function openAgain(record: CaseRecord, open_cause: OpenCause): CaseRecord {
  return { ...undecided(record), state: 'OPEN', open_cause };
}

function resolved(
  record: CaseRecord,
  decision: Pick<CaseRecord, 'acceptance' | 'pair'> & Required<Pick<CaseRecord, 'resolution'>>,
): CaseRecord {
  return { ...undecided(record), ...decision, state: 'RESOLVED' };
}
