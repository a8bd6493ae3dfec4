import { createHash } from 'node:crypto';
import {
  type Difference,
  type ExtractedTrade,
  type Flag,
  type MatchStatus,
  otherSide,
  type PairingRule,
  type Source,
  type Trade,
} from '@trade-matching/domain';
import { normaliseReference, normaliseText, pairingKeys } from '@trade-matching/matching';

/** A trade as it is stored, `TRADE#<id>` / `CURRENT`; every version under `VERSION#<upload time>`. */
export interface TradeRecord {
  readonly trade_id: string;
  /** 1 for the first confirmation of a trade, one more for each amendment. */
  readonly version: number;
  readonly source: Source;
  readonly trade: Trade;
  readonly flags: readonly Flag[];
  readonly inferred: ExtractedTrade['inferred'];
  readonly evidence: ExtractedTrade['evidence'];
  readonly document_hash: string;
  readonly s3_key: string;
  readonly s3_version_id?: string;
  /** Of the upload, ISO 8601: what is newer amends what is older. */
  readonly event_time: string;
  readonly updated_at: string;
  readonly match_status: MatchStatus;
  readonly match_id?: string;
}

/** A pair with its comparison, `MATCH#<id>` / `CURRENT`. */
export interface MatchRecord {
  readonly match_id: string;
  readonly bank_trade_id: string;
  readonly bank_version: number;
  readonly bank_key: string;
  readonly counterparty_trade_id: string;
  readonly counterparty_version: number;
  readonly counterparty_key: string;
  readonly status: MatchStatus;
  readonly paired_by: PairingRule;
  readonly differences: readonly Difference[];
  readonly flags: readonly Flag[];
  readonly updated_at: string;
  /** Set until SNS has taken the notification of this result. */
  readonly unpublished?: true;
}

/**
 * What makes two confirmations of one side the same trade: its own reference with this counterparty. Without a
 * reference a confirmation is its own trade, by its bytes.
 */
export function tradeIdentity(trade: Trade, documentHash: string): string {
  const { trade_id, source_type, bank_name = '', counterparty_name = '' } = trade;
  const identity =
    trade_id === undefined
      ? `${source_type}|${documentHash}`
      : [source_type, normaliseText(bank_name), normaliseText(counterparty_name), normaliseReference(trade_id)].join(
          '|',
        );
  return createHash('sha256').update(identity).digest('hex').slice(0, 24);
}

/** The match of two trades has one id, whoever arrived last. */
export function matchIdentity(bankTradeId: string, counterpartyTradeId: string): string {
  return createHash('sha256').update(`${bankTradeId}|${counterpartyTradeId}`).digest('hex').slice(0, 24);
}

/**
 * Index items of a trade: partition keys under which the other side finds it. References are kept apart by whose they
 * are, so that one query finds either side's mention.
 */
export function indexKeys(source: Source, trade: Trade): string[] {
  const { own, other, uti, fingerprint } = pairingKeys(trade);
  return [
    ...(own === undefined ? [] : [`REF#${source}#${own}`]),
    ...(other === undefined ? [] : [`REF#${otherSide(source)}#${other}`]),
    ...(uti === undefined ? [] : [`UTI#${uti}`]),
    ...(fingerprint === undefined ? [] : [`FINGERPRINT#${createHash('sha256').update(fingerprint).digest('hex')}`]),
  ];
}
