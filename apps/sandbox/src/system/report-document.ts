import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import {
  type Difference,
  DOCUMENTS_TABLE,
  type LedgerRecord,
  type MatchStatus,
  parseIncomingKey,
  type Trade,
} from '@trade-matching/domain';

/** The outcome of one document, as `--json` writes it. */
export interface DocumentReport {
  readonly key: string;
  readonly source: string;
  /** `LOST` is a document without an outcome: never expected. */
  readonly outcome: string;
  readonly reason?: string;
  readonly message?: string;
  readonly duplicate_of?: string;
  readonly trade?: Trade;
  readonly match?: {
    readonly status: MatchStatus;
    readonly counterpart_key?: string;
    readonly paired_by?: string;
    readonly differences: readonly Difference[];
    readonly flags?: readonly { readonly code: string; readonly message: string }[];
  };
}

export interface Tables {
  readonly dynamodb: DynamoDBDocumentClient;
  readonly documentsTable: string;
  readonly tradesTable: string;
}

/** Everything that the two tables say of a document, by its original key. */
export async function reportDocument(tables: Tables, key: string): Promise<DocumentReport> {
  const source = parseIncomingKey(key)?.source ?? 'UNKNOWN';
  const record = await latestRecord(tables, key);
  if (record?.outcome === undefined) return { key, source, outcome: 'LOST' };
  const tradeKey = record.result?.trade_key;
  const stored = tradeKey === undefined ? undefined : await item(tables, `TRADE#${tradeKey}`);
  const match = typeof stored?.match_id === 'string' ? await item(tables, `MATCH#${stored.match_id}`) : undefined;
  return {
    key,
    source,
    outcome: record.status === 'DUPLICATE' ? 'DUPLICATE' : record.outcome,
    ...(record.reason === undefined ? {} : { reason: record.reason }),
    ...(record.message === undefined ? {} : { message: record.message }),
    ...(record.duplicate_of === undefined ? {} : { duplicate_of: record.duplicate_of }),
    ...(stored === undefined ? {} : { trade: stored.trade as Trade, match: matchOf(source, stored, match) }),
  };
}

function matchOf(
  source: string,
  stored: Record<string, unknown>,
  match: Record<string, unknown> | undefined,
): NonNullable<DocumentReport['match']> {
  if (match === undefined) return { status: (stored.match_status ?? 'UNMATCHED') as MatchStatus, differences: [] };
  const counterpart = source === 'BANK' ? match.counterparty_key : match.bank_key;
  return {
    status: match.status as MatchStatus,
    ...(typeof counterpart === 'string' ? { counterpart_key: counterpart } : {}),
    ...(typeof match.paired_by === 'string' ? { paired_by: match.paired_by } : {}),
    differences: (match.differences ?? []) as Difference[],
    flags: (match.flags ?? []) as { code: string; message: string }[],
  };
}

async function latestRecord(tables: Tables, key: string): Promise<LedgerRecord | undefined> {
  const { byKey } = DOCUMENTS_TABLE.indexes;
  const { Items = [] } = await tables.dynamodb.send(
    new QueryCommand({
      TableName: tables.documentsTable,
      IndexName: byKey.name,
      KeyConditionExpression: '#key = :key',
      ExpressionAttributeNames: { '#key': byKey.partitionKey },
      ExpressionAttributeValues: { ':key': key },
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  return Items[0] as LedgerRecord | undefined;
}

async function item(tables: Tables, partition: string): Promise<Record<string, unknown> | undefined> {
  const { Item } = await tables.dynamodb.send(
    new GetCommand({ TableName: tables.tradesTable, Key: { pk: partition, sk: 'CURRENT' } }),
  );
  return Item;
}
