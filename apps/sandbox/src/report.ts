import { printable, renderTable } from '@trade-matching/command-line';
import colours from 'picocolors';
import type { DocumentReport } from './system/report-document.ts';

const WIDTH = 165;

/** The closing table: document, outcome, trade, match, differences. */
export function renderReport(documents: readonly DocumentReport[]): string {
  return renderTable(
    [
      { head: 'document' },
      { head: 'outcome' },
      { head: 'trade' },
      { head: 'match' },
      { head: 'differences', share: 1 },
    ],
    documents.map((document) => [
      shortKey(document.key),
      outcomeText(document),
      tradeText(document),
      matchText(document),
      differencesText(document),
    ]),
    WIDTH,
  );
}

/** One line that counts outcomes and matches. */
export function renderTotals(documents: readonly DocumentReport[], seconds: number): string {
  const outcomes = countBy(documents, (document) => document.outcome);
  const matches = countBy(
    documents.filter((document) => document.source === 'BANK' && document.outcome !== 'DUPLICATE' && document.match),
    (document) => document.match?.status ?? '',
  );
  const list = (counts: Map<string, number>) => [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
  return `${documents.length} documents in ${seconds.toFixed(1)} s: ${list(outcomes)}. The bank's trades: ${list(matches) || 'none'}.`;
}

function shortKey(key: string): string {
  const [source, year, month, day, ...rest] = key.split('/');
  return printable(
    rest.length > 0 && /^\d{4}$/.test(year ?? '') && month && day ? `${source}/…/${rest.join('/')}` : key,
  );
}

function outcomeText({ outcome, reason }: DocumentReport): string {
  const lines = reason ? [outcome, reason] : [outcome];
  if (outcome === 'PROCESSED') return coloured(lines, colours.green);
  return coloured(lines, outcome === 'DUPLICATE' ? colours.dim : colours.red);
}

function tradeText({ trade }: DocumentReport): string {
  if (!trade) return '';
  const amount = trade.notional ? `\n${printable(`${trade.currency ?? ''} ${trade.notional}`)}` : '';
  return `${printable(trade.trade_id ?? 'no reference')}\n${trade.product}${amount}`;
}

function matchText({ match }: DocumentReport): string {
  if (!match) return '';
  const lines = match.paired_by ? [match.status, `by ${match.paired_by}`] : [match.status];
  if (match.status === 'MATCHED' || match.status === 'MATCHED_WITHIN_TOLERANCE') return coloured(lines, colours.green);
  return coloured(lines, match.status === 'MISMATCHED' ? colours.red : colours.yellow);
}

/** Line by line: a colour must not span the lines of a cell. */
function coloured(lines: readonly string[], colour: (text: string) => string): string {
  return lines.map(colour).join('\n');
}

function differencesText({ match, duplicate_of, message }: DocumentReport): string {
  if (duplicate_of) return `the same bytes as ${shortKey(duplicate_of)}`;
  if (!match) return printable(message ?? '');
  const differences = match.differences.map(
    ({ field, bank = 'absent', counterparty = 'absent', tolerance, verdict }) =>
      `${field}: bank ${bank}, counterparty ${counterparty} (${verdict === 'WITHIN_TOLERANCE' ? 'within' : 'tolerance'} ${tolerance})`,
  );
  // Each document brings its own flags: what is true of both is said once.
  const flags = countBy(match.flags ?? [], ({ code, message }) => `${code}: ${message}`);
  const told = [...flags].map(([flag, documents]) => (documents > 1 ? `${flag} (both documents)` : flag));
  return [...differences, ...told].map(printable).join('\n');
}

function countBy<T>(items: readonly T[], name: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(name(item), (counts.get(name(item)) ?? 0) + 1);
  return counts;
}
