import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { asciiSubject, type EventType, type Notification, type Severity } from '@trade-matching/domain';
import type { MatchRecord } from './store/trade-record.ts';
import type { TradeStore } from './store/trade-store.ts';

/**
 * Tells of a match after its write has committed, then clears its mark. A crash between the two tells twice, never
 * not at all (M6): whoever sees the mark next publishes.
 */
export async function publishMatch(
  sns: SNSClient,
  topicArn: string,
  store: TradeStore,
  match: MatchRecord,
): Promise<void> {
  if (!match.unpublished) return;
  const { subject, attributes, body } = notificationOf(match);
  await sns.send(
    new PublishCommand({
      TopicArn: topicArn,
      Subject: subject,
      Message: JSON.stringify(body),
      MessageAttributes: Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
      ),
    }),
  );
  await store.markPublished(match.match_id);
}

export function notificationOf(match: MatchRecord): Notification {
  const [event_type, severity] = eventOf(match.status);
  return {
    subject: asciiSubject(
      `${event_type}: ${match.bank_key.split('/').at(-1)} and ${match.counterparty_key.split('/').at(-1)}`,
    ),
    attributes: { error: event_type === 'TradeMatched' ? 'false' : 'true', event_type, severity, source_type: 'BANK' },
    body: {
      event_type,
      match_id: match.match_id,
      status: match.status,
      paired_by: match.paired_by,
      bank: { trade_id: match.bank_trade_id, s3_key: match.bank_key },
      counterparty: { trade_id: match.counterparty_trade_id, s3_key: match.counterparty_key },
      differences: match.differences,
      flags: match.flags,
    },
  };
}

function eventOf(status: MatchRecord['status']): [EventType, Severity] {
  switch (status) {
    case 'MATCHED':
    case 'MATCHED_WITHIN_TOLERANCE':
      return ['TradeMatched', 'info'];
    case 'MISMATCHED':
      return ['TradeMismatched', 'high'];
    case 'REVIEW':
    case 'UNMATCHED':
    case 'CANCELLED':
      return ['TradeReview', 'warning'];
  }
}
