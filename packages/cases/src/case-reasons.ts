/** Why a person decides so, as data: what a decision may give as its reason, and how that reads. */
export const CASE_REASONS = {
  accept: {
    CONFIRMED_BY_COUNTERPARTY: 'the counterparty has confirmed our terms',
    AGREED_BY_DESK: 'the trading desk has agreed to their terms',
    IMMATERIAL: 'the difference changes no payment',
    MARKET_PRACTICE: 'both say the same by market practice',
    READ_WRONGLY: 'the documents agree; the machine read one of them wrongly',
    OTHER: 'another reason, in the comment',
  },
  approve: {
    AGREES_WITH_PROPOSAL: 'checked both documents, and agrees with the proposal',
    OTHER: 'another reason, in the comment',
  },
  refuse: {
    NOT_CONVINCED: 'the reason that was given is not enough',
    WITHDRAWN: 'the proposal is withdrawn',
    OTHER: 'another reason, in the comment',
  },
  reject: {
    COUNTERPARTY_WRONG: 'their document is wrong; they have to correct it',
    BANK_WRONG: 'our document is wrong; ours is to be issued again',
    MORE_INFORMATION: 'the counterparty has to explain',
    OTHER: 'another reason, in the comment',
  },
  force_pair: {
    SAME_TRADE: 'both documents confirm one trade, under other references',
    OTHER: 'another reason, in the comment',
  },
  forbid_pair: {
    OTHER_TRADES: 'the documents confirm two trades',
    OTHER: 'another reason, in the comment',
  },
  correct: {
    NOT_READ: 'the machine did not read the value',
    READ_WRONGLY: 'the machine read another value',
    OTHER: 'another reason, in the comment',
  },
  close: {
    NOT_A_BREAK: 'there is nothing to decide',
    TEST_DOCUMENT: 'a document that was uploaded to try the system',
    DUPLICATE: 'the same break has another case',
    OTHER: 'another reason, in the comment',
  },
  reopen: {
    NEW_INFORMATION: 'something came to light after the decision',
    DECIDED_WRONGLY: 'the decision was wrong',
    OTHER: 'another reason, in the comment',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What needs a reason. */
export type ReasonedCommand = keyof typeof CASE_REASONS;

type ReasonsOf<C extends ReasonedCommand> = C extends ReasonedCommand ? keyof (typeof CASE_REASONS)[C] : never;

export type CaseReason = ReasonsOf<ReasonedCommand>;

export function isReasonFor(command: ReasonedCommand, reason: string): boolean {
  return Object.hasOwn(CASE_REASONS[command], reason);
}
