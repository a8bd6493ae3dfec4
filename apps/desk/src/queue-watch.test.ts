import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type QueueNews, QueueWatch } from './queue-watch.ts';

function watching() {
  const state = { answer: 'a', fails: false, looks: 0 };
  const watch = new QueueWatch({
    everyMs: 5,
    look: async () => {
      state.looks++;
      if (state.fails) throw new Error('unreachable');
      return state.answer;
    },
  });
  const told: QueueNews[] = [];
  return { state, watch, told, listener: (news: QueueNews) => void told.push(news) };
}
const until = async (isSo: () => boolean) => {
  for (let i = 0; i < 400 && !isSo(); i++) await sleep(5);
  expect(isSo()).toBe(true);
};

test('what has not changed is no news, and what has is', async () => {
  const { state, watch, told, listener } = watching();
  const leave = watch.listen('q', listener);
  await until(() => state.looks > 2);
  expect(told).toEqual([]);
  state.answer = 'b';
  await until(() => told.length > 0);
  expect(told).toEqual(['changed']);
  leave();
});

test('where it cannot look it says so, and afterwards that things may have changed', async () => {
  const { state, watch, told, listener } = watching();
  const leave = watch.listen('q', listener);
  await until(() => state.looks > 1);
  state.fails = true;
  await until(() => told.includes('unknown'));
  state.fails = false;
  await until(() => told.at(-1) === 'changed');
  leave();
});

test('two who ask the same share one look, and nobody is looked for when both have left', async () => {
  const { state, watch, told, listener } = watching();
  const leave = [watch.listen('q', listener), watch.listen('q', (news) => told.push(news))];
  expect(state.looks).toBe(1);
  watch.wrote();
  expect(told).toEqual(['changed', 'changed']);
  for (const each of leave) each();
  await sleep(20);
  const { looks } = state;
  await sleep(30);
  expect(state.looks).toBe(looks);
});
