import { annotation, drawnBar, drawnLine, drawnPdf, drawnText } from '@trade-matching/confirmation-samples/pdf';
import { describe, expect, test } from 'vitest';
import { flagsOfMarks } from './marks.ts';
import { lineText } from './positioned-text.ts';
import { readText } from './read-text.ts';

const LABEL = drawnText('Fixed Rate:', 60, 700);
// Helvetica's figures are 0.556 of its size, the point 0.278, the per cent sign 0.889: 3.7500% is 39.5 points wide.
const OLD = drawnText('3.7500%', 250, 700);
const NEW = drawnText('3.8500%', 300, 700);

async function read(content: readonly string[], annotations: readonly string[] = []) {
  const { lines, struck, marks, hiddenRuns } = await readText(drawnPdf(content, { annotations }));
  return { text: lines.map(lineText), struck: struck.map(lineText), flags: flagsOfMarks(marks), hiddenRuns };
}

const STRUCK: readonly [string, string[], string[]?][] = [
  ['a drawn line', [OLD, NEW, drawnLine(250, 703, 289.5, 703)]],
  ['a thin bar', [OLD, NEW, drawnBar(250, 702.6, 39.5, 0.8)]],
  ['two lines', [OLD, NEW, drawnLine(250, 702, 289.5, 702), drawnLine(250, 704, 289.5, 704)]],
  ['a line drawn before it', [drawnLine(249, 703, 291, 703), OLD, NEW]],
  ['a picture one point high', [OLD, NEW, 'q 39.5 0 0 0.8 250 702.5 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q']],
  ['dashes typed over it', [OLD, NEW, drawnText('-----------', 250, 700)]],
  ['an annotation', [OLD, NEW], [annotation('StrikeOut', [250, 698, 289.5, 708])]],
  ['a line through part of one run', [drawnText('3.7500% 3.8500%', 250, 700), drawnLine(250, 703, 289.5, 703)]],
];

describe('text that is struck through', () => {
  test.each(STRUCK)('by %s is no live text', async (_name, content, annotations) => {
    const { text, struck, flags } = await read([LABEL, ...content], annotations);
    expect(text).toEqual(['Fixed Rate:  3.8500%']);
    expect(struck).toEqual(['3.7500%']);
    expect(flags).toContainEqual(
      expect.objectContaining({ code: 'MARKED_UP', severity: 'review', message: expect.stringContaining('3.7500%') }),
    );
  });

  test('is a line of its own where the whole line is struck, and the lines below keep their numbers', async () => {
    const content = [LABEL, OLD, drawnLine(55, 703, 300, 703), drawnText('Spread:', 60, 680)];
    const { lines, struck } = await readText(drawnPdf(content));
    expect(struck.map(({ number, segments }) => [number, segments.map((each) => each.struck)])).toEqual([
      [1, [true, true]],
    ]);
    expect(lines.map(({ number }) => number)).toEqual([2]);
  });
});

const NOT_STRUCK: readonly [string, string[]][] = [
  ['an underline', [drawnLine(250, 698.5, 289.5, 698.5)]],
  ['the rules of a table', [drawnLine(50, 696, 500, 696), drawnLine(50, 711, 500, 711), drawnLine(240, 696, 240, 711)]],
  ['a box around it', ['q 0 G 0.5 w 245 696 60 15 re S Q']],
  ['a white line', ['q 1 G 0.7 w 250 703 m 290 703 l S Q']],
  [
    'the frame that has a gap for it, cut out by the even-odd rule',
    ['q 0 0 612 792 re 240 690 100 20 re W* n 0 G 0.5 w 150 600 300 103 re S Q'],
  ],
  ['a shaded row', [drawnBar(50, 697, 500, 13, '0.9 g')]],
  ['a rule behind a heading, under a white box', []],
];

describe('text that is not struck through', () => {
  test.each(NOT_STRUCK)('by %s is read', async (_name, drawn) => {
    const { text, flags } = await read([...drawn, LABEL, OLD]);
    expect(text).toEqual(['Fixed Rate:  3.7500%']);
    expect(flags).toEqual([]);
  });

  test('a rule that a white box covers behind a heading strikes nothing', async () => {
    const heading = [drawnLine(50, 703, 500, 703), drawnBar(240, 697, 60, 13, '1 g'), drawnText('Terms', 250, 700)];
    expect(await read(heading)).toMatchObject({ text: ['Terms'], flags: [] });
  });
});

test('lines across a block leave its text, but a person has to look', async () => {
  const { text, flags } = await read([LABEL, OLD, drawnLine(60, 650, 480, 750), drawnLine(60, 750, 480, 650)]);
  expect(text).toEqual(['Fixed Rate:  3.7500%']);
  expect(flags).toEqual([expect.objectContaining({ code: 'MARKED_UP', severity: 'review' })]);
});

describe('text that is painted over', () => {
  test('in part of a run is left out, and the new text over it is read', async () => {
    const content = [
      drawnText('Fixed Rate:            3.7500% per annum', 60, 700),
      drawnBar(142, 697, 43, 13, '1 g'),
      drawnText('3.8500%', 143, 700),
    ];
    const { text, hiddenRuns } = await read(content);
    expect(text).toEqual(['Fixed Rate:  3.8500% per annum']);
    expect(hiddenRuns).toBe(1);
  });

  test('by a highlighter is read', async () => {
    const content = [LABEL, OLD, 'q /Multiply gs 1 1 0 rg 245 697 60 13 re f Q'];
    expect(await read(content)).toMatchObject({ text: ['Fixed Rate:  3.7500%'], hiddenRuns: 0 });
  });
});
