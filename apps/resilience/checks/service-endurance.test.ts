import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ServiceClient } from '../test/ask-service.ts';

const samples = path.join(
  process.env.TRADE_MATCHING_SAMPLES ?? path.resolve(import.meta.dirname, '../../../../shared/samples'),
  'refused-and-odd',
);
/** `ENDURANCE_DOCUMENTS=20000` looks for a slower leak. */
const REQUESTS = Number(process.env.ENDURANCE_DOCUMENTS ?? 1000);
const eventTime = '2026-11-23T10:00:00.000Z';

let system: System;
let client: ServiceClient;
beforeAll(async () => {
  system = await startSystem();
  client = new ServiceClient(system);
});
afterAll(async () => {
  client?.close();
  await system?.close();
});

/** A stream that inflates to 200 MB of nothing. */
function bomb(): Buffer {
  const data = deflateSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
  const head = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n4 0 obj<</Length ${data.length}/Filter/FlateDecode>>stream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF')]);
}

const nasty: [string, Uint8Array][] = [
  ['a bomb', bomb()],
  ['half a confirmation', renderConfirmation(samplePair(1).bank, 'letter').slice(0, 900)],
  ['letters', Buffer.from(`%PDF-1.7\n${'x'.repeat(1_000_000)}`)],
  ...(existsSync(samples)
    ? readdirSync(samples)
        .map((name): [string, Uint8Array] => [name, readFileSync(path.join(samples, name))])
        // An empty file never gets here: the processor refuses it by its event.
        .filter(([, bytes]) => bytes.length > 0)
    : []),
];

/** Resident memory of the service's own process, in MB. */
function residentMegabytes(): number {
  const status = readFileSync(`/proc/${system.service.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/**
 * What a process adds to the memory of a pod, in MB: of the pages that it shares, Node's own code above all, its share.
 * A process that has ended adds nothing: its file is gone (ENOENT), or is read as it goes (ESRCH). Source: proc(5).
 */
function proportionalMegabytes(pid: number): number {
  try {
    const sizes = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(sizes)?.[1] ?? 0) / 1024;
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}

/** The processes that open documents. */
function readers(): number[] {
  const { pid } = system.service;
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

describe('the running service', () => {
  test.each(nasty)('the running service answers to %s, and lives', async (name, bytes) => {
    const { status } = await client.ask({ source: 'BANK', key: `BANK/${name}.pdf`, bytes, eventTime });
    expect([200, 422]).toContain(status);
    expect((await fetch(new URL('/health/ready', system.service.url))).status).toBe(200);
  });

  test('the running service is small again afterwards, the processes that open documents included', async () => {
    const megabytes = () =>
      [system.service.pid, ...readers()].map(proportionalMegabytes).reduce((total, each) => total + each, 0);
    // The engines that read scans end when none comes for a while.
    await expect.poll(megabytes, { timeout: 120_000, interval: 500 }).toBeLessThan(400);
  }, 150_000);

  test(`the running service takes ${REQUESTS} documents, 16 at a time, without an error, and is no larger afterwards`, async () => {
    const post = async (numbers: number[]) => {
      const worker = async () => {
        for (let i = numbers.shift(); i !== undefined; i = numbers.shift()) {
          const { bank, counterparty } = samplePair(Math.floor(i / 2));
          const [source, trade] = i % 2 === 0 ? (['BANK', bank] as const) : (['COUNTERPARTY', counterparty] as const);
          const bytes = renderConfirmation(trade, 'grid');
          const { status } = await client.ask({ source, key: `${source}/${i}.pdf`, bytes, eventTime });
          expect(status).toBe(200);
        }
      };
      await Promise.all(Array.from({ length: 16 }, worker));
    };
    const numbers = Array.from({ length: REQUESTS }, (_, i) => i);
    await post(numbers.slice(0, REQUESTS / 2));
    const half = residentMegabytes();
    await post(numbers.slice(REQUESTS / 2));
    expect(residentMegabytes()).toBeLessThan(400);
    // What the collector has not come to yet, and no more.
    expect(residentMegabytes() - half).toBeLessThan(64);
  }, 1_200_000);
});
