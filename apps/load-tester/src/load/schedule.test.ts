import { expect, test } from 'vitest';
import { beginsAt, documentsWithin, intendedTime } from './schedule.ts';

test('without a ramp, documents of an open load are evenly spaced', () => {
  const model = { kind: 'open', rate: 50, rampSeconds: 0 } as const;
  expect([0, 1, 2, 50].map((number) => intendedTime(number, model))).toEqual([0, 20, 40, 1000]);
});

test('a ramp sends half of what its time would carry at full rate, and goes over into it without a jump', () => {
  const model = { kind: 'open', rate: 100, rampSeconds: 10 } as const;
  expect(intendedTime(500, model)).toBe(10_000);
  expect(intendedTime(600, model)).toBe(11_000);
  expect(intendedTime(499, model)).toBeGreaterThan(9_985);
  const spacing = Array.from({ length: 700 }, (_, n) => intendedTime(n + 1, model) - intendedTime(n, model));
  expect(spacing.every((gap, n) => n === 0 || gap <= (spacing[n - 1] ?? 0) + 1e-6)).toBe(true);
});

test('the uploaders of a closed load begin one after the other over its ramp', () => {
  const model = { kind: 'closed', concurrency: 4, rampSeconds: 8 } as const;
  expect([0, 1, 2, 3].map((uploader) => beginsAt(uploader, model))).toEqual([0, 2_000, 4_000, 6_000]);
});

test.each([
  [100, 10, 20],
  [7, 5, 3],
  [20, 0, 10],
])(
  'an open load of %d a second with a ramp of %d s sends within %d s what is due within it',
  (rate, rampSeconds, seconds) => {
    const model = { kind: 'open', rate, rampSeconds } as const;
    const due = Array.from({ length: 5_000 }, (_, number) => intendedTime(number, model)).filter(
      (at) => at < seconds * 1000,
    );
    expect(documentsWithin(seconds, model)).toBe(due.length);
  },
);
