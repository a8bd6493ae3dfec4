import { type ChildProcess, execFile, fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { System } from '@trade-matching/sandbox/system';

const { resolve } = createRequire(import.meta.url);
const COMMANDS = resolve('@trade-matching/cli/commands');
const JSON_SHAPES = resolve('@trade-matching/cli/json-shapes');

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The operators' commands, as `npm run -s cli -- …` runs them, against this system as `local`. JSON that is not as its
 * published schema says is exit code 99, with what is wrong on stderr: every test holds the commands to them.
 */
export function operatorsProgram({
  aws,
  service,
}: Pick<System, 'aws' | 'service'>): (...args: string[]) => Promise<Ended> {
  const sandboxFile = path.join(mkdtempSync(path.join(tmpdir(), 'operations-')), 'sandbox.json');
  const { endpoint, region, accountId: account } = aws;
  writeFileSync(sandboxFile, JSON.stringify({ endpoint, region, account, service: service.url }));
  const env = { ...process.env, TRADE_MATCHING_SANDBOX_FILE: sandboxFile, NO_COLOR: '1' };
  const waiting = new Map<number, (ended: Ended) => void>();
  let asked = 0;
  let child: ChildProcess | undefined;
  const start = () => {
    const started = fork(path.join(import.meta.dirname, 'operators-process.ts'), [COMMANDS, JSON_SHAPES], { env });
    started.on('message', ({ id, ...ended }: Ended & { id: number }) => {
      waiting.get(id)?.(ended);
      waiting.delete(id);
      if (waiting.size === 0) started.channel?.unref();
    });
    started.on('exit', (code) => {
      child = undefined;
      for (const ended of waiting.values()) ended({ code: code ?? 1, stdout: '', stderr: 'The process ended.' });
      waiting.clear();
    });
    // It ends with the tests.
    started.unref();
    return started;
  };
  return (...args) =>
    new Promise((resolve) => {
      child ??= start();
      const id = ++asked;
      waiting.set(id, resolve);
      child.channel?.ref();
      child.send({ id, args });
    });
}

/** Runs a program to its end, whatever that is. */
export function ended(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, [...args], { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}
