import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { listedTrades, statusDay, type TradeRecord, tradePartition } from '@trade-matching/domain';
import { clientConfiguration, type System, tradesAndMatches } from '@trade-matching/sandbox/system';

/** Lets the unmatched trades have stood so for some days, and answers with them: no clock has to be set. */
export async function longUnmatched(system: System, days: number): Promise<TradeRecord[]> {
  const { trades } = await tradesAndMatches(system);
  const unmatched = (trades as unknown as TradeRecord[]).filter(({ match_status }) => match_status === 'UNMATCHED');
  const updated_at = new Date(Date.now() - days * 86_400_000).toISOString();
  const dynamodb = new DynamoDBClient(clientConfiguration(system.aws));
  for (const { trade_key } of unmatched) {
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: system.names.tradesTable,
        Key: { pk: { S: tradePartition(trade_key) }, sk: { S: 'CURRENT' } },
        UpdateExpression: 'SET updated_at = :at, status_day = :day',
        ExpressionAttributeValues: {
          ':at': { S: updated_at },
          ':day': { S: statusDay(listedTrades('UNMATCHED'), updated_at) },
        },
      }),
    );
  }
  dynamodb.destroy();
  return unmatched;
}
