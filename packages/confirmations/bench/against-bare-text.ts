import { inTurns, type Measurement, processorMilliseconds } from '@trade-matching/benchmarks';
import { readConfirmation } from '../src/index.ts';
import { DOCUMENTS_PER_PROCESS } from '../src/reader-pool/confirmation-reader.ts';
import { bareText } from './bare-text.ts';

/** Pages read before it counts: what a reader process has read in the middle of its life. */
const WARM = DOCUMENTS_PER_PROCESS / 2;

/**
 * Reading these documents as confirmations against reading their bare text, warm, in turns, in processor time.
 *
 * @param pages of each document
 */
export async function againstBareText(
  what: string,
  documents: readonly Uint8Array[],
  rounds: number,
  pages = 1,
): Promise<Measurement> {
  const each = async (reading: (bytes: Uint8Array) => Promise<unknown>) => {
    const milliseconds = await processorMilliseconds(async () => {
      for (const bytes of documents) await reading(bytes);
    });
    return milliseconds / documents.length;
  };
  const read = (bytes: Uint8Array) => readConfirmation(bytes, 'BANK');
  for (let warmed = 0; warmed < WARM; warmed += pages * documents.length) {
    await each(read);
    await each(bareText);
  }
  const { ours, baseline, ratio } = await inTurns(
    rounds,
    () => each(read),
    () => each(bareText),
  );
  return {
    what,
    ours: { value: ours, unit: 'ms' },
    baseline: { what: 'bare text', value: baseline, unit: 'ms' },
    ratio,
  };
}
