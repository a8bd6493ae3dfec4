import { expect, test } from 'vitest';
import type { Picture } from './picture.ts';
import { standUpright, withoutWatermark } from './read-sheet.ts';
import type { ScanWord } from './scan-word.ts';

/** A word whose letters are bars of this height, on its baseline. */
interface Drawn {
  readonly text: string;
  readonly letters: number;
  /** Of the line as the engine has it. */
  readonly lineHeight?: number;
  readonly spaceAfter?: boolean;
}

const LINE = 100;
const USUAL = 24;

function sheetOf(drawn: readonly Drawn[]) {
  const [width, height] = [600, drawn.length * LINE];
  const picture: Picture = { width, height, data: new Uint8Array(width * height).fill(255) };
  const words = drawn.map(({ text, letters, lineHeight = USUAL, spaceAfter = false }, row): ScanWord => {
    const baseline = row * LINE + 90;
    const edges = Array.from({ length: text.length + 1 }, (_, k) => 10 + k * 12);
    for (const x of edges.slice(0, -1)) {
      for (let y = baseline - letters; y < baseline; y++) picture.data.fill(0, y * width + x, y * width + x + 8);
    }
    // A rule of the table above it.
    picture.data.fill(0, (baseline - lineHeight) * width + 10, (baseline - lineHeight) * width + (edges.at(-1) ?? 0));
    const area = { x: 10, y: baseline - lineHeight, right: edges.at(-1) ?? 0, bottom: baseline };
    return { text, confidence: 0.95, area, edges, baseline, lineHeight, spaceAfter };
  });
  return { words, picture };
}

const BODY: readonly Drawn[] = ['Trade', 'Date', 'Amount', 'Currency'].map((text) => ({ text, letters: 18 }));

test('a large word that calls the document a draft is a stamp, and no text of it', () => {
  const { words, picture } = sheetOf([...BODY, { text: 'DRAFT', letters: 60, lineHeight: 70 }]);
  expect(withoutWatermark(words, picture)).toEqual({ live: words.slice(0, 4), stamps: ['DRAFT'] });
});

test('one word of a sentence is no stamp where a rule makes its line seem higher', () => {
  const { words, picture } = sheetOf([
    ...BODY,
    { text: 'EXAMPLE', letters: 18, lineHeight: 43, spaceAfter: true },
    { text: '(not', letters: 18, lineHeight: 43 },
  ]);
  expect(withoutWatermark(words, picture)).toEqual({ live: words, stamps: [] });
});

test('a stamp that lies in a line of text is one all the same', () => {
  const { words, picture } = sheetOf([
    ...BODY,
    { text: 'DRAFT', letters: 60, lineHeight: 70, spaceAfter: true },
    { text: 'amount', letters: 18 },
  ]);
  expect(withoutWatermark(words, picture).stamps).toEqual(['DRAFT']);
});

test('words that are higher than wide say that the sheet is held by a quarter wrong', () => {
  const { words } = sheetOf(BODY);
  expect(standUpright(words)).toBe(false);
  const turned = words.map(
    (word): ScanWord => ({
      ...word,
      area: { x: word.area.y, y: word.area.x, right: word.area.bottom, bottom: word.area.right },
    }),
  );
  expect(standUpright(turned)).toBe(true);
  // A figure or two of a table's side says nothing.
  expect(standUpright([...words, ...turned.slice(0, 3)])).toBe(false);
});
