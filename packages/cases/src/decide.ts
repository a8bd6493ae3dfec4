import { canonicalJson } from './canonical-json.ts';
import { type CaseCommand, MAX_COMMENT, SYSTEM_ACTOR, SYSTEM_COMMANDS } from './case-command.ts';
import type { CaseAction, UnchainedEvent } from './case-event.ts';
import { CASE_REASONS, isReasonFor, type ReasonedCommand } from './case-reasons.ts';
import { type CaseRecord, isOpen, isSameSeen } from './case-record.ts';
import { dueTime, proposalEnd } from './due-time.ts';
import { binds, isPairDecided, isPairUndone, isSettled } from './fold.ts';

/** Why a command was not done; `message` is for a person. */
export interface CaseRefusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly message: string;
}

export type RefusalCode =
  | 'no_such_case'
  | 'case_exists'
  /** What the person saw is not so any more: look again, and decide anew. */
  | 'case_changed'
  /** Not in this state, or not of this kind of case. */
  | 'not_possible'
  /** Four eyes: who proposed does not approve. */
  | 'own_proposal'
  | 'proposal_expired'
  | 'not_due'
  /** Nothing would change. */
  | 'unchanged'
  | 'reason_missing'
  | 'comment_missing'
  | 'comment_too_long'
  | 'person_needed'
  /** The id was given to another event. */
  | 'event_id_taken';

export type Decided = { readonly kind: 'event'; readonly event: UnchainedEvent } | CaseRefusal;

type Outcome = CaseAction | CaseRefusal;

/** The event that a command becomes on a case as it stands, or why it becomes none. Pure: the clock is the command's. */
export function decide(record: CaseRecord | undefined, command: CaseCommand): Decided {
  const refusal = refusalOfTexts(command);
  if (refusal) return refusal;
  const outcome = outcomeOf(record, command);
  if ('kind' in outcome) return outcome;
  const { case_id, event_id, at, actor, reason, comment } = command;
  const event = {
    ...{ case_id, event_id, at, actor },
    ...(reason === undefined ? {} : { reason }),
    // What is no Unicode would not come back from the table as it was hashed.
    ...(comment === undefined ? {} : { comment: comment.toWellFormed() }),
    ...outcome,
  };
  return { kind: 'event', event };
}

function refusalOfTexts(command: CaseCommand): CaseRefusal | undefined {
  const { command: verb, actor, reason, comment = '' } = command;
  if (actor === SYSTEM_ACTOR && !SYSTEM_COMMANDS.includes(verb)) {
    return refused('person_needed', `A person decides this: the system does not ${verb}.`);
  }
  if (comment.length > MAX_COMMENT) {
    return refused('comment_too_long', `The comment has ${comment.length} characters, of ${MAX_COMMENT} at most.`);
  }
  if (verb === 'comment' && comment.trim() === '') return refused('comment_missing', 'The comment is empty.');
  if (!needsReason(verb)) return undefined;
  if (reason === undefined || !isReasonFor(verb, reason)) {
    const possible = Object.keys(CASE_REASONS[verb]).join(', ');
    return refused('reason_missing', `Give a reason: ${possible}.`);
  }
  if (reason === 'OTHER' && comment.trim() === '') {
    return refused('comment_missing', 'The reason OTHER needs a comment that says which.');
  }
  return undefined;
}

function needsReason(verb: string): verb is ReasonedCommand {
  return Object.hasOwn(CASE_REASONS, verb);
}

function outcomeOf(record: CaseRecord | undefined, command: CaseCommand): Outcome {
  if (command.command === 'open') {
    if (record) return refused('case_exists', `The case ${record.case_id} is there.`);
    const { origin, facts, at } = command;
    return { action: 'OPENED', origin, facts, due_at: dueTime(at, { ...origin, severity: facts.severity }) };
  }
  if (!record) return refused('no_such_case', `There is no case ${command.case_id}.`);
  const { revision } = command;
  if (revision !== undefined && revision !== record.revision) {
    return refused('case_changed', `The case is at revision ${record.revision}, not ${revision}. Look at it again.`);
  }
  switch (command.command) {
    case 'change':
      return changed(record, command);
    case 'assign': {
      const { assignee } = command;
      if (!isOpen(record)) return impossible(record, 'assigned');
      if (assignee === record.assignee) return refused('unchanged', `The case is ${assignee ?? 'nobody'}'s already.`);
      return { action: 'ASSIGNED', ...(assignee === undefined ? {} : { assignee }) };
    }
    case 'comment':
      return { action: 'COMMENTED' };
    case 'accept':
      return accepted(record, command);
    case 'approve':
    case 'refuse':
    case 'expire':
      return ofProposal(record, command);
    case 'reject': {
      const { seen } = command;
      if (record.state !== 'OPEN' || record.origin.subject.kind !== 'MATCH') return impossible(record, 'rejected');
      return isSameSeen(seen, record.facts.seen) ? { action: 'REJECTED', seen } : lookAgain();
    }
    case 'force_pair':
    case 'forbid_pair':
      return pairDecided(record, command);
    case 'correct':
      if (!isOpen(record)) return impossible(record, 'corrected');
      return { action: 'VALUE_CORRECTED', correction: command.correction };
    case 'close':
      return isUndecided(record) ? { action: 'CLOSED_AS_MISTAKEN' } : impossible(record, 'closed');
    case 'reopen': {
      if (record.state !== 'RESOLVED') return impossible(record, 'reopened');
      // A decided pair has ended by its own decision: taken back, the rules say what there is to decide.
      if (isSettled(record.facts) && !isPairDecided(record)) {
        return refused('not_possible', 'Nothing differs: there is nothing to decide.');
      }
      return { action: 'REOPENED', due_at: dueAgain(record, command.at) };
    }
    case 'breach': {
      const { due_at, breached } = record;
      if (!isOpen(record) || breached) return refused('unchanged', 'The breach was told, or the case is resolved.');
      return command.at < due_at ? refused('not_due', `It is due at ${due_at}.`) : { action: 'BREACHED', due_at };
    }
  }
}

function changed(record: CaseRecord, { facts, at }: CaseCommand & { command: 'change' }): Outcome {
  // Open and settled is only what was just taken back: told that nothing is broken, it is resolved.
  const isTakenBack = isOpen(record) && isSettled(record.facts);
  if (canonicalJson(facts) === canonicalJson(record.facts) && !isTakenBack) {
    return refused('unchanged', 'Nothing changed.');
  }
  const opensAgain =
    record.state === 'RESOLVED' &&
    (!isPairDecided(record) || isPairUndone(record, facts)) &&
    !isSettled(facts) &&
    !binds(record.facts, facts);
  if (!opensAgain) return { action: 'CHANGED', facts };
  return { action: 'CHANGED', facts, due_at: dueAgain({ ...record, facts }, at) };
}

function accepted(record: CaseRecord, { seen, at }: CaseCommand & { command: 'accept' }): Outcome {
  const { facts, origin } = record;
  // What is only alleged has no difference to accept; a cancelled trade is acknowledged.
  const hasDifference = origin.subject.kind === 'MATCH' || facts.status === 'CANCELLED';
  if (!isUndecided(record) || !hasDifference) return impossible(record, 'accepted');
  if (!isSameSeen(seen, facts.seen)) return lookAgain();
  if (!facts.critical) return { action: 'ACCEPTED', seen };
  return { action: 'ACCEPTANCE_PROPOSED', seen, expires_at: proposalEnd(at, origin.centres) };
}

function ofProposal(
  { proposal, facts }: CaseRecord,
  { command, proposal: id, actor, at }: CaseCommand & { command: 'approve' | 'refuse' | 'expire' },
): Outcome {
  if (!proposal || proposal.id !== id) return refused('case_changed', 'That proposal does not stand any more.');
  const hasExpired = at >= proposal.expires_at;
  switch (command) {
    case 'refuse':
      return { action: 'ACCEPTANCE_REFUSED', proposal: id };
    case 'expire':
      if (!hasExpired) return refused('not_due', `The proposal stands until ${proposal.expires_at}.`);
      return { action: 'ACCEPTANCE_EXPIRED', proposal: id };
    case 'approve':
      if (proposal.by === actor) {
        return refused('own_proposal', `${actor} proposed it: another person has to approve.`);
      }
      if (hasExpired) return refused('proposal_expired', `The proposal stood until ${proposal.expires_at}.`);
      if (!isSameSeen(proposal.seen, facts.seen)) return lookAgain();
      return { action: 'ACCEPTANCE_APPROVED', seen: proposal.seen, proposal: id };
  }
}

function pairDecided(record: CaseRecord, command: CaseCommand & { command: 'force_pair' | 'forbid_pair' }): Outcome {
  const { pair } = command;
  const { origin } = record;
  const forces = command.command === 'force_pair';
  const isOfCase = forces
    ? origin.subject.kind === 'TRADE' && Object.values(pair).includes(origin.subject.id)
    : pair.bank_trade_key === origin.bank_trade_key && pair.counterparty_trade_key === origin.counterparty_trade_key;
  if (!isUndecided(record) || !isOfCase) {
    const what = forces ? 'a trade without a pair' : 'a pair';
    return refused(
      'not_possible',
      `Only ${what} is ${forces ? 'forced' : 'parted'}, while its case is OPEN or WAITING.`,
    );
  }
  return { action: forces ? 'PAIR_FORCED' : 'PAIR_FORBIDDEN', pair };
}

function isUndecided({ state }: CaseRecord): boolean {
  return state === 'OPEN' || state === 'WAITING';
}

function dueAgain({ origin, facts }: CaseRecord, at: string): string {
  return dueTime(at, { ...origin, severity: facts.severity });
}

function refused(code: RefusalCode, message: string): CaseRefusal {
  return { kind: 'refused', code, message };
}

function lookAgain(): CaseRefusal {
  return refused('case_changed', 'The documents or the differences have changed since. Look at the case again.');
}

function impossible({ state, origin }: CaseRecord, done: string): CaseRefusal {
  return refused('not_possible', `A ${origin.subject.kind} case that is ${state} is not ${done}.`);
}
