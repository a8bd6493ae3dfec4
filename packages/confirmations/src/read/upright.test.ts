import { catalog, PAGES, pdf, stream } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { lineText } from './positioned-text.ts';
import { readText } from './read-text.ts';

const FONT = '/Resources<</Font<</F0<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>';

/** Two lines of two columns, written with this matrix before them. */
async function read(page: string, matrix: string) {
  const text = [
    'BT /F0 10 Tf 50 700 Td (Trade Date) Tj 200 0 Td (4 May 2026) Tj ET',
    'BT /F0 10 Tf 50 680 Td (Strike) Tj 200 0 Td (1.08) Tj ET',
  ];
  const bytes = pdf([
    catalog(''),
    PAGES,
    `<</Type/Page/Parent 2 0 R${FONT}${page}/Contents 4 0 R>>`,
    stream('', Buffer.from(`${matrix} cm\n${text.join('\n')}`)),
  ]);
  const { lines, hiddenRuns } = await readText(bytes);
  return { text: lines.map(lineText), hiddenRuns };
}

const PORTRAIT = '/MediaBox[0 0 595 842]';
const LANDSCAPE = '/MediaBox[0 0 842 595]';

test.each([
  ['level', PORTRAIT, '1 0 0 1 0 0'],
  ['level, on a page that is shown turned', `${PORTRAIT}/Rotate 90`, '1 0 0 1 0 0'],
  ['upwards, on a page that is turned to the right', `${LANDSCAPE}/Rotate 90`, '0 1 -1 0 842 0'],
  ['downwards, on a page that is turned to the left', `${LANDSCAPE}/Rotate 270`, '0 -1 1 0 0 595'],
  ['upside down, on a page that is turned about', `${PORTRAIT}/Rotate 180`, '-1 0 0 -1 595 842'],
  ['in tenths of an inch, on a page that says so', '/MediaBox[0 0 82.64 116.94]/UserUnit 7.2', '0.1389 0 0 0.1389 0 0'],
])('text that runs %s is read line by line', async (_name, page, matrix) => {
  expect(await read(page, matrix)).toEqual({ text: ['Trade Date  4 May 2026', 'Strike  1.08'], hiddenRuns: 0 });
});
