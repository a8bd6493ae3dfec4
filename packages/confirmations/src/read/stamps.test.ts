import { annotation, drawnPdf, drawnText, type TextStyle } from '@trade-matching/confirmation-samples/pdf';
import type { Flag } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { flagsOfMarks } from './marks.ts';
import { lineText } from './positioned-text.ts';
import { readText } from './read-text.ts';

const ROWS = ['Trade Date:|15 September 2026', 'Notional Amount:|USD 50,000,000.00', 'Fixed Rate:|3.7500%'];
const FORM = ROWS.flatMap((row, i) => {
  const [label = '', value = ''] = row.split('|');
  return [drawnText(label, 60, 700 - 15 * i), drawnText(value, 250, 700 - 15 * i)];
});
const READ = ROWS.map((row) => row.replace('|', '  '));

async function read(stamps: readonly string[], annotations: readonly string[] = [], stamp?: string) {
  const { lines, marks, hiddenRuns } = await readText(drawnPdf([...FORM, ...stamps], { annotations }, stamp));
  return { text: lines.map(lineText), marks, flags: flagsOfMarks(marks), hiddenRuns };
}

const tiled = (text: string, style: TextStyle) =>
  Array.from({ length: 40 }, (_, i) => drawnText(text, i % 2 === 0 ? 190 : 380, 715 - 7.5 * i, style));
const lettersUp = (text: string) =>
  [...text].map((letter, i) => drawnText(letter, 120 + 25 * i, 650 + 25 * i, { size: 40, angle: 45, color: '0.8 g' }));

const STAMPS: readonly [string, string[], string, Flag['severity']][] = [
  [
    'a red stamp across the page',
    [drawnText('SUPERSEDED', 200, 620, { size: 60, angle: 45, color: '0.9 0.2 0.2 rg' })],
    'SUPERSEDED',
    'review',
  ],
  ['a black one', [drawnText('VOID', 200, 620, { size: 60, angle: 30 })], 'VOID', 'review'],
  [
    'a grey watermark that runs level',
    [drawnText('DRAFT', 100, 660, { size: 80, color: '0.85 g' })],
    'DRAFT',
    'review',
  ],
  [
    'one that is see-through',
    [drawnText('SPECIMEN', 100, 660, { size: 50, color: '/Faint gs' })],
    'SPECIMEN',
    'review',
  ],
  ['one that has its letters turned one by one', lettersUp('ENTWURF'), 'ENTWURF', 'review'],
  ['grey words all over the page', tiled('COPY', { color: '0.8 g' }), 'COPY', 'warning'],
  ['a red word between label and value', [drawnText('ANNULÉ', 180, 685, { color: '1 0 0 rg' })], 'ANNULÉ', 'review'],
  [
    'one in several words',
    [drawnText('REPLACED BY HLB-5002', 100, 600, { size: 30, angle: 45 })],
    'REPLACED BY HLB-5002',
    'review',
  ],
  [
    'one that nobody listed',
    [drawnText('SEE NEW TERMS', 100, 600, { size: 30, angle: 45 })],
    'SEE NEW TERMS',
    'review',
  ],
  [
    'a Spanish copy',
    [drawnText('DUPLICADO', 150, 640, { size: 44, angle: 45, color: '0.8 g' })],
    'DUPLICADO',
    'warning',
  ],
];

describe('a stamp', () => {
  test.each(STAMPS)('%s is parted from the text and flagged', async (_name, stamps, says, severity) => {
    const { text, marks, flags, hiddenRuns } = await read(stamps);
    expect(text).toEqual(READ);
    expect(hiddenRuns).toBe(0);
    expect(marks.some((mark) => mark.kind === 'stamp' && mark.text === says && mark.page === 1)).toBe(true);
    expect(flags).toEqual([{ code: 'STAMPED', severity, message: `The document is stamped on page 1: "${says}"` }]);
  });

  test('that is an annotation is flagged by what its picture shows', async () => {
    const { text, flags } = await read([], [annotation('Stamp', [200, 600, 400, 640])], 'CANCELLED');
    expect(text).toEqual(READ);
    expect(flags).toEqual([
      expect.objectContaining({ code: 'STAMPED', severity: 'review', message: expect.stringContaining('CANCELLED') }),
    ]);
  });
});

const NO_STAMPS: readonly [string, string[]][] = [
  ['CONFIDENTIAL across the page', [drawnText('CONFIDENTIAL', 150, 600, { size: 50, angle: 45, color: '0.9 g' })]],
  ['a form number along the margin', [drawnText('Form 88-12/B', 30, 500, { size: 7, angle: 90 })]],
  [
    'the house’s own name behind the page',
    [drawnText('Fixed Rate:', 150, 600, { size: 50, angle: 45, color: '0.9 g' })],
  ],
];

test.each(NO_STAMPS)('%s is parted from the text and says nothing', async (_name, stamps) => {
  expect(await read(stamps)).toMatchObject({ text: READ, flags: [] });
});

test('grey labels and grey headings are text', async () => {
  const grey = { color: '0.6 g' };
  const content = [
    drawnText('CONFIRMATION', 60, 740, { ...grey, size: 22 }),
    ...['USD', 'USD', 'USD', 'USD'].map((text, i) => drawnText(text, 400, 700 - 15 * i, grey)),
  ];
  const { text, flags } = await read(content);
  expect(text).toEqual(['CONFIRMATION', ...READ.map((row) => `${row}  USD`), 'USD']);
  expect(flags).toEqual([]);
});

describe('an annotation', () => {
  test.each(['FreeText', 'Highlight', 'Ink', 'Caret', 'Text', 'Square'])(
    'of the kind %s is flagged with its text',
    async (subtype) => {
      const { text, flags } = await read([], [annotation(subtype, [250, 680, 300, 695], 'should be 3.85')]);
      expect(text).toEqual(READ);
      expect(flags).toEqual([
        {
          code: 'MARKED_UP',
          severity: 'review',
          message: `The document has a ${subtype} annotation on page 1: "should be 3.85"`,
        },
      ]);
    },
  );

  test.each([
    ['a link', annotation('Link', [250, 680, 300, 695])],
    ['a hidden note', annotation('FreeText', [250, 680, 300, 695], 'old').replace('/F 4', '/F 2')],
  ])('that is %s is none', async (_name, its) => {
    expect(await read([], [its])).toMatchObject({ text: READ, flags: [] });
  });
});
