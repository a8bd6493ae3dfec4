import { drawnPdf, drawnText } from '@trade-matching/confirmation-samples/pdf';
import { describe, expect, test } from 'vitest';
import { flagsOfMarks } from './marks.ts';
import { maySayATerm, unreadPictures } from './pictures.ts';
import { readText } from './read-text.ts';
import type { TextRun } from './text-run.ts';

const A4 = { width: 595, height: 842 };
const run = (text: string, x: number, y: number): TextRun => ({
  text,
  x,
  y,
  width: 6 * text.length,
  height: 10,
  offsets: [...text, ''].map((_, i) => 6 * i),
  struck: false,
  faint: false,
  colored: false,
});
const TEXT = [run('Fixed Rate:', 60, 300), run('Authorised signatory', 60, 700)];

describe('a picture on a page of text', () => {
  test.each([
    ['a table pasted below the terms', { x: 60, y: 400, width: 400, height: 120 }],
    ['one line of text', { x: 60, y: 400, width: 180, height: 12 }],
    ['as large as the page', { x: 0, y: 0, width: 595, height: 842 }],
    ['beside the signatures, and larger than one', { x: 60, y: 600, width: 400, height: 160 }],
  ])('that is %s is not read', (_what, box) => expect(unreadPictures([box], TEXT, A4)).toEqual([box]));

  test.each([
    ['a letterhead', { x: 0, y: 0, width: 595, height: 110 }],
    ['a print along the foot', { x: 0, y: 790, width: 595, height: 40 }],
    ['a seal', { x: 480, y: 300, width: 70, height: 70 }],
    ['a signature', { x: 60, y: 640, width: 160, height: 45 }],
    ['a rule', { x: 60, y: 400, width: 480, height: 1 }],
  ])('that is %s says nothing', (_what, box) => expect(unreadPictures([box], TEXT, A4)).toEqual([]));

  test('cut into strips is one', () => {
    const strips = [0, 1, 2, 3].map((i) => ({ x: 60, y: 400 + 6 * i, width: 300, height: 6 }));
    expect(unreadPictures(strips, TEXT, A4)).toEqual([{ x: 60, y: 400, width: 300, height: 24 }]);
  });
});

const PICTURE = (x: number, y: number, width: number, height: number) =>
  `q ${width} 0 0 ${height} ${x} ${y} cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q`;
const PAGE = ['Trade Date:', 'Fixed Rate:', 'Notional Amount:'].map((text, i) => drawnText(text, 60, 700 - 15 * i));
const flags = async (content: readonly string[]) =>
  flagsOfMarks((await readText(drawnPdf([...PAGE, ...content], { annotations: [] }))).marks);

test('a person is told where the picture is', async () => {
  expect(await flags([PICTURE(100, 400, 300, 80)])).toMatchObject([
    { code: 'UNREAD_VALUE', severity: 'review', message: expect.stringMatching(/picture.*page 1, 100 from the left/) },
  ]);
  expect(await flags([PICTURE(100, 730, 90, 40)])).toEqual([]);
});

test('text along the margin that may state a term is quoted', async () => {
  const along = (text: string) => drawnText(text, 30, 200, { angle: 90 });
  expect(await flags([along('the notional halves from 4 March 2029')])).toMatchObject([
    { code: 'UNREAD_VALUE', severity: 'review', message: expect.stringContaining('halves from 4 March 2029') },
  ]);
  expect(await flags([along('Form 448 / 03-2027')])).toEqual([]);
});

test.each([
  ['variable amounts are capped at 4.00 %', true],
  ['Der Nominalbetrag halbiert sich 2029', true],
  ['plafond applicable dès 2028', true],
  ['tetto 4,00 %', true],
  ['Knock-out at 1.20', true],
  ['Port Lisle Bank plc, registered in England and Wales no. 123456', false],
  ['Vordruck 448-2, Stand 03/2026', false],
  ['Page 1 of 2', false],
  ['RCS Paris 552 081 317', false],
  ['Printed on 12 March 2027 by J. Smith', false],
])('along the margin: %s', (text, may) => expect(maySayATerm(text)).toBe(may));
