import { drawnPdf, drawnText, placedLetters } from '@trade-matching/confirmation-samples/pdf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from './characters.ts';
import { RunBuilder } from './paint/run-builder.ts';
import { lineText } from './positioned-text.ts';
import { readText } from './read-text.ts';

const LANDSCAPE = { mediaBox: [0, 0, 842, 595] };

async function read(content: readonly string[], page = {}): Promise<string[]> {
  const { lines } = await readText(drawnPdf(content, page));
  return lines.map(lineText);
}

describe('text that is printed twice', () => {
  const twice = (dx: number, dy: number) =>
    ['Trade Date:|60', '4 May 2026|250'].flatMap((cell) => {
      const [text = '', x = '0'] = cell.split('|');
      return [drawnText(text, Number(x), 700), drawnText(text, Number(x) + dx, 700 + dy)];
    });
  test.each([
    [0.35, 0],
    [0, 0.4],
    [1, -1],
  ])('%d points to the right and %d up is read once', async (dx, dy) => {
    expect(await read(twice(dx, dy))).toEqual(['Trade Date:  4 May 2026']);
  });

  test('whole, then word by word, is read once', async () => {
    // `Trade ` is 27.8 points wide.
    expect(
      await read([drawnText('Trade Date', 60, 700), drawnText('Trade', 60.3, 700), drawnText('Date', 88, 700)]),
    ).toEqual(['Trade Date']);
  });

  test('in two cells is read in both', async () => {
    expect(await read([drawnText('USD', 60, 700), drawnText('USD', 250, 700)])).toEqual(['USD  USD']);
  });
});

describe('letters that are set apart', () => {
  test.each([0, 0.6, 1.2, 3, 6])('by %d points are words', async (gap) => {
    const content = [
      placedLetters('Notional Amount:', 60, 700, () => gap, 6),
      placedLetters('USD 50,000,000.00', 350, 700, () => gap, 6),
    ];
    expect(await read(content)).toEqual(['Notional Amount:  USD 50,000,000.00']);
  });

  test('by the font’s own spacing are words', async () => {
    const content = [drawnText('Notional', 60, 700, { spacing: 3 }), drawnText('USD 50,000', 250, 700, { spacing: 3 })];
    expect(await read(content)).toEqual(['Notional  USD 50,000']);
  });

  test('by chance give the amount or none, never another', async () => {
    const amount = fc.tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: 0, max: 99 }),
    );
    await fc.assert(
      fc.asyncProperty(
        amount,
        fc.array(fc.double({ min: 0, max: 6, noNaN: true }), { minLength: 20, maxLength: 20 }),
        async ([a, b, c], gaps) => {
          const printed = `USD ${a},${String(b).padStart(3, '0')},000.${String(c).padStart(2, '0')}`;
          const [line = ''] = await read([placedLetters(printed, 60, 700, (i) => gaps[i] ?? 0)]);
          // Figures may be parted, and then the value is not whole; none is lost, added or moved.
          expect(line.replace(/\s/g, '')).toBe(printed.replace(/\s/g, ''));
          const numbers = line.match(/\d[\d,.]*/g) ?? [];
          if (numbers.length === 1) expect(numbers[0]).toBe(printed.slice(4));
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('small capitals are one word', async () => {
  const content = [
    drawnText('F', 60, 700, { size: 12 }),
    drawnText('LOATING', 69, 700, { size: 9.6 }),
    drawnText('A', 121, 700, { size: 12 }),
    drawnText('MOUNTS', 130.8, 700, { size: 9.6 }),
  ];
  expect(await read(content)).toEqual(['FLOATING AMOUNTS']);
});

describe('characters', () => {
  test.each([
    ['ＵＳＤ', 'USD'],
    ['５０', '50'],
    ['ﬁ', 'fi'],
    ['\u00a0', ' '],
    ['\u2011', '-'],
    ['\u00ad', ''],
    ['½', '1/2'],
    // A footnote's figure is no figure of the amount before it.
    ['¹', '¹'],
  ])('%s is read as %s', (glyphs, text) => {
    expect([...glyphs].map(plainText).join('')).toBe(text);
  });

  test('a fraction after a figure is a number of its own, accents join their letters', () => {
    const builder = new RunBuilder();
    for (const [i, glyph] of [...'3½', 'e', '\u0301'].entries()) builder.add(glyph, i);
    expect(builder.text).toBe('3 1/2é');
    expect(builder.offsets).toHaveLength(builder.text.length);
  });
});

describe('columns', () => {
  test('that touch are parted where labels are set to the right', async () => {
    const rows = [
      ['Trade Date', '15 September 2026'],
      ['Notional Amount', 'USD 50,000,000.00'],
      ['Fixed Rate Payer', 'Tarn Valley Pension Trust'],
      ['Spread', 'Plus 25 basis points'],
    ] as const;
    const widths: Record<string, number> = {
      'Trade Date': 50,
      'Notional Amount': 74.5,
      'Fixed Rate Payer': 76.7,
      Spread: 32.2,
    };
    const content = rows.flatMap(([label, value], i) => [
      drawnText(label, 263 - (widths[label] ?? 0), 700 - 15 * i),
      drawnText(value, 264, 700 - 15 * i),
    ]);
    expect(await read(content)).toEqual(rows.map((row) => row.join('  ')));
  });

  test('of which one label fills its own are parted', async () => {
    const rows = [
      ['Trade Date', '4 May 2026'],
      ['Spread', '25 bp'],
      ['Floating Rate Day Count Fraction', 'Actual/360'],
      ['Strike', '1.08'],
    ] as const;
    const content = rows.flatMap(([label, value], i) => [
      drawnText(label, 60, 700 - 15 * i),
      drawnText(value, 211.5, 700 - 15 * i),
    ]);
    expect(await read(content)).toEqual(rows.map((row) => row.join('  ')));
  });

  test('set in two fonts, one a little lower, are one line', async () => {
    expect(await read([drawnText('Notional Amount:', 60, 700), drawnText('USD 5', 250, 696)])).toEqual([
      'Notional Amount:  USD 5',
    ]);
  });
});

describe('words that a line breaks', () => {
  test.each([
    [
      ['Termina-', 'tion Date'],
      ['Termination', 'Date'],
    ],
    [['Semi-', 'annually'], ['Semi-annually']],
    [
      ['Modi-', 'fied Following'],
      ['Modified', 'Following'],
    ],
    [
      ['Tarn Val-', 'ley Pension Trust'],
      ['Tarn Valley', 'Pension Trust'],
    ],
    [
      ['USD-SOFR-', 'OIS Compound'],
      ['USD-SOFR-OIS', 'Compound'],
    ],
    [
      ['Zins-', 'und Währungsswap'],
      ['Zins-', 'und Währungsswap'],
    ],
    [
      ['Knock-', 'in Event'],
      ['Knock-in', 'Event'],
    ],
    [
      ['Act/360 -', 'adjusted'],
      ['Act/360 -', 'adjusted'],
    ],
  ])('%j are read as %j', async (printed, words) => {
    expect(await read(printed.map((text, i) => drawnText(text, 60, 700 - 12 * i)))).toEqual(words);
  });

  test('keep the hyphen that the document prints elsewhere', async () => {
    const content = [drawnText('the cut-off time', 60, 720), drawnText('cut-', 60, 700), drawnText('off', 60, 688)];
    expect(await read(content)).toEqual(['the cut-off time', 'cut-off']);
  });
});

describe('two pages on a sheet', () => {
  const form = (x: number, top: number, rows: readonly string[], pitch = 16) =>
    rows.flatMap((row, i) => {
      const [label = '', value = ''] = row.split('|');
      return [drawnText(label, x, top - pitch * i), ...(value ? [drawnText(value, x + 140, top - pitch * i)] : [])];
    });
  const LEFT = [
    'Trade Date:|4 May 2026',
    'Fixed Amounts:',
    'Fixed Rate:|3.75%',
    'Spread:|None',
    'Payer:|Party A',
    'Dates:|4 May',
  ];
  const RIGHT = [
    'Floating Amounts:',
    'Spread:|25 bp',
    'Index:|SOFR',
    'Payer:|Party B',
    'Days:|London',
    'Agent:|Party A',
  ];
  const inOrder = [...LEFT, ...RIGHT].map((row) => row.replace('|', '  '));

  test.each([
    ['other lines', [...form(60, 500, LEFT), ...form(450, 493, RIGHT)], inOrder],
    ['the same form', [...form(60, 500, LEFT), ...form(481, 500, RIGHT)], inOrder],
    [
      'page numbers',
      [...form(60, 500, [...LEFT, 'Page 1']), ...form(450, 500, [...RIGHT, 'Page 2'])],
      [...inOrder.slice(0, 6), 'Page 1', ...inOrder.slice(6), 'Page 2'],
    ],
  ])('with %s are read one after the other', async (_name, content, lines) => {
    expect(await read(content, LANDSCAPE)).toEqual(lines);
  });

  test('have boxes where they stand, and line numbers that go on', async () => {
    const { lines } = await readText(drawnPdf([...form(60, 500, LEFT), ...form(450, 493, RIGHT)], LANDSCAPE));
    const [first, last] = [lines[6], lines.at(-1)];
    expect(first).toMatchObject({ page: 1, number: 7 });
    expect(first?.segments[0]?.pieces?.[0]).toMatchObject({ y: 595 - 493 });
    expect(last?.number).toBe(12);
  });

  test('are none where a wide form goes on at the right', async () => {
    const rows = LEFT.map((row, i) => `${row}|${RIGHT[i]}`);
    const content = [...form(60, 500, LEFT), ...form(430, 500, RIGHT)];
    expect(await read(content, LANDSCAPE)).toEqual(rows.map((row) => row.replaceAll('|', '  ')));
  });
});
