// What a look at the pages costs: documents without a sign of risk, which get none, and those that lie, which do.
import { bench, inTurns, type Measurement, processorMilliseconds } from '@trade-matching/benchmarks';
import { LAYOUTS, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { LIE_KINDS, makeLie } from '@trade-matching/confirmation-samples/lies';
import { readConfirmation, type VerifyMode } from '../src/index.ts';

await bench(async function* ({ quick }, progress) {
  progress('documents without a sign of risk');
  const honest = LAYOUTS.map((layout, number) => renderConfirmation(samplePair(number).bank, layout));
  yield {
    ...(await onRiskAgainstOff('verify, without a sign of risk', honest, quick ? 5 : 20)),
    target: { of: 'ratio', is: 'at most', value: 1.25 },
  };
  progress('documents with a sign of risk');
  const lying = await Promise.all(LIE_KINDS.map(async (kind) => (await makeLie(kind, 1)).bytes));
  yield {
    ...(await onRiskAgainstOff('verify, with a sign of risk', lying, quick ? 1 : 2)),
    note: 'such a document is read in the lane of scans',
  };
});

/** Processor time of reading a document with the service's default against that without any look. */
async function onRiskAgainstOff(what: string, documents: readonly Uint8Array[], rounds: number): Promise<Measurement> {
  const each = async (verify: VerifyMode) => {
    const milliseconds = await processorMilliseconds(async () => {
      for (const bytes of documents) await readConfirmation(bytes, 'BANK', {}, { verify });
    });
    return milliseconds / documents.length;
  };
  const { ours, baseline, ratio } = await inTurns(
    rounds,
    () => each('on-risk'),
    () => each('off'),
  );
  return {
    what,
    ours: { value: ours, unit: 'ms' },
    baseline: { what: 'off', value: baseline, unit: 'ms' },
    ratio,
    details: { documents: documents.length, rounds },
  };
}
