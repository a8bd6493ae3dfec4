import type { Product, TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import type { Reading, ReadingContext, ValueReader } from './readers.ts';
import * as read from './readers.ts';

interface Phrase {
  readonly products?: readonly Product[];
  readonly pattern: RegExp;
  readonly read: ValueReader;
}

/** What letters say in sentences. The first group is the value. Only fields that no label gave are read here. */
const PHRASES: readonly Phrase[] = [
  {
    pattern: /\bour ref(?:erence)?(?:\.|\s*no\.?|\s*:)?\s+([A-Z0-9][\w./-]*\d[\w./-]*)/i,
    read: read.reference('trade_id'),
  },
  {
    pattern: /\byour ref(?:erence)?(?:\.|\s*no\.?|\s*:)?\s+([A-Z0-9][\w./-]*\d[\w./-]*)/i,
    read: read.reference('other_reference'),
  },
  {
    pattern:
      /\b(?:on|dated|traded on|of)\s+(.{6,40}?)\s*,?\s+(?:we|you)\s+(?:have\s+)?(?:purchased?|bought|sold|agreed|entered)/i,
    read: read.date('trade_date'),
  },
  { pattern: /\bTrade Date (?:of|is|being)\s+(.{6,40})/, read: read.date('trade_date') },
  {
    products: ['FX_FORWARD', 'NON_DELIVERABLE_FORWARD'],
    pattern:
      /\bat (?:a|an|the) (?:\w+ )?(?:rate|exchange rate|forward rate) of\s+((?:[A-Z]{3}\/[A-Z]{3}\s+)?[\d.,]+\d)/i,
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    products: ['FX_FORWARD'],
    pattern: /\b(?:for value|value date(?: of)?|for settlement on|settling on|value)\s+(.{6,40})/i,
    read: read.date('settlement_date'),
  },
];

/** Fills fields that no label gave from the sentences of the document. */
export function readProse(found: FoundFields, product: Product, prose: string, context: ReadingContext): void {
  for (const phrase of PHRASES) {
    if (phrase.products && !phrase.products.includes(product)) continue;
    const match = phrase.pattern.exec(prose);
    const literal = match?.[1];
    if (literal === undefined) continue;
    const reading: Reading = phrase.read(literal, context);
    if (reading.kind !== 'fields') continue;
    for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][]) {
      if (found.get(field) === undefined) {
        found.add(field, value, { page: 1, line: 1, label: 'text', value: match?.[0] ?? literal }, 0.9);
      }
    }
  }
}
