import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import type { ExtractedTrade, Source } from '@trade-matching/domain';
import { readConfirmation } from '../src/extract/read-confirmation.ts';

/**
 * What is read of a page of these lines (`|` parts cells, at three columns or at these places, in points). A refusal throws:
 * it is none of what the test is about.
 */
export async function readPage(
  text: string,
  source: Source = 'BANK',
  columns?: readonly number[],
): Promise<ExtractedTrade> {
  const extraction = await readConfirmation(plainPage(text, columns), source);
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  return extraction.extracted;
}

/** Who writes to whom, on top of a confirmation. */
export const HEAD = `
  Port Lisle Bank plc
  To: | Aldersyde Credit Fund
  Our Reference: | PL-7701`;
