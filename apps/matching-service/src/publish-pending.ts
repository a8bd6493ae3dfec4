import { awsFailure, publishNotification, type Topic } from '@trade-matching/aws-runtime';
import type { Notification, SentNotification } from '@trade-matching/domain';
import type { TradeStore } from '@trade-matching/trade-store';
import type { MatchedTrade } from './matching/match-trade.ts';
import { notificationOfMatch, notificationOfTrade } from './notifications.ts';

/** SNS refuses even the shortest form of a notification: the fault is the topic, not the document. */
export class UnpublishableError extends Error {
  override readonly name = 'UnpublishableError';

  constructor(cause: unknown) {
    super(`SNS refuses the notification: ${String(cause)}`, { cause });
  }
}

/**
 * Tells of what has become of a trade and of those it hangs together with, after it has been written, then makes of
 * the marks the record that it was sent. A crash between the two tells twice, never not at all (M6): whoever sees a mark next publishes. What cannot be
 * published of another trade keeps its mark and stops nothing; what cannot be of this one is thrown when all others are.
 */
export async function publishPending(
  topic: Topic,
  store: TradeStore,
  matched: MatchedTrade,
  { now, warn }: { readonly now: () => string; readonly warn: (message: string) => void },
): Promise<void> {
  const { record, match, tied } = matched;
  const others = new Set(tied.flatMap(({ match_id }) => (match_id === undefined ? [] : [match_id])));
  if (match) others.delete(match.match_id);
  const failures: unknown[] = [];
  const tell = async (
    notification: Notification,
    markSent: (sent: SentNotification) => Promise<void>,
    isOwn: boolean,
  ) => {
    try {
      await publishNotification(topic, notification);
      await markSent({ at: now(), event_type: notification.attributes.event_type });
    } catch (error) {
      if (isOwn) failures.push(error);
      else warn(`a notification of another trade could not be published and stays pending: ${String(error)}`);
    }
  };
  const matches = [match, ...(await Promise.all([...others].map((id) => store.match(id))))];
  for (const each of matches) {
    if (!each?.pending_notification) continue;
    await tell(notificationOfMatch(each), (sent) => store.markSentOfMatch(each, sent), each === match);
  }
  for (const each of new Map([record, ...tied].map((trade) => [trade.trade_key, trade])).values()) {
    if (!each.pending_notification) continue;
    await tell(
      notificationOfTrade(each),
      (sent) => store.markSentOfTrade(each, sent),
      each.trade_key === record.trade_key,
    );
  }
  const [failure] = failures;
  if (failure === undefined) return;
  throw awsFailure(failure) === 'content' ? new UnpublishableError(failure) : failure;
}
