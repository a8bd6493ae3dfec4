import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningSandbox } from '@trade-matching/account';
import { expect, test } from 'vitest';
import { answers } from '../src/environment/start-sandbox.ts';

async function untilGone(running: RunningSandbox): Promise<void> {
  while (await answers(running)) await sleep(100);
}

test('a sandbox ends with the process that started it, also where that is killed', { timeout: 90_000 }, async () => {
  const module = path.resolve(import.meta.dirname, '../src/environment/start-sandbox.ts');
  const script = `const { startSandbox } = await import(${JSON.stringify(module)});
    const { running } = await startSandbox(new AbortController().signal);
    process.stdout.write(JSON.stringify(running));`;
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  const running = await new Promise<RunningSandbox>((resolve) => {
    starter.stdout.once('data', (text: Buffer) => resolve(JSON.parse(text.toString())));
  });
  expect(await answers(running)).toBe(true);
  starter.kill('SIGKILL');
  await untilGone(running);
});
