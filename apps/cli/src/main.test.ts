import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { folderOf } from '@trade-matching/command-line/testing';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { expect, test } from 'vitest';

const main = path.join(import.meta.dirname, 'main.ts');
const { bank, counterparty } = samplePair(2);

async function command(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  const run = promisify(execFile)(process.execPath, [main, ...args], { cwd, env: { ...process.env, ...env } });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }) as { code: number; stdout: string; stderr: string },
  );
}

test('the process extracts and compares, and prints nothing but the answer', async () => {
  const folder = folderOf({
    'bank.pdf': renderConfirmation(bank, 'letter'),
    'theirs.pdf': renderConfirmation(counterparty, 'telex'),
  });
  const extracted = await command(['extract', 'bank.pdf', '--source', 'BANK', '--json'], folder);
  expect(extracted).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(extracted.stdout)).toMatchObject({ file: 'bank.pdf', outcome: 'extracted', trade: bank });
  const compared = await command(['compare', 'bank.pdf', 'theirs.pdf', '--json'], folder);
  expect(JSON.parse(compared.stdout)).toMatchObject({ status: 'MATCHED', paired_by: 'reference' });
});

test('run by npm from elsewhere, paths are meant from where the person stands', async () => {
  const folder = folderOf({ 'bank.pdf': renderConfirmation(bank, 'letter') });
  const args = ['extract', 'bank.pdf', '--source', 'BANK', '--json'];
  const called = { INIT_CWD: folder, npm_lifecycle_event: 'cli' };
  expect(await command(args, import.meta.dirname, called)).toMatchObject({ code: 0 });
  expect(await command(args, folder, { INIT_CWD: '/', npm_lifecycle_event: 'test' })).toMatchObject({ code: 0 });
});

test('a file that is not there is wrong usage, in one line and without a stack trace', async () => {
  const { code, stdout, stderr } = await command(['extract', 'nowhere.pdf', '--source', 'BANK'], folderOf({}));
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('There is no file or folder nowhere.pdf.\nTry: npm run -s cli -- extract --help\n');
});

test('a closed pipe is no failure', async () => {
  const pdf = renderConfirmation(bank, 'letter');
  const folder = folderOf(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.pdf`, pdf])));
  const child = spawn(process.execPath, [main, 'extract', folder, '--source', 'BANK', '--json']);
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints += data;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
});
