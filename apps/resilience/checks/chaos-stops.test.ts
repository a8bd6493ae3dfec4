import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';

const main = path.resolve(import.meta.dirname, '../src/chaos/main.ts');

/** The processes that a process has started, and those that these have, and so on. */
function descendantsOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  const children = readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}
const programOf = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends a chaos run and every process that it started', async (signal) => {
  const run = spawn(process.execPath, [main, '--documents', '20000'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  run.stderr.on('data', (data) => said.push(String(data)));
  const ended = new Promise<number | null>((resolve) => run.once('close', resolve));
  let started: number[] = [];
  // DynamoDB, the service with its readers, and functions at work.
  while (started.length < 5 && run.exitCode === null) {
    await sleep(100);
    started = descendantsOf(run.pid ?? 0);
  }
  const programs = new Map(started.map((pid) => [pid, programOf(pid)]));
  run.kill(signal);
  expect(await ended).toBe(1);
  expect(said.join('')).toContain('Stopped before the end');
  expect(started.filter((pid) => programs.get(pid) !== '' && programOf(pid) === programs.get(pid))).toEqual([]);
});
