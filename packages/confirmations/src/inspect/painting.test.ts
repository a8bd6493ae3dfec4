import { constants, deflateSync } from 'node:zlib';
import { catalog, PAGES, pdf, stream } from '@trade-matching/confirmation-samples/pdf';
import type { Reason } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { inspectPdf } from './inspect-pdf.ts';

const withPage = (more: string, ...objects: (string | Buffer)[]) =>
  pdf([catalog(''), PAGES, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>${more}>>`, ...objects]);
/** The page paints form 5, and each of the forms paints the next as often as this. */
const formsInForms = (depth: number, times: number) =>
  pdf([
    catalog(''),
    PAGES,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>',
    stream('', Buffer.from('/F Do')),
    ...Array.from({ length: depth }, (_, i) =>
      stream(
        `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F ${i + 6} 0 R>>>>`,
        Buffer.from('/F Do '.repeat(times)),
      ),
    ),
    stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]', Buffer.from('q Q')),
  ]);
/** In the middle of it a block of a kind that there is not. */
function damagedPage(): Buffer {
  const half = deflateSync(Buffer.from('BT (half of a page) Tj ET'), { finishFlush: constants.Z_FULL_FLUSH });
  return withPage('/Contents 4 0 R', stream('/Filter/FlateDecode', Buffer.concat([half, Buffer.alloc(9, 0xff)])));
}
function formThatPaintsItself(): Buffer {
  const form = '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>';
  return withPage('/Contents 4 0 R', stream('', Buffer.from('/F Do')), stream(form, Buffer.from('/F Do /F Do')));
}
const painting = (content: string) =>
  withPage('/Contents 4 0 R', stream('/Filter/FlateDecode', deflateSync(Buffer.from(content))));

const UNPAINTABLE: readonly [string, Reason, Buffer][] = [
  ['a page whose content is damaged', 'CORRUPT_PDF', damagedPage()],
  ['forms that paint forms, a billion in all', 'TOO_COMPLEX', formsInForms(9, 10)],
  ['forms in forms, 300 deep', 'TOO_COMPLEX', formsInForms(300, 1)],
  ['100,000 states saved', 'TOO_COMPLEX', painting('q '.repeat(100_000))],
  ['9 MB to paint', 'TOO_COMPLEX', painting('0 0 9 9 re f '.repeat(700_000))],
  [
    'a part painted 5,000 times',
    'TOO_COMPLEX',
    withPage(`/Contents[${'4 0 R '.repeat(5000)}]`, stream('', Buffer.from('0 0 9 9 re f '.repeat(200)))),
  ],
  [
    'a font that maps a billion characters',
    'TOO_COMPLEX',
    withPage(
      '',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>',
      stream('', Buffer.from(`9 beginbfrange\n${'<00000000> <0fffffff> <0041>\n'.repeat(9)}endbfrange`)),
    ),
  ],
];

const PAINTABLE: readonly [string, Buffer][] = [
  ['has a form that paints itself', formThatPaintsItself()],
  [
    'has content that begins like what is deflated',
    withPage('/Contents 4 0 R', stream('', Buffer.from('80 700 9 9 re f'))),
  ],
  ['saves and restores its state 50,000 times', painting('q Q '.repeat(50_000))],
  [
    'has a font that maps 40,000 characters, one by one and in ranges',
    withPage(
      '',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>',
      stream(
        '',
        Buffer.from(
          `2 beginbfchar\n${'<0003> <4e00>\n'.repeat(20_000)}endbfchar\n1 beginbfrange\n<0000> <4fff> <0041>\nendbfrange`,
        ),
      ),
    ),
  ],
];

test.each(UNPAINTABLE)('a document with %s is %s', async (_name, reason, bytes) => {
  expect(await inspectPdf(bytes)).toMatchObject({ refusal: { reason } });
});

test.each(PAINTABLE)('a document that %s may be opened', async (_name, bytes) => {
  expect(await inspectPdf(bytes)).toMatchObject({ ok: true });
});
