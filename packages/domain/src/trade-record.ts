import type { TradeCorrection } from './correction.ts';
import type { ComparedField, Difference, MatchStatus, OtherTermDifference, PairingRule } from './match.ts';
import type { EventType } from './notification.ts';
import type { Source } from './source.ts';
import type { DocumentKind, ExtractedTrade, Flag, Trade } from './trade.ts';

/** Keys of the trades table (`trades-{env}`). The current state is under `CURRENT`, beside the history. */
export const CURRENT = 'CURRENT';
export const tradePartition = (tradeKey: string) => `TRADE#${tradeKey}`;
export const matchPartition = (matchId: string) => `MATCH#${matchId}`;
/** Before each version of a trade, and before the end of each time that a match has stood. */
export const VERSION_PREFIX = 'VERSION#';
export const ENDED_PREFIX = 'UNTIL#';
/** Beside a trade: before each match that it was in, of which there is one item on either side. */
export const MATCHED_PREFIX = 'MATCHED#';
/** Beside a match: why it was what it was at this time. Apart from it, since it is long and only read by who asks. */
export const reasonsKey = (updatedAt: string) => `FIELDS#${updatedAt}`;
/** What trades and matches are listed under, each by status and day: `TRADE_REVIEW#2026-11-23`. */
export const listedTrades = (status: MatchStatus) => `TRADE_${status}`;
export const listedMatches = (status: MatchStatus) => `MATCH_${status}`;

/** What people decided about a trade's pair. Pairing obeys it before any rule (W4), whatever documents come. */
export interface PairDecisions {
  /** Key of the only trade that this one is paired with; that one's record says the same of this one. */
  readonly forced_with?: string;
  /** Keys of trades that it is never paired with; theirs say the same. */
  readonly never_with?: readonly string[];
}

/** A notification that SNS has taken: it may have been sent before, by a run that died before it was kept that it was. */
export interface SentNotification {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly event_type: EventType;
}

/** Of a trade, the last are kept. */
export const MAX_NOTIFICATIONS = 20;

/** A trade as it is stored. Its newest document by upload time says what it is, whenever that came. */
export interface TradeRecord {
  readonly trade_key: string;
  /** 1 for the first document that was the newest, one more for each that took its place. */
  readonly version: number;
  /** One more at every write: whoever decided by an older one decides anew. */
  readonly revision: number;
  readonly source: Source;
  readonly document_kind: DocumentKind;
  readonly trade: Trade;
  readonly flags: readonly Flag[];
  readonly inferred: ExtractedTrade['inferred'];
  readonly evidence: ExtractedTrade['evidence'];
  readonly other_terms: ExtractedTrade['other_terms'];
  readonly accounting: ExtractedTrade['accounting'];
  /** The reader's version. Absent of a document that was read before it was kept. */
  readonly read_by?: string;
  readonly document_hash: string;
  readonly s3_key: string;
  readonly s3_version_id?: string;
  /** Of the upload, ISO 8601, UTC, milliseconds: what is newer amends what is older. */
  readonly event_time: string;
  readonly updated_at: string;
  readonly match_status: MatchStatus;
  /** Of its current document, the first first; another document ends them. Those up to `corrections_applied` are in `trade`. */
  readonly corrections?: readonly TradeCorrection[];
  readonly corrections_applied?: number;
  /** Kept from version to version. Absent where nobody has decided. */
  readonly pair_decisions?: PairDecisions;
  /** It, or one of its matches, has had a case: what becomes of it is told to that. */
  readonly has_cases?: true;
  /** Unmatched, and its grace time is over: it has a case. Of this document alone, until it has a pair. */
  readonly alleged?: true;
  /** Where it stands in a pair. */
  readonly match_id?: string;
  /** By which rule several of the other side's fit; only of a trade in REVIEW without a pair. */
  readonly ambiguous_by?: PairingRule;
  /** Of a cancelled trade: the match that its cancellation ended. */
  readonly cancelled_match_id?: string;
  /** Set until SNS has taken the notification that this trade alone is for review, alleged, or cancelled. */
  readonly pending_notification?: true;
  /** What was sent of this trade alone, the first first. Kept from version to version. Absent of none. */
  readonly notifications?: readonly SentNotification[];
}

/** By what people know a trade, as far as its document says it: the bank's where there are two. */
export type TradeSummary = Partial<
  Pick<Trade, 'product' | 'counterparty_name' | 'trade_date' | 'currency' | 'notional'>
>;

const SUMMARY_FIELDS = ['product', 'counterparty_name', 'trade_date', 'currency', 'notional'] as const;

/** The first of the trades that states a value gives it. */
export function summaryOf(...trades: readonly Trade[]): TradeSummary {
  const values = SUMMARY_FIELDS.map((field) => [field, trades.map((trade) => trade[field]).find(Boolean)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Matching rules by name and by the hash of what they come to. */
export interface ProfileIdentity {
  /** Its layers: `default + FX_FORWARD + Northgate Bank`. */
  readonly name: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** A document as a match was made of it. */
export interface MatchedDocument {
  readonly document_hash: string;
  readonly s3_key: string;
  readonly s3_version_id?: string;
  /** Of its trade. */
  readonly version: number;
  /** The reader's version. */
  readonly read_by?: string;
}

/** By what a match was made, and of what. Absent of a match from before it was kept. */
export interface MatchBasis {
  readonly profile: ProfileIdentity;
  readonly matching_version: string;
  readonly bank: MatchedDocument;
  readonly counterparty: MatchedDocument;
}

/** Why a match ended. */
export const MATCH_ENDS = [
  /** Another document of one side became the current one. */
  'AMENDED',
  'CANCELLED',
  /** A person parted the pair, or paired one of the two otherwise. */
  'DECISION',
  /** By the rules one of the two is another's, since other documents came. */
  'PAIRED_OTHERWISE',
] as const;

export interface MatchEnd {
  readonly cause: (typeof MATCH_ENDS)[number];
  /** Whose document amended or cancelled it, and that document's SHA-256. */
  readonly source?: Source;
  readonly document_hash?: string;
}

/** A match that a trade was in (`TRADE#id`/`MATCHED#from#match`). Both sides have the same, each about the other. */
export interface TradeMatch {
  readonly match_id: string;
  readonly trade_key: string;
  readonly other_trade_key: string;
  /** The other side's own reference. */
  readonly other_reference?: string;
  readonly status: MatchStatus;
  readonly paired_by: PairingRule;
  /** Fields and other terms that differed. */
  readonly fields: readonly string[];
  readonly basis?: MatchBasis;
  /** ISO 8601, UTC. */
  readonly from: string;
  /** Absent while it stands. */
  readonly until?: string;
  readonly ended_by?: MatchEnd;
}

/** A pair with its comparison. */
export interface MatchRecord {
  readonly match_id: string;
  readonly bank_trade_key: string;
  /** The bank's own reference. */
  readonly bank_trade_id?: string;
  readonly bank_version: number;
  readonly bank_key: string;
  readonly counterparty_trade_key: string;
  /** The counterparty's own reference. */
  readonly counterparty_trade_id?: string;
  readonly counterparty_version: number;
  readonly counterparty_key: string;
  /** What the pair is about, for people. Absent of a match from before it was kept. */
  readonly about?: TradeSummary;
  readonly status: MatchStatus;
  readonly paired_by: PairingRule;
  readonly differences: readonly Difference[];
  readonly flags: readonly Flag[];
  /** Terms without a field on which the documents do not agree. Absent of a match from before there were any. */
  readonly other_terms?: readonly OtherTermDifference[];
  readonly basis?: MatchBasis;
  readonly updated_at: string;
  /** Set until SNS has taken the notification of this result. */
  readonly pending_notification?: true;
  /** Since then. Absent of a match from before it was kept. */
  readonly notification?: SentNotification;
}

/** Why a match has its status: every field that either side states. */
export interface MatchReasons {
  readonly match_id: string;
  /** Of the match as it was then. */
  readonly updated_at: string;
  readonly fields: readonly ComparedField[];
}
