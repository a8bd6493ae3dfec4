// Resident memory of the running service, and of the processes in which it opens documents, over 20,000 documents.
import { bench, slope } from '@trade-matching/benchmarks';
import { childrenOf, residentMegabytes } from '@trade-matching/benchmarks/programs';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { startSystem } from '@trade-matching/sandbox/system';
import { ServiceClient } from '../test/ask-service.ts';
import { atATime } from './load.ts';

const AT_A_TIME = 16;
/** Documents after which everything is loaded, compiled and its caches full. */
const WARM = 4_000;

await bench(async function* ({ quick }, progress) {
  const documents = quick ? 6_000 : 20_000;
  const system = await startSystem();
  const client = new ServiceClient(system);
  try {
    const { pid } = system.service;
    const samples: { documents: number; service: number; readers: number }[] = [];
    let done = 0;
    await atATime(
      AT_A_TIME,
      Array.from({ length: documents }, (_, i) => i),
      async (i) => {
        const { bank, counterparty } = samplePair(Math.floor(i / 2));
        const [source, trade] = i % 2 === 0 ? (['BANK', bank] as const) : (['COUNTERPARTY', counterparty] as const);
        const bytes = renderConfirmation(trade, 'letter');
        const { status } = await client.ask({
          source,
          key: `${source}/${i}.pdf`,
          bytes,
          eventTime: '2026-11-23T10:00:00.000Z',
        });
        if (status !== 200) throw new Error(`Document ${i} was answered with ${status}.`);
        done += 1;
        if (done % 100 !== 0) return;
        const readers = childrenOf(pid).map(residentMegabytes);
        samples.push({ documents: done, service: residentMegabytes(pid), readers: readers.reduce((a, b) => a + b, 0) });
        progress(`${done} of ${documents} documents, ${samples.at(-1)?.service.toFixed(0)} MB`);
      },
    );
    for (const process of ['service', 'readers'] as const) {
      const warm = samples
        .filter((sample) => sample.documents > WARM)
        .map((sample) => [sample.documents / 1000, sample[process]] as const);
      const growth = slope(warm);
      const most = Math.max(...samples.map((sample) => sample[process]));
      yield {
        what: process === 'service' ? 'memory of the service' : 'memory of its reader processes',
        ours: { value: growth, unit: 'MB per 1,000 documents' },
        ...(process === 'service' ? { target: { of: 'ours', is: 'at most', value: 1 } } : {}),
        note: `over ${documents} documents; at most ${most.toFixed(0)} MB, at the end ${warm.at(-1)?.[1].toFixed(0)} MB`,
        details: { samples: samples.map((sample) => [sample.documents, Math.round(sample[process])]) },
      };
    }
  } finally {
    client.close();
    await system.close();
  }
});
