import { type Notification, summaryOf, type TradeRecord } from '@trade-matching/domain';
import { caseIdentity } from './case-identity.ts';
import { fileOf, subjectAbout, summaryText } from './notification-texts.ts';

/** Of a trade that stands without a pair after its grace time: whose it is, since when, and where its case is. */
export function allegedNotification(record: TradeRecord): Notification {
  const { trade_key, source, s3_key, updated_at } = record;
  const about = summaryOf(record.trade);
  const reference = record.trade.trade_id ?? fileOf(s3_key);
  const [whose, missing] = source === 'BANK' ? ['ours', 'theirs'] : ['theirs', 'ours'];
  const since = updated_at.slice(0, 10);
  const case_id = caseIdentity({ kind: 'TRADE', id: trade_key });
  const whole = `npm run -s cli -- case ${case_id}`;
  return {
    subject: subjectAbout(`ALLEGED ${reference} (${whose}): no confirmation of ${missing} since ${since}`, about),
    attributes: { error: 'true', event_type: 'TradeAlleged', severity: 'warning', source_type: source },
    whole,
    text: [
      `${reference} (${whose}) stands without a confirmation of ${missing} since ${since}, and its grace time is over.`,
      summaryText(about),
      'Find out whether the other confirmation is missing, was refused, or has other terms. The case closes when the trade is paired.',
      `Document: ${s3_key}`,
      `Open it: ${whole}`,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    body: {
      event_type: 'TradeAlleged',
      status: 'UNMATCHED',
      case_id,
      since: updated_at,
      about,
      trade: { trade_key, source_type: source, s3_key },
    },
  };
}
