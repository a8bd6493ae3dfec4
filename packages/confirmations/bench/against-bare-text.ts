import { inTurns, type Measurement, processorMilliseconds } from '@trade-matching/benchmarks';
import { readConfirmation } from '../src/index.ts';
import { bareText } from './bare-text.ts';

/** Reading these documents as confirmations against reading their bare text, warm, in turns. */
export async function againstBareText(
  what: string,
  documents: readonly Uint8Array[],
  rounds: number,
): Promise<Measurement> {
  const each = async (read: (bytes: Uint8Array) => Promise<unknown>) => {
    const milliseconds = await processorMilliseconds(async () => {
      for (const bytes of documents) await read(bytes);
    });
    return milliseconds / documents.length;
  };
  const { ours, baseline, ratio } = await inTurns(
    rounds,
    () => each((bytes) => readConfirmation(bytes, 'BANK')),
    () => each(bareText),
  );
  return {
    what,
    ours: { value: ours, unit: 'ms' },
    baseline: { what: 'bare text', value: baseline, unit: 'ms' },
    ratio,
  };
}
