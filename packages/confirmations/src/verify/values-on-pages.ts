import type { Box, Evidence, Extraction, Flag, TradeField } from '@trade-matching/domain';
import { boundExtracted, FIELD_KINDS } from '@trade-matching/domain';
import { picturesOfPages } from '../scans/pictures-of-pages.ts';
import { MAX_DOCUMENT_PIXELS, MAX_PICTURE_PIXELS, MAX_SCANNED_PAGES } from '../scans/scan-limits.ts';

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

/** Why the pages of these values are not rendered; known before anything of them is decoded. */
export async function whyUnseen(bytes: Uint8Array, values: readonly ShownValue[]): Promise<string | undefined> {
  const numbers = new Set(values.map(({ evidence }) => evidence.page));
  if (numbers.size > MAX_SCANNED_PAGES) return `they are ${numbers.size}, and ${MAX_SCANNED_PAGES} is the limit`;
  const pictures = await picturesOfPages(bytes);
  const its = [...numbers].map((number) => pictures[number - 1] ?? { pixels: 0, largest: 0 });
  const isBeyond =
    its.some(({ largest }) => largest > MAX_PICTURE_PIXELS) ||
    its.reduce((sum, { pixels }) => sum + pixels, 0) > MAX_DOCUMENT_PIXELS;
  return isBeyond ? 'their pictures have too many points' : undefined;
}

/** A document with text whose pages cannot be looked at is for a person: nobody knows what they show. */
export function unseenFlag(why: string): Flag {
  return { code: 'SEEN_OTHERWISE', severity: 'review', message: `the pages of values cannot be looked at: ${why}` };
}

export function withFlags(
  extraction: Extract<Extraction, { readonly outcome: 'extracted' }>,
  flags: readonly Flag[],
): Extraction {
  if (flags.length === 0) return extraction;
  const { extracted } = extraction;
  return { ...extraction, extracted: boundExtracted({ ...extracted, flags: [...extracted.flags, ...flags] }) };
}
