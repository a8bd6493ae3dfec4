import type { Box, Evidence, Extraction, TradeField } from '@trade-matching/domain';
import { FIELD_KINDS } from '@trade-matching/domain';

/** Values of a document that are looked at: no confirmation has as many. */
const MAX_VALUES = 120;

/** A value, where the page shows it. */
export interface ShownValue {
  readonly field: TradeField;
  readonly evidence: Evidence;
  readonly boxes: readonly Box[];
}

/** The values that stand on these pages, and were read from their text. */
export function valuesOn(extraction: Extraction, pages: ReadonlySet<number>): ShownValue[] {
  if (extraction.outcome === 'refused') return [];
  return Object.entries(extraction.extracted.evidence)
    .flatMap(([field, evidence]): ShownValue[] => {
      const isOnPage = evidence.ocr !== true && pages.has(evidence.page) && (evidence.boxes?.length ?? 0) > 0;
      if (!isOnPage || !(field in FIELD_KINDS)) return [];
      return [{ field: field as TradeField, evidence, boxes: evidence.boxes ?? [] }];
    })
    .slice(0, MAX_VALUES);
}
