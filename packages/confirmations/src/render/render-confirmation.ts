import type { DocumentKind, Trade } from '@trade-matching/domain';
import { LAY_OUT, type Layout } from './layouts.ts';
import { type PlacedText, writePdf } from './pdf-writer.ts';

const BANNERS: { readonly [K in DocumentKind]: readonly PlacedText[] } = {
  NEW: [],
  AMENDMENT: [{ text: 'AMENDED CONFIRMATION', x: 60, y: 812, size: 12, bold: true }],
  CANCELLATION: [{ text: 'NOTICE OF CANCELLATION', x: 60, y: 812, size: 12, bold: true }],
};

/**
 * Prints a trade as the confirmation of its own side (`source_type`): what the trade holds, in this layout. An amendment
 * or a cancellation says so above.
 *
 * @throws {UnprintableTradeError} for a product without a wording
 */
export function renderConfirmation(trade: Trade, layout: Layout, kind: DocumentKind = 'NEW'): Uint8Array {
  return writePdf([[...BANNERS[kind], ...LAY_OUT[layout](trade)]]);
}
