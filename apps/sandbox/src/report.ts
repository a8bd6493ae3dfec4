import Table from 'cli-table3';
import colours from 'picocolors';
import type { DocumentReport } from './system/report-document.ts';

/** The closing table: document, outcome, trade, match, differences. */
export function renderReport(documents: readonly DocumentReport[]): string {
  const table = new Table({
    head: ['document', 'outcome', 'trade', 'match', 'differences'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [38, 14, 24, 26, 60],
  });
  for (const document of documents) {
    table.push([
      shortKey(document.key),
      outcomeText(document),
      tradeText(document),
      matchText(document),
      differencesText(document),
    ]);
  }
  return table.toString();
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
  return rest.length > 0 && /^\d{4}$/.test(year ?? '') && month && day ? `${source}/…/${rest.join('/')}` : key;
}

function outcomeText({ outcome, reason }: DocumentReport): string {
  const text = reason ? `${outcome}\n${reason}` : outcome;
  if (outcome === 'PROCESSED') return colours.green(text);
  return outcome === 'DUPLICATE' ? colours.dim(text) : colours.red(text);
}

function tradeText({ trade }: DocumentReport): string {
  if (!trade) return '';
  const amount = trade.notional ? `\n${trade.currency ?? ''} ${trade.notional}` : '';
  return `${trade.trade_id ?? 'no reference'}\n${trade.product}${amount}`;
}

function matchText({ match }: DocumentReport): string {
  if (!match) return '';
  const text = match.paired_by ? `${match.status}\nby ${match.paired_by}` : match.status;
  if (match.status === 'MATCHED' || match.status === 'MATCHED_WITHIN_TOLERANCE') return colours.green(text);
  return match.status === 'MISMATCHED' ? colours.red(text) : colours.yellow(text);
}

function differencesText({ match, duplicate_of, message }: DocumentReport): string {
  if (duplicate_of) return `the same bytes as ${shortKey(duplicate_of)}`;
  if (!match) return message ?? '';
  const differences = match.differences.map(
    ({ field, bank = 'absent', counterparty = 'absent', tolerance, verdict }) =>
      `${field}: bank ${bank}, counterparty ${counterparty} (${verdict === 'WITHIN_TOLERANCE' ? 'within' : 'tolerance'} ${tolerance})`,
  );
  const flags = (match.flags ?? []).map(({ code, message }) => `${code}: ${message}`);
  return [...differences, ...flags].join('\n');
}

function countBy<T>(items: readonly T[], name: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(name(item), (counts.get(name(item)) ?? 0) + 1);
  return counts;
}
