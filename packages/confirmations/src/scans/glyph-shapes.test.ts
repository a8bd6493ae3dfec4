import { expect, test } from 'vitest';
import { GlyphShapes, isLeader } from './glyph-shapes.ts';
import type { Picture } from './picture.ts';
import type { ScanWord } from './scan-word.ts';

const HEIGHT = 16;
/** How wide each character is drawn: a ring, or a bar for those without one. */
const WIDTHS: Readonly<Record<string, number>> = { O: 15, '0': 10, I: 3, '1': 6, '.': 3, ',': 3 };
const USUAL = 11;
/** From where to where marks are drawn. */
const INK: Readonly<Record<string, readonly [number, number]>> = {
  '.': [HEIGHT - 3, HEIGHT],
  ',': [HEIGHT - 3, HEIGHT + 4],
};

/** Words one below the other, each character a ring as wide as its type has it. */
function sheetOf(printed: readonly string[], read: readonly string[] = printed) {
  const width = 400;
  const height = printed.length * 2 * HEIGHT;
  const picture: Picture = { width, height, data: new Uint8Array(width * height).fill(255) };
  const words = printed.map((text, row): ScanWord => {
    const y = row * 2 * HEIGHT;
    let x = 4;
    const edges = [...text].map((character) => {
      const wide = WIDTHS[character] ?? USUAL;
      const [top, bottom] = INK[character] ?? [0, HEIGHT];
      for (let at = 0; at < wide * (bottom - top); at++) {
        const [column, line] = [at % wide, top + Math.floor(at / wide)];
        const isRim = column < 2 || column >= wide - 2 || line < top + 2 || line >= bottom - 2;
        if (isRim) picture.data[(y + line) * width + x + column] = 0;
      }
      x += wide + 3;
      return x - wide - 3;
    });
    return {
      text: read[row] ?? text,
      confidence: 0.95,
      area: { x: 2, y, right: x, bottom: y + HEIGHT },
      edges: [...edges, x],
      baseline: y + HEIGHT,
      lineHeight: HEIGHT,
      spaceAfter: false,
    };
  });
  return { words, picture, shapes: new GlyphShapes(picture, words) };
}

const FIGURES = ['1,000,000', '2011', 'OPTION', 'OSLO', 'INDIVISIBLE'];

test.each([
  ['FXO-0131', 'FX0-0131', 'FXO-0131'],
  ['FXO-0131', 'FXO-O131', 'FXO-0131'],
  ['FX0-0131', 'FX0-0131', 'FXO-0131'],
  ['KI71', 'K171', 'KI71'],
])('of the readings of %s, %s and %s, takes the one that is as wide', (printed, one, other) => {
  const { words, shapes } = sheetOf([...FIGURES, printed]);
  const word = words.at(-1);
  expect(word && shapes.settled(word, one, other)).toBe(printed);
});

test('takes a glyph that an engine has read as both lookalikes for one of them', () => {
  const { words, shapes } = sheetOf([...FIGURES, 'ENRCM02']);
  const word = words.at(-1);
  expect(word && shapes.settled(word, 'ENRCMO02', 'ENRCM02')).toBe('ENRCM02');
});

test('leaves readings that differ in more than lookalikes, or in how many glyphs there are', () => {
  const { words, shapes } = sheetOf([...FIGURES, 'BRL09']);
  const word = words.at(-1);
  if (!word) throw new Error('no word');
  expect(shapes.settled(word, 'BRLO9', 'BRL08')).toBeUndefined();
  expect(shapes.settled(word, 'BRLO09', 'BRL00')).toBeUndefined();
  expect(shapes.settled(word, 'BRLO99', 'BRL099')).toBeUndefined();
});

test('says nothing on a sheet that has neither to be measured', () => {
  const { words, shapes } = sheetOf(['BRL09']);
  const [word] = words;
  expect(word && shapes.settled(word, 'BRLO9', 'BRL09')).toBeUndefined();
});

test('reads what both engines read wrong as its ink is', () => {
  const { words, shapes } = sheetOf([...FIGURES, 'BANK090']);
  const word = words.at(-1);
  expect(word && shapes.asInked(word, 'BANKO9O')).toBe('BANK090');
});

test.each([
  ['5,000.00', '5.000.00', true],
  ['5,000.00', '5,000.00', false],
  ['5.000', '5.000', false],
])('of %s, read as %s, the ink has a comma for a point: %s', (printed, read, hasComma) => {
  const { words, shapes } = sheetOf([printed]);
  const [word] = words;
  expect(word && shapes.hasComma(word, read)).toBe(hasComma);
});

test.each([
  ['......', 'sera', true],
  ['0.50', '0.50', false],
  ['III', 'une', false],
])('%s, read as %s, is dots that lead to a value: %s', (printed, read, isDots) => {
  const { words, picture } = sheetOf([printed], [read]);
  const [word] = words;
  expect(word && isLeader(picture, word)).toBe(isDots);
});
