// Extraction against the bare text extraction of the same library, warm, in turns within one run; and how fast
// confirmations are printed. Design's targets: at most 1.5 times, at least 20,000 a second.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { LAYOUTS, readConfirmation, renderConfirmation, samplePair } from '../src/index.ts';

const ROUNDS = 7;

/** Our own prints, the smallest there are; and real confirmations, where there are some. */
const sets: Record<string, Uint8Array[]> = {
  'own prints': Array.from({ length: 60 }, (_, i) =>
    renderConfirmation(samplePair(i).bank, LAYOUTS[i % LAYOUTS.length] ?? 'letter'),
  ),
};
const samples = path.join(
  process.env.TRADE_MATCHING_SAMPLES ?? path.resolve(import.meta.dirname, '../../../../shared/samples'),
  'confirmations',
);
if (existsSync(samples)) {
  sets['real confirmations'] = readdirSync(samples).map((name) => readFileSync(path.join(samples, name)));
}

async function bareText(documents: readonly Uint8Array[]): Promise<void> {
  for (const bytes of documents) {
    const proxy = await getDocumentProxy(new Uint8Array(bytes));
    await extractText(proxy);
    await proxy.cleanup();
  }
}

async function extraction(documents: readonly Uint8Array[]): Promise<void> {
  for (const bytes of documents) await readConfirmation(bytes, 'BANK');
}

async function milliseconds(
  run: (documents: readonly Uint8Array[]) => Promise<void>,
  documents: readonly Uint8Array[],
) {
  const started = performance.now();
  await run(documents);
  return (performance.now() - started) / documents.length;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

for (const [name, documents] of Object.entries(sets)) {
  const [bare, ours, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS + 1; round++) {
    const [b, o] = [await milliseconds(bareText, documents), await milliseconds(extraction, documents)];
    // The first round warms up.
    if (round === 0) continue;
    bare.push(b);
    ours.push(o);
    ratios.push(o / b);
  }
  const ratio = median(ratios);
  process.stdout.write(
    `extraction, ${name}: ${median(ours).toFixed(2)} ms a document, bare text ${median(bare).toFixed(2)} ms, ratio ${ratio.toFixed(2)} (target ≤ 1.5: ${ratio <= 1.5 ? 'met' : 'MISSED'})\n`,
  );
}

const PRINTED = 20_000;
for (let i = 0; i < 2_000; i++) renderConfirmation(samplePair(i).bank, 'letter');
const started = performance.now();
for (let i = 0; i < PRINTED; i++) renderConfirmation(samplePair(i).bank, LAYOUTS[i % LAYOUTS.length] ?? 'letter');
const perSecond = Math.round(PRINTED / ((performance.now() - started) / 1000));
process.stdout.write(
  `printing: ${perSecond} confirmations a second (target ≥ 20000: ${perSecond >= 20_000 ? 'met' : 'MISSED'})\n`,
);
