import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A service, running as a process of its own as it would in its container. */
export interface ServiceProcess {
  readonly url: string;
  readonly pid: number;
  close(): Promise<void>;
}

export class ServiceStartError extends Error {
  override readonly name = 'ServiceStartError';
}

const START_TIMEOUT_MS = 60_000;
/** Lines of a service that did not start which tell why: an uncaught error's message stands above its stack. */
const LINES_TOLD = 20;

/** How to start a service: a program and its arguments. */
export type ServiceCommand = readonly [program: string, ...args: string[]];

/**
 * Starts a service and waits until it says that it listens.
 *
 * @param what its name in errors: `The matching service`
 * @throws {ServiceStartError} with what it last said, where it ends before or takes longer than a minute
 */
export function startService(
  what: string,
  [program, ...args]: ServiceCommand,
  environment: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<ServiceProcess> {
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const lastLines: string[] = [];
    const fail = (why: string) => reject(new ServiceStartError(`${what} did not start: ${why}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`no answer in ${START_TIMEOUT_MS / 1000} s.\n${lastLines.join('\n')}`);
    }, START_TIMEOUT_MS);
    child.once('error', (error) => fail(error.message));
    // Not on `exit`: what it said last may still be on its way.
    child.once('close', (code) => {
      clearTimeout(timer);
      fail(`it ended with exit code ${code}.\n${lastLines.join('\n')}`);
    });
    const onLine = (line: string) => {
      lastLines.push(line);
      if (lastLines.length > LINES_TOLD) lastLines.shift();
      log(line);
      const url = listeningUrl(line);
      if (url !== undefined && child.pid !== undefined) {
        clearTimeout(timer);
        resolve({ url, pid: child.pid, close: () => end(child) });
      }
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
  });
}

function listeningUrl(line: string): string | undefined {
  if (!line.includes('"listening"')) return undefined;
  const parsed: unknown = JSON.parse(line);
  return typeof parsed === 'object' && parsed !== null && 'url' in parsed ? String(parsed.url) : undefined;
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
