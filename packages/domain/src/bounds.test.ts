import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, surelyFits } from './bounds.ts';

test('what surely fits does, whatever it is made of', () => {
  const told = { fits: 0, not: 0 };
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.nat(400), (value, most) => {
      const fits = surelyFits(value, most);
      told[fits ? 'fits' : 'not']++;
      return !fits || bytesOf(value) <= most;
    }),
    { numRuns: 200 },
  );
  expect(Math.min(told.fits, told.not)).toBeGreaterThan(10);
});

test('an ordinary text of a thousand characters surely fits into its bound', () => {
  expect(surelyFits({ literal: 'x'.repeat(1000), boxes: [{ x: 12.345 }] }, 10_000)).toBe(true);
  expect(surelyFits({ literal: '\u0000'.repeat(1000) }, bytesOf('\u0000'.repeat(1000)) - 1)).toBe(false);
});
