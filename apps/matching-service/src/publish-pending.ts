import { awsFailure, publishNotification, type Topic } from '@trade-matching/aws-runtime';
import {
  asciiSubject,
  type EventType,
  type MatchRecord,
  type MatchStatus,
  type Notification,
  type Severity,
  type TradeRecord,
} from '@trade-matching/domain';
import type { TradeStore } from '@trade-matching/trade-store';
import type { MatchedTrade } from './matching/match-trade.ts';

/** SNS refuses even the shortest form of a notification: the fault is the topic, not the document. */
export class UnpublishableError extends Error {
  override readonly name = 'UnpublishableError';

  constructor(cause: unknown) {
    super(`SNS refuses the notification: ${String(cause)}`, { cause });
  }
}

/**
 * Tells of what has become of a trade and of those it hangs together with, after it has been written, then clears the
 * marks. A crash between the two tells twice, never not at all (M6): whoever sees a mark next publishes. What cannot be
 * published of another trade keeps its mark and stops nothing; what cannot be of this one is thrown when all others are.
 */
export async function publishPending(
  topic: Topic,
  store: TradeStore,
  matched: MatchedTrade,
  warn: (message: string) => void,
): Promise<void> {
  const { record, match, tied } = matched;
  const others = new Set(tied.flatMap(({ match_id }) => (match_id === undefined ? [] : [match_id])));
  if (match) others.delete(match.match_id);
  const failures: unknown[] = [];
  const tell = async (notification: Notification, clear: () => Promise<void>, isOwn: boolean) => {
    try {
      await publishNotification(topic, notification);
      await clear();
    } catch (error) {
      if (isOwn) failures.push(error);
      else warn(`a notification of another trade could not be published and stays pending: ${String(error)}`);
    }
  };
  const matches = [match, ...(await Promise.all([...others].map((id) => store.match(id))))];
  for (const each of matches) {
    if (!each?.pending_notification) continue;
    await tell(notificationOfMatch(each), () => store.clearPendingOfMatch(each), each === match);
  }
  for (const each of new Map([record, ...tied].map((trade) => [trade.trade_key, trade])).values()) {
    if (!each.pending_notification) continue;
    await tell(notificationOfTrade(each), () => store.clearPendingOfTrade(each), each.trade_key === record.trade_key);
  }
  const [failure] = failures;
  if (failure === undefined) return;
  throw awsFailure(failure) === 'content' ? new UnpublishableError(failure) : failure;
}

export function notificationOfMatch(match: MatchRecord): Notification {
  const [event_type, severity] = eventOf(match.status);
  return {
    subject: asciiSubject(`${event_type}: ${fileOf(match.bank_key)} and ${fileOf(match.counterparty_key)}`),
    attributes: { error: event_type === 'TradeMatched' ? 'false' : 'true', event_type, severity, source_type: 'BANK' },
    whole: `npm run -s cli -- trade ${match.bank_trade_key}`,
    body: {
      event_type,
      match_id: match.match_id,
      status: match.status,
      paired_by: match.paired_by,
      bank: { trade_key: match.bank_trade_key, s3_key: match.bank_key },
      counterparty: { trade_key: match.counterparty_trade_key, s3_key: match.counterparty_key },
      differences: match.differences,
      flags: match.flags,
      other_terms: match.other_terms ?? [],
    },
  };
}

/** Of a trade that stands alone and that a person must know of: several fit it, it may be a stored one, or it was called off. */
export function notificationOfTrade(record: TradeRecord): Notification {
  const { trade_key, source, s3_key, match_status, ambiguous_by, cancelled_match_id, version, flags } = record;
  const [event_type, severity] = eventOf(match_status);
  const isCancelled = match_status === 'CANCELLED';
  return {
    subject: asciiSubject(`${event_type}: ${fileOf(s3_key)} ${whatItDoes(record)}`),
    attributes: { error: 'true', event_type, severity, source_type: source },
    whole: `npm run -s cli -- trade ${trade_key}`,
    body: {
      event_type,
      status: match_status,
      trade: { trade_key, source_type: source, s3_key },
      ...(isCancelled
        ? // Nothing before it: a mistaken reference, or the trade's own confirmation is still to come.
          { cancels_known_trade: version > 1, ended_match_id: cancelled_match_id ?? null }
        : { paired_by: ambiguous_by, flags: flags.filter(({ code }) => code === 'SIMILAR_REFERENCE') }),
    },
  };
}

function whatItDoes({ match_status, ambiguous_by }: TradeRecord): string {
  if (match_status === 'CANCELLED') return 'cancels its trade';
  return ambiguous_by === undefined ? "prints a stored trade's reference in other characters" : 'fits several trades';
}

function fileOf(key: string): string {
  return key.split('/').at(-1) ?? key;
}

function eventOf(status: MatchStatus): [EventType, Severity] {
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
