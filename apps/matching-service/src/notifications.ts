import { allegedNotification, fileOf, subjectAbout, summaryText } from '@trade-matching/cases';
import {
  cutText,
  type EventType,
  type MatchRecord,
  type MatchStatus,
  type Notification,
  type Severity,
  summaryOf,
  type TradeRecord,
  type TradeSummary,
} from '@trade-matching/domain';

/** What a pair has come to, for people and for programs. */
export function notificationOfMatch(match: MatchRecord): Notification {
  const [event_type, severity] = eventOf(match.status);
  const { about = {}, bank_key, counterparty_key } = match;
  const ours = match.bank_trade_id ?? fileOf(bank_key);
  const theirs = match.counterparty_trade_id ?? fileOf(counterparty_key);
  const whole = `npm run -s cli -- trade ${match.bank_trade_key}`;
  const apart = disagreements(match);
  return {
    subject: subjectAbout(
      `${match.status} ${ours} / ${theirs}`,
      about,
      apart.map(({ term }) => term),
    ),
    attributes: { error: event_type === 'TradeMatched' ? 'false' : 'true', event_type, severity, source_type: 'BANK' },
    whole,
    text: [
      `${HEADLINES[match.status]}: ${ours} (ours) and ${theirs} (theirs).`,
      ...trade(about),
      ...(apart.length > 0 ? table(apart) : []),
      ...match.flags.map(({ message }) => `For review: ${message}`),
      `Ours: ${bank_key}\nTheirs: ${counterparty_key}`,
      `Open it: ${whole}`,
    ].join('\n\n'),
    body: {
      event_type,
      match_id: match.match_id,
      status: match.status,
      paired_by: match.paired_by,
      about,
      bank: { trade_key: match.bank_trade_key, s3_key: bank_key },
      counterparty: { trade_key: match.counterparty_trade_key, s3_key: counterparty_key },
      differences: match.differences,
      flags: match.flags,
      other_terms: match.other_terms ?? [],
    },
  };
}

/** Of a trade that stands alone and that a person must know of: several fit it, it may be a stored one, it was called off, or nothing came. */
export function notificationOfTrade(record: TradeRecord): Notification {
  if (record.match_status === 'UNMATCHED') return allegedNotification(record);
  const { trade_key, source, s3_key, match_status, ambiguous_by, cancelled_match_id, version, flags } = record;
  const [event_type, severity] = eventOf(match_status);
  const isCancelled = match_status === 'CANCELLED';
  const about = summaryOf(record.trade);
  const reference = record.trade.trade_id ?? fileOf(s3_key);
  const similar = flags.filter(({ code }) => code === 'SIMILAR_REFERENCE');
  const whole = `npm run -s cli -- trade ${trade_key}`;
  return {
    subject: subjectAbout(`${match_status} ${reference} ${whatItDoes(record)}`, about),
    attributes: { error: 'true', event_type, severity, source_type: source },
    whole,
    text: [
      `${reference} (${source === 'BANK' ? 'ours' : 'theirs'}) ${whatItDoes(record)}.`,
      ...trade(about),
      ...similar.map(({ message }) => message),
      ...(isCancelled && version === 1 ? ['No confirmation of it came before: is the reference right?'] : []),
      `Document: ${s3_key}`,
      `Open it: ${whole}`,
    ].join('\n\n'),
    body: {
      event_type,
      status: match_status,
      about,
      trade: { trade_key, source_type: source, s3_key },
      ...(isCancelled
        ? // Nothing before it: a mistaken reference, or the trade's own confirmation is still to come.
          { cancels_known_trade: version > 1, ended_match_id: cancelled_match_id ?? null }
        : { paired_by: ambiguous_by, flags: similar }),
    },
  };
}

const HEADLINES: { readonly [S in MatchStatus]: string } = {
  MATCHED: 'The two confirmations agree',
  MATCHED_WITHIN_TOLERANCE: 'The two confirmations agree within tolerance',
  MISMATCHED: 'The two confirmations do not agree',
  REVIEW: 'The two confirmations are for a person to decide',
  UNMATCHED: 'The two confirmations stand apart',
  CANCELLED: 'The trade of the two confirmations was called off',
};

interface Disagreement {
  readonly term: string;
  readonly ours: string;
  readonly theirs: string;
  readonly by: string;
}

/** Fields first, as in the record; then what has no field. */
function disagreements({ differences, other_terms = [] }: MatchRecord): Disagreement[] {
  return [
    ...differences.map(({ field, bank = '-', counterparty = '-', delta, tolerance }) => ({
      term: field,
      ours: bank,
      theirs: counterparty,
      by: delta === undefined ? '' : `${delta}, tolerance ${tolerance}`,
    })),
    ...other_terms.map(({ label, bank = '-', counterparty = '-' }) => ({
      term: label,
      ours: bank,
      theirs: counterparty,
      by: '',
    })),
  ];
}

/** Characters of a column: a mail is read in 80 columns and more. */
const COLUMN = 28;

function table(rows: readonly Disagreement[]): string[] {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell) => cutText(cell.replaceAll(/\s+/g, ' '), COLUMN).padEnd(COLUMN))
      .join('  ')
      .trimEnd();
  const head = line(['term', 'ours', 'theirs', 'apart by']);
  return [[head, ...rows.map(({ term, ours, theirs, by }) => line([term, ours, theirs, by]))].join('\n')];
}

function trade(about: TradeSummary): string[] {
  const text = summaryText(about);
  return text === '' ? [] : [text];
}

function whatItDoes({ match_status, ambiguous_by }: TradeRecord): string {
  if (match_status === 'CANCELLED') return 'cancels its trade';
  return ambiguous_by === undefined ? "prints a stored trade's reference in other characters" : 'fits several trades';
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
