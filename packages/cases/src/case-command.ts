import type { Correction } from '@trade-matching/domain';
import type { BreakFacts, BreakOrigin, CaseAction, CaseEventBase, DecidedPair, Seen } from './case-event.ts';

/**
 * What somebody wants done. `command` is the verb; the rest is {@link CaseEventBase}. With `revision`, only if that is still
 * the case's.
 */
export type CaseCommand = CaseEventBase & { readonly revision?: number } & (
    | { readonly command: 'open'; readonly origin: BreakOrigin; readonly facts: BreakFacts }
    | { readonly command: 'change'; readonly facts: BreakFacts }
    | { readonly command: 'assign'; readonly assignee?: string }
    | { readonly command: 'comment' }
    /** `seen`: what the person looked at, which must still be so. */
    | { readonly command: 'accept'; readonly seen: Seen }
    | { readonly command: 'approve'; readonly proposal: string }
    | { readonly command: 'refuse'; readonly proposal: string }
    | { readonly command: 'expire'; readonly proposal: string }
    | { readonly command: 'reject'; readonly seen: Seen }
    | { readonly command: 'force_pair'; readonly pair: DecidedPair }
    | { readonly command: 'forbid_pair'; readonly pair: DecidedPair }
    | { readonly command: 'correct'; readonly correction: Correction }
    | { readonly command: 'close' }
    | { readonly command: 'reopen' }
    | { readonly command: 'breach' }
  );

export type CommandName = CaseCommand['command'];

/** The events that a command becomes. */
export const ACTIONS_OF: Readonly<Record<CommandName, readonly CaseAction['action'][]>> = {
  open: ['OPENED'],
  change: ['CHANGED'],
  assign: ['ASSIGNED'],
  comment: ['COMMENTED'],
  accept: ['ACCEPTED', 'ACCEPTANCE_PROPOSED'],
  approve: ['ACCEPTANCE_APPROVED'],
  refuse: ['ACCEPTANCE_REFUSED'],
  expire: ['ACCEPTANCE_EXPIRED'],
  reject: ['REJECTED'],
  force_pair: ['PAIR_FORCED'],
  forbid_pair: ['PAIR_FORBIDDEN'],
  correct: ['VALUE_CORRECTED'],
  close: ['CLOSED_AS_MISTAKEN'],
  reopen: ['REOPENED'],
  breach: ['BREACHED'],
};

/** Who acts where no person does: the service that writes matches, and the sweep by the clock. */
export const SYSTEM_ACTOR = 'system';

/** What the system does by itself. People decide the rest. */
export const SYSTEM_COMMANDS: readonly CommandName[] = ['open', 'change', 'expire', 'breach'];

/** Characters of a comment: it fits into an item and onto a screen. */
export const MAX_COMMENT = 4_000;
