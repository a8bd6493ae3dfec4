// Documents a second through the whole sandbox, against what its S3 alone takes in PUTs at the same concurrency divided
// by the calls that a document needs.
import { bench, inTurns } from '@trade-matching/benchmarks';
import { describeUse, processorUse } from '@trade-matching/benchmarks/programs';
import type { AwsCall } from '@trade-matching/local-aws';
import { startSystem } from '@trade-matching/sandbox/system';
import { atATime, followed, pairedUploads, steadyRate } from './load.ts';

const CONCURRENCY = 16;

await bench(async function* ({ quick }, progress) {
  const documents = quick ? 100 : 400;
  const system = await startSystem();
  try {
    let [round, calls, taken, use] = [0, 0, 0, ''];
    system.aws.addInterceptor((call, next) => {
      if (isForADocument(call)) calls += 1;
      return next();
    });
    const documentsPerSecond = async () => {
      progress(`round ${++round}: ${documents} documents`);
      const uploads = pairedUploads(documents, `round-${round}`, round * documents);
      const [before, useBefore] = [calls, processorUse()];
      const times = await followed(system, uploads, (begin) => atATime(CONCURRENCY, uploads, begin));
      taken += calls - before;
      use = describeUse(useBefore, processorUse(), documents);
      return steadyRate(times);
    };
    const putsPerSecond = async () => {
      const puts = pairedUploads(documents * 5, `puts-${round}`).map((put) => ({ ...put, key: `NO-QUEUE/${put.key}` }));
      const started = performance.now();
      await atATime(CONCURRENCY, puts, (put) => system.upload(put));
      return puts.length / ((performance.now() - started) / 1000);
    };
    const { ours, baseline, ratio } = await inTurns(quick ? 2 : 5, documentsPerSecond, putsPerSecond);
    // Its post to the matching service is a call too, that no AWS sees.
    const callsEach = taken / (round * documents) + 1;
    yield {
      what: 'sandbox, documents end to end',
      ours: { value: ours, unit: '/s' },
      baseline: { what: 'PUTs divided by calls', value: baseline / callsEach, unit: '/s' },
      ratio: ratio * callsEach,
      target: { of: 'ratio', is: 'at least', value: 0.5 },
      note: `${Math.round(baseline)} PUTs/s alone, ${callsEach.toFixed(1)} calls a document; processor ms a document: ${use}`,
      details: { putsPerSecond: baseline, callsEach, documents, rounds: round },
    };
  } finally {
    await system.close();
  }
});

/** Asking for messages is not: a poll that finds none is made whatever is uploaded. */
function isForADocument({ action }: AwsCall): boolean {
  return action !== 'ReceiveMessage';
}
