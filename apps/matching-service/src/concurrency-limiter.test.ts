import { expect, test } from 'vitest';
import { createConcurrencyLimiter, TooBusyError } from './concurrency-limiter.ts';

test('so many run at a time, so many wait, in their order, and the rest is turned away at once', async () => {
  const limiter = createConcurrencyLimiter({ maxConcurrent: 2, maxWaiting: 2 });
  const started: number[] = [];
  const finish: (() => void)[] = [];
  const work = (number: number) =>
    limiter.run(() => {
      started.push(number);
      return new Promise<void>((resolve) => finish.push(resolve));
    });
  const runs = [1, 2, 3, 4].map(work);
  await expect(work(5)).rejects.toThrow(TooBusyError);
  expect(started).toEqual([1, 2]);
  for (let done = 0; done < 4; done++) {
    finish[done]?.();
    await runs[done];
    await new Promise(setImmediate);
  }
  expect(started).toEqual([1, 2, 3, 4]);
  const last = work(6);
  finish.at(-1)?.();
  await last;
});

test('work that fails gives its turn back', async () => {
  const limiter = createConcurrencyLimiter({ maxConcurrent: 1, maxWaiting: 1 });
  await expect(limiter.run(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await limiter.run(async () => 'next')).toBe('next');
});
