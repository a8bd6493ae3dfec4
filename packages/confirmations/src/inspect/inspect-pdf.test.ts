import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { ascii85, catalog, hidden, PAGE_OBJECT, PAGES, pdf, stream } from '@trade-matching/confirmation-samples/pdf';
import type { Reason } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { inspectPdf } from './inspect-pdf.ts';

const MEGABYTE = 1024 * 1024;
const spaces = deflateSync(Buffer.alloc(200 * MEGABYTE, 0x20));
const withPage = (more: string, ...objects: (string | Buffer)[]) =>
  pdf([catalog(''), PAGES, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>${more}>>`, ...objects]);
const withCatalog = (more: string, ...objects: (string | Buffer)[]) =>
  pdf([catalog(more), PAGES, PAGE_OBJECT, ...objects]);
const withStream = (...objects: (string | Buffer)[]) => withCatalog('', ...objects);

/** The zlib stream with a stored block that spells `endstream` before the rest. */
function spellingEndstream(inflated: Buffer): Buffer {
  const word = Buffer.from('\nendstream\n');
  const stored = Buffer.concat([Buffer.from([0x78, 0x01, 0x00, word.length, 0, ~word.length & 0xff, 0xff]), word]);
  return Buffer.concat([stored, deflateSync(inflated).subarray(2)]);
}

/** LZW data of one byte, repeated: each code stands for one byte more than the last. */
function lzwBomb(codes: number): Buffer {
  let bits = '';
  const put = (code: number, width: number) => {
    bits += code.toString(2).padStart(width, '0');
  };
  for (let done = 0; done < codes; ) {
    put(256, done === 0 ? 9 : 12);
    put(32, 9);
    for (let next = 258; next < 4095 && done < codes; next++, done++) {
      put(next, next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9);
    }
  }
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}

const BOMBS: readonly [string, Buffer][] = [
  ['with a dictionary of 10 KB', withStream(stream(`/Filter/FlateDecode/Note(${'x'.repeat(10_240)})`, spaces))],
  ['with its filter in another object', withStream(stream('/Filter 5 0 R', spaces), '/FlateDecode')],
  ['that spells endstream', withStream(stream('/Filter/FlateDecode', spellingEndstream(Buffer.alloc(200 * MEGABYTE))))],
  ['without a filter stated', withStream(stream('', spaces))],
  ['in ASCII85', withStream(stream('/Filter[/A85/Fl]', ascii85(spaces)))],
  [
    'in ASCII85 with its filters in another object',
    withStream(stream('/Filter 5 0 R', ascii85(spaces)), '[/ASCII85Decode/FlateDecode]'),
  ],
  ['in hexadecimal', withStream(stream('/Filter[/AHx/Fl]', Buffer.from(`${spaces.toString('hex')}>`)))],
  ['deflated twice', withStream(stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(spaces)))],
  [
    'with a wrong checksum',
    withStream(
      ...Array.from({ length: 12 }, () =>
        stream('/Filter/FlateDecode', wrongChecksum(deflateSync(Buffer.alloc(12 * MEGABYTE)))),
      ),
    ),
  ],
  [
    'in many streams',
    withStream(
      ...Array.from({ length: 30 }, () => stream('/Filter/FlateDecode', deflateSync(Buffer.alloc(4 * MEGABYTE)))),
    ),
  ],
  ['in LZW', withStream(stream('/Filter/LZWDecode', lzwBomb(60_000)))],
  [
    'whose stream begins a line late',
    withStream(
      Buffer.concat([Buffer.from('<</Filter/FlateDecode/Length 9>>\nstream   \n'), spaces, Buffer.from('\nendstream')]),
    ),
  ],
];

function wrongChecksum(data: Buffer): Buffer {
  data.writeUInt32BE(0, data.length - 4);
  return data;
}

const ACTIVE: readonly [string, Buffer][] = [
  ['JavaScript on opening', withCatalog('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>')],
  ['JavaScript with an escaped name', withCatalog('/OpenAction<</S/Java#53cript>>')],
  ['JavaScript named in another object', withCatalog('/OpenAction<</S 4 0 R>>', '/JavaScript')],
  ['JavaScript in the names', withCatalog('/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>')],
  ['JavaScript when a page opens', withPage('/AA<</O<</S/JavaScript/JS(1)>>>>')],
  ['JavaScript when the document closes', withCatalog('/AA<</WC<</S/JavaScript/JS(1)>>>>')],
  [
    'JavaScript under the mouse',
    withPage('/Annots[<</Type/Annot/Subtype/Widget/Rect[0 0 1 1]/AA<</E<</S/JavaScript/JS(1)>>>>>>]'),
  ],
  [
    'a program behind a link',
    withPage('/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/Launch/F(cmd.exe)>>>>]'),
  ],
  [
    'a program after a harmless action',
    withPage(
      '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/GoTo/D[3 0 R/Fit]/Next[<</S/La#75nch/F(x)>>]>>>>]',
    ),
  ],
  ['a program in an object stream', withCatalog('/OpenAction 5 0 R', hidden('<</S/Launch/F(cmd.exe)>>'))],
  ['a web address on opening', withCatalog('/OpenAction<</S/URI/URI(https://example.com/)>>')],
  ['a web address when a page opens', withPage('/AA<</O 4 0 R>>', '<</S/URI/URI(https://example.com/)>>')],
  [
    'a form that is sent',
    withPage('/Annots[<</Type/Annot/Subtype/Widget/Rect[0 0 1 1]/A<</S/SubmitForm/F(https://example.com)>>>>]'),
  ],
  ['a link to a script', withPage('/Annots[<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(JavaScript:alert\\(1\\))>>>>]')],
  ['a link to a file', withPage('/Annots[<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(file:///etc/passwd)>>>>]')],
  ['an XFA form', withCatalog('/AcroForm<</XFA(x)/Fields[]>>')],
  ['rich media', withPage('/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 1 1]>>]')],
  [
    'JavaScript in an object that was replaced later',
    Buffer.concat([
      withCatalog('/OpenAction 4 0 R', '<</S/JavaScript/JS(1)>>'),
      Buffer.from('\n4 0 obj\n<<>>\nendobj\n'),
    ]),
  ],
];

const EMBEDDED: readonly [string, Buffer][] = [
  ['in the names', withCatalog('/Names<</EmbeddedFiles<</Names[]>>>>')],
  [
    'in an annotation',
    withPage('/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 1 1]/FS<</Type/Filespec/F(a)>>>>]'),
  ],
  [
    'as an associated file',
    withCatalog('/AF[<</Type/Filespec/F(a.xml)/EF<</F 4 0 R>>>>]', stream('/Type/EmbeddedFile', Buffer.from('x'))),
  ],
  ['as a portfolio', withCatalog('/Collection<</View/D>>')],
];

const kids = (count: number) => Array.from({ length: count }, (_, i) => `${3 + i} 0 R`).join(' ');
const OTHERS: readonly [string, Reason, Buffer][] = [
  ['no catalog', 'CORRUPT_PDF', pdf(['(nothing)', PAGES, PAGE_OBJECT])],
  ['no pages', 'CORRUPT_PDF', pdf([catalog(''), '<</Type/Pages/Count 0/Kids[]>>'])],
  ['a page tree that contains itself', 'CORRUPT_PDF', pdf([catalog(''), '<</Type/Pages/Count 1/Kids[2 0 R]>>'])],
  [
    '300 pages',
    'TOO_COMPLEX',
    pdf([
      catalog(''),
      `<</Type/Pages/Count 300/Kids[${kids(300)}]>>`,
      ...Array.from({ length: 300 }, () => PAGE_OBJECT),
    ]),
  ],
  [
    '300 pages that it calls one',
    'TOO_COMPLEX',
    pdf([catalog(''), `<</Type/Pages/Count 1/Kids[${kids(300)}]>>`, ...Array.from({ length: 300 }, () => PAGE_OBJECT)]),
  ],
  [
    'a page tree 200 deep',
    'TOO_COMPLEX',
    pdf([
      catalog(''),
      ...Array.from({ length: 200 }, (_, i) => `<</Type/Pages/Count 1/Kids[${i + 3} 0 R]>>`),
      PAGE_OBJECT,
    ]),
  ],
  [
    '150,000 objects',
    'TOO_COMPLEX',
    Buffer.concat([withCatalog(''), Buffer.from('9 0 obj\n0\nendobj\n'.repeat(150_000))]),
  ],
  ['150,000 streams in a stream', 'TOO_COMPLEX', withStream(stream('', Buffer.from('stream\n'.repeat(150_000))))],
  ['arrays in arrays, 100,000 deep', 'TOO_COMPLEX', withCatalog('', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  ['a program in front of it', 'NOT_A_PDF', Buffer.concat([Buffer.from('MZ\x90\n'), withCatalog('')])],
  ['an archive in front of it', 'NOT_A_PDF', Buffer.concat([Buffer.from('PK\x03\x04\n'), withCatalog('')])],
  ['a web page in front of it', 'NOT_A_PDF', Buffer.concat([Buffer.from('<html><script>'), withCatalog('')])],
  [
    'an unknown encryption',
    'ENCRYPTED_PDF',
    Buffer.from(
      withCatalog('').toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R/Encrypt<</Filter/Acme.Vault/V 9>>'),
      'latin1',
    ),
  ],
];

const HARMLESS: readonly [string, Buffer][] = [
  ['opens at a page', withCatalog('/OpenAction[3 0 R/Fit]')],
  ['opens by turning to a page', withCatalog('/OpenAction<</S/GoTo/D[3 0 R/Fit]>>')],
  [
    'links to the web',
    withPage('/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(https://example.com/)>>>>]'),
  ],
  ['has an array of 300,000', withCatalog('', `[${'0 '.repeat(300_000)}]`)],
  [
    'speaks of JavaScript in its text',
    withPage('/Contents 4 0 R', stream('', Buffer.from('BT/F0 9 Tf(See /JavaScript and /Launch)Tj ET'))),
  ],
  [
    'speaks of JavaScript in its title',
    withCatalog('/Info 4 0 R', '<</Title(How /JavaScript \\(and /Launch\\) work)/Subject(/EmbeddedFile)>>'),
  ],
  ['has a font named JS', withPage('', '<</Font<</JS<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>')],
  [
    'has pictures named EF and AF',
    withPage('', '<</XObject<</EF 5 0 R/AF 5 0 R>>>>', stream('/Subtype/Form/BBox[0 0 1 1]', Buffer.from('q Q'))),
  ],
  ['has an empty list of files', withCatalog('/AF[]')],
  ['has an object stream', withStream(hidden('<</Producer(a)>>'))],
  [
    'has headers of a mail in front of it',
    Buffer.concat([Buffer.from('Content-Type: application/pdf\n\n'), withCatalog('')]),
  ],
  [
    'links to a mail address',
    withPage('/Annots[<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(mailto:a@example.com)>>>>]'),
  ],
  ['has megabytes behind its end', Buffer.concat([withCatalog(''), Buffer.alloc(MEGABYTE, 'A')])],
  ['has LZW in it', withStream(stream('/Filter/LZWDecode', lzwBomb(300)))],
  ['was printed here', Buffer.from(renderConfirmation(samplePair(1).bank, 'grid'))],
];

const reasonOf = async (bytes: Uint8Array) => {
  const inspection = await inspectPdf(bytes);
  return inspection.ok ? 'ok' : inspection.refusal.reason;
};

describe('a bomb', () => {
  test.each(BOMBS)('%s is refused', async (_name, bytes) => {
    expect(await reasonOf(bytes)).toBe('TOO_COMPLEX');
  });
});

describe('active content', () => {
  test.each(ACTIVE)('%s is refused', async (_name, bytes) => {
    expect(await reasonOf(bytes)).toBe('ACTIVE_CONTENT');
  });
});

describe('a file in the file', () => {
  test.each(EMBEDDED)('%s is refused', async (_name, bytes) => {
    expect(await reasonOf(bytes)).toBe('EMBEDDED_FILE');
  });
});

test.each(OTHERS)('a document with %s is %s', async (_name, reason, bytes) => {
  expect(await reasonOf(bytes)).toBe(reason);
});

test.each(HARMLESS)('a document that %s may be opened', async (_name, bytes) => {
  expect(await reasonOf(bytes)).toBe('ok');
});

async function encrypted(
  passwords: { userPassword?: string; ownerPassword: string },
  fill: (document: PDFDocument) => void = (document) => document.addPage().drawText('Confirmation'),
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  fill(document);
  document.encrypt(passwords);
  return document.save();
}

test('a document is encrypted if it needs a password, and open if only changing it does', async () => {
  expect(await reasonOf(await encrypted({ userPassword: 'a', ownerPassword: 'b' }))).toBe('ENCRYPTED_PDF');
  expect(await reasonOf(await encrypted({ ownerPassword: 'b' }))).toBe('ok');
});

test('what is encrypted against changes is inspected all the same', async () => {
  const script = await encrypted({ ownerPassword: 'b' }, (document) => {
    document.addPage();
    document.addJavaScript('greeting', 'app.alert(1)');
  });
  expect(await reasonOf(script)).toBe('ACTIVE_CONTENT');
  const bomb = await encrypted({ ownerPassword: 'b' }, (document) => {
    document.addPage();
    document.context.register(PDFRawStream.of(document.context.obj({ Filter: 'FlateDecode' }), spaces));
  });
  expect(await reasonOf(bomb)).toBe('TOO_COMPLEX');
});
