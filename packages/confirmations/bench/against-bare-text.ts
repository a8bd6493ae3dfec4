import { inTurns, type Measurement, median } from '@trade-matching/benchmarks';
import { readConfirmation } from '../src/index.ts';
import { bareText, type Reading, timeReading } from './bare-text.ts';

/** Reading these documents as confirmations against reading their bare text, warm, in turns. */
export async function againstBareText(
  what: string,
  documents: readonly Uint8Array[],
  rounds: number,
): Promise<Measurement> {
  const seen: { ours: Reading[]; bare: Reading[] } = { ours: [], bare: [] };
  const turn = async (readings: Reading[], read: (bytes: Uint8Array) => Promise<unknown>) => {
    const reading = await timeReading(documents, read);
    readings.push(reading);
    return reading.clock;
  };
  const { ours, baseline, ratio } = await inTurns(
    rounds,
    () => turn(seen.ours, (bytes) => readConfirmation(bytes, 'BANK')),
    () => turn(seen.bare, bareText),
  );
  // The first of each warmed up.
  const processor = (readings: readonly Reading[]) => median(readings.slice(1).map((each) => each.processor));
  const [own, bare] = [processor(seen.ours), processor(seen.bare)];
  return {
    what,
    ours: { value: ours, unit: 'ms' },
    baseline: { what: 'bare text', value: baseline, unit: 'ms' },
    ratio,
    note: `on a processor ${own.toFixed(2)} ms against ${bare.toFixed(2)} ms, ${(own / bare).toFixed(2)}×`,
  };
}
