import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { ascii85, catalog, hidden, PAGE_OBJECT, PAGES, pdf, stream } from '@trade-matching/confirmation-samples/pdf';
import type { Reason } from '@trade-matching/domain';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type ConfirmationReader, createConfirmationReader, type ReaderOptions } from './confirmation-reader.ts';
import { ReaderUnavailableError } from './errors.ts';

const reader = createConfirmationReader();
afterAll(() => reader.close());

const confirmation = Buffer.from(renderConfirmation(samplePair(2).bank, 'letter'));

const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024, 0x20));

const painting = (content: string, more = '') =>
  pdf([
    catalog(more),
    PAGES,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F0<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>',
    stream('/Filter/FlateDecode', deflateSync(Buffer.from(content))),
  ]);

const NASTY: readonly [string, Buffer, Reason][] = [
  ['an empty file', Buffer.alloc(0), 'EMPTY_FILE'],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'NOT_A_PDF'],
  ['a text', Buffer.from('Dear Sirs,'), 'NOT_A_PDF'],
  ['half a confirmation', confirmation.subarray(0, confirmation.length / 4), 'CORRUPT_PDF'],
  [
    'JavaScript on opening',
    pdf([catalog('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'), PAGES, PAGE_OBJECT]),
    'ACTIVE_CONTENT',
  ],
  [
    'JavaScript under an escaped name',
    pdf([catalog('/OpenAction<</S/Java#53cript>>'), PAGES, PAGE_OBJECT]),
    'ACTIVE_CONTENT',
  ],
  [
    'a launch action in an object stream',
    pdf([catalog('/OpenAction 5 0 R'), PAGES, PAGE_OBJECT, hidden('<</S/Launch/F(cmd.exe)>>')]),
    'ACTIVE_CONTENT',
  ],
  ['an XFA form', pdf([catalog('/AcroForm<</XFA(x)/Fields[]>>'), PAGES, PAGE_OBJECT]), 'ACTIVE_CONTENT'],
  ['an embedded file', pdf([catalog('/Names<</EmbeddedFiles<</Names[]>>>>'), PAGES, PAGE_OBJECT]), 'EMBEDDED_FILE'],
  ['a bomb', pdf([catalog(''), PAGES, PAGE_OBJECT, stream('/Filter/FlateDecode', bomb)]), 'TOO_COMPLEX'],
  [
    'a bomb in ASCII85',
    pdf([catalog(''), PAGES, PAGE_OBJECT, stream('/Filter[/ASCII85Decode/FlateDecode]', ascii85(bomb))]),
    'TOO_COMPLEX',
  ],
  [
    'JavaScript in an object stream that does not say so',
    pdf([catalog('/OpenAction 5 0 R'), PAGES, PAGE_OBJECT, hidden('<</S/JavaScript/JS(1)>>', '/Filter/Fl')]),
    'ACTIVE_CONTENT',
  ],
  ['a page that saves its state 200,000 times', painting('q '.repeat(200_000)), 'TOO_COMPLEX'],
  ['a string of 20 MB', painting(`BT/F0 9 Tf(${'9'.repeat(20_000_000)})Tj ET`), 'TOO_COMPLEX'],
  ['a page without text', pdf([catalog(''), PAGES, PAGE_OBJECT]), 'NO_TEXT'],
];

describe('a document that must not be opened', () => {
  test.each(NASTY)('%s is refused', async (_name, bytes, reason) => {
    expect(await reader.read(bytes, 'BANK')).toMatchObject({ outcome: 'refused', refusal: { reason } });
  });

  test('and the next document is read as if nothing had been', async () => {
    expect(await reader.read(confirmation, 'BANK')).toMatchObject({ outcome: 'extracted' });
  });
});

test('an action that only turns to a page is not active content', async () => {
  const text = 'BT/F0 10 Tf 50 700 Td(Quarterly canteen menu)Tj ET';
  const plain = painting(text, '/OpenAction[3 0 R/Fit]');
  expect(await reader.read(plain, 'BANK')).toMatchObject({ refusal: { reason: 'NOT_A_CONFIRMATION' } });
});

/** A reader of one process that runs this code for each document, with `id` in scope. */
async function withWorker<T>(
  code: string,
  options: ReaderOptions,
  use: (reader: ConfirmationReader, replace: (code: string) => void) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reader-'));
  const workerPath = path.join(folder, 'worker.mjs');
  const replace = (work: string) =>
    writeFileSync(workerPath, `process.on('message', ({ id }) => { ${work} }); process.send({ kind: 'ready' });`);
  replace(code);
  const own = createConfirmationReader({ workerPath, concurrency: 1, ...options });
  try {
    return await use(own, replace);
  } finally {
    await own.close();
    rmSync(folder, { recursive: true });
  }
}

const BEGAN = `const { user, system } = process.cpuUsage(); process.send({ kind: 'began', id, cpuMs: (user + system) / 1000 });`;

test('a document that keeps its process busy is refused after its processor time', async () => {
  await withWorker(`${BEGAN} setTimeout(() => { for (;;); }, 20);`, { timeoutMs: 300 }, async (busy) => {
    expect(await busy.read(confirmation, 'BANK')).toMatchObject({ refusal: { reason: 'TOO_COMPLEX' } });
  });
});

test('a process that only waits says nothing of the document', async () => {
  await withWorker(BEGAN, { timeoutMs: 50, patienceMs: 300 }, async (waiting) => {
    await expect(waiting.read(confirmation, 'BANK')).rejects.toThrow(ReaderUnavailableError);
  });
});

test("processor time that was used before the document began is not the document's", async () => {
  const spin = `const end = performance.now() + 500; while (performance.now() < end);`;
  const answer = `process.send({ kind: 'read', id, extraction: { outcome: 'refused', refusal: { reason: 'NO_TEXT', message: '' } } });`;
  await withWorker(`${spin} ${BEGAN} setTimeout(() => { ${answer} }, 300);`, { timeoutMs: 200 }, async (late) => {
    expect(await late.read(confirmation, 'BANK')).toMatchObject({ refusal: { reason: 'NO_TEXT' } });
  });
});

test('a process that no document comes for ends where it is told when, and the next document has a new one', async () => {
  const answer = `process.send({ kind: 'read', id, extraction: { outcome: 'refused', refusal: { reason: 'NO_TEXT', message: String(process.pid) } } });`;
  const pidOf = async (own: ConfirmationReader) => {
    const extraction = await own.read(confirmation, 'BANK');
    return Number(extraction.outcome === 'refused' ? extraction.refusal.message : undefined);
  };
  await withWorker(`${BEGAN} ${answer}`, { idleMs: 50, startsAtOnce: false }, async (own) => {
    const first = await pidOf(own);
    await vi.waitFor(() => expect(() => process.kill(first, 0)).toThrow('ESRCH'), { timeout: 60_000 });
    expect(await pidOf(own)).not.toBe(first);
  });
  await withWorker(`${BEGAN} ${answer}`, { idleMs: 600_000 }, async (own) => {
    expect(await pidOf(own)).toBe(await pidOf(own));
  });
});

test('a process that is told to stands back for others', async () => {
  const refusal = `{ reason: 'NO_TEXT', message: String(process.getBuiltinModule('node:os').getPriority()) }`;
  const answer = `process.send({ kind: 'read', id, extraction: { outcome: 'refused', refusal: ${refusal} } });`;
  await withWorker(answer, { niceness: 10 }, async (nice) => {
    expect(await nice.read(confirmation, 'BANK')).toMatchObject({ refusal: { message: '10' } });
  });
});

test('a process that ends before it begins, or is killed by another, says nothing of the document', async () => {
  await withWorker('process.exit(3);', {}, async (ending, replace) => {
    await expect(ending.read(confirmation, 'BANK')).rejects.toThrow(ReaderUnavailableError);
    replace(`${BEGAN} setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50);`);
    await expect(ending.read(confirmation, 'BANK')).rejects.toThrow(ReaderUnavailableError);
  });
});

test('a document that breaks its process, and a new one too, is refused', async () => {
  await withWorker(`${BEGAN} setTimeout(() => process.exit(3), 20);`, {}, async (breaking) => {
    expect(await breaking.read(confirmation, 'BANK')).toMatchObject({ refusal: { reason: 'CORRUPT_PDF' } });
  });
});

test('a process that broke after it read another document is replaced, and the document read again', async () => {
  const answer = `process.send({ kind: 'read', id, extraction: { outcome: 'refused', refusal: { reason: 'NO_TEXT', message: '' } } });`;
  const work = `${BEGAN} setTimeout(() => { if (id === 2) process.exit(3); ${answer} }, 20);`;
  await withWorker(work, {}, async (breaking) => {
    for (let read = 0; read < 2; read++) {
      expect(await breaking.read(confirmation, 'BANK')).toMatchObject({ refusal: { reason: 'NO_TEXT' } });
    }
  });
});

test('a process that fills the memory outside its heap is killed, and so is the next', async () => {
  const filling = `${BEGAN} const all = []; setInterval(() => all.push(Buffer.alloc(20_000_000, 1)), 5);`;
  await withWorker(filling, { timeoutMs: 60_000, maxMemoryBytes: 300_000_000 }, async (limited) => {
    const refused = { reason: 'TOO_COMPLEX', message: 'Reading the document took over 286 MB of memory.' };
    expect(await limited.read(confirmation, 'BANK')).toEqual({ outcome: 'refused', refusal: refused });
    expect(await limited.read(confirmation, 'BANK')).toEqual({ outcome: 'refused', refusal: refused });
  });
});

test('closing settles the documents that wait and the one that is being read', async () => {
  await withWorker('', { timeoutMs: 60_000 }, async (closing) => {
    const reads = [1, 2, 3].map(() => closing.read(confirmation, 'BANK'));
    setTimeout(() => closing.close(), 50);
    const settled = await Promise.allSettled(reads);
    expect(settled.map((read) => (read.status === 'rejected' ? read.reason.name : 'read'))).toEqual(
      Array.from({ length: 3 }, () => 'ReaderClosedError'),
    );
    await expect(closing.read(confirmation, 'BANK')).rejects.toThrow('closed');
  });
});

test('a signal to the whole group, as Ctrl-C sends it, breaks no document that is being read', async () => {
  const own = createConfirmationReader({ concurrency: 1 });
  try {
    await own.read(confirmation, 'BANK');
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').map(Number);
    const reading = own.read(confirmation, 'BANK');
    for (const pid of children) if (isReader(pid)) process.kill(pid, 'SIGINT');
    expect(await reading).toMatchObject({ outcome: 'extracted' });
  } finally {
    await own.close();
  }
});

function isReader(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reader-process');
}
