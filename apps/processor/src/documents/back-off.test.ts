import { expect, test } from 'vitest';
import { visibilityAfterFailure, visibilityUntil } from './back-off.ts';

test('an outage of an hour is over before the fifth receive, at the least jitter', () => {
  const waits = [1, 2, 3, 4].map((receive) => visibilityAfterFailure(receive, () => 0));
  expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(3600);
});

test('waits grow, are spread, and stay below what SQS takes', () => {
  expect(visibilityAfterFailure(2)).toBeGreaterThan(visibilityAfterFailure(1));
  expect(visibilityAfterFailure(1, () => 0.99)).toBeGreaterThan(visibilityAfterFailure(1, () => 0));
  expect(visibilityAfterFailure(1000, () => 0.99)).toBeLessThanOrEqual(43_200);
});

test('a message whose document is held comes again when the lease has ended', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  expect(visibilityUntil('2026-11-23T10:05:00.500Z', now)).toBe(302);
  expect(visibilityUntil('2026-11-23T09:00:00Z', now)).toBe(1);
});
