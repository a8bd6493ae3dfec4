// Extraction against the bare text extraction of the same library, warm, in turns within one run, in processor time.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bench } from '@trade-matching/benchmarks';
import { LAYOUTS, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { againstBareText } from './against-bare-text.ts';

/** Our own prints, the smallest there are; and real confirmations, where there are some. */
function documentSets(): Record<string, Uint8Array[]> {
  const samples = path.join(
    process.env.TRADE_MATCHING_SAMPLES ?? path.resolve(import.meta.dirname, '../../../../shared/samples'),
    'confirmations',
  );
  return {
    'own prints': Array.from({ length: 60 }, (_, i) =>
      renderConfirmation(samplePair(i).bank, LAYOUTS[i % LAYOUTS.length] ?? 'letter'),
    ),
    ...(existsSync(samples)
      ? { 'real confirmations': readdirSync(samples).map((name) => readFileSync(path.join(samples, name))) }
      : {}),
  };
}

await bench(async function* ({ quick }, progress) {
  for (const [name, documents] of Object.entries(documentSets())) {
    progress(`${documents.length} ${name}`);
    const measured = await againstBareText(`extraction, ${name}`, documents, quick ? 3 : 9);
    yield { ...measured, target: { of: 'ratio', is: 'at most', value: 1.5 } };
  }
});
