import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Reason } from '@trade-matching/domain';
import { afterAll, describe, expect, test } from 'vitest';
import { renderConfirmation } from '../render/render-confirmation.ts';
import { samplePair } from '../render/sample-trades.ts';
import { createConfirmationReader } from './confirmation-reader.ts';

const reader = createConfirmationReader();
afterAll(() => reader.close());

const confirmation = Buffer.from(renderConfirmation(samplePair(2).bank, 'letter'));

/** A PDF of these objects, the first of which is its catalog. */
function pdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  });
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const PAGES = '<</Type/Pages/Count 1/Kids[3 0 R]>>';
const PAGE_OBJECT = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>';
const catalog = (more: string) => `<</Type/Catalog/Pages 2 0 R${more}>>`;

function stream(dictionary: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

function ascii85(data: Buffer): Buffer {
  let text = '';
  for (let i = 0; i < data.length; i += 4) {
    const chunk = Buffer.alloc(4);
    const length = data.copy(chunk, 0, i, i + 4);
    let value = chunk.readUInt32BE();
    let digits = '';
    for (let d = 0; d < 5; d++) {
      digits = String.fromCharCode(33 + (value % 85)) + digits;
      value = Math.floor(value / 85);
    }
    text += digits.slice(0, length + 1);
  }
  return Buffer.from(`${text}~>`);
}

const hidden = (object: string) => {
  const header = '5 0 ';
  return stream(
    `/Type/ObjStm/N 1/First ${header.length}/Filter/FlateDecode`,
    deflateSync(Buffer.from(header + object)),
  );
};
const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024, 0x20));

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
  const plain = pdf([
    catalog('/OpenAction[3 0 R/Fit]'),
    PAGES,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F0<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>',
    stream('', Buffer.from(text)),
  ]);
  expect(await reader.read(plain, 'BANK')).toMatchObject({ refusal: { reason: 'NOT_A_CONFIRMATION' } });
});

test('a process that hangs is killed in time, one that ends is replaced', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reader-'));
  const workerPath = path.join(folder, 'worker.mjs');
  writeFileSync(workerPath, `process.on('message', ({ id }) => { if (id === 1) return; process.exit(3); });`);
  const hanging = createConfirmationReader({ workerPath, timeoutMs: 300, concurrency: 1 });
  try {
    expect(await hanging.read(confirmation, 'BANK')).toMatchObject({ refusal: { reason: 'TOO_COMPLEX' } });
    writeFileSync(workerPath, `process.on('message', () => process.exit(3));`);
    expect(await hanging.read(confirmation, 'BANK')).toMatchObject({ refusal: { reason: 'CORRUPT_PDF' } });
  } finally {
    await hanging.close();
    rmSync(folder, { recursive: true });
  }
});
