import { expect, test } from 'vitest';
import { glyphsOfTrueType } from './true-type.ts';

/** A font of one table, which gives the digits from 0 the glyphs from `first`. */
function fontWithDigits(first: number): Buffer {
  const font = Buffer.alloc(72);
  font.writeUInt16BE(1, 4);
  font.write('cmap', 12, 'latin1');
  font.writeUInt32BE(28, 20);
  font.writeUInt16BE(1, 30);
  font.writeUInt16BE(3, 32);
  font.writeUInt16BE(1, 34);
  font.writeUInt32BE(12, 36);
  font.writeUInt16BE(4, 40);
  font.writeUInt16BE(4, 46);
  for (const [i, end] of [0x39, 0xffff].entries()) font.writeUInt16BE(end, 54 + 2 * i);
  for (const [i, start] of [0x30, 0xffff].entries()) font.writeUInt16BE(start, 60 + 2 * i);
  font.writeUInt16BE((first - 0x30) & 0xffff, 64);
  font.writeUInt16BE(1, 66);
  return font;
}

test('glyphs are the characters that the font itself gives them', () => {
  const glyphs = glyphsOfTrueType(fontWithDigits(7));
  expect(glyphs?.get(7)).toEqual(['0']);
  expect(glyphs?.get(14)).toEqual(['7']);
  expect(glyphs?.size).toBe(10);
});

test('a font that is cut off says nothing', () => {
  expect(glyphsOfTrueType(fontWithDigits(7).subarray(0, 50))).toBeUndefined();
});
