import { expect, test } from 'vitest';
import { linearScale, millisecondsStep, secondsStep } from './scale.ts';

test('an axis begins at nothing and ends at a round number above what is drawn', () => {
  const { ticks, place } = linearScale(163, [200, 0]);
  expect(ticks).toEqual([0, 50, 100, 150, 200]);
  expect([place(0), place(100), place(200)]).toEqual([200, 100, 0]);
  expect(linearScale(0.03, [0, 1]).ticks.at(-1)).toBeCloseTo(0.03);
  expect(linearScale(0, [0, 1]).ticks.at(-1)).toBe(1);
});

test('an axis of time has ticks at whole minutes, where there are minutes', () => {
  expect(linearScale(400, [0, 1], { step: secondsStep }).ticks).toEqual([0, 120, 240, 360, 480]);
  expect(linearScale(398_000, [0, 1], { step: millisecondsStep }).ticks).toEqual([
    0, 120_000, 240_000, 360_000, 480_000,
  ]);
  expect(linearScale(35, [0, 1], { step: secondsStep }).ticks).toEqual([0, 10, 20, 30, 40]);
  expect(linearScale(800, [0, 1], { step: millisecondsStep }).ticks).toEqual([0, 200, 400, 600, 800]);
});
