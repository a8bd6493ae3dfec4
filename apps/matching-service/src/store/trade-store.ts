import {
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { otherSide, type Source, statusDay } from '@trade-matching/domain';
import { indexKeys, type MatchRecord, type TradeRecord } from './trade-record.ts';

/**
 * The trades table. One item a trade (`TRADE#id`/`CURRENT`), its history beside it (`VERSION#upload time`), a pointer from each
 * document's hash (`HASH#source#sha256`), and index items by reference, UTI and fingerprint (`sk` = `source#trade id`).
 * Every access is a get or a query of one partition.
 */
export class TradeStore {
  private readonly dynamodb: DynamoDBClient;
  private readonly table: string;

  constructor(dynamodb: DynamoDBClient, table: string) {
    this.dynamodb = dynamodb;
    this.table = table;
  }

  trade(tradeId: string): Promise<TradeRecord | undefined> {
    return this.get<TradeRecord>(`TRADE#${tradeId}`, 'CURRENT');
  }

  match(matchId: string): Promise<MatchRecord | undefined> {
    return this.get<MatchRecord>(`MATCH#${matchId}`, 'CURRENT');
  }

  /** The trade that a document's bytes became, or undefined for bytes that are new. */
  async tradeIdOfDocument(source: Source, hash: string): Promise<string | undefined> {
    return (await this.get<{ trade_id: string }>(`HASH#${source}#${hash}`, 'TRADE'))?.trade_id;
  }

  /**
   * Writes a trade's first or next version, in one transaction with its history, its document's pointer and its index
   * items. An amendment unmatches: the trade and the one it was paired with stand unmatched again.
   *
   * @returns `written`, or `changed-meanwhile` where somebody else wrote this trade since `before` was read
   */
  async writeVersion(record: TradeRecord, before: TradeRecord | undefined): Promise<'written' | 'changed-meanwhile'> {
    const { trade_id: id, source } = record;
    const keys = indexKeys(source, record.trade);
    const stale = before ? indexKeys(source, before.trade).filter((key) => !keys.includes(key)) : [];
    const items: TransactWriteItem[] = [
      {
        Put: {
          TableName: this.table,
          Item: this.item(`TRADE#${id}`, 'CURRENT', record, `TRADE_${record.match_status}`),
          ...(before
            ? {
                ConditionExpression: '#version = :before AND match_status = :status',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: marshall({ ':before': before.version, ':status': before.match_status }),
              }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        },
      },
      ...this.historyItems(record),
      ...keys.map((key) => ({
        Put: { TableName: this.table, Item: this.item(key, `${source}#${id}`, { trade_id: id }) },
      })),
      ...stale.map((key) => ({ Delete: { TableName: this.table, Key: marshall({ pk: key, sk: `${source}#${id}` }) } })),
    ];
    if (before?.match_id) {
      const match = await this.match(before.match_id);
      if (match) items.push(...this.unmatch(match, id, record.updated_at));
    }
    return this.transact(items);
  }

  /** Files a document that is older than the trade's current version: in its history, with its pointer, nothing else. */
  writeLateVersion(record: TradeRecord): Promise<'written' | 'changed-meanwhile'> {
    return this.transact(this.historyItems(record));
  }

  /** Trades of the other side that share a reference, a UTI or a fingerprint with this one. */
  async candidates(record: TradeRecord): Promise<TradeRecord[]> {
    const theirs = otherSide(record.source);
    const ids = new Set<string>();
    for (const key of indexKeys(record.source, record.trade)) {
      const { Items = [] } = await this.dynamodb.send(
        new QueryCommand({
          TableName: this.table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :side)',
          ExpressionAttributeValues: marshall({ ':pk': key, ':side': `${theirs}#` }),
          ConsistentRead: true,
          Limit: 50,
        }),
      );
      for (const item of Items) ids.add(String(unmarshall(item).trade_id));
    }
    const records = await Promise.all([...ids].map((id) => this.trade(id)));
    return records.filter((candidate) => candidate !== undefined);
  }

  /**
   * Writes a pair in one transaction that fails if either side has another version by now, or another match.
   *
   * @returns `written`, or `changed-meanwhile`: read both again and decide anew
   */
  writeMatch(match: MatchRecord): Promise<'written' | 'changed-meanwhile'> {
    const side = (id: string, version: number): TransactWriteItem => ({
      Update: {
        TableName: this.table,
        Key: marshall({ pk: `TRADE#${id}`, sk: 'CURRENT' }),
        UpdateExpression: 'SET match_id = :match, match_status = :status, status_day = :day',
        ConditionExpression: '#version = :version AND (attribute_not_exists(match_id) OR match_id = :match)',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: marshall({
          ':match': match.match_id,
          ':status': match.status,
          ':day': statusDay(`TRADE_${match.status}`, match.updated_at),
          ':version': version,
        }),
      },
    });
    return this.transact([
      side(match.bank_trade_id, match.bank_version),
      side(match.counterparty_trade_id, match.counterparty_version),
      {
        Put: {
          TableName: this.table,
          Item: this.item(`MATCH#${match.match_id}`, 'CURRENT', match, `MATCH_${match.status}`),
        },
      },
    ]);
  }

  /** Marks a trade for review: several of the other side's fit it equally well. */
  async markAmbiguous(record: TradeRecord, updatedAt: string): Promise<'written' | 'changed-meanwhile'> {
    return this.transact([
      {
        Update: {
          TableName: this.table,
          Key: marshall({ pk: `TRADE#${record.trade_id}`, sk: 'CURRENT' }),
          UpdateExpression: 'SET match_status = :review, status_day = :day',
          ConditionExpression: '#version = :version AND attribute_not_exists(match_id)',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: marshall({
            ':review': 'REVIEW',
            ':day': statusDay('TRADE_REVIEW', updatedAt),
            ':version': record.version,
          }),
        },
      },
    ]);
  }

  /** SNS has taken the notification of this match. */
  async markPublished(matchId: string): Promise<void> {
    await this.dynamodb.send(
      new UpdateItemCommand({
        TableName: this.table,
        Key: marshall({ pk: `MATCH#${matchId}`, sk: 'CURRENT' }),
        UpdateExpression: 'REMOVE unpublished',
      }),
    );
  }

  private unmatch(match: MatchRecord, amendedId: string, updatedAt: string): TransactWriteItem[] {
    const otherId = match.bank_trade_id === amendedId ? match.counterparty_trade_id : match.bank_trade_id;
    return [
      {
        Update: {
          TableName: this.table,
          Key: marshall({ pk: `TRADE#${otherId}`, sk: 'CURRENT' }),
          UpdateExpression: 'SET match_status = :unmatched, status_day = :day REMOVE match_id',
          ConditionExpression: 'match_id = :match',
          ExpressionAttributeValues: marshall({
            ':unmatched': 'UNMATCHED',
            ':day': statusDay('TRADE_UNMATCHED', updatedAt),
            ':match': match.match_id,
          }),
        },
      },
      { Delete: { TableName: this.table, Key: marshall({ pk: `MATCH#${match.match_id}`, sk: 'CURRENT' }) } },
      { Put: { TableName: this.table, Item: this.item(`MATCH#${match.match_id}`, `UNTIL#${updatedAt}`, match) } },
    ];
  }

  private historyItems(record: TradeRecord): TransactWriteItem[] {
    const { trade_id, source, document_hash, event_time } = record;
    const version = `VERSION#${event_time}#${document_hash.slice(0, 12)}`;
    return [
      { Put: { TableName: this.table, Item: this.item(`TRADE#${trade_id}`, version, record) } },
      { Put: { TableName: this.table, Item: this.item(`HASH#${source}#${document_hash}`, 'TRADE', { trade_id }) } },
    ];
  }

  /**
   * With a status, the item is listed by status and day. A record that was read carries the keys of the item that it
   * was read from: they must not become those of this one.
   */
  private item(pk: string, sk: string, content: object, status?: string) {
    const { status_day: _listed, ...rest } = content as { status_day?: string; updated_at?: string };
    const listed = status === undefined ? {} : { status_day: statusDay(status, String(rest.updated_at)) };
    return marshall({ ...rest, ...listed, pk, sk }, { removeUndefinedValues: true });
  }

  private async get<T>(pk: string, sk: string): Promise<T | undefined> {
    const { Item } = await this.dynamodb.send(
      new GetItemCommand({ TableName: this.table, Key: marshall({ pk, sk }), ConsistentRead: true }),
    );
    return Item && (unmarshall(Item) as T);
  }

  private async transact(items: TransactWriteItem[]): Promise<'written' | 'changed-meanwhile'> {
    try {
      await this.dynamodb.send(new TransactWriteItemsCommand({ TransactItems: items }));
      return 'written';
    } catch (error) {
      if (error instanceof TransactionCanceledException) return 'changed-meanwhile';
      throw error;
    }
  }
}
