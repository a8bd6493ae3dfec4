// Extraction against the bare text extraction of the same library, warm, in turns within one run; and how fast
// confirmations are printed. Design's targets: at most 1.5 times, at least 20,000 a second.
import { extractText, getDocumentProxy } from 'unpdf';
import { LAYOUTS, readConfirmation, renderConfirmation, samplePair } from '../src/index.ts';

const DOCUMENTS = 60;
const ROUNDS = 7;

const documents = Array.from({ length: DOCUMENTS }, (_, i) =>
  renderConfirmation(samplePair(i).bank, LAYOUTS[i % LAYOUTS.length] ?? 'letter'),
);

async function bareText(): Promise<void> {
  for (const bytes of documents) {
    const proxy = await getDocumentProxy(new Uint8Array(bytes));
    await extractText(proxy);
    await proxy.cleanup();
  }
}

async function extraction(): Promise<void> {
  for (const bytes of documents) await readConfirmation(bytes, 'BANK');
}

async function milliseconds(run: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) / DOCUMENTS;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const [bare, ours, ratios]: [number[], number[], number[]] = [[], [], []];
for (let round = 0; round < ROUNDS + 1; round++) {
  const [b, o] = [await milliseconds(bareText), await milliseconds(extraction)];
  // The first round warms up.
  if (round === 0) continue;
  bare.push(b);
  ours.push(o);
  ratios.push(o / b);
}
const ratio = median(ratios);
process.stdout.write(
  `extraction: ${median(ours).toFixed(2)} ms a document, bare text ${median(bare).toFixed(2)} ms, ratio ${ratio.toFixed(2)} (target ≤ 1.5: ${ratio <= 1.5 ? 'met' : 'MISSED'})\n`,
);

const PRINTED = 20_000;
for (let i = 0; i < 2_000; i++) renderConfirmation(samplePair(i).bank, 'letter');
const started = performance.now();
for (let i = 0; i < PRINTED; i++) renderConfirmation(samplePair(i).bank, LAYOUTS[i % LAYOUTS.length] ?? 'letter');
const perSecond = Math.round(PRINTED / ((performance.now() - started) / 1000));
process.stdout.write(
  `printing: ${perSecond} confirmations a second (target ≥ 20000: ${perSecond >= 20_000 ? 'met' : 'MISSED'})\n`,
);
