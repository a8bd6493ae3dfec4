import { expect, test } from 'vitest';
import { createTurns, TooBusyError } from './turns.ts';

test('so many run at a time, so many wait, in their order, and the rest is turned away at once', async () => {
  const turns = createTurns({ atATime: 2, waiting: 2 });
  const started: number[] = [];
  const finish: (() => void)[] = [];
  const work = (number: number) =>
    turns.run(() => {
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
  const turns = createTurns({ atATime: 1, waiting: 1 });
  await expect(turns.run(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.run(async () => 'next')).toBe('next');
});
