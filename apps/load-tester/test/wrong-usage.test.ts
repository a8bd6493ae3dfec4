import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const MAIN = path.resolve(import.meta.dirname, '../src/main.ts');

/** Runs the program as a person does. */
function loadTest(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, stdout, stderr };
}

describe('wrong usage', () => {
  test('production without its two confirmations is refused with 2, before anything is asked of an account', () => {
    const { code, stdout, stderr } = loadTest('--env', 'production', '--i-mean-production');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--confirm-account with the 12 digits of its account is missing');
  });

  test('a report folder that cannot be written is refused before the load, not after it', () => {
    const { code, stderr } = loadTest('--documents', '10', '--report', path.join(MAIN, 'out'));
    expect(code).toBe(2);
    expect(stderr).toContain('--report: nothing can be written to');
  });
});
