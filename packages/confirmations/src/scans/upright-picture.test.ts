import { expect, test } from 'vitest';
import { type Picture, quarterTurned, rotated, WHITE } from './picture.ts';
import { levelled, runsUpright } from './upright-picture.ts';

/** A sheet with lines of words, as dark bars with paper between them. */
function sheet(): Picture {
  const [width, height] = [800, 1100];
  const data = new Uint8Array(width * height).fill(WHITE);
  for (let y = 100; y < 1000; y += 24) {
    for (let x = 80; x < 700; x += 1) {
      if (x % 60 < 48) for (let dy = 0; dy < 10; dy++) data[(y + dy) * width + x] = 20;
    }
  }
  return { width, height, data };
}

test.each([-3, -1.2, 0.5, 2, 3])('a sheet that lies %f degrees askew is turned back by as much', (degrees) => {
  const { skew } = levelled(rotated(sheet(), (degrees * Math.PI) / 180), 100);
  expect(Math.abs((skew * 180) / Math.PI - degrees)).toBeLessThan(0.2);
});

test('a sheet that lies straight is left as it is', () => {
  const straight = sheet();
  expect(levelled(straight, 100)).toEqual({ picture: straight, skew: 0 });
});

test('a sheet whose lines run up is known from one whose lines are level', () => {
  expect(runsUpright(sheet(), 100)).toBe(false);
  expect(runsUpright(quarterTurned(sheet(), 1), 100)).toBe(true);
});
