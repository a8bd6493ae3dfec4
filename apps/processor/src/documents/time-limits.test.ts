import { expect, test } from 'vitest';
import { abortAfter, timeLimits } from './time-limits.ts';

test('the time for documents is the budget, and always less than what is left of the invocation', () => {
  expect(timeLimits(300_000, 240_000, 0)).toEqual({ workUntil: 240_000, invocationEnds: 300_000 });
  expect(timeLimits(100_000, 240_000, 0)).toEqual({ workUntil: 90_000, invocationEnds: 100_000 });
  expect(timeLimits(4_999, 240_000, 0)).toEqual({ workUntil: 3_749, invocationEnds: 4_999 });
});

test.each([3_745.75, 0, -5])('%d ms left is a limit like any other', (milliseconds) => {
  expect(() => abortAfter(milliseconds)).not.toThrow();
});
