import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { createS3Client } from '@trade-matching/aws-runtime';
import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import { makeScan, SCAN_KINDS } from '@trade-matching/confirmation-samples/scans';
import { clientConfiguration, type Upload } from '@trade-matching/sandbox/system';
import type { RunningSystem } from './run-faults.ts';

/** Readers of scans stand back for documents with text (SCAN_NICENESS of the matching service): nobody else there does. */
const NICENESS = 5;
/** Milliseconds by the clock in which the first scan has come to its reader. */
const START_MS = 60_000;

const stopped: number[] = [];

/** Stops the service's reader of scans as it is, as a node without a processor to spare does. It waits until there is one. */
export async function stopScanReader({ system }: RunningSystem): Promise<void> {
  const until = performance.now() + START_MS;
  while (stopped.length === 0) {
    if (performance.now() > until) throw new Error('No reader of scans has started.');
    stopped.push(...childrenOf(system.service.pid).filter((pid) => priorityOf(pid) === NICENESS));
    await sleep(10);
  }
  for (const pid of stopped) process.kill(pid, 'SIGSTOP');
}

/** Lets it go on. */
export function continueScanReader(): void {
  for (const pid of stopped.splice(0)) process.kill(pid, 'SIGCONT');
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // After the program's name, which may hold anything: its state, and then its parent.
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return Number(parent) === pid ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

function priorityOf(pid: number): number | undefined {
  try {
    return getPriority(pid);
  } catch {
    return undefined;
  }
}

/** Desks of people who point at a scan while its reader is taken: each asks again every quarter of a minute. */
const PEOPLE = 3;
const ASKED_A_MINUTE = 4;

let made: Promise<Upload[]> | undefined;

/** The scan that they point at. */
async function pointedAt(): Promise<{ readonly key: string; readonly bytes: Uint8Array }> {
  made ??= scans(0, 1);
  const [scan] = await made;
  if (!scan) throw new Error('There is no scan.');
  return { key: `PROCESSED/${scan.key}`, bytes: scan.bytes };
}

/** Puts it where a scan stands that was filed long ago. */
export async function fileScan({ system }: RunningSystem): Promise<void> {
  const s3 = createS3Client(clientConfiguration(system.aws));
  const { key: Key, bytes: Body } = await pointedAt();
  try {
    await s3.send(new PutObjectCommand({ Bucket: system.names.documentsBucket, Key, Body }));
  } finally {
    s3.destroy();
  }
}

/** What those desks ask of the service in a minute: the words of its page. */
export async function pointAtScan({ system }: RunningSystem): Promise<void> {
  const { key: s3_key, bytes } = await pointedAt();
  const document_hash = createHash('sha256').update(bytes).digest('hex');
  const ask = async () => {
    const response = await fetch(new URL('/page-words', system.service.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${system.serviceToken}` },
      body: JSON.stringify({ s3_key, document_hash, page: 1 }),
    });
    if (response.status !== 429) throw new Error(`The service answered ${response.status}: ${await response.text()}`);
  };
  await Promise.all(Array.from({ length: PEOPLE * ASKED_A_MINUTE }, ask));
}

/** Scans of one short page, each of a trade of its own. */
export function scans(first: number, count: number): Promise<Upload[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, i): Promise<Upload> => {
      const number = first + i;
      const page = plainPage(`FX Forward Confirmation
From:|Meridian Bank plc
To:|Hudson Trust Company
Our Reference:|FX-${771_000 + number}
Trade Date:|2 November 2026
Settlement Date:|2 December 2026
Exchange Rate:|1.0850`);
      const bytes = await makeScan(page, SCAN_KINDS['straight-150'], number);
      return { key: `BANK/2026/11/23/scan-${number}.pdf`, source: 'BANK', bytes };
    }),
  );
}
