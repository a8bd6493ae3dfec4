import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConfirmationReader } from '../confirmation-reader.ts';
import { launchableProcessor } from './launch.ts';
import { readerLauncher } from './launcher.ts';

const SECRET = 'AWS_TOKEN_OF_THE_SERVICE';
let folder: string;
let server: ReturnType<typeof createServer>;
let connections = 0;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  process.env[SECRET] = 'not-for-readers';
  server = createServer((socket) => {
    connections++;
    socket.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' ? Number(address?.port) : 0;
});
afterAll(() => {
  delete process.env[SECRET];
  server.close();
  rmSync(folder, { recursive: true });
});

/** What a hostile bundle gets when it runs these attempts in place of the reader, by the reader's own launch. */
async function inReader(attempts: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const workerPath = path.join(folder, 'worker.mjs');
  const tries = Object.entries(attempts).map(
    ([name, code]) => `${JSON.stringify(name)}: await attempt(async () => { ${code} })`,
  );
  writeFileSync(
    workerPath,
    `import { createRequire } from 'node:module';
    const require = createRequire(import.meta.url);
    const attempt = async (work) => {
      try { return 'got ' + String(await work()); } catch (error) { return error.code ?? error.message; }
    };
    process.on('message', async ({ id }) => {
      process.send({ kind: 'began', id, cpuMs: 0 });
      const message = JSON.stringify({ ${tries.join(', ')} });
      process.send({ kind: 'read', id, extraction: { outcome: 'refused', refusal: { reason: 'NO_TEXT', message } } });
    });
    process.send({ kind: 'ready' });`,
  );
  const reader = createConfirmationReader({ workerPath, concurrency: 1 });
  try {
    const extraction = await reader.read(Buffer.from('%PDF-'), 'BANK');
    return extraction.outcome === 'refused' ? JSON.parse(extraction.refusal.message) : {};
  } finally {
    await reader.close();
  }
}

const refusedWith = (attempts: Readonly<Record<string, string>>, ...codes: readonly string[]) =>
  Object.fromEntries(Object.keys(attempts).map((name) => [name, expect.stringMatching(`^(?:${codes.join('|')})$`)]));

const NO_PERMISSION = 'ERR_ACCESS_DENIED';

describe('a document that has taken over its reader', () => {
  test('reads no environment: it has none of its own, and nobody else’s is shown', async () => {
    const attempts = {
      parent: `return require('node:fs').readFileSync('/proc/' + process.ppid + '/environ', 'utf8');`,
      'parent, by promises': `return require('node:fs/promises').readFile('/proc/' + process.ppid + '/environ', 'utf8');`,
      own: `return require('node:fs').readFileSync('/proc/self/environ', 'utf8');`,
    };
    expect(await inReader(attempts)).toEqual(refusedWith(attempts, NO_PERMISSION));
    const { names } = await inReader({ names: `return Object.keys(process.env).sort().join();` });
    expect(names).not.toContain(SECRET);
  });

  test('reads no file but its bundle, and lists no folder', async () => {
    const attempts = {
      file: `return require('node:fs').readFileSync('/etc/hostname', 'utf8');`,
      stream: `return new Promise((r, no) => require('node:fs').createReadStream('/etc/hostname').on('data', r).on('error', no));`,
      neighbour: `return require('node:fs').readdirSync(${JSON.stringify(folder)});`,
      'token file': `return require('node:fs').statSync('/var/run/secrets');`,
      module: `return import('/etc/hostname');`,
    };
    expect(await inReader(attempts)).toEqual(refusedWith(attempts, NO_PERMISSION));
  });

  test('writes nothing', async () => {
    const target = path.join(folder, 'written');
    const attempts = {
      file: `return require('node:fs').writeFileSync(${JSON.stringify(target)}, '');`,
      folder: `return require('node:fs').mkdirSync(${JSON.stringify(target)});`,
      'its own bundle': `return require('node:fs').appendFileSync(process.argv[1], '//');`,
      report: `process.report.directory = ${JSON.stringify(folder)}; return process.report.writeReport('written');`,
    };
    expect(await inReader(attempts)).toEqual(refusedWith(attempts, NO_PERMISSION));
    expect(existsSync(target)).toBe(false);
  });

  test('starts no program, thread or addon', async () => {
    const attempts = {
      program: `return require('node:child_process').spawnSync('/bin/true').error?.code ?? 'started';`,
      fork: `return require('node:child_process').fork(process.argv[1]).pid;`,
      worker: `return new (require('node:worker_threads').Worker)('1', { eval: true }).threadId;`,
      addon: `return process.dlopen({ exports: {} }, process.argv[1]);`,
    };
    expect(await inReader(attempts)).toEqual(refusedWith(attempts, NO_PERMISSION, 'ERR_DLOPEN_DISABLED'));
  });

  test.runIf(launchableProcessor())('opens no socket', async () => {
    const connect = (options: string) =>
      `return new Promise((r, no) => require('node:net').connect(${options}).on('connect', () => r('connected')).on('error', no));`;
    const attempts = {
      'the agent that gives the pod its role': connect(`{ host: '169.254.170.23', port: 80 }`),
      'this machine': connect(`{ host: '127.0.0.1', port: ${port} }`),
      'a socket file': connect(`{ path: '/var/run/docker.sock' }`),
      listening: `return new Promise((r, no) => require('node:net').createServer().on('error', no).listen(0, () => r('listens')));`,
      fetch: `return fetch('http://127.0.0.1:${port}').catch((error) => { throw error.cause; });`,
      datagram: `return new Promise((r, no) => { const s = require('node:dgram').createSocket('udp4'); s.on('error', no); s.send('x', ${port}, '127.0.0.1', (e) => (e ? no(e) : r('sent'))); });`,
    };
    expect(await inReader(attempts)).toEqual(refusedWith(attempts, 'EPERM', 'EACCES', NO_PERMISSION));
    expect(connections).toBe(0);
  });

  test.runIf(launchableProcessor())('signals and slows down nobody', async () => {
    const attempts = {
      parent: `return process.kill(process.ppid, 0);`,
      group: `return process.kill(0, 0);`,
      priority: `return require('node:os').setPriority(process.ppid, 19);`,
    };
    const got = await inReader({ ...attempts, itself: `return process.kill(process.pid, 0);` });
    expect(got).toEqual({ ...refusedWith(attempts, 'EPERM', 'ERR_SYSTEM_ERROR'), itself: 'got true' });
  });
});

/** By the launcher alone, as for native code that got past Node's own fence. */
describe.runIf(launchableProcessor())("the launcher's filter alone", () => {
  const run = (script: string) => {
    const launcher = path.join(folder, 'launcher');
    if (!existsSync(launcher)) writeFileSync(launcher, readerLauncher(launchableProcessor() ?? 'x64'), { mode: 0o700 });
    const { status, stdout } = spawnSync(launcher, [process.execPath, '-e', script], { encoding: 'utf8' });
    return { status, stdout: stdout.trim() };
  };
  const code = (work: string) => `try { ${work}; console.log('done') } catch (error) { console.log(error.code) }`;

  test.each([
    ['starting a program', `const { error } = require('child_process').spawnSync('/bin/true'); if (error) throw error`],
    ['writing a file', `require('fs').writeFileSync(${JSON.stringify(path.join(tmpdir(), 'written'))}, '')`],
    ['removing a file', `require('fs').unlinkSync('/tmp/not-there-at-all')`],
    ['a signal to the parent', `process.kill(process.ppid, 0)`],
  ])('refuses %s', (_what, work) => {
    expect(run(code(work)).stdout).toBe('EPERM');
  });

  test('lets threads run, which Node itself needs, and keeps arguments and environment', () => {
    const thread = `new (require('worker_threads').Worker)('console.log(process.argv.length)', { eval: true, argv: ['a', 'b'] })`;
    expect(run(thread)).toEqual({ status: 0, stdout: '4' });
    expect(run(`console.log(process.env.${SECRET})`).stdout).toBe('not-for-readers');
  });

  test('fails where the program is not there', () => {
    const launcher = path.join(folder, 'launcher');
    expect(spawnSync(launcher, ['/not/there']).status).toBe(126);
  });
});

test('a pool says whether it can read now, and why not', async () => {
  const workerPath = path.join(folder, 'ends.mjs');
  writeFileSync(workerPath, 'process.exit(126);');
  const ending = createConfirmationReader({ workerPath, concurrency: 1 });
  expect(await ending.unavailable()).toContain('sandbox');
  expect(await ending.unavailable()).toContain('sandbox');
  await ending.close();
  const able = createConfirmationReader({ concurrency: 1 });
  // A busy machine lets it start later.
  await expect.poll(() => able.unavailable(), { timeout: 50_000 }).toBeUndefined();
  await able.close();
});
