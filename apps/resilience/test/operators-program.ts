import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { System } from '@trade-matching/sandbox/system';

const CLI = createRequire(import.meta.url).resolve('@trade-matching/cli/program');

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The operators' program, as `npm run -s cli -- …` runs it, against this system as `local`. */
export function operatorsProgram({ aws }: System): (...args: string[]) => Promise<Ended> {
  const sandboxFile = path.join(mkdtempSync(path.join(tmpdir(), 'operations-')), 'sandbox.json');
  const { endpoint, region, accountId: account } = aws;
  writeFileSync(sandboxFile, JSON.stringify({ endpoint, region, account }));
  const env = { ...process.env, TRADE_MATCHING_SANDBOX_FILE: sandboxFile, NO_COLOR: '1' };
  return (...args) => ended(process.execPath, [CLI, ...args], env);
}

/** Runs a program to its end, whatever that is. */
export function ended(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, [...args], { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}
