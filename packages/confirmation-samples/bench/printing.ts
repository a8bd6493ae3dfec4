// How fast confirmations are made in a second of processor time, with a copy of the same bytes as the least that it could cost.
import { bench, inTurns, processorMilliseconds } from '@trade-matching/benchmarks';
import { LAYOUTS, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';

await bench(async function* ({ quick }) {
  const count = quick ? 4_000 : 20_000;
  const print = (i: number) => renderConfirmation(samplePair(i).bank, LAYOUTS[i % LAYOUTS.length] ?? 'letter');
  const printed = Array.from({ length: 100 }, (_, i) => print(i));
  const perSecond = async (make: (i: number) => unknown) => {
    const milliseconds = await processorMilliseconds(() => {
      for (let i = 0; i < count; i++) make(i);
    });
    return count / (milliseconds / 1000);
  };
  const { ours, baseline } = await inTurns(
    quick ? 3 : 5,
    () => perSecond(print),
    () => perSecond((i) => Buffer.from(printed[i % printed.length]?.toString() ?? '', 'latin1')),
  );
  yield {
    what: 'confirmations printed',
    ours: { value: ours, unit: '/s' },
    baseline: { what: 'the same bytes copied', value: baseline, unit: '/s' },
    target: { of: 'ours', is: 'at least', value: 20_000 },
  };
});
