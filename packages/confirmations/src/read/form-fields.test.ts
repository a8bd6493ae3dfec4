import { catalog, PAGES, pdf, stream } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { lineText } from './positioned-text.ts';
import { readText } from './read-text.ts';

const FONT = '/Resources<</Font<</F0<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>';

/** A page with a label, and a field beside it that has one value and shows another. */
async function read(field: string, appearance = '/Tx BMC BT /F0 10 Tf 0 g 2 3 Td (USD 5,000,000.00) Tj ET EMC') {
  const bytes = pdf([
    catalog('/AcroForm<</Fields[5 0 R]/DR<</Font<</F0<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>'),
    PAGES,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${FONT}/Contents 4 0 R/Annots[5 0 R]>>`,
    stream('', Buffer.from('BT /F0 10 Tf 50 703 Td (Notional) Tj ET')),
    `<</Type/Annot/Subtype/Widget/FT/Tx/T(Notional)/V(USD 9)/Rect[200 700 400 715]/AP<</N 6 0 R>>${field}>>`,
    stream(`/Type/XObject/Subtype/Form/BBox[0 0 200 15]${FONT}`, Buffer.from(appearance)),
  ]);
  const { lines, hiddenRuns } = await readText(bytes);
  return { text: lines.map(lineText), hiddenRuns };
}

test('a filled field is read beside its label, by what it shows and not by its value', async () => {
  expect(await read('/DA(/F0 10 Tf 0 g)/F 4')).toEqual({ text: ['Notional  USD 5,000,000.00'], hiddenRuns: 0 });
});

test.each([
  ['hidden', '/DA(/F0 10 Tf 0 g)/F 2'],
  ['not to be viewed', '/DA(/F0 10 Tf 0 g)/F 32'],
  ['white', '/DA(/F0 10 Tf 1 g)/F 4'],
])('a field that is %s is not read', async (_name, field) => {
  expect((await read(field)).text).toEqual(['Notional']);
});

test('an empty field leaves its label alone', async () => {
  expect(await read('/DA(/F0 10 Tf 0 g)/F 4', '/Tx BMC EMC')).toEqual({ text: ['Notional'], hiddenRuns: 0 });
});
