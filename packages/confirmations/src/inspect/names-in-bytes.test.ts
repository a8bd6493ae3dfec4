import { catalog, hidden, PAGE_OBJECT, PAGES, pdf, stream } from '@trade-matching/confirmation-samples/pdf';
import { describe, expect, test } from 'vitest';
import { inspectPdf } from './inspect-pdf.ts';

const withCatalog = (more: string, ...objects: (string | Buffer)[]) =>
  pdf([catalog(more), PAGES, PAGE_OBJECT, ...objects]);
const SCRIPT = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
/** Objects that readers find and the parser that inspects a file does not. */
const OUT_OF_SIGHT: readonly [string, Buffer][] = [
  ['in an object stream without a type', withCatalog('/OpenAction 5 0 R', hidden(SCRIPT, '/Filter/FlateDecode'))],
  [
    'in an object stream of another type',
    withCatalog('/OpenAction 5 0 R', hidden(SCRIPT, '/Type/X/Filter/FlateDecode')),
  ],
  [
    'in an object stream with a short filter',
    withCatalog('/OpenAction 5 0 R', hidden(SCRIPT, '/Type/ObjStm/Filter/Fl')),
  ],
  [
    'in an object stream whose filter comes later',
    withCatalog('/OpenAction 5 0 R', hidden(SCRIPT, '/Type/ObjStm/Filter 6 0 R'), '<<>>', '/FlateDecode'),
  ],
  [
    'in an object stream after an object that cannot be read',
    withCatalog(
      '/OpenAction 6 0 R',
      stream('/Type/ObjStm/N 2/First 9', Buffer.from(`5 0 6 13 <</A [ << ( > ${SCRIPT}`)),
    ),
  ],
  [
    'in an object stream whose dictionary has a string in it',
    withCatalog('/OpenAction 5 0 R', hidden(SCRIPT, '/Filter/FlateDecode/X(9 0 obj)')),
  ],
  [
    'inside another stream',
    withCatalog('/OpenAction 6 0 R', stream('', Buffer.from(`text\n6 0 obj\n${SCRIPT}\nendobj`))),
  ],
  ['inside a string', withCatalog('/OpenAction 6 0 R', `(text\n6 0 obj ${SCRIPT} endobj)`)],
  ['inside a comment', withCatalog('/OpenAction 6 0 R', `% 6 0 obj ${SCRIPT} endobj\n()`)],
];

const UNREADABLE: readonly [string, Buffer][] = [
  [
    'an object stream with a predictor',

    withCatalog('', hidden('<</A 1>>', '/Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>')),
  ],
  ['an object stream with its filter as F', withCatalog('', hidden(SCRIPT, '/Type/ObjStm/F/FlateDecode'))],
  [
    'an object stream of no objects',

    withCatalog('', stream('/Type/ObjStm/N 1/First 4', Buffer.from('LZW?'))),
  ],
];

describe('JavaScript out of the sight of the parser', () => {
  test.each(OUT_OF_SIGHT)('%s is refused', async (_name, bytes) => {
    expect(await inspectPdf(bytes)).toMatchObject({ refusal: { reason: 'ACTIVE_CONTENT' } });
  });
});

test.each(UNREADABLE)('%s is corrupt, whatever is in it', async (_name, bytes) => {
  expect(await inspectPdf(bytes)).toMatchObject({ refusal: { reason: 'CORRUPT_PDF' } });
});
