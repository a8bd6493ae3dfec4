import { annotation, type DrawnPage, drawnPdf, drawnText } from '@trade-matching/confirmation-samples/pdf';
import { describe, expect, test } from 'vitest';
import { boxesOf, boxOfLine, lineText } from './positioned-text.ts';
import { readText } from './read-text.ts';

const rounded = (box: object | undefined) =>
  box && Object.fromEntries(Object.entries(box).map(([key, value]) => [key, Math.round(value)]));

/** Of the figures of `Notional: 5,000`, written 100 points from the left and 200 from the bottom, 10 points high. */
async function boxOfValue(page: DrawnPage, before = '') {
  const { lines } = await readText(drawnPdf([`q ${before}`, drawnText('Notional: 5,000', 100, 200), 'Q'], page));
  const [segment] = lines[0]?.segments ?? [];
  if (!segment) throw new Error('no text');
  const from = segment.text.indexOf('5');
  return rounded(boxesOf(segment, from)[0]);
}

// `Notional: ` is 42.2 points wide in Helvetica of 10, `5,000` 25.0.
const PAGES: readonly [string, DrawnPage, string, object][] = [
  ['a page as it is', {}, '', { x: 142, y: 634, width: 25, height: 10 }],
  ['a page cut to a crop box', { cropBox: [50, 100, 500, 800] }, '', { x: 92, y: 592, width: 25, height: 10 }],
  ['a page that is shown turned, with level text', { rotate: 90 }, '', { x: 198, y: 142, width: 10, height: 25 }],
  [
    'a page that is shown turned as its text is',
    { rotate: 90 },
    '0 1 -1 0 595 0 cm',
    { x: 142, y: 387, width: 25, height: 10 },
  ],
  ['a page upside down', { rotate: 180 }, '', { x: 428, y: 198, width: 25, height: 10 }],
];

test.each(PAGES)('the box of a value on %s is where it is shown', async (_name, page, before, box) => {
  expect(await boxOfValue(page, before)).toEqual(box);
});

describe('boxes', () => {
  test('of a word that a line breaks are two', async () => {
    const content = [drawnText('Modi-', 100, 200), drawnText('fied Following', 100, 188)];
    const { lines } = await readText(drawnPdf(content));
    expect(lines.map(lineText)).toEqual(['Modified', 'Following']);
    const [segment] = lines[0]?.segments ?? [];
    expect(boxesOf(segment ?? { text: '', x: 0, right: 0 }).map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [100, 634],
      [100, 646],
    ]);
  });

  test('of a line hold all its cells, and marks have theirs', async () => {
    const content = [drawnText('Strike', 60, 700), drawnText('1.08', 300, 700)];
    const { lines, marks } = await readText(
      drawnPdf(content, { annotations: [annotation('Highlight', [300, 698, 320, 710])] }),
    );
    expect(lines[0] && rounded(boxOfLine(lines[0]))).toEqual({ x: 60, y: 134, width: 259, height: 10 });
    expect(rounded(marks[0]?.box)).toEqual({ x: 300, y: 132, width: 20, height: 12 });
  });
});
