import { expect, test } from 'vitest';
import { letterSpacing } from './letter-spacing.ts';
import type { TextRun } from './text-run.ts';

/** Glyphs placed one by one, each 5 points wide in a font of 10; a space in the text is a gap of 2. */
function glyphs(text: string, apart = 0): TextRun[] {
  let x = 0;
  return [...text].flatMap((letter) => {
    const at = x;
    x += letter === ' ' ? 2 : 5 + apart;
    return letter === ' ' ? [] : [{ text: letter, x: at, y: 0, width: 5, height: 10 } as unknown as TextRun];
  });
}

test('gaps that part words of a letter are gaps, though half of a stretch is gaps', () => {
  expect(letterSpacing(glyphs('e A / Party A'))).toEqual(new Array(9).fill(0));
});

test('letters that are all apart are spaced', () => {
  expect(
    letterSpacing(glyphs('SPACED', 2))
      .slice(1)
      .every((each) => each > 0.1),
  ).toBe(true);
});
