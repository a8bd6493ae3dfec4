import { describe, expect, test } from 'vitest';
import { inTurns, median, percentile, slope } from './statistics.ts';

describe('statistics', () => {
  test('a percentile is a value that was seen, by nearest rank', () => {
    const values = [15, 20, 35, 40, 50];
    expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(values, share))).toEqual([15, 20, 20, 35, 50]);
    expect(median([4, 1, 3, 2])).toBe(2);
    expect(median([])).toBeNaN();
  });

  test('the slope of a line is its own, whatever the noise around it adds up to', () => {
    expect(
      slope([
        [0, 1],
        [1, 3],
        [2, 5],
      ]),
    ).toBeCloseTo(2);
    expect(
      slope([
        [0, 5],
        [1, 6],
        [2, 5],
        [3, 4],
      ]),
    ).toBeCloseTo(-0.4);
  });

  test('in turns, the first round only warms up and the ratio is of one round, not of the medians', async () => {
    const [ours, theirs] = [
      [100, 1, 10, 4],
      [100, 2, 5, 1],
    ];
    const turns = await inTurns(
      3,
      () => ours.shift() ?? 0,
      () => theirs.shift() ?? 0,
    );
    expect(turns).toEqual({ ours: 4, baseline: 2, ratio: 2 });
  });
});
