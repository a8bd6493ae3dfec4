import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { samplePair } from '@trade-matching/confirmation-samples';
import { expect, test } from 'vitest';

const BUSY_LOOPS = 8;
const MINUTES = 60_000;

/** The reader, its parent and the loops share one processor by this: there is none elsewhere. */
const PINNED = ['-c', '0'];

test(
  'behind eight busy loops on one processor documents get the verdicts of an idle machine',
  async (context) => {
    if (!canPin()) context.skip('taskset is not installed');
    const folder = mkdtempSync(path.join(tmpdir(), 'starved-'));
    const bomb = path.join(folder, 'bomb.mjs');
    writeFileSync(
      bomb,
      `process.on('message', ({ id }) => process.send(
      { kind: 'began', id, cpuMs: process.cpuUsage().user / 1000 }, undefined, undefined, () => { for (;;); }));
     process.send({ kind: 'ready' });`,
    );
    const expected = [...[0, 1, 2].map((number) => samplePair(number).bank.trade_id), 'TOO_COMPLEX'];
    const loops: ChildProcess[] = [];
    try {
      for (let loop = 0; loop < BUSY_LOOPS; loop++) {
        loops.push(spawn('taskset', [...PINNED, 'sh', '-c', 'while :; do :; done'], { stdio: 'ignore' }));
      }
      const script = path.join(import.meta.dirname, 'read-on-one-processor.ts');
      const { stdout } = await promisify(execFile)('taskset', [...PINNED, process.execPath, script, bomb]);
      expect(JSON.parse(stdout)).toEqual(expected);
    } finally {
      for (const loop of loops) loop.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    }
  },
  5 * MINUTES,
);

function canPin(): boolean {
  try {
    execFileSync('taskset', [...PINNED, 'true']);
    return true;
  } catch {
    return false;
  }
}
