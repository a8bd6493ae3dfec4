// Writes a sample of the confirmations that a load sends into a folder: print-sample.ts FOLDER COUNT. Every layout,
// both sides, every status, small and large.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { planLoad } from '../src/load/plan-load.ts';
import { printDocument } from '../src/load/planned-document.ts';
import { newRun } from '../src/run-load.ts';

const [folder = '', count = ''] = process.argv.slice(2);
const run = newRun(Number(count));
const mix = { mismatch: 0.2, withinTolerance: 0.2, duplicate: 0, bad: 0 };
const PRINTS = [{}, {}, { pages: 4 }, { bytes: 200_000 }, { pages: 3, bytes: 50_000 }];
mkdirSync(folder, { recursive: true });
for (const [i, document] of [...planLoad(run, Number(count), mix)].entries()) {
  const name = `${document.source}-${path.basename(document.key)}`;
  writeFileSync(path.join(folder, name), printDocument(run, document, PRINTS[i % PRINTS.length]));
}
