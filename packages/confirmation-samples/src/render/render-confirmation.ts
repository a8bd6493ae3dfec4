import type { DocumentKind, Trade } from '@trade-matching/domain';
import { type PlacedText, writePdf } from '../pdf/pdf-writer.ts';
import { GENERAL_CONDITIONS } from './general-conditions.ts';
import { LAY_OUT, type Layout } from './layouts.ts';

const BANNERS: { readonly [K in DocumentKind]: readonly PlacedText[] } = {
  NEW: [],
  AMENDMENT: [{ text: 'AMENDED CONFIRMATION', x: 60, y: 812, size: 12, bold: true }],
  CANCELLATION: [{ text: 'NOTICE OF CANCELLATION', x: 60, y: 812, size: 12, bold: true }],
};

export interface PrintOptions {
  /** Pages in all: the trade is on the first, general conditions on the others. */
  readonly pages?: number;
  /** At least so many bytes: a picture at the foot of the last page fills up what is missing. */
  readonly bytes?: number;
}

/**
 * Prints a trade as the confirmation of its own side (`source_type`): what the trade holds, in this layout. An amendment
 * or a cancellation says so above.
 *
 * @throws {UnprintableTradeError} for a product without a wording
 */
export function renderConfirmation(
  trade: Trade,
  layout: Layout,
  kind: DocumentKind = 'NEW',
  { pages = 1, bytes = 0 }: PrintOptions = {},
): Uint8Array {
  const first = [...BANNERS[kind], ...LAY_OUT[layout](trade)];
  const content = [first, ...Array.from({ length: pages - 1 }, () => GENERAL_CONDITIONS)];
  const printed = writePdf(content);
  return printed.length >= bytes ? printed : writePdf(content, { pictureBytes: bytes - printed.length });
}
