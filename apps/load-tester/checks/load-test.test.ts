import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { ListSubscriptionsCommand, SNSClient } from '@aws-sdk/client-sns';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { type Account, connect } from '@trade-matching/account';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StartedSandbox, startSandbox } from '../src/environment/start-sandbox.ts';
import type { LoadReport } from '../src/report/load-report.ts';

const MAIN = path.resolve(import.meta.dirname, '../src/main.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'load-test-'));
const sandboxFile = path.join(folder, 'sandbox.json');
let sandbox: StartedSandbox;
let account: Account;

beforeAll(async () => {
  sandbox = await startSandbox(new AbortController().signal);
  writeFileSync(sandboxFile, JSON.stringify(sandbox.running));
  account = await connect('local', sandbox.running);
}, 180_000);

afterAll(async () => {
  account?.close();
  await sandbox?.close();
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as a person does. `interruptOn`: gets Ctrl-C once it has said so. */
function loadTest(
  args: readonly string[],
  { file = sandboxFile, interruptOn }: { readonly file?: string; readonly interruptOn?: RegExp } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, TRADE_MATCHING_SANDBOX_FILE: file, NO_COLOR: '1' },
  });
  let [stdout, stderr, interrupted] = ['', '', false];
  child.stdout.on('data', (text: Buffer) => {
    stdout += text;
  });
  child.stderr.on('data', (text: Buffer) => {
    stderr += text;
    if (interrupted || !interruptOn?.test(stderr)) return;
    interrupted = true;
    child.kill('SIGINT');
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

async function itemsIn(table: string): Promise<number> {
  const { Count = Number.NaN } = await account.dynamodb.send(new ScanCommand({ TableName: table, Select: 'COUNT' }));
  return Count;
}

describe('a load with the whole mix', { timeout: 180_000 }, () => {
  test('a load comes to what was sent, is reported three ways, and leaves nothing behind', async () => {
    const out = path.join(folder, 'out');
    const { code, stdout, stderr } = await loadTest([
      ...['--documents', '60', '--concurrency', '8', '--mismatch', '0.1', '--within-tolerance', '0.1'],
      ...['--duplicate', '0.05', '--bad', '0.2', '--seed', '4', '--report', out, '--clean-up', '--json'],
    ]);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });

    const report = JSON.parse(stdout) as LoadReport;
    expect(report).toMatchObject({
      stopped: false,
      uploads: { sent: 60, stored: 60, failed: 0 },
      outcomes: { count: 60, latency: { count: 60 } },
      matches: { count: 22, latency: { count: 22 } },
      errors: {},
      lost: { count: 0, examples: [] },
      doubled: { count: 0, examples: [] },
      wrong: { count: 0, examples: [] },
      thresholds: [{ option: '--max-lost', met: true }],
    });
    const sent = (counted: LoadReport['matches']['counted']) =>
      Object.fromEntries(counted.map(({ name, expected, seen }) => [name, [expected, seen]]));
    expect(sent(report.matches.counted)).toEqual({
      MATCHED: [18, 18],
      MATCHED_WITHIN_TOLERANCE: [2, 2],
      MISMATCHED: [2, 2],
      UNMATCHED: [1, 1],
    });
    expect(sent(report.outcomes.counted)).toMatchObject({ PROCESSED: [45, 45], DUPLICATE: [3, 3] });
    expect(report.outcomes.counted.every(({ expected, seen }) => expected === seen)).toBe(true);
    const inBins = (count: 'uploaded' | 'outcomes') => report.series.bins.reduce((sum, bin) => sum + bin[count], 0);
    expect([inBins('uploaded'), inBins('outcomes')]).toEqual([60, 60]);
    expect(Math.max(...report.series.bins.map(({ queues }) => queues['bank-documents-local'] ?? 0))).toBeGreaterThan(0);

    expect(readdirSync(out).sort()).toEqual(['report.html', 'report.json', 'report.txt']);
    expect(JSON.parse(readFileSync(path.join(out, 'report.json'), 'utf8'))).toEqual(report);
    expect(readFileSync(path.join(out, 'report.txt'), 'utf8')).toContain('Lost 0, doubled 0, wrong 0.');
    const html = readFileSync(path.join(out, 'report.html'), 'utf8');
    expect(html.match(/<figure>/g)).toHaveLength(7);
    // One page that asks for nothing: no script, no link, no picture, no import.
    expect(html).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|url\(|@import|https?:/);

    const bucket = { Bucket: account.names.documentsBucket };
    const { Versions = [], DeleteMarkers = [] } = await account.s3.send(new ListObjectVersionsCommand(bucket));
    expect([...Versions, ...DeleteMarkers]).toEqual([]);
    expect(await itemsIn(account.names.documentsTable)).toBe(0);
    expect(await itemsIn(account.names.tradesTable)).toBe(0);
    expect(await itemsIn(account.names.casesTable)).toBe(0);
    const { QueueUrls = [] } = await account.sqs.send(new ListQueuesCommand({ QueueNamePrefix: 'load-test-' }));
    expect(QueueUrls).toEqual([]);
    const sns = new SNSClient(account.client);
    const { Subscriptions = [] } = await sns.send(new ListSubscriptionsCommand({}));
    sns.destroy();
    expect(Subscriptions.filter(({ Endpoint }) => Endpoint?.includes('load-test-'))).toEqual([]);
  });

  test('a load that breaks its limits ends with 1, and says which', async () => {
    const { code, stderr } = await loadTest(['--documents', '10', '--max-p95', '1ms', '--min-rate', '90000']);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /--max-p95 was missed: the limit is 95 % of documents have their outcome within 1 ms, the run had p95 [\d.]+ m?s\./,
    );
    expect(stderr).toMatch(
      /--min-rate was missed: the limit is at least 90000 documents\/s come to their outcome, the run had [\d.]+ doc/,
    );
    expect(stderr).not.toContain('--max-lost was missed');
  });

  test('a load that gets Ctrl-C reports what was done so far, and does not call it lost', async () => {
    const { code, stdout, stderr } = await loadTest(['--rate', '5', '--duration', '1h', '--json'], {
      interruptOn: /uploaded [1-9]\d*\//,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('Stopped by Ctrl-C');
    const report = JSON.parse(stdout) as LoadReport;
    expect(report).toMatchObject({ stopped: true, lost: { count: 0 }, doubled: { count: 0 }, wrong: { count: 0 } });
    expect(report.uploads.stored).toBeGreaterThan(0);
  });

  test('a load starts a sandbox where none runs, and takes it down again', async () => {
    const nowhere = path.join(folder, 'nowhere.json');
    const { code, stderr } = await loadTest(['--documents', '10'], { file: nowhere });
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('Starting a sandbox.') });
  });
});
