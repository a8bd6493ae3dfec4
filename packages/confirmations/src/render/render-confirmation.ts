import type { Trade } from '@trade-matching/domain';
import { LAY_OUT, type Layout } from './layouts.ts';
import { writePdf } from './pdf-writer.ts';

/**
 * Prints a trade as the confirmation of its own side (`source_type`): what the trade holds, in this layout.
 *
 * @throws {UnprintableTradeError} for a product without a wording
 */
export function renderConfirmation(trade: Trade, layout: Layout): Uint8Array {
  return writePdf([LAY_OUT[layout](trade)]);
}
