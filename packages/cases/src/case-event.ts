import type { Correction, MatchStatus, Product } from '@trade-matching/domain';
import type { CaseReason } from './case-reasons.ts';
import type { CaseSeverity } from './due-time.ts';

/** What a case is about: a pair with its comparison, a trade without a pair, or a refused document. */
export const CASE_KINDS = ['MATCH', 'TRADE', 'DOCUMENT'] as const;

export type CaseKind = (typeof CASE_KINDS)[number];

export interface CaseSubject {
  readonly kind: CaseKind;
  /** Of the match, of the trade, or the document's SHA-256. */
  readonly id: string;
}

/** What a decision was made on. It binds the decision: another document, or another result, is another break. */
export interface Seen {
  /** SHA-256 of each side's current document; absent where there is none. */
  readonly bank_hash?: string;
  readonly counterparty_hash?: string;
  /** `differencesHash` of the result. */
  readonly differences_hash: string;
}

/** Where the subject stands. `ENDED`: the pair does not exist any more. `PAIRED`: the trade is in a pair. */
export type BreakStatus = MatchStatus | 'ENDED' | 'PAIRED';

/** A field with what each side says, as the trade writes it, cut where it is long; absent where a side says nothing. */
export interface DifferingValue {
  readonly field: string;
  readonly bank?: string;
  readonly counterparty?: string;
}

/** What is known of a break, and changes with its documents and its result. */
export interface BreakFacts {
  readonly status: BreakStatus;
  readonly seen: Seen;
  /** Fields and other terms that differ, sorted. */
  readonly fields: readonly string[];
  /** What each side says of the first of them, in the order of the comparison; absent in events before it was kept. */
  readonly values?: readonly DifferingValue[];
  /** A critical field differs: accepting it takes a second person (W4). */
  readonly critical: boolean;
  readonly severity: CaseSeverity;
}

/** What a break is of; it does not change. */
export interface BreakOrigin {
  readonly subject: CaseSubject;
  readonly product?: Product;
  readonly counterparty?: string;
  /** Decimal, in units of `currency`. */
  readonly amount?: string;
  readonly currency?: string;
  /** Each side's own reference. */
  readonly bank_reference?: string;
  readonly counterparty_reference?: string;
  readonly bank_trade_key?: string;
  readonly counterparty_trade_key?: string;
  /** Business centres of the parties, for due times. */
  readonly centres: readonly string[];
}

/** Two trades that belong together, or never do, whatever the rules say. */
export interface DecidedPair {
  readonly bank_trade_key: string;
  readonly counterparty_trade_key: string;
}

/** Each kind of event, with what it says beside who, when and why. */
export type CaseAction =
  | {
      readonly action: 'OPENED';
      readonly origin: BreakOrigin;
      readonly facts: BreakFacts;
      readonly due_at: string;
    }
  /** Documents or differences changed. `due_at` where that opens the case again. */
  | { readonly action: 'CHANGED'; readonly facts: BreakFacts; readonly due_at?: string }
  /** Without an assignee: nobody's any more. */
  | { readonly action: 'ASSIGNED'; readonly assignee?: string }
  | { readonly action: 'COMMENTED' }
  /** By one person, where nothing critical differs. */
  | { readonly action: 'ACCEPTED'; readonly seen: Seen }
  | { readonly action: 'ACCEPTANCE_PROPOSED'; readonly seen: Seen; readonly expires_at: string }
  /** `proposal` is the id of the event that proposed. */
  | { readonly action: 'ACCEPTANCE_APPROVED'; readonly seen: Seen; readonly proposal: string }
  | { readonly action: 'ACCEPTANCE_REFUSED'; readonly proposal: string }
  | { readonly action: 'ACCEPTANCE_EXPIRED'; readonly proposal: string }
  /** The counterparty is wrong, and has to send another document. */
  | { readonly action: 'REJECTED'; readonly seen: Seen }
  | { readonly action: 'PAIR_FORCED'; readonly pair: DecidedPair }
  | { readonly action: 'PAIR_FORBIDDEN'; readonly pair: DecidedPair }
  | { readonly action: 'VALUE_CORRECTED'; readonly correction: Correction }
  | { readonly action: 'CLOSED_AS_MISTAKEN' }
  | { readonly action: 'REOPENED'; readonly due_at: string }
  /** Its due time passed while it was open. */
  | { readonly action: 'BREACHED'; readonly due_at: string };

/** Who did it, when and why. Times are ISO 8601, UTC, milliseconds. */
export interface CaseEventBase {
  readonly case_id: string;
  /** Given by who acts: the same id again is the same event, however often it is sent. */
  readonly event_id: string;
  readonly at: string;
  readonly actor: string;
  readonly reason?: CaseReason;
  readonly comment?: string;
}

/** One event, which nothing changes or deletes. */
export type CaseEvent = CaseEventBase &
  CaseAction & {
    /** 1 for the first. Events are ordered by it: clocks of two people differ. */
    readonly sequence: number;
    /** The previous event's `hash`; of the first, {@link FIRST_PREVIOUS_HASH}. */
    readonly previous_hash: string;
    /** SHA-256, hexadecimal, of everything else in the event as canonical JSON. */
    readonly hash: string;
  };

/** An event that has no place in the chain yet. */
export type UnchainedEvent = CaseEventBase & CaseAction;

export const FIRST_PREVIOUS_HASH = '0'.repeat(64);
