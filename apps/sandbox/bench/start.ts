// `npm start` on an installed machine, until both sides of the demonstration's first pair have their outcome.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { bench } from '@trade-matching/benchmarks';
import type { DocumentReport } from '../src/system/report-document.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const FIRST_PAIR = [/PROCESSED +BANK\/.*\/forward\.pdf/, /PROCESSED +COUNTERPARTY\/.*\/forward\.pdf/];

await bench(async function* () {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-start-'));
  const json = path.join(folder, 'out.json');
  const started = performance.now();
  const child = spawn('npm', ['start', '--', '--once', '--json', json], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const awaited = [...FIRST_PAIR];
  let seconds = Number.NaN;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const at = awaited.findIndex((pattern) => pattern.test(line));
    if (at === -1) return;
    awaited.splice(at, 1);
    if (awaited.length === 0) seconds = (performance.now() - started) / 1000;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`npm start ended with ${code}.`);
  const documents = JSON.parse(readFileSync(json, 'utf8')) as DocumentReport[];
  rmSync(folder, { recursive: true });
  const forward = documents.find(({ key }) => key.startsWith('BANK/') && key.endsWith('/forward.pdf'));
  if (forward?.match?.status !== 'MATCHED')
    throw new Error(`The first pair is ${forward?.match?.status}, not matched.`);
  yield {
    what: 'npm start to the first matched pair',
    ours: { value: seconds, unit: 's' },
    target: { of: 'ours', is: 'at most', value: 15 },
  };
});
