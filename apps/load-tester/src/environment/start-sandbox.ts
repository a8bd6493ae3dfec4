import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningSandbox, runningSandbox } from '@trade-matching/account';

/** The sandbox could not be started; the message holds what it last said. */
export class SandboxStartError extends Error {
  override readonly name = 'SandboxStartError';
}

export interface StartedSandbox {
  readonly running: RunningSandbox;
  close(): Promise<void>;
}

const SANDBOX = createRequire(import.meta.url).resolve('@trade-matching/sandbox/program');
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

/**
 * Starts a sandbox as a process of its own, so that the load's work and the system's are not one event loop. It ends
 * with this process, however that ends, and not by the Ctrl-C that the person means for the load.
 *
 * @throws {SandboxStartError} where it ends before it serves, or takes longer than a minute
 */
export async function startSandbox(stop: AbortSignal): Promise<StartedSandbox> {
  const folder = mkdtempSync(path.join(tmpdir(), 'load-test-'));
  const file = path.join(folder, 'sandbox.json');
  const child = spawn(process.execPath, [SANDBOX, '--serve'], {
    env: { ...process.env, TRADE_MATCHING_SANDBOX_FILE: file },
    // With a channel, it notices that this process is gone; in a group of its own, it does not get its Ctrl-C.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  });
  let complaint = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaint = text.toString().trim();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!stop.aborted && Date.now() < deadline && child.exitCode === null) {
    const running = existsSync(file) ? runningSandbox(file) : undefined;
    if (running) return { running, close };
    await sleep(50);
  }
  await close();
  throw new SandboxStartError(
    stop.aborted
      ? 'Stopped before the sandbox was there.'
      : `The sandbox did not start. ${complaint || 'Try it alone: npm start -- --serve'}`,
  );
}

/** Whether somebody answers where a sandbox said that it is: one that was killed leaves its file behind. */
export async function answers({ endpoint }: RunningSandbox): Promise<boolean> {
  return fetch(endpoint).then(
    () => true,
    () => false,
  );
}
