import { printable, renderTable } from '@trade-matching/command-line';
import {
  type Accounting,
  type ExtractedTrade,
  type Flag,
  type OtherTerm,
  TRADE_FIELDS,
  type TradeField,
} from '@trade-matching/domain';
import colours from 'picocolors';
import type { ReadDocument } from '../documents/read-documents.ts';

/** One document as one line of JSON: the trade in the canonical names and forms. */
export function extractionJson({ file, extraction }: ReadDocument): string {
  if (extraction.outcome === 'refused') {
    return JSON.stringify({ file, outcome: 'refused', ...extraction.refusal, flags: [] });
  }
  const { document_kind, trade, inferred, flags, other_terms, accounting } = extraction.extracted;
  return JSON.stringify({
    file,
    outcome: 'extracted',
    document_kind,
    trade,
    ...(Object.keys(inferred).length > 0 ? { inferred } : {}),
    other_terms,
    accounting,
    flags: flags.map(flagJson),
  });
}

export function flagJson({ code, field, message }: Flag) {
  return { code, ...(field === undefined ? {} : { field }), message };
}

/** One document for a person: each field with where it was found, or why it was refused. */
export function extractionText({ file, source, extraction }: ReadDocument, columns: number): string {
  const title = `${colours.bold(printable(file))} (${source})`;
  if (extraction.outcome === 'refused') {
    const { reason, message } = extraction.refusal;
    return `${title}\n${colours.red('refused')} ${reason}: ${printable(message)}\n`;
  }
  const { extracted } = extraction;
  const table = renderTable(
    [
      { head: 'field' },
      { head: 'value', share: 3 },
      { head: 'where it stands', share: 3 },
      { head: 'as printed, or why', share: 4 },
      { head: 'confidence', align: 'right' },
    ],
    (['product', ...TRADE_FIELDS] as const).flatMap((field) => row(extracted, field)),
    columns,
  );
  const { other_terms, accounting, flags } = extracted;
  const accounted = `Accounted for: ${accountingText(accounting)}`;
  return [title, table, ...otherTermsTable(other_terms, columns), accounted, ...flags.map(flagText), ''].join('\n');
}

/** Lines of a document that ended as a field, an other term, or a known non-economic item. */
export function accountingText({ lines, accounted }: Accounting): string {
  return `${accounted} of ${lines} lines`;
}

function otherTermsTable(terms: readonly OtherTerm[], columns: number): string[] {
  if (terms.length === 0) return [];
  const table = renderTable(
    [
      { head: 'other term', share: 2 },
      { head: 'as printed', share: 4 },
      { head: 'where it stands' },
      { head: 'economic' },
    ],
    terms.map(({ label, literal, page, line, economic }) => [
      printable(label),
      printable(literal),
      `page ${page}, line ${line}`,
      economic ? 'yes' : '',
    ]),
    columns,
  );
  return [table];
}

export function flagText({ code, severity, field, message }: Flag): string {
  const colour = severity === 'review' ? colours.yellow : colours.dim;
  return colour(`${severity}: ${code}${field === undefined ? '' : ` (${field})`}: ${printable(message)}`);
}

function row({ trade, evidence, inferred }: ExtractedTrade, field: TradeField | 'product'): string[][] {
  const value = trade[field];
  if (value === undefined) return [];
  const found = evidence[field];
  const why = field === 'product' ? undefined : inferred[field];
  const where = found ? `page ${found.page}, line ${found.line}, ${printable(found.label)}` : '';
  const how = [...(found ? [printable(found.literal)] : []), ...(why ? [`inferred: ${printable(why)}`] : [])];
  return [[field, printable(value), where, how.join('\n'), found ? found.confidence.toFixed(2) : '']];
}
