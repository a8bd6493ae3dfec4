import type { PageWords } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { KeptWords } from './kept-words.ts';

const TEXT: PageWords = { kind: 'text' };

test('a page is read once, also for who asks while it is read', async () => {
  const kept = new KeptWords();
  let reads = 0;
  const read = async () => {
    reads += 1;
    return TEXT;
  };
  expect(await Promise.all([kept.of('a', 1, read), kept.of('a', 1, read)])).toEqual([TEXT, TEXT]);
  await kept.of('a', 1, read);
  expect(reads).toBe(1);
  await kept.of('a', 2, read);
  await kept.of('b', 1, read);
  expect(reads).toBe(3);
});

test('what failed is read again', async () => {
  const kept = new KeptWords();
  await expect(kept.of('a', 1, async () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(await kept.of('a', 1, async () => TEXT)).toBe(TEXT);
});

test('the page that nobody asked for the longest is forgotten first', async () => {
  const kept = new KeptWords();
  let reads = 0;
  const read = async () => {
    reads += 1;
    return TEXT;
  };
  for (let page = 1; page <= 16; page++) await kept.of('a', page, read);
  await kept.of('a', 1, read);
  await kept.of('a', 17, read);
  expect(reads).toBe(17);
  await kept.of('a', 1, read);
  expect(reads).toBe(17);
  await kept.of('a', 2, read);
  expect(reads).toBe(18);
});
