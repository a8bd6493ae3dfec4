import { CORPUS_TRADES, type CorpusProduct, corpusDocument } from '@trade-matching/confirmation-samples/corpus';
import type { ExtractedTrade, Trade, TradeField } from '@trade-matching/domain';
import { FIELD_KINDS } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { readConfirmation } from '../src/extract/read-confirmation.ts';

const LAYOUTS = ['letter', 'grid', 'telex', 'four columns'] as const;

async function read(
  trade: Trade,
  layout: (typeof LAYOUTS)[number],
  rows: (readonly [string, string])[] = [],
): Promise<ExtractedTrade> {
  const { bytes, source } = corpusDocument(trade, layout, 1, 'BANK', rows);
  const extraction = await readConfirmation(bytes, source);
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  return extraction.extracted;
}

/** Another value of the same kind. */
function changed(field: TradeField, value: string): string | undefined {
  switch (FIELD_KINDS[field] as string) {
    case 'date':
      return value.endsWith('-11') ? value.replace(/-11$/, '-12') : value.replace(/-\d\d$/, '-11');
    case 'amount':
    case 'quantity':
    case 'decimal':
    case 'percent':
    case 'basis-points':
      return value.replace(/[1-9](?=[^1-9]*$)/, (digit) => String((Number(digit) % 9) + 1));
    case 'party':
      return value === 'BANK' ? 'COUNTERPARTY' : 'BANK';
    default:
      return undefined;
  }
}

/** What two readings of a trade would be compared by, and what of it is not printed but known from the rest. */
const seen = ({ trade, flags, other_terms, inferred }: ExtractedTrade) =>
  JSON.stringify([trade, flags, other_terms, Object.keys(inferred).sort()]);

/** Terms that another cell prints as well. */
const PRINTED_TWICE: readonly TradeField[] = ['unit_of_measure'];

describe.each(Object.keys(CORPUS_TRADES) as CorpusProduct[])('%s', (product) => {
  test.each(LAYOUTS)('a changed or missing term of a %s is never read as the same trade', async (layout) => {
    const [trade] = CORPUS_TRADES[product];
    if (!trade) return;
    const before = seen(await read(trade, layout));
    for (const field of Object.keys(trade) as TradeField[]) {
      if (!(field in FIELD_KINDS) || /_name$|_lei$|_bic$|^trade_id$|^other_reference$|^confirmation_date$/.test(field))
        continue;
      const value = trade[field] ?? '';
      const other = changed(field, value);
      if (other !== undefined) {
        expect(seen(await read({ ...trade, [field]: other }, layout)), `${field} changed to ${other}`).not.toBe(before);
      }
      if (PRINTED_TWICE.includes(field)) continue;
      const { [field]: _, ...rest } = trade;
      const without = await read(rest as Trade, layout).catch(() => undefined);
      expect(without === undefined ? '' : seen(without), `${field} left out`).not.toBe(before);
    }
  });

  test('a term that has no field is kept, economic by its shape or its words', async () => {
    const [trade] = CORPUS_TRADES[product];
    if (!trade) return;
    for (const [label, value] of [
      ['Break Clause', 'Mandatory, on the fifth anniversary'],
      ['Averaging Out Method', 'Last five fixings'],
      ['Compensation on Unwind', 'USD 12,500.00'],
    ] as const) {
      const { other_terms, accounting } = await read(trade, 'letter', [[label, value]]);
      expect(other_terms, label).toEqual([expect.objectContaining({ literal: value, economic: true, page: 1 })]);
      expect(accounting.accounted).toBe(accounting.lines);
    }
  });
});
