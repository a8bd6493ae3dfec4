import type { BreakFacts, BreakOrigin, DecidedPair, Seen } from './case-event.ts';
import type { ChainHead } from './chain.ts';

export const CASE_STATES = [
  /** Somebody has to decide. */
  'OPEN',
  /** One person accepts the difference, and a second has to approve. */
  'PROPOSED',
  /** Rejected: the counterparty has to send another document. */
  'WAITING',
  'RESOLVED',
] as const;

export type CaseState = (typeof CASE_STATES)[number];

/** How a case was resolved. */
export const RESOLUTIONS = [
  /** The difference was accepted. */
  'ACCEPTED',
  /** The documents agree by now. */
  'AGREED',
  /** The pair does not exist any more. */
  'ENDED',
  /** The trade is in a pair by now: if that differs, it has a case of its own. */
  'PAIRED',
  'PAIR_FORCED',
  'PAIR_FORBIDDEN',
  'MISTAKEN',
] as const;

export type Resolution = (typeof RESOLUTIONS)[number];

/** Why an open case is open. */
export const OPEN_CAUSES = [
  'NEW',
  'DOCUMENTS_CHANGED',
  'DIFFERENCES_CHANGED',
  /** The pair had ended, and is one again with the same documents. */
  'PAIRED_AGAIN',
  /** The trade had a pair, and stands alone again. */
  'PAIR_ENDED',
  'APPROVAL_REFUSED',
  'APPROVAL_EXPIRED',
  'REOPENED',
] as const;

export type OpenCause = (typeof OPEN_CAUSES)[number];

/** An acceptance that waits for a second person. */
export interface Proposal {
  /** Of the event that proposed. */
  readonly id: string;
  readonly by: string;
  readonly seen: Seen;
  readonly expires_at: string;
}

/** An acceptance that holds, for the documents and the differences that it was given for. */
export interface Acceptance {
  readonly by: string;
  /** Where something critical differed. */
  readonly approved_by?: string;
  readonly seen: Seen;
}

/** A case as its events have made it (`CASE#id`/`CURRENT`). `revision` is the number of its events. */
export interface CaseRecord extends ChainHead {
  readonly case_id: string;
  readonly origin: BreakOrigin;
  readonly facts: BreakFacts;
  readonly state: CaseState;
  readonly resolution?: Resolution;
  readonly open_cause: OpenCause;
  readonly assignee?: string;
  readonly proposal?: Proposal;
  readonly acceptance?: Acceptance;
  readonly pair?: DecidedPair;
  readonly corrections: number;
  readonly opened_at: string;
  readonly due_at: string;
  /** The due time has passed while it was open, and that was told. */
  readonly breached: boolean;
  readonly updated_at: string;
}

export function isOpen({ state }: Pick<CaseRecord, 'state'>): boolean {
  return state !== 'RESOLVED';
}

export function isSameSeen(a: Seen, b: Seen): boolean {
  return a.differences_hash === b.differences_hash && isSameDocuments(a, b);
}

export function isSameDocuments(a: Seen, b: Seen): boolean {
  return a.bank_hash === b.bank_hash && a.counterparty_hash === b.counterparty_hash;
}
