import { printable } from '@trade-matching/command-line';
import type { MatchEnd, MatchedDocument, Source, TradeMatch } from '@trade-matching/domain';

/** Every match that a trade was in, the latest first: with whom, from and until when, by what, and why it ended. */
export function matchesText(matches: readonly TradeMatch[], source: Source): string[] {
  return ['matches, the latest first', ...matches.flatMap((match) => matchText(match, source))];
}

function matchText(match: TradeMatch, source: Source): string[] {
  const { match_id, other_trade_key, other_reference, status, paired_by, fields, basis, from, until, ended_by } = match;
  const differs = fields.length === 0 ? '' : `: ${fields.map(printable).join(', ')}`;
  return [
    `  ${when(from)} to ${until === undefined ? 'now' : when(until)}  ${status}${differs}`,
    `    with ${printable(other_reference ?? 'a trade without a reference')} (${other_trade_key}), by ${paired_by}, match ${match_id}`,
    ...(ended_by ? [`    ended: ${endText(ended_by, source)}`] : []),
    ...(basis
      ? [
          `    profile ${printable(basis.profile.name)} (${basis.profile.hash.slice(0, 12)}), matching ${basis.matching_version}`,
          `    bank ${documentText(basis.bank)}`,
          `    counterparty ${documentText(basis.counterparty)}`,
        ]
      : []),
  ];
}

function endText({ cause, source: whose, document_hash }: MatchEnd, source: Source): string {
  const document = document_hash === undefined ? '' : `, document ${document_hash.slice(0, 12)}`;
  const side = whose === source ? 'this side' : 'the other side';
  switch (cause) {
    case 'AMENDED':
      return `${side} has another document${document}`;
    case 'CANCELLED':
      return `${side} cancelled its trade${document}`;
    case 'DECISION':
      return 'a person decided otherwise';
    case 'PAIRED_OTHERWISE':
      return 'the rules pair otherwise, since other documents came';
  }
}

function documentText({ document_hash, s3_key, version, read_by }: MatchedDocument): string {
  const reader = read_by === undefined ? '' : `, read by ${read_by}`;
  return `${printable(s3_key)}, version ${version}, ${document_hash.slice(0, 12)}${reader}`;
}

/** `2026-11-24 17:00:00`, in UTC. */
function when(at: string): string {
  return at.slice(0, 19).replace('T', ' ');
}
