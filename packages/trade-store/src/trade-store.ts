import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  CURRENT,
  listedMatches,
  listedTrades,
  MATCHED_PREFIX,
  MAX_NOTIFICATIONS,
  type MatchEnd,
  type MatchReasons,
  type MatchRecord,
  matchPartition,
  type PairingRule,
  reasonsKey,
  type SentNotification,
  type Source,
  statusDay,
  TRADES_TABLE,
  type TradeCorrection,
  type TradeMatch,
  type TradeRecord,
  tradePartition,
  VERSION_PREFIX,
} from '@trade-matching/domain';
import { matchHistoryItems } from './match-history.ts';
import { decidedOn, isForcedElsewhere, type PairDecision } from './pair-decisions.ts';
import { searchTrades, tiedTo } from './search-trades.ts';
import { aloneStatus, documentKey, type IndexedTrade } from './trade-identity.ts';
import { currentItems, endItems, historyItems, versionKey } from './trade-items.ts';
import { TradesTable, type TransactItem, type Written } from './trades-table.ts';

/** Which trade a document's bytes became, and when they were first uploaded. */
export interface StoredDocument {
  readonly trade_key: string;
  readonly event_time: string;
}

/**
 * Trades and their matches. One item a trade (`TRADE#id`/`CURRENT`), its history beside it, a pointer from each document's
 * hash (`HASH#source#sha256`), and index items by reference, UTI and fingerprint (`sk` = `source#trade id`).
 */
export class TradeStore {
  private readonly table: TradesTable;

  constructor(dynamodb: DynamoDBDocumentClient, table: string) {
    this.table = new TradesTable(dynamodb, table);
  }

  trade(tradeKey: string): Promise<TradeRecord | undefined> {
    return this.table.get(tradePartition(tradeKey), CURRENT);
  }

  match(matchId: string): Promise<MatchRecord | undefined> {
    return this.table.get(matchPartition(matchId), CURRENT);
  }

  /** Undefined for bytes that are new. */
  document(source: Source, hash: string): Promise<StoredDocument | undefined> {
    return this.table.get(documentKey(source, hash), 'TRADE');
  }

  /** Every document of a trade, by upload time. */
  versions(tradeKey: string): AsyncGenerator<TradeRecord> {
    return this.table.query(tradePartition(tradeKey), VERSION_PREFIX);
  }

  /** Every match that a trade is or was in, the first first. */
  matches(tradeKey: string): AsyncGenerator<TradeMatch> {
    return this.table.query(tradePartition(tradeKey), MATCHED_PREFIX);
  }

  /**
   * Makes a document the trade's current one, in one transaction with its history, its pointer and its index items. It
   * unmatches: the trade and the one it was paired with stand alone again, and nobody finds a cancelled trade.
   *
   * @param before the current one so far; the write fails if it is not that any more, or if the document is known by now
   * @param cases the writes of the cases that this opens or changes
   */
  async writeVersion(
    record: TradeRecord,
    before: TradeRecord | undefined,
    cases: readonly TransactItem[] = [],
  ): Promise<Written> {
    const items = await currentItems(this.table, withCases(record, cases), before);
    return this.table.transact([...items, ...historyItems(this.table, record, 'new'), ...cases]);
  }

  /**
   * Writes what people corrected of a trade's current document. As another document would, it unmatches: the pair is
   * compared anew. The history keeps what was read.
   *
   * @param before the current one so far; the write fails if it is not that any more
   */
  async writeCorrected(
    record: TradeRecord,
    before: TradeRecord,
    cases: readonly TransactItem[] = [],
  ): Promise<Written> {
    return this.table.transact([...(await currentItems(this.table, withCases(record, cases), before)), ...cases]);
  }

  /**
   * Adds a correction to a trade, if it has not been written since it was read. Whoever calls pairs it anew afterwards: that
   * reads the value.
   *
   * @param also what has to be written in the same transaction
   */
  addCorrection(
    { trade_key, revision, corrections = [] }: TradeRecord,
    correction: TradeCorrection,
    also: readonly TransactItem[],
  ): Promise<Written> {
    const changes = { corrections: [...corrections, correction] };
    return this.table.transact([this.table.update(tradePartition(trade_key), CURRENT, changes, { revision }), ...also]);
  }

  /**
   * Files a document that is older than the trade's current one: in its history, with its pointer. The current one is a new
   * revision, so that whoever decides from the history, which has no revision of its own, reads it again.
   *
   * @param current the current one so far; the write fails if it is not that any more, or if the document is known by now
   */
  writeLateVersion(record: TradeRecord, { trade_key, revision }: TradeRecord): Promise<Written> {
    return this.table.transact([
      this.table.update(tradePartition(trade_key), CURRENT, {}, { revision }),
      ...historyItems(this.table, record, 'new'),
    ]);
  }

  /**
   * Files a document under an earlier upload than the one it was filed under.
   *
   * @param current what is the trade's current document so far
   * @param next what is, then
   * @param cases the writes of the cases that another current document opens or changes
   */
  async writeMoved(
    record: TradeRecord,
    event_time: string,
    current: TradeRecord,
    next: TradeRecord,
    cases: readonly TransactItem[] = [],
  ): Promise<Written> {
    const moved = [
      this.table.delete(tradePartition(record.trade_key), versionKey(record)),
      ...historyItems(this.table, { ...record, event_time }),
    ];
    if (next.document_hash !== current.document_hash) {
      return this.table.transact([
        ...(await currentItems(this.table, withCases(next, cases), current)),
        ...moved,
        ...cases,
      ]);
    }
    const { trade_key, revision } = current;
    const isCurrent = record.document_hash === current.document_hash;
    const changes = isCurrent ? { event_time } : {};
    return this.table.transact([
      this.table.update(tradePartition(trade_key), CURRENT, changes, { revision }),
      ...moved,
    ]);
  }

  /**
   * Trades of the other side that are tied to this one, each once: by references, UTI and fingerprint, or `closely`,
   * without the fingerprint. Never more than `most`.
   */
  tiedTo(trade: IndexedTrade, limits: { closely: boolean; most: number }): Promise<IndexedTrade[]> {
    return tiedTo(this.table, trade, limits);
  }

  /** Keys of the trades that print this as a reference of either side or as their UTI, or did. */
  searched(text: string): Promise<string[]> {
    return searchTrades(this.table, text);
  }

  /**
   * Writes a pair, if neither side has been written since it was read, and neither has a match.
   *
   * @param cases the writes of the cases that this opens or changes
   */
  writeMatch(
    { match, reasons }: { readonly match: MatchRecord; readonly reasons: MatchReasons },
    bank: TradeRecord,
    counterparty: TradeRecord,
    cases: readonly TransactItem[] = [],
  ): Promise<Written> {
    const { match_id, status: match_status, updated_at } = match;
    const side = ({ trade_key, revision }: TradeRecord) =>
      this.table.update(
        tradePartition(trade_key),
        CURRENT,
        {
          ...{ match_id, match_status, updated_at, status_day: statusDay(listedTrades(match_status), updated_at) },
          ...{ ambiguous_by: undefined, alleged: undefined, pending_notification: undefined },
          ...hasCases(cases),
        },
        { revision, match_id: undefined },
      );
    return this.table.transact([
      side(bank),
      side(counterparty),
      this.table.put(matchPartition(match_id), CURRENT, match, listedMatches(match_status)),
      this.table.put(matchPartition(match_id), reasonsKey(updated_at), reasons),
      ...matchHistoryItems(this.table, match),
      ...cases,
    ]);
  }

  /**
   * Writes on both trades what a person decided of them as a pair, if neither has been written since it was read. Whoever
   * calls pairs them anew afterwards: that ends a match that may not stand any more, and writes the one that must.
   *
   * @param also what has to be written in the same transaction
   * @returns `forced_elsewhere` where one of them is forced together with another: that has to be undone first
   */
  async decidePair(
    decision: PairDecision,
    bank: TradeRecord,
    counterparty: TradeRecord,
    also: readonly TransactItem[] = [],
  ): Promise<Written | 'forced_elsewhere'> {
    const sides = [
      [bank, counterparty.trade_key],
      [counterparty, bank.trade_key],
    ] as const;
    const elsewhere = sides.some(([{ pair_decisions }, other]) => isForcedElsewhere(pair_decisions, other));
    if (elsewhere && decision === 'forced') return 'forced_elsewhere';
    return this.table.transact([
      ...sides.map(([{ trade_key, revision, pair_decisions }, other]) =>
        this.table.update(
          tradePartition(trade_key),
          CURRENT,
          { pair_decisions: decidedOn(pair_decisions, decision, other) },
          { revision },
        ),
      ),
      ...also,
    ]);
  }

  /** Writes what cases are told of trades as they were read, if none of them has been written since. */
  tellCases(trades: readonly TradeRecord[], cases: readonly TransactItem[]): Promise<Written> {
    const unchanged = trades.map(({ trade_key, revision }) =>
      this.table.update(tradePartition(trade_key), CURRENT, {}, { revision }),
    );
    return this.table.transact([...unchanged, ...cases]);
  }

  /** Ends a match, and keeps it in its history. Both sides stand alone. */
  endMatch(
    match: MatchRecord,
    at: string,
    cases: readonly TransactItem[] = [],
    ended_by: MatchEnd = { cause: 'PAIRED_OTHERWISE' },
  ): Promise<Written> {
    return this.table.transact([...endItems(this.table, match, at, ended_by), ...cases]);
  }

  /**
   * Marks a trade without a pair: for review, since several of the other side's fit it equally well by this rule or since it
   * may be another stored trade, or unmatched, since none fits.
   */
  markAlone(
    record: TradeRecord,
    rule: PairingRule | undefined,
    at: string,
    cases: readonly TransactItem[] = [],
  ): Promise<Written> {
    const match_status = aloneStatus(record.flags, rule);
    const { revision } = record;
    const status_day = statusDay(listedTrades(match_status), at);
    const update = this.table.update(
      tradePartition(record.trade_key),
      CURRENT,
      {
        ...{ match_status, updated_at: at, status_day, ambiguous_by: rule, alleged: undefined },
        pending_notification: match_status === 'UNMATCHED' ? undefined : true,
        ...hasCases(cases),
      },
      { revision, match_id: undefined },
    );
    return cases.length === 0 ? this.table.write(update) : this.table.transact([update, ...cases]);
  }

  /**
   * Trades that came to stand unmatched on a day, the first first, of which the sweep has something left to do: without a
   * case yet, or with a notification that SNS has not taken. From an index, which may lag.
   *
   * @param day ISO date, UTC
   */
  unmatchedOfDay(day: string): AsyncGenerator<TradeRecord> {
    return this.table.queryIndex(
      TRADES_TABLE.indexes.byStatusDay,
      statusDay(listedTrades('UNMATCHED'), `${day}T`),
      'attribute_not_exists(alleged) OR attribute_exists(pending_notification)',
    );
  }

  /**
   * Marks an unmatched trade whose grace time is over, and what has to be told of it. It stays listed where it is.
   *
   * @param cases the writes of its case; none where that has one already, of which people know
   */
  markAlleged({ trade_key, revision }: TradeRecord, cases: readonly TransactItem[]): Promise<Written> {
    const told = cases.length === 0 ? {} : { pending_notification: true, ...hasCases(cases) };
    const unmatched = { revision, match_id: undefined, match_status: 'UNMATCHED' };
    return this.table.transact([
      this.table.update(tradePartition(trade_key), CURRENT, { alleged: true, ...told }, unmatched),
      ...cases,
    ]);
  }

  /** SNS has taken the notification of this match, as it was read: its mark becomes the record that it was sent. */
  async markSentOfMatch({ match_id, updated_at }: MatchRecord, notification: SentNotification): Promise<void> {
    const changes = { pending_notification: undefined, notification };
    await this.table.write(this.table.update(matchPartition(match_id), CURRENT, changes, { updated_at }));
  }

  /** The same of a trade. */
  async markSentOfTrade(
    { trade_key, revision, notifications = [] }: TradeRecord,
    notification: SentNotification,
  ): Promise<void> {
    const changes = {
      pending_notification: undefined,
      notifications: [...notifications, notification].slice(-MAX_NOTIFICATIONS),
    };
    await this.table.write(this.table.update(tradePartition(trade_key), CURRENT, changes, { revision }));
  }
}

/** What a trade remembers of the cases that are written with it: that there are any. */
function hasCases(cases: readonly TransactItem[]): { readonly has_cases?: true } {
  return cases.length === 0 ? {} : { has_cases: true };
}

function withCases(record: TradeRecord, cases: readonly TransactItem[]): TradeRecord {
  return { ...record, ...hasCases(cases) };
}
