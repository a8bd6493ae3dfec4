import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LAYOUTS, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { LIE_KINDS, makeLie } from '@trade-matching/confirmation-samples/lies';
import type { Extraction } from '@trade-matching/domain';
import { afterAll, expect, test } from 'vitest';
import { createConfirmationReader, readConfirmation, type VerifyMode } from '../src/index.ts';

const HONEST = 100;
const MAX_FALSE = 2;
const SEEDS = [1, 2, 3];
/** A reading with a look at each page takes seconds of a processor. */
const LONG_MS = 3_600_000;
const scan = { pageMs: 120_000 };
const readers = {
  'on-risk': createConfirmationReader({ concurrency: 1, scan: { ...scan, verify: 'on-risk' } }),
  always: createConfirmationReader({ concurrency: 1, scan: { ...scan, verify: 'always' } }),
};
afterAll(() => Promise.all(Object.values(readers).map((reader) => reader.close())));

const flagsOf = (extraction: Extraction) =>
  extraction.outcome === 'refused'
    ? []
    : extraction.extracted.flags.filter(({ code }) => code === 'SEEN_OTHERWISE').map(({ message }) => message);

test('documents that lie about a figure are flagged, by how they lie', { timeout: LONG_MS }, async () => {
  const lies = LIE_KINDS.flatMap((kind) => SEEDS.map((seed) => ({ kind, seed })));
  let flagged = 0;
  for (const { kind, seed } of lies) {
    const { bytes, said, shown } = await makeLie(kind, seed);
    const extraction = await readers['on-risk'].read(bytes, 'BANK');
    // It lies to a reader of text: the flag alone tells.
    expect(extraction, `${kind} ${seed}`).toMatchObject({
      extracted: { trade: { notional: said.replaceAll(',', '') } },
    });
    const flags = flagsOf(extraction);
    if (flags.some((message) => message.includes(said) && message.replaceAll(' ', '').includes(shown))) flagged += 1;
    else
      process.stdout.write(`verify: ${kind} ${seed} says ${said}, shows ${shown}: ${flags.join('; ') || 'no flag'}\n`);
  }
  process.stdout.write(`verify: ${flagged} of ${lies.length} lying flagged\n`);
  expect(flagged).toBe(lies.length);
});

test.each(['on-risk', 'always'] as const)('honest documents are not: %s', { timeout: LONG_MS }, async (mode) => {
  let [read, flagged] = [0, 0];
  // Each page of each is looked at, some seconds a document: every fifth stands for all, unless ALL_HONEST is set.
  const every = mode === 'always' && !process.env.ALL_HONEST ? 5 : 1;
  for (const [i, { name, bytes }] of [...honestDocuments()].entries()) {
    if (read === HONEST / every) break;
    if (i % every > 0) continue;
    const extraction = await readers[mode].read(bytes, 'BANK');
    if (extraction.outcome === 'refused') continue;
    read += 1;
    const flags = flagsOf(extraction);
    if (flags.length > 0) {
      flagged += 1;
      process.stdout.write(`verify: ${mode}: ${name}: ${flags.join('; ')}\n`);
    }
  }
  process.stdout.write(`verify: ${mode}: ${flagged} of ${read} honest flagged\n`);
  expect(read).toBe(HONEST / every);
  expect(flagged).toBeLessThanOrEqual(MAX_FALSE);
});

test('a document with text and no sign of risk costs what it did', { timeout: LONG_MS }, async () => {
  const documents = await withoutRisk(honestDocuments());
  const spent: Record<'off' | 'on-risk', number> = { off: 0, 'on-risk': 0 };
  // In turns, so that a busy machine is as busy for the one as for the other.
  for (let round = 0; round < 5; round++) {
    for (const { bytes } of documents) {
      const modes = ['off', 'on-risk'] as const;
      for (const mode of round % 2 === 0 ? modes : modes.toReversed()) {
        const before = process.cpuUsage();
        await readConfirmation(bytes, 'BANK', {}, { verify: mode });
        const { user, system } = process.cpuUsage(before);
        // The first round compiles.
        if (round > 0) spent[mode] += user + system;
      }
    }
  }
  const ratio = spent['on-risk'] / spent.off;
  process.stdout.write(
    `verify: on-risk takes ${ratio.toFixed(2)} of the time of off, on ${documents.length} documents without a sign\n`,
  );
  expect(ratio).toBeLessThan(1.25);
});

interface Honest {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The samples beside the project, where they are; then prints of sample trades in every layout. */
function* honestDocuments(): Generator<Honest> {
  const folder = process.env.TRADE_MATCHING_SAMPLES ?? path.resolve(import.meta.dirname, '../../../../shared/samples');
  const names = existsSync(folder) ? globSync('**/*.pdf', { cwd: folder }).sort() : [];
  for (const name of names) {
    if (!name.startsWith('refused-and-odd'))
      yield { name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) };
  }
  for (let number = 0; number < HONEST; number++) {
    const layout = LAYOUTS[number % LAYOUTS.length] ?? 'letter';
    yield { name: `${layout} ${number}`, bytes: renderConfirmation(samplePair(number).bank, layout) };
  }
}

/** Those that are read with no page looked at. */
async function withoutRisk(documents: Iterable<Honest>): Promise<Honest[]> {
  const plain: Honest[] = [];
  for (const document of documents) {
    if (plain.length === HONEST / 2) break;
    let looked = 0;
    const onScan = () => {
      looked += 1;
      throw new LookedAtError();
    };
    const verify: VerifyMode = 'on-risk';
    const read = await readConfirmation(document.bytes, 'BANK', {}, { verify, onScan }).catch((error: unknown) => {
      if (!(error instanceof LookedAtError)) throw error;
    });
    if (looked === 0 && read?.outcome === 'extracted') plain.push(document);
  }
  return plain;
}

class LookedAtError extends Error {}
