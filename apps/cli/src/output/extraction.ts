import { printable, renderTable } from '@trade-matching/command-line';
import { type ExtractedTrade, type Flag, TRADE_FIELDS, type TradeField } from '@trade-matching/domain';
import colours from 'picocolors';
import type { ReadDocument } from '../documents/read-documents.ts';

/** One document as one line of JSON: the trade in the canonical names and forms. */
export function extractionJson({ file, extraction }: ReadDocument): string {
  if (extraction.outcome === 'refused') {
    return JSON.stringify({ file, outcome: 'refused', ...extraction.refusal, flags: [] });
  }
  const { document_kind, trade, inferred, flags } = extraction.extracted;
  return JSON.stringify({
    file,
    outcome: 'extracted',
    document_kind,
    trade,
    ...(Object.keys(inferred).length > 0 ? { inferred } : {}),
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
  return [title, table, ...extracted.flags.map(flagText), ''].join('\n');
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
